import { startOf, type AnalysedToken } from '../analysis';
import { tokenAfter, type FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { DUAL_HEADS, PUBLISHING, SHOW_HEADS } from '../lexicon/organisationHeads';
import { foldedSet } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import type { NameReader } from './nameEnd';

/** Index of the first token after a body's name, and how sure it is. */
export interface BodyName {
  readonly end: number;
  readonly score: number;
}

export const DUAL = foldedSet(words(DUAL_HEADS));
export const SHOW = foldedSet(words(SHOW_HEADS));
const BODIES = new Set(['ORG', 'GPE']);
const PUBLISHER = foldedSet(words(PUBLISHING));

/** نادي أهلي البرج: a noun of no list and the definite one that completes it. */
export function clubEnd(tokens: readonly AnalysedToken[], at: number): number | undefined {
  const [noun, owner] = [tokens[at], tokens[at + 1]];
  if (!isWord(noun) || !isWord(owner) || noun.readings.length > 1) return undefined;
  return !isDefinite(noun.folded) && isDefinite(owner.folded) ? at + 2 : undefined;
}

/** فرقة بي جيز, استوديوهات وارنر براذرز, دار الشروق للنشر. */
export function showName(
  tokens: readonly AnalysedToken[],
  at: number,
  head: string,
  reader: NameReader,
): BodyName | undefined {
  const known = reader.known(at + 1);
  const foreign = known ?? reader.spelled(at + 1) ?? reader.foreign(at + 1);
  if (head !== 'دار') {
    const score = known === undefined ? 0.7 : 0.85;
    return foreign === undefined ? undefined : { end: reader.adjectives(foreign), score };
  }
  let end = foreign ?? at + 2;
  const from = end;
  while (PUBLISHER.has(tokens[end]?.folded ?? '')) end++;
  return end > from ? { end, score: 0.8 } : undefined;
}

/** صحيفتا معاريف والحياة, ناديي فالنسيا ونابولي: two names, without the head that is of both. */
export function twoNames(
  tokens: readonly AnalysedToken[],
  at: number,
  reader: NameReader,
  found: FoundIndex,
): readonly (BodyName & { start: number })[] {
  const nameAt = (i: number, start: number): BodyName & { start: number } => {
    const listed = found.at(start);
    const known =
      listed && BODIES.has(listed.label) ? tokenAfter(tokens, listed.end, i) : undefined;
    const end = known ?? (start === tokens[i]?.start ? reader.foreign(i) : undefined) ?? i + 1;
    return { start, end: reader.adjectives(end), score: 0.98 };
  };
  const first = nameAt(at + 1, tokens[at + 1]?.start ?? 0);
  const second = tokens[first.end]?.readings.find((reading) => reading.proclitics === 'و');
  if (!isWord(tokens[at + 1]) || second === undefined) return [];
  return [first, nameAt(first.end, startOf(tokens[first.end], second))];
}
