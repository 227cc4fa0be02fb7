import type { Localized } from '../../model/issue';
import { startOf, type AnalysedToken } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { Detector, EntitySuggestion } from '../detector';
import { entity } from '../found';
import { words } from '../lexicon/entries';
import { AFTER_DURATION_WORDS, AGES_WORDS, DURING_WORDS } from '../lexicon/quantityClues';
import { DEFINITE_NUMBERS, FRACTIONS, SHARES } from '../lexicon/numbers';
import { foldedSet, union } from '../phrases';
import { isDefinite } from '../vocabulary';
import {
  fractionOf,
  isCurrencySign,
  LONE_DURATIONS,
  MEASURES,
  measureAfter,
  percentAt,
  ownMeasure,
  type Measure,
} from './measures';
import { numberAt, type NumberPhrase } from './numberPhrase';
import { ORDINAL_WORDS, ordinalAt, SERIES } from './ordinals';

const ID = 'numbers';
const WHY = {
  MONEY: { en: 'number with a currency', ar: 'عدد مع عملة' },
  PERCENT: { en: 'percentage', ar: 'نسبة مئوية' },
  QUANTITY: { en: 'number with a unit', ar: 'عدد مع وحدة قياس' },
  DATE: { en: 'number of days, months or years', ar: 'عدد أيام أو أشهر أو سنوات' },
  CARDINAL: { en: 'number', ar: 'عدد' },
  ORDINAL: { en: 'ordinal', ar: 'عدد ترتيبي' },
} satisfies Record<string, Localized>;
type Label = keyof typeof WHY;
type Tokens = readonly AnalysedToken[];
type Push = (label: Label, start: number, end: number, score: number) => number;

const FRACTION = foldedSet(words(FRACTIONS));
const SHARE = foldedSet(words(SHARES));
const FEW = foldedSet(words('بضع بضعة عدة'));
/** نحو ساعة, حوالي كيلوغرام: one of a unit that no number counts. */
const LONE_UNIT = /^(?:ساعه|دقيقه|كيلومتر|كيلوغرام|كيلوجرام|طن|متر)$/u;
/** Units of time shorter than a day. */
const CLOCK = /^[وفبل]?(?:ساع|دقيق|دقاءق|دقائق|ثاني|ثوان)/u;
const APPROXIMATE = /^(?:نحو|حوالي|قرابه|زهاء)$/u;
const HALF = foldedSet(words('ونصف وربع وثلث'));
const ONES = foldedSet(['واحد', 'واحدة']);
const NOT_ONE = foldedSet(words('كل أي لا أحد رقم'));
/** Short number words that stay clear with a letter before them: لسبع دول, but not لست. */
const CLEAR = foldedSet(words('خمس سبع تسع مئة'));
/** Words before an age: البالغ من العمر 45 عاما. */
const AGES = foldedSet(words(AGES_WORDS));
/** Words before a duration that has no number: لمدة أسبوع. */
const DURING = foldedSet(words(DURING_WORDS));
const AFTER_DURATION = foldedSet(words(AFTER_DURATION_WORDS));

/** الكواكب الثلاثة, الدول الخمس: behind the plural that they count. */
const DEFINITE_SMALL = foldedSet(words(DEFINITE_NUMBERS));
/** Words that `scanWord` makes something of. */
const COUNTING = new AskedOnce(
  union(FRACTION, FEW, SHARE, MEASURES, ORDINAL_WORDS, LONE_DURATIONS, DEFINITE_SMALL),
);

/** Counts, amounts, percentages, measures, durations and ordinals. */
export function numbers(): Detector {
  return {
    id: ID,
    name: { en: 'Numbers and amounts', ar: 'الأعداد والمقادير' },
    labels: Object.keys(WHY),
    detect(analysis) {
      const found: EntitySuggestion[] = [];
      const push: Push = (label, start, end, score) => {
        found.push(entity(analysis, ID, label, start, end, score, WHY[label]));
        return end;
      };
      for (let i = 0; i < analysis.tokens.length; i++) {
        const next = scan(analysis.tokens, i, push);
        if (next > i) i = next - 1;
      }
      return found;
    },
  };
}

/** Proposes what starts at token `i`; returns the index to go on from, or `i` where nothing starts. */
function scan(tokens: Tokens, i: number, push: Push): number {
  const number = numberAt(tokens, i);
  if (number !== undefined) return scanNumber(tokens, i, number, push);
  return scanSign(tokens, i, push) ?? scanWord(tokens, i, push);
}

