import type { AnalysedToken } from '../analysis';
import { nisbaForms } from '../inflect';
import { DUAL_DURATIONS, DURATION_UNITS } from '../lexicon/calendar';
import { COUNTRIES } from '../lexicon/countries';
import { entries, words } from '../lexicon/entries';
import {
  CURRENCIES,
  CURRENCY_ADJECTIVES,
  CURRENCY_PLURALS,
  CURRENCY_SIGNS,
  DUAL_UNITS,
  MORE_CURRENCIES,
  MORE_UNITS,
  POINT_UNITS,
  UNITS,
  UNIT_TAILS,
} from '../lexicon/numbers';
import { LazySet } from '../lazySet';
import { foldedSet, union } from '../phrases';
import { withoutArticle } from '../letters';

type Tokens = readonly AnalysedToken[];

/** What a number with the words after it is, and the index of the first token after them. */
export interface Measure {
  readonly label: 'MONEY' | 'PERCENT' | 'QUANTITY' | 'DATE';
  readonly end: number;
}

const CURRENCY = foldedSet([...words(CURRENCIES), ...words(MORE_CURRENCIES)]);
const PLURALS = foldedSet(words(CURRENCY_PLURALS));
const SIGNS = foldedSet(words(CURRENCY_SIGNS));
const UNIT = foldedSet([...words(UNITS), ...words(MORE_UNITS)]);
const TAILS = foldedSet(words(UNIT_TAILS));
const POINTS = foldedSet(words(POINT_UNITS));
const DUAL_UNIT = foldedSet(words(DUAL_UNITS));
const DURATION = foldedSet(words(DURATION_UNITS));
const DUAL_DURATION = foldedSet(words(DUAL_DURATIONS));
const PERCENT = foldedSet(words('المئة المائة المية'));
/** Spans of days or longer that may stand without a number: لمدة أسبوع. */
export const LONE_DURATIONS = foldedSet(words('أسبوع شهر عام سنة يوم'));
const DUAL_POINTS = foldedSet(words('نقطتين نقطتان'));
const PERCENT_WORDS = foldedSet(words('بالمئة بالمائة بالمية'));
const HALVES = foldedSet(words('ونصف وربع وثلث'));
const ONE = foldedSet(words('واحد واحدا واحدة كامل كاملا كاملة'));
/** Currencies are of countries: جنيه مصري. */
const ADJECTIVES: ReadonlySet<string> = new LazySet(() => {
  const nisbas = COUNTRIES.split('\n').flatMap((line) => entries(line.split('|')[1] ?? ''));
  const forms = nisbas.flatMap((nisba) => nisbaForms(nisba));
  return new Set(foldedSet([...forms, ...words(CURRENCY_ADJECTIVES)]));
});

export function isCurrencySign(folded: string): boolean {
  return SIGNS.has(folded);
}

function word(tokens: Tokens, at: number): string {
  return tokens[at]?.folded ?? '';
}

/** What the words at `at`, after a number, make of it. */
export function measureAfter(tokens: Tokens, at: number): Measure | undefined {
  return percentAt(tokens, at) ?? moneyAt(tokens, at) ?? unitAt(tokens, at);
}

export function percentAt(tokens: Tokens, at: number): Measure | undefined {
  const first = word(tokens, at);
  const next = word(tokens, at + 1);
  if (first === '%' || PERCENT_WORDS.has(first)) return { label: 'PERCENT', end: at + 1 };
  const two =
    (first === 'في' && PERCENT.has(next)) || (POINTS.has(first) && next.startsWith('مئوي'));
  return two ? { label: 'PERCENT', end: at + 2 } : undefined;
}

function moneyAt(tokens: Tokens, at: number): Measure | undefined {
  const first = word(tokens, at);
  if (SIGNS.has(first)) return { label: 'MONEY', end: at + 1 };
  // ملايين الدولارات, مئات الملايين من الدولارات
  const from = first === 'من' ? at + 1 : at;
  const plural =
    PLURALS.has(word(tokens, from)) && /(?:الاف|ين|ات|ون)$/u.test(word(tokens, at - 1));
  if (plural) return { label: 'MONEY', end: adjectivesEnd(tokens, from + 1) };
  if (!CURRENCY.has(first)) return undefined;
  return { label: 'MONEY', end: adjectivesEnd(tokens, at + 1) };
}

function adjectivesEnd(tokens: Tokens, at: number): number {
  const next = word(tokens, at);
  return ADJECTIVES.has(next) || ADJECTIVES.has(withoutArticle(next)) ? at + 1 : at;
}

