import type { AnalysedToken } from '../analysis';
import {
  AMBIGUOUS_WEEKDAYS,
  DATE_TAILS,
  RELATIVES,
  WEEKDAYS,
  YEAR_WORDS,
} from '../lexicon/calendar';
import { entries, words } from '../lexicon/entries';
import { EVENT_DAY_ADJECTIVES } from '../lexicon/events';
import { ORDINALS } from '../lexicon/numbers';
import { LazySet } from '../lazySet';
import { foldedSet } from '../phrases';
import { closed, dayAndMonth, monthDate, monthStarts } from './months';
import { periodAt, periodStarts } from './periods';
import { numericDate, yearDate } from './years';
import { startsWithDigit } from '../letters';

type Tokens = readonly AnalysedToken[];

const WEEKDAY = foldedSet(entries(WEEKDAYS));
const AMBIGUOUS_WEEKDAY = foldedSet(entries(AMBIGUOUS_WEEKDAYS));
const TAIL = foldedSet(words(DATE_TAILS));
const RELATIVE = foldedSet(words(RELATIVES));
const EVENT_DAY = foldedSet(words(EVENT_DAY_ADJECTIVES));
const ORDINAL = foldedSet(words(ORDINALS));
/** Days counted from today, which a weekday may follow. */
const TODAY = foldedSet(words('اليوم أمس غدا غد الغد الأمس'));

/** Every word that can start a date: most words are none, and are let go by one look-up. */
export const DATE_STARTS: ReadonlySet<string> = new LazySet(
  () =>
    new Set([
      ...monthStarts(),
      ...periodStarts(),
      ...WEEKDAY,
      ...TODAY,
      ...foldedSet([...words(YEAR_WORDS), ...words('أعوام سنوات سنين مواسم الأعوام السنوات')]),
    ]),
);

/** الأحد, الإثنين; also words that are something else alone: السبت is none. */
export function isWeekday(word: string): boolean {
  return WEEKDAY.has(word) || AMBIGUOUS_WEEKDAY.has(word);
}

/** Whether a date may start with the word. */
function startsDate(word: string): boolean {
  return startsWithDigit(word) || DATE_STARTS.has(word);
}

/**
 * End of the date that starts at token `at`, read as `word` there (proclitics may be cut); `opened` says
 * that a word such as يوم stands before it, which lets words that are ambiguous alone pass.
 */
export function coreDate(
  tokens: Tokens,
  at: number,
  word: string,
  opened: boolean,
): number | undefined {
  if (!startsDate(word)) return undefined;
  const end =
    numericDate(tokens, at, word, opened) ??
    dayAndMonth(tokens, at, word) ??
    monthDate(tokens, at, word, opened) ??
    weekdayDate(tokens, at, word, opened) ??
    todayDate(tokens, at, word, opened) ??
    yearDate(tokens, at, word) ??
    periodAt(tokens, at, word);
  return end === undefined ? undefined : namedDay(tokens, end);
}

function folded(tokens: Tokens, at: number): string {
  return tokens[at]?.folded ?? '';
}

/** بعد غد السبت, أول أمس الجمعة: past the name of the day. */
function namedDay(tokens: Tokens, end: number): number {
  const last = folded(tokens, end - 1);
  return TODAY.has(last) && last !== 'اليوم' && WEEKDAY.has(folded(tokens, end)) ? end + 1 : end;
}

function weekdayDate(
  tokens: Tokens,
  at: number,
  word: string,
  opened: boolean,
): number | undefined {
  if (!WEEKDAY.has(word)) return undefined;
  if (AMBIGUOUS_WEEKDAY.has(word) && !opened && !setOff(tokens, at)) return undefined;
  let i = secondDay(tokens, at + 1);
  if (TAIL.has(folded(tokens, i))) i++;
  const skip = /^(?:الموافق|الموافقين)$/u.test(folded(tokens, i)) ? i + 1 : i;
  const comma = tokens[skip]?.text === '،' ? skip + 1 : skip;
  const day = folded(tokens, comma);
  if (!startsWithDigit(day) && !ORDINAL.has(day)) return i;
  return dayAndMonth(tokens, comma, day) ?? numericDate(tokens, comma, day, false) ?? i;
}

/** الخميس والجمعة, السبت - الأحد, ليل السبت الأحد. */
function secondDay(tokens: Tokens, at: number): number {
  const next = folded(tokens, at);
  if (next.startsWith('و') && WEEKDAY.has(next.slice(1))) return at + 1;
  if (/^[-–/]$/u.test(tokens[at]?.text ?? '') && WEEKDAY.has(folded(tokens, at + 1))) return at + 2;
  const night = /^ليله?$/u.test(folded(tokens, at - 2));
  return night && WEEKDAY.has(next) ? at + 1 : at;
}

/** A weekday alone between commas, after a verb or at the end of a clause. */
function setOff(tokens: Tokens, at: number): boolean {
  const after = tokens[at + 1];
  return after === undefined || after.kind === 'punctuation' || TAIL.has(after.folded);
}

/** اليوم، الأربعاء; مساء اليوم (الأحد); يوم غد الثلاثاء. */
function todayDate(tokens: Tokens, at: number, word: string, opened: boolean): number | undefined {
  if (!TODAY.has(word)) return undefined;
  const next = folded(tokens, at + 1);
  if (word === 'اليوم') {
    if (EVENT_DAY.has(next)) return undefined;
    if (RELATIVE.has(next)) return at + 2;
    if (ORDINAL.has(next)) return folded(tokens, at + 2) === 'من' ? undefined : at + 2;
  }
  if (WEEKDAY.has(next)) return weekdayDate(tokens, at + 1, next, true);
  const mark = tokens[at + 1]?.text;
  const second = folded(tokens, at + 2);
  if (mark === '،' && WEEKDAY.has(second)) return weekdayDate(tokens, at + 2, second, true);
  if (mark === '(' && WEEKDAY.has(second)) return closed(tokens, at + 3, at + 1);
  return word === 'اليوم' || opened || next === '' ? at + 1 : undefined;
}
