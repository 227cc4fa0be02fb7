/** Splits a hand-written list: entries stand on lines or between commas, `#` starts a comment line. */
export function entries(source: string): readonly string[] {
  const found: string[] = [];
  for (const line of source.split('\n')) {
    if (line.trimStart().startsWith('#')) continue;
    for (const part of line.split('،')) {
      const entry = part.trim();
      if (entry !== '') found.push(entry);
    }
  }
  return found;
}

/** Splits a list of single words set apart by white space. */
export function words(source: string): readonly string[] {
  return source.split(/\s+/u).filter((word) => word !== '');
}