/** $25 مليون, %40. */
function scanSign(tokens: Tokens, i: number, push: Push): number | undefined {
  const sign = tokens[i];
  if (sign === undefined || sign.kind === 'word') return undefined;
  if (!isCurrencySign(sign.folded) && sign.folded !== '%') return undefined;
  const after = numberAt(tokens, i + 1);
  if (after?.form !== 'digits') return undefined;
  return push(sign.folded === '%' ? 'PERCENT' : 'MONEY', sign.start, after.end, 0.95);
}

function scanNumber(tokens: Tokens, i: number, number: NumberPhrase, push: Push): number {
  const measure = measureAfter(tokens, number.end) ?? halfMeasure(tokens, number.end);
  if (measure !== undefined) {
    const end = clockEnd(tokens, secondMeasure(tokens, i, measure));
    return push(labelOf(tokens, i, measure), number.start, end, 0.94);
  }
  const range = rangeEnd(tokens, i, number);
  const whole = range === undefined ? undefined : measureAfter(tokens, range);
  if (whole !== undefined) return push(labelOf(tokens, i, whole), number.start, whole.end, 0.9);
  if (!countsAlone(tokens, i, number)) return number.end;
  if (range !== undefined && shareScale(tokens, i, number, range))
    return push('CARDINAL', number.start, range, 0.86);
  const label = ranks(tokens, i, number) ? 'ORDINAL' : 'CARDINAL';
  return push(label, number.start, number.end, cardinalScore(number));
}

/** الدورة الـ41, الدورة ال 41: which of a series. */
function ranks(tokens: Tokens, at: number, { form, proclitics }: NumberPhrase): boolean {
  const apart = tokens[at - 1]?.folded === 'ال';
  if (form !== 'digits' || !(apart || proclitics.endsWith('ال'))) return false;
  return SERIES.has(tokens[apart ? at - 2 : at - 1]?.folded ?? '');
}

/** عشر سنوات إلى 15 سنة: past a second amount of the same kind; من … إلى … is a change between two. */
function secondMeasure(tokens: Tokens, at: number, { label, end }: Measure): number {
  if (tokens[end]?.folded !== 'الي' || tokens[at - 1]?.folded === 'من') return end;
  const number = numberAt(tokens, end + 1);
  const second = number?.proclitics === '' ? measureAfter(tokens, number.end) : undefined;
  return second?.label === label ? second.end : end;
}

/** اثنان ونصف في المئة: a half between the number and what it counts. */
function halfMeasure(tokens: Tokens, at: number): Measure | undefined {
  return HALF.has(tokens[at]?.folded ?? '') ? measureAfter(tokens, at + 1) : undefined;
}

function labelOf(tokens: Tokens, at: number, measure: Measure): Label {
  return measure.label === 'DATE' && isAge(tokens, at, measure.end) ? 'QUANTITY' : measure.label;
}

function cardinalScore(number: NumberPhrase): number {
  if (number.form === 'digits') return 0.85;
  return number.proclitics === '' ? 0.8 : 0.7;
}

/** 25 و 30 مليار دولار، مليار و1.5 مليار, 3 إلى 4 في المئة: end of a second number joined to the first. */
function rangeEnd(tokens: Tokens, at: number, first: NumberPhrase): number | undefined {
  const joint = tokens[first.end];
  if (joint === undefined) return undefined;
  // من 12 إلى 9 في المئة is a change between two.
  const upTo = joint.folded === 'الي' && tokens[at - 1]?.folded !== 'من';
  const separate = upTo || joint.folded === 'و' || joint.folded === 'او' || joint.folded === '-';
  if (separate || joint.text === '–') return numberAt(tokens, first.end + 1)?.end;
  const second = numberAt(tokens, first.end);
  return second?.proclitics === 'و' ? second.end : undefined;
}

/** بين 300 و 400 ألف, ما بين 300 إلى 400 ألف: thousands of both, said once. */
function shareScale(tokens: Tokens, at: number, first: NumberPhrase, end: number): boolean {
  if (tokens[at - 1]?.folded !== 'بين' || first.form !== 'digits' || first.end > at + 1)
    return false;
  return numberAt(tokens, end - 1)?.form === 'words' && end - first.end > 1;
}

/** عن 92 عاما, البالغ 30 عاما, سامي (67 عاما). */
function isAge(tokens: Tokens, at: number, end: number): boolean {
  const before = tokens[at - 1];
  if (before?.folded === 'عن') return true;
  const years = /^(?:عام|سن)/u.test(tokens[end - 1]?.folded ?? '');
  if (years && before?.text === '(') return /^[)،]$/u.test(tokens[end]?.text ?? '');
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (tokens[i]?.readings.some((reading) => AGES.has(reading.folded)) === true) return true;
  }
  return false;
}

