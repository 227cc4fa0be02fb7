import type { AnalysedToken } from '../analysis';
import {
  AMBIGUOUS_MONTHS,
  AMBIGUOUS_WEEKDAYS,
  DATE_TAILS,
  ERA_MARKS,
  FIXED_DATES,
  MONTHS,
  PERIODS,
  RELATIVES,
  WEEKDAYS,
  YEAR_WORDS,
} from '../lexicon/calendar';
import { entries, words } from '../lexicon/entries';
import { EVENT_DAY_ADJECTIVES } from '../lexicon/events';
import { ORDINALS } from '../lexicon/numbers';
import { LazySet } from '../lazySet';
import { foldedSet } from '../phrases';

type Tokens = readonly AnalysedToken[];

const AMBIGUOUS_MONTH = foldedSet(entries(AMBIGUOUS_MONTHS));
const WEEKDAY = foldedSet(entries(WEEKDAYS));
const AMBIGUOUS_WEEKDAY = foldedSet(entries(AMBIGUOUS_WEEKDAYS));
const TAIL = foldedSet(words(DATE_TAILS));
const ERA = foldedSet(words(ERA_MARKS));
const PERIOD = foldedSet(words(PERIODS));
const RELATIVE = foldedSet(words(RELATIVES));
const YEAR_WORD = foldedSet(words(YEAR_WORDS));
const EVENT_DAY = foldedSet(words(EVENT_DAY_ADJECTIVES));
const ORDINAL = foldedSet(words(ORDINALS));
const FEW = foldedSet(
  words(
    'القليلة القليلين المالي الدراسي الميلادي الهجري الثلاثة الأربعة الخمسة الستة العشرة الثلاث الأربع الخمس الست السبع العشر المالية الدراسية',
  ),
);
const DECADES = foldedSet(
  ['عشرين', 'ثلاثين', 'أربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين'].flatMap((ten) => [
    `${ten}ات`,
    `${ten}يات`,
    `ال${ten}ات`,
    `ال${ten}يات`,
  ]),
);
const FULL_DATE = /^(?:\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|\d{4}[/.]\d{1,2}[/.]\d{1,2})$/;
/** Words after which a bare year is a number of something, not a year. */
const COUNTED = foldedSet(words('نحو حوالي زهاء قرابة أكثر أقل من رقم الرقم بلغ بلغت يبلغ'));
const PARTICLES = foldedSet(words('في إلى على من عن بعد قبل حيث إن أن التي الذي'));
const YEAR_LEADS = foldedSet(words('منذ حتى في خلال قبل بعد حوالي انتخابات أزمة'));

/** First words of month names, folded, with the second words of those that have one. */
function monthWords(): Map<string, ReadonlySet<string>> {
  const months = new Map<string, ReadonlySet<string>>();
  for (const name of foldedSet(entries(MONTHS))) {
    const [first = '', second = ''] = name.split(' ');
    months.set(first, new Set([...(months.get(first) ?? []), second]));
  }
  return months;
}

/** First words of dates with names of their own, folded, with what follows them, the longest first. */
function fixedDates(): Map<string, readonly (readonly string[])[]> {
  const dates = new Map<string, readonly (readonly string[])[]>();
  for (const phrase of foldedSet(entries(FIXED_DATES))) {
    const [first = '', ...rest] = phrase.split(' ');
    dates.set(
      first,
      [...(dates.get(first) ?? []), rest].sort((a, b) => b.length - a.length),
    );
  }
  return dates;
}

let months: ReturnType<typeof monthWords> | undefined;
let fixed: ReturnType<typeof fixedDates> | undefined;
const secondMonthWords = (word: string): ReadonlySet<string> | undefined =>
  (months ??= monthWords()).get(word);
const fixedTails = (word: string): readonly (readonly string[])[] | undefined =>
  (fixed ??= fixedDates()).get(word);

/** Every word that can start a date: most words are none, and are let go by one look-up. */
const STARTS: ReadonlySet<string> = new LazySet(
  () =>
    new Set([
      ...(months ??= monthWords()).keys(),
      ...(fixed ??= fixedDates()).keys(),
      ...[WEEKDAY, YEAR_WORD, PERIOD, ORDINAL, DECADES].flatMap((set) => [...set]),
    ]),
);

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
  if (!STARTS.has(word) && !/^\d/.test(word)) return undefined;
  return (
    numericDate(tokens, at, word) ??
    dayAndMonth(tokens, at, word) ??
    monthDate(tokens, at, word, opened) ??
    weekdayDate(tokens, at, word, opened) ??
    todayDate(tokens, at, word) ??
    yearDate(tokens, at, word) ??
    fixedDate(tokens, at, word) ??
    periodDate(tokens, at, word) ??
    decadeDate(tokens, at, word)
  );
}

