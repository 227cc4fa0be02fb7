import type { AnalysedToken } from '../analysis';
import { ERA_MARKS, YEAR_WORDS } from '../lexicon/calendar';
import { words } from '../lexicon/entries';
import {
  COUNTED_WORDS,
  LEADS_WORDS,
  PARTICLES_WORDS,
  QUALIFIERS_WORDS,
  YEARS_WORDS,
} from '../lexicon/quantityClues';
import { foldedSet } from '../phrases';
import { numberAt } from './numberPhrase';
import { startsWithDigit } from '../letters';

type Tokens = readonly AnalysedToken[];

const ERA = foldedSet(words(ERA_MARKS));
const YEAR_WORD = foldedSet(words(YEAR_WORDS));
/** Plurals of a year, which a year must follow. */
const YEARS = foldedSet(words(YEARS_WORDS));
const QUALIFIERS = foldedSet(words(QUALIFIERS_WORDS));
const FULL_DATE = /^(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|\d{4}[/.]\d{1,2}[/.]\d{1,2})$/;
const DASH = /^[-–—/]$/u;
/** Words after which a bare year is a number of something, not a year. */
const COUNTED = foldedSet(words(COUNTED_WORDS));
const PARTICLES = foldedSet(words(PARTICLES_WORDS));
const LEADS = foldedSet(words(LEADS_WORDS));

function folded(tokens: Tokens, at: number): string {
  return tokens[at]?.folded ?? '';
}

export function isYearWord(word: string): boolean {
  return YEAR_WORD.has(word) || YEARS.has(word);
}

/** 2013, ٢٠١٣, 1435ه, 2013م. */
export function isYear(word: string): boolean {
  return /^(?:1[0-9]\d\d|20\d\d)[مه]?$/u.test(word);
}

export function isDay(word: string): boolean {
  return /^(?:0?[1-9]|[12]\d|3[01])$/.test(word);
}

/** Past م, هـ, قبل الميلاد. */
export function eraEnd(tokens: Tokens, at: number): number {
  if (ERA.has(folded(tokens, at))) return at + 1;
  // ق.م, ق. م.
  const dot = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  if (folded(tokens, at) === 'ق' && folded(tokens, dot) === 'م') return dot + 1;
  return folded(tokens, at) === 'قبل' && folded(tokens, at + 1) === 'الميلاد' ? at + 2 : at;
}

/** 3/1/2020, 2020/1/3; 2014-2020, 2014/2015; 2020-01-03; a year by itself. */
export function numericDate(
  tokens: Tokens,
  at: number,
  word: string,
  opened: boolean,
): number | undefined {
  if (FULL_DATE.test(word)) return eraEnd(tokens, at + 1);
  if (!startsWithDigit(word)) return undefined;
  const joined = DASH.test(tokens[at + 1]?.text ?? '');
  const second = folded(tokens, at + 2);
  if (joined && /^\d{1,2}$/.test(second) && DASH.test(tokens[at + 3]?.text ?? '')) {
    const third = folded(tokens, at + 4);
    if ((isYear(word) && isDay(third)) || (isDay(word) && isYear(third))) return at + 5;
  }
  if (/^(?:19|20)\d\d\/(?:19|20)\d\d$/.test(word)) return at + 1;
  if (!isYear(word)) return undefined;
  if (joined && isYear(second)) return at + 3;
  return opened || bareYear(tokens, at) ? eraEnd(tokens, at + 1) : undefined;
}

/** A year by itself: in brackets, at the end of a clause, or after a word such as منذ. */
function bareYear(tokens: Tokens, at: number): boolean {
  const word = folded(tokens, at);
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before !== undefined && COUNTED.has(before.folded)) return false;
  if (/[مه]$/u.test(word)) return true;
  const alone = after === undefined || after.kind === 'punctuation';
  if (/^و?(?:19|20)\d\d$/.test(word)) {
    if (alone || LEADS.has(before?.folded ?? '') || ERA.has(after.folded)) return true;
    // بين 2012 و2014
    if (isYear(before?.folded ?? '') && tokens[at]?.text.startsWith('و') === true) return true;
    return before?.kind === 'word' && PARTICLES.has(after.folded);
  }
  return ERA.has(after?.folded ?? '');
}

/** عام 2024، العام المالي 2024، عامي 2014 و2015، عام كامل، عام 2023-2024, عام ألفين. */
export function yearDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (!isYearWord(word)) return undefined;
  let i = at + 1;
  if (QUALIFIERS.has(folded(tokens, i)) && yearFigures(folded(tokens, i + 1))) i++;
  const next = folded(tokens, i);
  if (YEARS.has(word)) return isYear(next) ? moreYears(tokens, i + 1) : undefined;
  if (/^كامل[هاين]?$/u.test(next)) return i + 1;
  if (/^(?:الف|الفين)$/u.test(next)) return numberAt(tokens, i)?.end;
  if (!yearFigures(next)) return undefined;
  return moreYears(tokens, eraEnd(tokens, i + 1));
}

function yearFigures(word: string): boolean {
  return /^(?:\d{1,4}[مه]?|\d{4}\/\d{2,4})$/u.test(word);
}

/** و2015, و 2015, -2024, again and again. */
function moreYears(tokens: Tokens, at: number): number {
  let i = at;
  for (;;) {
    const joint = tokens[i];
    if (joint?.text === 'و' && isYear(folded(tokens, i + 1))) i += 2;
    else if (/^و\d{4}$/.test(joint?.folded ?? '')) i++;
    else if (DASH.test(joint?.text ?? '') && /^\d{2,4}$/.test(folded(tokens, i + 1))) i += 2;
    else return i;
  }
}