/** Words such as واحد or ستة that are a count here, and figures that are no part of something else. */
function countsAlone(tokens: Tokens, at: number, number: NumberPhrase): boolean {
  const before = tokens[at - 1];
  if (ONES.has(number.first)) {
    return number.proclitics === '' && before?.kind === 'word' && !NOT_ONE.has(before.folded);
  }
  // SPF 15, iPhone 6: a figure after Latin letters is part of their name.
  if (number.form === 'digits')
    return !(before?.kind === 'word' && /^[A-Za-z]+$/.test(before.text));
  if (number.first === 'صفر' || FEW.has(number.first)) return number.first !== 'صفر';
  // A cut conjunction or preposition before عشر, ست, الف is likelier a letter of another word.
  return number.proclitics === '' || number.first.length > 3 || CLEAR.has(number.first);
}

/** Duals, fractions, durations without a number, ordinals. */
function scanWord(tokens: Tokens, i: number, push: Push): number {
  const token = tokens[i];
  if (token?.kind !== 'word' || !COUNTING.hasAny(token)) return i;
  for (const reading of token.readings) {
    if (!COUNTING.has(reading)) continue;
    const { folded, proclitics } = reading;
    const start = startOf(token, reading);
    const own = ownMeasure(tokens, i, folded) ?? counted(tokens, i, folded);
    if (own !== undefined) return push(own.label, start, clockEnd(tokens, own.end), 0.85);
    const whole = tokens[i + 1]?.folded ?? '';
    // ثلث النهائي is a round, not a share.
    if (SHARE.has(folded) && isDefinite(whole) && whole !== 'النهائي')
      return push('CARDINAL', start, i + 1, 0.7);
    if (DEFINITE_SMALL.has(folded))
      return countsPlural(tokens, i) ? push('CARDINAL', start, i + 1, 0.75) : i;
    const ordinal = ordinalAt(tokens, i, folded, proclitics);
    if (ordinal !== undefined) return push('ORDINAL', start, ordinal.end, ordinal.score);
    const clock = LONE_UNIT.test(folded) ? clockEnd(tokens, i + 1) : i + 1;
    if (clock > i + 1) return push('QUANTITY', start, clock, 0.85);
    if (APPROXIMATE.test(tokens[i - 1]?.folded ?? '') && LONE_UNIT.test(folded))
      return push('QUANTITY', start, i + 1, 0.7);
    const lone = LONE_DURATIONS.has(folded) && isDuring(tokens, i, proclitics);
    if (lone) return push('DATE', start, i + 1, 0.7);
  }
  return i;
}

/** ساعتين و 10 دقائق, دقيقة و48 ثانية: past smaller units of time joined to one that ends right before `at`. */
function clockEnd(tokens: Tokens, at: number): number {
  if (!CLOCK.test(tokens[at - 1]?.folded ?? '')) return at;
  const apart = tokens[at]?.folded === 'و';
  const number = numberAt(tokens, apart ? at + 1 : at);
  if (number === undefined || (!apart && number.proclitics !== 'و')) return at;
  const measure = measureAfter(tokens, number.end);
  if (measure?.label !== 'QUANTITY' || !CLOCK.test(tokens[measure.end - 1]?.folded ?? ''))
    return at;
  return clockEnd(tokens, measure.end);
}

/** Whether a definite plural stands before the number, and no other noun completes it behind. */
function countsPlural(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  const counted = before?.kind === 'word' && /^[وف]?[بلك]?ال.../u.test(before.folded);
  return counted && tokens[at - 1]?.sentence === tokens[at]?.sentence;
}

/** نصف ساعة, بضعة أيام. */
function counted(tokens: Tokens, at: number, folded: string): Measure | undefined {
  if (FRACTION.has(folded)) return percentAt(tokens, at + 1) ?? fractionOf(tokens, at + 1);
  return FEW.has(folded) ? measureAfter(tokens, at + 1) : undefined;
}

/** لمدة أسبوع, قبل عام من ذلك: what comes before asks for a duration, and nothing after goes on with it. */
function isDuring(tokens: Tokens, at: number, proclitics: string): boolean {
  if (proclitics !== '') return false;
  // يوما بعد يوم
  if (tokens[at - 2]?.folded.startsWith(tokens[at]?.folded ?? '') === true) return false;
  const asked = tokens[at - 1]?.readings.some(({ folded }) => DURING.has(folded)) === true;
  const after = tokens[at + 1];
  return (
    asked &&
    (after === undefined || after.kind === 'punctuation' || AFTER_DURATION.has(after.folded))
  );
}