function folded(tokens: Tokens, at: number): string {
  return tokens[at]?.folded ?? '';
}

function isYear(word: string): boolean {
  return /^(?:1[0-9]\d\d|20\d\d)$/.test(word);
}

function isDay(word: string): boolean {
  return /^(?:0?[1-9]|[12]\d|3[01])$/.test(word);
}

/** Past a month name at `at` and a second name after a slash; `at` itself where there is none. */
function monthEnd(tokens: Tokens, at: number, word = folded(tokens, at), second = false): number {
  const seconds = secondMonthWords(word);
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

function closed(tokens: Tokens, at: number, otherwise: number): number {
  return tokens[at]?.text === ')' ? at + 1 : otherwise;
}

/** Past what may follow a month: a year, الماضي, من العام 2024, من كل عام. */
function afterMonth(tokens: Tokens, at: number): number {
  let i = at;
  if (TAIL.has(folded(tokens, i))) i++;
  const word = folded(tokens, i);
  const comma = tokens[i]?.text === '،' && isYear(folded(tokens, i + 1));
  if (comma) return i + 2;
  if (isYear(word) || (/^1[0-4]\d\d$/.test(word) && i > at)) return eraEnd(tokens, i + 1);
  if (word === 'من' && folded(tokens, i + 1) !== '') return afterFrom(tokens, i);
  if (YEAR_WORD.has(word)) return yearDate(tokens, i, word) ?? i;
  return i;
}

/** من العام 2024، من هذا العام، من كل عام، من العام الماضي، من الشهر الجاري. */
function afterFrom(tokens: Tokens, at: number): number {
  const word = folded(tokens, at + 1);
  const third = folded(tokens, at + 2);
  const period = YEAR_WORD.has(third) || third === 'الشهر';
  if ((word === 'كل' || word.startsWith('هذ')) && period) return at + 3;
  const year = YEAR_WORD.has(word) ? yearDate(tokens, at + 1, word) : undefined;
  return year ?? periodDate(tokens, at + 1, word) ?? at;
}

function eraEnd(tokens: Tokens, at: number): number {
  return ERA.has(folded(tokens, at)) ? at + 1 : at;
}

/** 3/1/2020, 2020/1/3; 2014-2020; 2020-01-03. */
function numericDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (FULL_DATE.test(word)) return eraEnd(tokens, at + 1);
  if (!/^\d/.test(word)) return undefined;
  const dash = /^[-–—/]$/u;
  const joined = dash.test(tokens[at + 1]?.text ?? '');
  const second = folded(tokens, at + 2);
  if (joined && /^\d{1,2}$/.test(second) && dash.test(tokens[at + 3]?.text ?? '')) {
    const third = folded(tokens, at + 4);
    if ((isYear(word) && isDay(third)) || (isDay(word) && isYear(third))) return at + 5;
  }
  if (!isYear(word)) return undefined;
  if (joined && isYear(second)) return at + 3;
  return bareYear(tokens, at) ? eraEnd(tokens, at + 1) : undefined;
}

/** A year by itself: in brackets, at the end of a clause, or after a word such as منذ. */
function bareYear(tokens: Tokens, at: number): boolean {
  const word = folded(tokens, at);
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before !== undefined && COUNTED.has(before.folded) && before.folded !== 'حوالي') return false;
  const alone = after === undefined || after.kind === 'punctuation';
  if (/^(?:19|20)\d\d$/.test(word)) {
    if (alone || YEAR_LEADS.has(before?.folded ?? '') || ERA.has(after.folded)) return true;
    return before?.kind === 'word' && PARTICLES.has(after.folded);
  }
  return ERA.has(after?.folded ?? '');
}

/** 3 يناير 2020، 18 و 19 من أبريل، الأول من مايو، 7-9 مارس. */
function dayAndMonth(tokens: Tokens, at: number, word: string): number | undefined {
  const ordinal = ORDINAL.has(word);
  if (!ordinal && !isDay(word)) return undefined;
  let i = at + 1;
  if (ordinal) {
    if (/^(?:عشر|والعشرين|والعشرون|والثلاثين|والثلاثون)$/u.test(folded(tokens, i))) i++;
  } else {
    const joint = tokens[i]?.text ?? '';
    if ((joint === 'و' || /^[-–—]$/u.test(joint)) && isDay(folded(tokens, i + 1))) i += 2;
    else if (/^و\d{1,2}$/.test(folded(tokens, i))) i++;
  }
  const of = folded(tokens, i) === 'من';
  if (of) i++;
  if (/^(?:ال)?شهر$/u.test(folded(tokens, i))) i++;
  if (ordinal && !of) return undefined;
  const end = monthEnd(tokens, i);
  if (end > i) return afterMonth(tokens, end);
  return of && !ordinal ? periodDate(tokens, i, folded(tokens, i)) : undefined;
}

