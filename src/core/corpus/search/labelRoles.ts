/** Labels that answer how much, when or in what office: no names, and nothing that a claim is about. */
export const NO_NAMES: ReadonlySet<string> = new Set([
  ...['DATE', 'TIME', 'MONEY', 'PERCENT', 'QUANTITY', 'CARDINAL', 'ORDINAL', 'OCC', 'LANGUAGE'],
]);

/** Labels of those who say things, in the order in which they count as the speaker of a source. */
export const SPEAKERS: readonly string[] = ['PERS', 'ORG', 'NORP', 'GPE', 'WEBSITE'];