function unitAt(tokens: Tokens, at: number): Measure | undefined {
  const first = word(tokens, at);
  if (DURATION.has(first)) return { label: 'DATE', end: halfEnd(tokens, at + 1) };
  if (first === 'تحت' && word(tokens, at + 1) === 'الصفر')
    return { label: 'QUANTITY', end: at + 2 };
  if (onScale(tokens, at)) return { label: 'QUANTITY', end: at + 3 };
  if (!UNIT.has(first) || POINTS.has(first)) return undefined;
  // كيلو متر مربع
  const whole = /^كيلو$/u.test(first) && UNIT.has(word(tokens, at + 1)) ? at + 2 : at + 1;
  const tail = TAILS.has(word(tokens, whole)) ? whole + 1 : whole;
  const frost = /^(?:تحت|فوق)$/u.test(word(tokens, tail)) && word(tokens, tail + 1) === 'الصفر';
  const end = frost ? tail + 2 : tail;
  return { label: 'QUANTITY', end: rateEnd(tokens, halfEnd(tokens, end)) };
}

/** 6.5 على مقياس ريختر: a strength with no unit of its own. */
function onScale(tokens: Tokens, at: number): boolean {
  return word(tokens, at) === 'علي' && /^ري[خك]تر$/u.test(word(tokens, at + 2));
}

/** Per hour or second: كيلومترا في الساعة. */
function rateEnd(tokens: Tokens, at: number): number {
  const per = word(tokens, at) === 'في' && /^ال(?:ساعه|ثانيه|دقيقه)$/u.test(word(tokens, at + 1));
  const length = /متر|ميل|عقد/u.test(word(tokens, at - 1));
  return per && length ? at + 2 : at;
}

/** Past a half and the unit said again: ثلاث ساعات ونصف الساعة. */
function halfEnd(tokens: Tokens, at: number): number {
  if (!HALVES.has(word(tokens, at))) return at;
  const unit = withoutArticle(word(tokens, at + 1));
  return DURATION.has(unit) || UNIT.has(unit) ? at + 2 : at + 1;
}

/** Words that `ownMeasure` makes something of at some of the places where they stand. */
export const MEASURES = union(
  POINTS,
  DUAL_POINTS,
  DUAL_UNIT,
  DUAL_DURATION,
  DURATION,
  UNIT,
  CURRENCY,
);

/** A unit, duration or currency that says its number itself: ساعتين, عام ونصف, دولارا واحدا. */
export function ownMeasure(tokens: Tokens, at: number, folded: string): Measure | undefined {
  if (DUAL_UNIT.has(folded)) return { label: 'QUANTITY', end: halfEnd(tokens, at + 1) };
  if (DUAL_DURATION.has(folded)) return { label: 'DATE', end: halfEnd(tokens, at + 1) };
  if (POINTS.has(folded) || DUAL_POINTS.has(folded)) return pointsAt(tokens, at);
  const label = labelOf(folded);
  if (label === undefined) return undefined;
  if (ONE.has(word(tokens, at + 1))) {
    const whole = word(tokens, at + 1).startsWith('كامل') && label === 'MONEY';
    return whole ? undefined : { label, end: at + 2 };
  }
  const half = label === 'MONEY' ? at + 1 : halfEnd(tokens, at + 1);
  return half > at + 1 ? { label, end: half } : undefined;
}

/** نقطتين مئويتين, نقطة مئوية واحدة. */
function pointsAt(tokens: Tokens, at: number): Measure | undefined {
  if (!word(tokens, at + 1).startsWith('مئوي')) return undefined;
  return { label: 'PERCENT', end: ONE.has(word(tokens, at + 2)) ? at + 3 : at + 2 };
}

/** نصف ساعة, ربع قرن: a fraction of a unit at `at`. */
export function fractionOf(tokens: Tokens, at: number): Measure | undefined {
  const unit = word(tokens, at);
  const label = labelOf(unit) ?? (unit.startsWith('ال') ? labelOf(unit.slice(2)) : undefined);
  return label === undefined || label === 'MONEY' ? undefined : { label, end: at + 1 };
}

function labelOf(folded: string): Measure['label'] | undefined {
  if (DURATION.has(folded)) return 'DATE';
  if (UNIT.has(folded) && !POINTS.has(folded)) return 'QUANTITY';
  return CURRENCY.has(folded) ? 'MONEY' : undefined;
}
