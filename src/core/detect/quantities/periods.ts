import type { AnalysedToken } from '../analysis';
import { DAY_PARTS, EDGES, FIXED_DATES, PERIODS, RELATIVES } from '../lexicon/calendar';
import { entries, words } from '../lexicon/entries';
import { EDGED_WORDS, FEW_WORDS, SHARES_WORDS } from '../lexicon/quantityClues';
import { ORDINALS, ORDINAL_TENS } from '../lexicon/numbers';
import { LazySet } from '../lazySet';
import { foldedSet } from '../phrases';
import { ordinalEnd } from './ordinals';
import { eraEnd, isYear, isYearWord, yearDate } from './years';

type Tokens = readonly AnalysedToken[];

const PERIOD = foldedSet(words(PERIODS));
const RELATIVE = foldedSet(words(RELATIVES));
const ORDINAL = foldedSet(words(ORDINALS));
const TENS = foldedSet(words(ORDINAL_TENS));
const EDGE = foldedSet(words(EDGES));
const EDGED = foldedSet(words(EDGED_WORDS));
/** Between a period and what relates it: السنوات العشر الماضية. */
const FEW = foldedSet(words(FEW_WORDS));
/** Parts that ordinals count: النصف الأول من العام. */
const SHARES = foldedSet(words(SHARES_WORDS));
const ERA = /^ال(?:ميلادي|هجري|جاري|حالي)ه?$/u;
const DECADES = new LazySet(
  () =>
    new Set(
      foldedSet(
        ['عشرين', 'ثلاثين', 'أربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين'].flatMap(
          (ten) => [`${ten}ات`, `${ten}يات`, `ال${ten}ات`, `ال${ten}يات`],
        ),
      ),
    ),
);

/** First words of dates with names of their own, folded, with what follows them, the longest first. */
function fixedDates(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const dates = new Map<string, readonly (readonly string[])[]>();
  for (const phrase of foldedSet(entries(FIXED_DATES))) {
    const [first = '', ...rest] = phrase.split(' ');
    const known = dates.get(first) ?? [];
    dates.set(
      first,
      [...known, rest].sort((a, b) => b.length - a.length),
    );
  }
  return dates;
}

let fixed: ReturnType<typeof fixedDates> | undefined;

/** Words that can start what this file reads. */
export function periodStarts(): readonly string[] {
  return [...(fixed ??= fixedDates()).keys(), ...PERIOD, ...DECADES, ...SHARES];
}

function folded(tokens: Tokens, at: number): string {
  return tokens[at]?.folded ?? '';
}

/** End of a period, a decade or a date with a name of its own that starts at `at`. */
export function periodAt(tokens: Tokens, at: number, word: string): number | undefined {
  return (
    shareOf(tokens, at, word) ??
    centuryDate(tokens, at, word) ??
    fixedDate(tokens, at, word) ??
    periodDate(tokens, at, word) ??
    decadeDate(tokens, at, word)
  );
}

/** مطلع العام, نهاية الموسم الحالي: an edge of a period that needs nothing else. */
export function edgeOf(tokens: Tokens, at: number, opener: string): number | undefined {
  if (!EDGE.has(opener) || !EDGED.has(folded(tokens, at))) return undefined;
  return RELATIVE.has(folded(tokens, at + 1)) ? at + 2 : at + 1;
}

function fixedDate(tokens: Tokens, at: number, word: string): number | undefined {
  for (const rest of (fixed ??= fixedDates()).get(word) ?? []) {
    if (rest.every((next, k) => folded(tokens, at + 1 + k) === next)) return at + 1 + rest.length;
  }
  return undefined;
}

/** الشهر الماضي، الأيام القليلة المقبلة، الساعات الـ24 الماضية، العام الماضي 2013، الفترة 2024 - 2027. */
export function periodDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (!PERIOD.has(word)) return undefined;
  let i = at + 1;
  if (isYear(folded(tokens, i)) && /^[-–—]$/u.test(tokens[i + 1]?.text ?? '')) {
    return isYear(folded(tokens, i + 2)) ? i + 3 : undefined;
  }
  // الفترة الماضية says nothing of when.
  if (word === 'الفتره') return undefined;
  i = fewEnd(tokens, i);
  if (!RELATIVE.has(folded(tokens, i))) return undefined;
  const year = isYearWord(word) && isYear(folded(tokens, i + 1));
  return year ? i + 2 : i + 1;
}

/** Past a number between a period and its adjective: العشر, ال 24, الـ24, الاثني عشر. */
function fewEnd(tokens: Tokens, at: number): number {
  const word = folded(tokens, at);
  if (/^ال\d{1,3}$/.test(word)) return at + 1;
  if (word === 'ال' && /^\d{1,3}$/.test(folded(tokens, at + 1))) return at + 2;
  let i = at;
  while (i < at + 2 && FEW.has(folded(tokens, i))) i++;
  return i;
}

/** النصف الأول من عام 2013, الربع الثالث من 2013, الأشهر الستة الأولى من العام الجاري. */
function shareOf(tokens: Tokens, at: number, word: string): number | undefined {
  if (!SHARES.has(word)) return undefined;
  const first = fewEnd(tokens, at + 1);
  const ordinal = folded(tokens, first);
  if (!ORDINAL.has(ordinal) && !/^الاخيره?$/u.test(ordinal)) return undefined;
  const of = ordinalEnd(tokens, first + 1);
  return folded(tokens, of) === 'من' ? wholeDate(tokens, of + 1) : undefined;
}

/** A year, a century or a related period: what a share is of. */
function wholeDate(tokens: Tokens, at: number): number | undefined {
  const word = folded(tokens, at);
  if (isYear(word)) return eraEnd(tokens, at + 1);
  return (
    yearDate(tokens, at, word) ??
    centuryDate(tokens, at, word) ??
    fixedDate(tokens, at, word) ??
    periodDate(tokens, at, word) ??
    (EDGED.has(word) ? at + 1 : undefined)
  );
}

/** القرن التاسع عشر الميلادي, القرنين الأول والثاني, القرن ال 19, الألفية الثالثة. */
function centuryDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (!/^(?:القرن|القرنين|القرنان|الالفيه)$/u.test(word)) return undefined;
  const figures = fewEnd(tokens, at + 1);
  const plain = /^\d{1,2}$/.test(folded(tokens, at + 1)) ? at + 2 : figures;
  const next = folded(tokens, plain);
  const end = ORDINAL.has(next)
    ? ordinalEnd(tokens, plain + 1)
    : TENS.has(next)
      ? plain + 1
      : plain;
  if (end === at + 1) return undefined;
  const second = folded(tokens, end);
  const two =
    second.startsWith('وال') && (ORDINAL.has(second.slice(1)) || TENS.has(second.slice(1)));
  const last = two ? ordinalEnd(tokens, end + 1) : end;
  return ERA.test(folded(tokens, last)) ? last + 1 : eraEnd(tokens, last);
}

/** التسعينيات، ثمانينيات القرن الماضي، الستينات من القرن العشرين. */
function decadeDate(tokens: Tokens, at: number, word: string): number | undefined {
  if (!DECADES.has(word)) return undefined;
  const of = folded(tokens, at + 1) === 'من' ? at + 2 : at + 1;
  if (folded(tokens, of) !== 'القرن') return at + 1;
  return wholeDate(tokens, of) ?? at + 1;
}

/** Words that name a part of the day: مساء. */
export const DAY_PART = foldedSet(words(DAY_PARTS));
