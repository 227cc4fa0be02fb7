import type { AnalysedToken, Reading } from '../analysis';
import { words } from '../lexicon/entries';
import { FRACTIONS, HUNDREDS, SCALES, SMALL_NUMBERS, TEEN_UNITS } from '../lexicon/numbers';
import { foldedSet, union } from '../phrases';

export interface NumberPhrase {
  /** Offset at which the number starts, proclitics left out. */
  readonly start: number;
  /** Index of the first token after it. */
  readonly end: number;
  /** `digits` for written figures, `words` where a number word comes first. */
  readonly form: 'digits' | 'words';
  /** Folded first word or figures, without proclitics. */
  readonly first: string;
  readonly proclitics: string;
}

const SMALL = foldedSet(words(SMALL_NUMBERS));
const TEENS = foldedSet(words(TEEN_UNITS));
const HUNDRED = foldedSet(words(HUNDREDS));
const SCALE = foldedSet(words(SCALES));
const FRACTION = foldedSet(words(FRACTIONS));
const VAGUE = foldedSet(words('عشرات مئات آلاف ملايين مليارات العشرات المئات الآلاف الملايين'));
const VAGUE_TAILS = foldedSet(words('آلاف الآلاف ملايين الملايين المليارات مليارات'));
const TEN = foldedSet(['عشر', 'عشرة']);

const NUMBER_WORDS = union(SMALL, TEENS, HUNDRED, SCALE, FRACTION, VAGUE);

export const FIGURES = /^[+-]?\d{1,15}(?:[.,]\d+)*$/;

/** A number, in figures or words, that starts at the token. */
export function numberAt(tokens: readonly AnalysedToken[], at: number): NumberPhrase | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind === 'punctuation' || token.kind === 'symbol')
    return undefined;
  for (const reading of token.readings) {
    const found = readFrom(tokens, at, reading);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readFrom(
  tokens: readonly AnalysedToken[],
  at: number,
  reading: Reading,
): NumberPhrase | undefined {
  const first = reading.folded;
  if (!NUMBER_WORDS.has(first) && !isFigures(first)) return undefined;
  const phrase = (end: number, form: 'digits' | 'words'): NumberPhrase => ({
    start: reading.start,
    end,
    form,
    first,
    proclitics: reading.proclitics,
  });
  if (isFigures(first)) return phrase(tailEnd(tokens, at + 1), 'digits');
  const next = tokens[at + 1]?.folded ?? '';
  if (TEENS.has(first) && TEN.has(next)) return phrase(tailEnd(tokens, at + 2), 'words');
  if (VAGUE.has(first)) return phrase(VAGUE_TAILS.has(next) ? at + 2 : at + 1, 'words');
  if (FRACTION.has(first) && SCALE.has(next)) return phrase(at + 2, 'words');
  if (SMALL.has(first) || HUNDRED.has(first) || SCALE.has(first)) {
    return phrase(tailEnd(tokens, at + 1), 'words');
  }
  return undefined;
}

export function isFigures(folded: string): boolean {
  const unit = folded.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39 && FIGURES.test(folded);
}

/** Goes on over scales and hundreds (ثلاث مئة، 26 ألف) and over number words joined by و. */
function tailEnd(tokens: readonly AnalysedToken[], from: number): number {
  let i = from;
  for (; i < tokens.length; i++) {
    const word = tokens[i]?.folded ?? '';
    if (SCALE.has(word) || HUNDRED.has(word)) continue;
    if (!joinsNumber(tokens, i)) break;
  }
  return i;
}

/** وأربعمائة، وعشرون: the rest after و is a number word, and the word before it is a number word too. */
function joinsNumber(tokens: readonly AnalysedToken[], at: number): boolean {
  const word = tokens[at]?.folded ?? '';
  if (!word.startsWith('و') || SMALL.has(word)) return false;
  const rest = word.slice(1);
  const before = tokens[at - 1]?.folded ?? '';
  if (isFigures(before)) return false;
  if (rest === 'نصف' || rest === 'ربع') return SCALE.has(before);
  return SMALL.has(rest) || HUNDRED.has(rest) || SCALE.has(rest) || TEENS.has(rest);
}