function monthDate(tokens: Tokens, at: number, word: string, opened: boolean): number | undefined {
  const end = monthEnd(tokens, at, word);
  if (end === at) return undefined;
  let stop = afterMonth(tokens, end);
  if (AMBIGUOUS_MONTH.has(word) && stop === end && !opened) return undefined;
  // من يناير إلى مارس stays two dates; رمضان المبارك is one.
  if (folded(tokens, stop) === 'المبارك') stop++;
  const name = word === 'رمضان' && stop === end && !opened;
  return name && folded(tokens, at - 1) !== 'في' ? undefined : stop;
}

function weekdayDate(
  tokens: Tokens,
  at: number,
  word: string,
  opened: boolean,
): number | undefined {
  if (!WEEKDAY.has(word)) return undefined;
  if (AMBIGUOUS_WEEKDAY.has(word) && !opened && !setOff(tokens, at)) return undefined;
  let i = at + 1;
  const next = folded(tokens, i);
  if (next.startsWith('و') && WEEKDAY.has(next.slice(1))) i++;
  else if (next === '-' && WEEKDAY.has(folded(tokens, i + 1))) i += 2;
  if (TAIL.has(folded(tokens, i))) i++;
  const skip = /^(?:الموافق|الموافقين)$/u.test(folded(tokens, i)) ? i + 1 : i;
  const comma = tokens[skip]?.text === '،' ? skip + 1 : skip;
  const day = folded(tokens, comma);
  if (!/^\d/.test(day) && !ORDINAL.has(day)) return i;
  return dayAndMonth(tokens, comma, day) ?? numericDate(tokens, comma, day) ?? i;
}

/** A weekday alone between commas, after a verb or at the end of a clause. */
function setOff(tokens: Tokens, at: number): boolean {
  const after = tokens[at + 1];
  return after === undefined || after.kind === 'punctuation' || TAIL.has(after.folded);
}

/** اليوم، الأربعاء; مساء اليوم (الأحد). */
function todayDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (word !== 'اليوم' && word !== 'امس' && word !== 'غدا') return undefined;
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
  return word === 'اليوم' || next === '' ? at + 1 : undefined;
}

/** عام 2024، العام المالي 2024، عامي 2014 و2015، عام كامل، عام 2023-2024. */
function yearDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (!YEAR_WORD.has(word)) return undefined;
  let i = at + 1;
  if (FEW.has(folded(tokens, i)) && isYear(folded(tokens, i + 1))) i++;
  if (folded(tokens, i) === 'كامل' || folded(tokens, i) === 'كامله') return i + 1;
  if (!/^\d{1,4}$/.test(folded(tokens, i))) return undefined;
  i = eraEnd(tokens, i + 1);
  const joint = tokens[i];
  if (joint?.text === 'و' && isYear(folded(tokens, i + 1))) return i + 2;
  if (/^و\d{4}$/.test(joint?.folded ?? '')) return i + 1;
  if (/^[-–—/]$/u.test(joint?.text ?? '') && /^\d{2,4}$/.test(folded(tokens, i + 1))) return i + 2;
  return i;
}

function fixedDate(tokens: Tokens, at: number, word: string): number | undefined {
  const phrases = fixedTails(word);
  if (phrases === undefined) return undefined;
  for (const rest of phrases) {
    if (rest.every((next, k) => folded(tokens, at + 1 + k) === next)) {
      let end = at + 1 + rest.length;
      const next = folded(tokens, end);
      const yesterday = word === 'امس' || rest.at(-1) === 'امس';
      if (yesterday && WEEKDAY.has(next)) end++;
      return end;
    }
  }
  return undefined;
}

/** الشهر الماضي، الأيام القليلة المقبلة، العام المالي الجاري، الفترة 2024 - 2027. */
function periodDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (!PERIOD.has(word)) return undefined;
  let i = at + 1;
  if (isYear(folded(tokens, i)) && /^[-–—]$/u.test(tokens[i + 1]?.text ?? '')) {
    return isYear(folded(tokens, i + 2)) ? i + 3 : undefined;
  }
  if (FEW.has(folded(tokens, i))) i++;
  return RELATIVE.has(folded(tokens, i)) ? i + 1 : undefined;
}

/** التسعينيات، ثمانينيات القرن الماضي. */
function decadeDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (!DECADES.has(word)) return undefined;
  if (folded(tokens, at + 1) !== 'القرن') return at + 1;
  return fixedDate(tokens, at + 1, 'القرن') ?? periodDate(tokens, at + 1, 'القرن') ?? at + 1;
}
