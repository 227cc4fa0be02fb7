import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { ORDINALS_COUNTED_WORDS } from '../lexicon/quantityClues';
import { CONSTRUCT_ORDINALS, ORDINALS, ORDINAL_TENS } from '../lexicon/numbers';
import { foldedSet, union } from '../phrases';
import { isDefinite } from '../vocabulary';

type Tokens = readonly AnalysedToken[];

const ORDINAL = foldedSet(words(ORDINALS));
const TENS = foldedSet(words(ORDINAL_TENS));
const CONSTRUCT = foldedSet(words(CONSTRUCT_ORDINALS));
export const ORDINAL_WORDS = union(ORDINAL, TENS, CONSTRUCT);
/** What ordinals in tens count: الذكرى العشرين. */
export const SERIES = foldedSet(words(ORDINALS_COUNTED_WORDS));
/** Words after which a construct ordinal is none: ثاني is then a name or a part of one. */
const NO_NOUN = foldedSet(words('من أمس ما'));

/** The ordinal at `at`, read as `folded` there: الحادي عشر, الخامس والثمانين, أول قرار. */
export function ordinalAt(
  tokens: Tokens,
  at: number,
  folded: string,
  proclitics: string,
): { readonly end: number; readonly score: number } | undefined {
  if (!ORDINAL_WORDS.has(folded)) return undefined;
  // التعليم الأولي folds as الأولى does.
  if (folded.endsWith('اولي') && tokens[at]?.text.endsWith('ي') === true) return undefined;
  const before = tokens[at - 1]?.folded ?? '';
  if (ORDINAL.has(folded)) {
    return before === 'بالدرجه' ? undefined : { end: ordinalEnd(tokens, at + 1), score: 0.75 };
  }
  if (TENS.has(folded)) {
    return proclitics === '' && SERIES.has(before) ? { end: at + 1, score: 0.7 } : undefined;
  }
  // ثاني and رابع with a letter cut off are too short to trust; لأول مرة is common.
  const clear = proclitics.length < 2 || folded === 'اول';
  return clear && nounFollows(tokens, at) ? { end: at + 1, score: 0.7 } : undefined;
}

/** Past what goes on an ordinal: عشر, والثمانين. */
export function ordinalEnd(tokens: Tokens, at: number): number {
  const word = tokens[at]?.folded ?? '';
  if (word === 'عشر' || word === 'عشره') return at + 1;
  return word.startsWith('و') && TENS.has(word.slice(1)) ? at + 1 : at;
}

/** أول قرار, not طرف ثالث والمجتمع: there it is an adjective of the noun before. */
function nounFollows(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || NO_NOUN.has(next.folded)) return false;
  return !(next.folded.startsWith('و') && isDefinite(next.folded.slice(1)));
}
