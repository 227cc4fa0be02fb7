import type { AnalysedToken } from '../analysis';
import { AMBIGUOUS_MONTHS, DATE_TAILS, MONTHS } from '../lexicon/calendar';
import { entries, words } from '../lexicon/entries';
import { PAIR_TAIL_WORDS } from '../lexicon/quantityClues';
import { ORDINALS } from '../lexicon/numbers';
import { foldedSet } from '../phrases';
import { ordinalEnd } from './ordinals';
import { periodDate } from './periods';
import { eraEnd, isDay, isYear, isYearWord, yearDate } from './years';

type Tokens = readonly AnalysedToken[];

const AMBIGUOUS = foldedSet(entries(AMBIGUOUS_MONTHS));
const TAIL = foldedSet(words(DATE_TAILS));
const ORDINAL = foldedSet(words(ORDINALS));
/** Words that more than one month follows: شهري مايو ويونيو الماضيين. */
const SEVERAL = foldedSet(words('شهري أشهر شهور'));
const PAIR_TAIL = foldedSet(words(PAIR_TAIL_WORDS));

/** First words of month names, folded, with the second words of those that have one. */
function monthWords(): ReadonlyMap<string, ReadonlySet<string>> {
  const months = new Map<string, ReadonlySet<string>>();
  for (const name of foldedSet(entries(MONTHS))) {
    const [first = '', second = ''] = name.split(' ');
    months.set(first, new Set([...(months.get(first) ?? []), second]));
  }
  return months;
}

let months: ReturnType<typeof monthWords> | undefined;

export function monthStarts(): readonly string[] {
  return [...(months ??= monthWords()).keys(), ...ORDINAL];
}

function folded(tokens: Tokens, at: number): string {
  return tokens[at]?.folded ?? '';
}

/** Past a month name at `at` and a second name after a slash; `at` itself where there is none. */
function monthEnd(tokens: Tokens, at: number, word = folded(tokens, at), second = false): number {
  const seconds = (months ??= monthWords()).get(word);
  if (seconds === undefined) return at;
  const next = folded(tokens, at + 1);
  const two = next !== '' && seconds.has(next);
  if (!two && !seconds.has('')) return at;
  const end = two ? at + 2 : at + 1;
  if (!second && (tokens[end]?.text === '/' || tokens[end]?.text === '(')) {
    const other = monthEnd(tokens, end + 1, folded(tokens, end + 1), true);
    if (other > end + 1) return tokens[end]?.text === '/' ? other : closed(tokens, other, end);
  }
  return end;
}

export function closed(tokens: Tokens, at: number, otherwise: number): number {
  return tokens[at]?.text === ')' ? at + 1 : otherwise;
}

/** Past what may follow a month: a year, الماضي, من العام 2024, من كل عام. */
function afterMonth(tokens: Tokens, at: number): number {
  let i = at;
  if (TAIL.has(folded(tokens, i))) i++;
  const word = folded(tokens, i);
  const comma = tokens[i]?.text === '،' && isYear(folded(tokens, i + 1));
  if (comma) return i + 2;
  if (isYear(word)) return eraEnd(tokens, i + 1);
  if (word === 'من' && folded(tokens, i + 1) !== '') return afterFrom(tokens, i);
  return yearDate(tokens, i, word) ?? i;
}

/** من العام 2024، من هذا العام، من كل عام، من العام الماضي، من الشهر الجاري. */
function afterFrom(tokens: Tokens, at: number): number {
  const word = folded(tokens, at + 1);
  const third = folded(tokens, at + 2);
  const period = isYearWord(third) || third === 'الشهر';
  if ((word === 'كل' || word.startsWith('هذ')) && period) return at + 3;
  return yearDate(tokens, at + 1, word) ?? periodDate(tokens, at + 1, word) ?? at;
}

/** 3 يناير 2020، 18 و 19 من أبريل، الأول من مايو، 7-9 مارس، 15 من الشهر الجاري. */
export function dayAndMonth(tokens: Tokens, at: number, word: string): number | undefined {
  const ordinal = ORDINAL.has(word);
  if (!ordinal && !isDay(word)) return undefined;
  let i = ordinal ? secondOrdinal(tokens, ordinalEnd(tokens, at + 1)) : moreDays(tokens, at + 1);
  const of = folded(tokens, i) === 'من';
  if (of) i++;
  if (ordinal && !of) return undefined;
  const month = /^(?:ال)?شهر$/u.test(folded(tokens, i)) ? i + 1 : i;
  const end = monthEnd(tokens, month);
  if (end > month) return afterMonth(tokens, end);
  if (!of || !/شهر$/u.test(folded(tokens, i))) return undefined;
  return periodDate(tokens, i, folded(tokens, i));
}

/** الرابع والخامس من مايو. */
function secondOrdinal(tokens: Tokens, at: number): number {
  const word = folded(tokens, at);
  return word.startsWith('و') && ORDINAL.has(word.slice(1)) ? ordinalEnd(tokens, at + 1) : at;
}

/** Past و19, و 19, -19, إلى 19 after a day. */
function moreDays(tokens: Tokens, at: number): number {
  let i = at;
  for (;;) {
    const joint = tokens[i]?.text ?? '';
    const apart =
      joint === 'و' || /^[-–—]$/u.test(joint) || /^(?:الي|حتي)$/u.test(folded(tokens, i));
    if (apart && isDay(folded(tokens, i + 1))) i += 2;
    else if (/^و\d{1,2}$/.test(folded(tokens, i))) i++;
    else return i;
  }
}

/** يناير 2020, رمضان المبارك; شهري مايو ويونيو where the word for months stands before. */
export function monthDate(
  tokens: Tokens,
  at: number,
  word: string,
  opened: boolean,
): number | undefined {
  let end = monthEnd(tokens, at, word);
  if (end === at) return undefined;
  end = moreMonths(tokens, end, SEVERAL.has(folded(tokens, at - 1)));
  let stop = afterMonth(tokens, end);
  if (AMBIGUOUS.has(word) && stop === end && !opened) return undefined;
  if (folded(tokens, stop) === 'المبارك') stop++;
  // من يناير إلى مارس stays two dates.
  const name = word === 'رمضان' && stop === end && !opened;
  return name && folded(tokens, at - 1) !== 'في' ? undefined : stop;
}

/** Past ونوفمبر; names of months that are other words need the word for months before them. */
function moreMonths(tokens: Tokens, at: number, told: boolean): number {
  let i = at;
  while (folded(tokens, i).startsWith('و')) {
    const word = folded(tokens, i).slice(1);
    const end = monthEnd(tokens, i, word);
    if (end === i || (!told && AMBIGUOUS.has(word))) break;
    i = end;
  }
  return i > at && PAIR_TAIL.has(folded(tokens, i)) ? i + 1 : i;
}
