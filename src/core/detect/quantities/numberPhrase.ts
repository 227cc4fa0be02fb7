import { isDigit } from '../../text/chars';
import { startOf, type AnalysedToken, type Reading } from '../analysis';
import { AskedOnce } from '../askedOnce';
import { words } from '../lexicon/entries';
import {
  FRACTIONS,
  HUNDREDS,
  SCALES,
  SMALL_NUMBERS,
  TEEN_UNITS,
  VAGUE_COUNTS,
  VAGUE_TAILS,
} from '../lexicon/numbers';
import { foldedSet, union } from '../phrases';

type Tokens = readonly AnalysedToken[];

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
const VAGUE = foldedSet(words(VAGUE_COUNTS));
const VAGUE_TAIL = foldedSet(words(VAGUE_TAILS));
const TEN = foldedSet(['عشر', 'عشرة']);
const HALVES = foldedSet(['نصف', 'ربع', 'ثلث']);
const NUMBER_WORDS = union(
  SMALL,
  TEENS,
  HUNDRED,
  SCALE,
  FRACTION,
  VAGUE,
  foldedSet(['بضع', 'بضعة']),
);

const STARTS = new AskedOnce({ has: (word) => isFigures(word) || NUMBER_WORDS.has(word) });

/** 5.3, 5,3 and 5ر3, as some agencies write it. */
export const FIGURES = /^[+-]?\d{1,15}(?:[.,ر]\d+)*$/u;
const FEW = /^بضعه?$/u;
const DASH = /^[-–—×]$/u;

/** A number, in figures or words, that starts at the token. */
export function numberAt(tokens: Tokens, at: number): NumberPhrase | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind === 'punctuation' || token.kind === 'symbol')
    return undefined;
  if (STARTS.hasAny(token)) {
    for (const reading of token.readings) {
      const found = readFrom(tokens, at, reading);
      if (found !== undefined) return found;
    }
  }
  return withArticle(tokens, at, token);
}

/** الـ16, ال16: the article is no part of the figures. */
function withArticle(tokens: Tokens, at: number, token: AnalysedToken): NumberPhrase | undefined {
  if (!isDigit(token.folded.charCodeAt(token.folded.length - 1))) return undefined;
  const [, proclitics = '', first = ''] = /^([وفبلك]{0,2}(?:ال|ل))(\d+)$/u.exec(token.folded) ?? [];
  if (first === '') return undefined;
  const start = token.start + token.text.search(/\p{Nd}/u);
  return { start, end: tailEnd(tokens, at + 1), form: 'digits', first, proclitics };
}

function readFrom(tokens: Tokens, at: number, reading: Reading): NumberPhrase | undefined {
  const first = reading.folded;
  if (!STARTS.has(reading)) return undefined;
  const digits = isFigures(first);
  const end = digits ? figuresEnd(tokens, at) : wordsEnd(tokens, at, first);
  if (end === undefined) return undefined;
  const { proclitics } = reading;
  const start = startOf(tokens[at], reading);
  return { start, end, form: digits ? 'digits' : 'words', first, proclitics };
}

/** 26 ألف, 3 آلاف و500, 3-1. */
function figuresEnd(tokens: Tokens, at: number): number {
  if (DASH.test(tokens[at + 1]?.text ?? '') && isFigures(folded(tokens, at + 2)))
    return tailEnd(tokens, at + 3);
  return tailEnd(tokens, at + 1);
}

function wordsEnd(tokens: Tokens, at: number, first: string): number | undefined {
  const next = folded(tokens, at + 1);
  if (TEENS.has(first) && TEN.has(next)) return tailEnd(tokens, at + 2);
  if (next === 'ارباع' && /^ثلاثه?$/u.test(first)) return at + 2;
  if (FEW.test(first)) return SCALE.has(next) || VAGUE.has(next) ? at + 2 : undefined;
  if (VAGUE.has(first)) return VAGUE_TAIL.has(next) ? at + 2 : at + 1;
  if (FRACTION.has(first)) return SCALE.has(next) || definiteScale(next) ? at + 2 : undefined;
  if (SMALL.has(first) || HUNDRED.has(first) || SCALE.has(first)) return tailEnd(tokens, at + 1);
  return undefined;
}

function folded(tokens: Tokens, at: number): string {
  return tokens[at]?.folded ?? '';
}

function definiteScale(word: string): boolean {
  return word.startsWith('ال') && SCALE.has(word.slice(2));
}

export function isFigures(folded: string): boolean {
  const unit = folded.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39 && FIGURES.test(folded);
}

/** Goes on over scales and hundreds (ثلاث مئة، 26 ألف) and over numbers joined by و. */
function tailEnd(tokens: Tokens, from: number): number {
  let i = from;
  for (; i < tokens.length; i++) {
    const word = folded(tokens, i);
    if (SCALE.has(word) || HUNDRED.has(word)) continue;
    const joined = joinedEnd(tokens, i);
    if (joined === undefined) break;
    i = joined - 1;
  }
  return i;
}

/** Past وأربعمائة, وعشرون, وثلاثة عشر, ونصف المليون, و500 after a number word, at `at`. */
function joinedEnd(tokens: Tokens, at: number): number | undefined {
  const word = folded(tokens, at);
  const before = tokens[at - 1];
  if (!word.startsWith('و') || SMALL.has(word) || isFigures(before?.folded ?? '')) return undefined;
  const scaled = before?.readings.some((reading) => SCALE.has(reading.folded)) === true;
  const apart = word === 'و';
  const rest = apart ? folded(tokens, at + 1) : word.slice(1);
  const end = apart ? at + 2 : at + 1;
  const next = folded(tokens, end);
  if (isFigures(rest)) {
    // مليار و1.5 مليار are two.
    return scaled && !SCALE.has(next) && /^\d{1,3}$/.test(rest) ? end : undefined;
  }
  if (apart) return undefined;
  if (HALVES.has(rest)) {
    if (!scaled) return undefined;
    return SCALE.has(next) || definiteScale(next) ? end + 1 : end;
  }
  if (TEENS.has(rest) && TEN.has(next)) return end + 1;
  return SMALL.has(rest) || HUNDRED.has(rest) || SCALE.has(rest) ? end : undefined;
}
