import type { Localized } from '../../model/issue';
import type { Analysis, AnalysedToken } from '../analysis';
import type { Detector, EntitySuggestion } from '../detector';
import { entity } from '../found';
import { nisbaForms } from '../inflect';
import { DUAL_DURATIONS, DURATION_UNITS } from '../lexicon/calendar';
import { COUNTRIES } from '../lexicon/countries';
import { entries, words } from '../lexicon/entries';
import {
  CONSTRUCT_ORDINALS,
  CURRENCIES,
  CURRENCY_ADJECTIVES,
  CURRENCY_SIGNS,
  DUAL_UNITS,
  FRACTIONS,
  ORDINALS,
  ORDINAL_TENS,
  POINT_UNITS,
  UNITS,
  UNIT_TAILS,
} from '../lexicon/numbers';
import { foldedSet, union } from '../phrases';
import { numberAt, type NumberPhrase } from './numberPhrase';

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

const SETS = {
  currencies: foldedSet(words(CURRENCIES)),
  signs: foldedSet(words(CURRENCY_SIGNS)),
  units: foldedSet(words(UNITS)),
  unitTails: foldedSet(words(UNIT_TAILS)),
  points: foldedSet(words(POINT_UNITS)),
  dualUnits: foldedSet(words(DUAL_UNITS)),
  durations: foldedSet(words(DURATION_UNITS)),
  dualDurations: foldedSet(words(DUAL_DURATIONS)),
  fractions: foldedSet(words(FRACTIONS)),
  ordinals: foldedSet(words(ORDINALS)),
  ordinalTens: foldedSet(words(ORDINAL_TENS)),
  constructs: foldedSet(words(CONSTRUCT_ORDINALS)),
  percent: foldedSet(words('المئة المائة الميه')),
  percentWords: foldedSet(words('بالمئة بالمائة بالمية')),
  ages: foldedSet(words('العمر عمره عمرها عمرهما عمر أعمارهم السن')),
  ones: foldedSet(['واحد', 'واحدة']),
  notOne: foldedSet(words('كل أي لا أحد رقم')),
};

const { dualUnits, dualDurations, fractions, ordinals, constructs } = SETS;
const COUNTING = union(dualUnits, dualDurations, fractions, ordinals, constructs);

/** Counts, amounts, percentages, measures, durations and ordinals. */
export function numbers(): Detector {
  const currencyTails = foldedSet(words(CURRENCY_ADJECTIVES));
  const adjectives = currencyAdjectives();
  const isCurrencyTail = (word: string): boolean => currencyTails.has(word) || adjectives.has(word);
  return {
    id: ID,
    name: { en: 'Numbers and amounts', ar: 'الأعداد والمقادير' },
    labels: Object.keys(WHY),
    detect(analysis) {
      const found: EntitySuggestion[] = [];
      const { tokens } = analysis;
      for (let i = 0; i < tokens.length; i++) {
        const next = scan(analysis, i, isCurrencyTail, found);
        if (next > i) i = next - 1;
      }
      return found;
    },
  };
}

function currencyAdjectives(): ReadonlySet<string> {
  const nisbas = COUNTRIES.split('\n').flatMap((line) => entries(line.split('|')[1] ?? ''));
  return foldedSet(nisbas.flatMap((nisba) => nisbaForms(nisba)));
}

/** Proposes what starts at token `i`; returns the index to go on from, or `i` where nothing starts. */
function scan(
  analysis: Analysis,
  i: number,
  isCurrencyTail: (word: string) => boolean,
  found: EntitySuggestion[],
): number {
  const { tokens } = analysis;
  const push = (label: Label, start: number, end: number, score: number): number => {
    found.push(entity(analysis, ID, label, start, end, score, WHY[label]));
    return end;
  };
  const number = numberAt(tokens, i);
  if (number === undefined) {
    const sign = tokens[i];
    if (sign !== undefined && (SETS.signs.has(sign.folded) || sign.folded === '%')) {
      const after = numberAt(tokens, i + 1);
      if (after?.form === 'digits') {
        return push(sign.folded === '%' ? 'PERCENT' : 'MONEY', sign.start, after.end, 0.95);
      }
    }
    return scanWord(analysis, i, push);
  }
  const measured = measure(tokens, number.end, isCurrencyTail);
  if (measured !== undefined) {
    const label = measured.label === 'DATE' && isAge(tokens, i) ? 'QUANTITY' : measured.label;
    return push(label, number.start, measured.end, 0.94);
  }
  const range = rangeEnd(tokens, number);
  if (range !== undefined) {
    const whole = measure(tokens, range, isCurrencyTail);
    if (whole !== undefined) return push(whole.label, number.start, whole.end, 0.9);
  }
  if (!countsAlone(tokens, i, number)) return number.end;
  return push('CARDINAL', number.start, number.end, cardinalScore(number));
}

function cardinalScore(number: NumberPhrase): number {
  if (number.form === 'digits') return 0.85;
  return number.proclitics === '' ? 0.8 : 0.7;
}

/** What the words after a number make of it. */
function measure(
  tokens: readonly AnalysedToken[],
  at: number,
  isCurrencyTail: (word: string) => boolean,
): { label: Label; end: number } | undefined {
  const word = tokens[at]?.folded ?? '';
  const next = tokens[at + 1]?.folded ?? '';
  if (word === '%' || SETS.percentWords.has(word)) return { label: 'PERCENT', end: at + 1 };
  if (word === 'في' && SETS.percent.has(next)) return { label: 'PERCENT', end: at + 2 };
  if (SETS.points.has(word) && next.startsWith('مئوي')) return { label: 'PERCENT', end: at + 2 };
  if (SETS.currencies.has(word)) {
    return { label: 'MONEY', end: isCurrencyTail(next) ? at + 2 : at + 1 };
  }
  if (SETS.signs.has(word)) return { label: 'MONEY', end: at + 1 };
  if (SETS.durations.has(word)) return { label: 'DATE', end: at + 1 };
  if (!SETS.units.has(word) || SETS.points.has(word)) return undefined;
  return { label: 'QUANTITY', end: SETS.unitTails.has(next) ? at + 2 : at + 1 };
}

/** 25 و 30 مليار دولار، مليار و1.5 مليار: end of a second number joined to the first. */
function rangeEnd(tokens: readonly AnalysedToken[], first: NumberPhrase): number | undefined {
  const joint = tokens[first.end];
  if (joint === undefined) return undefined;
  const separate = joint.folded === 'و' || joint.folded === 'او' || joint.folded === '-';
  if (separate || joint.text === '–') return numberAt(tokens, first.end + 1)?.end;
  const second = numberAt(tokens, first.end);
  return second?.proclitics === 'و' ? second.end : undefined;
}

function isAge(tokens: readonly AnalysedToken[], at: number): boolean {
  if (tokens[at - 1]?.folded === 'عن') return true;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (tokens[i]?.readings.some((reading) => SETS.ages.has(reading.folded)) === true) return true;
  }
  return false;
}

/** Words such as واحد or ستة that are a count here, and figures that are no part of something else. */
function countsAlone(tokens: readonly AnalysedToken[], at: number, number: NumberPhrase): boolean {
  const before = tokens[at - 1];
  if (SETS.ones.has(number.first)) {
    return number.proclitics === '' && before?.kind === 'word' && !SETS.notOne.has(before.folded);
  }
  // SPF 15, iPhone 6: a figure after Latin letters is part of their name.
  if (number.form === 'digits')
    return !(before?.kind === 'word' && /^[A-Za-z]+$/.test(before.text));
  if (number.first === 'صفر') return false;
  // A cut conjunction or preposition before عشر, ست, الف is likelier a letter of another word.
  return number.proclitics === '' || number.first.length > 3;
}

/** Duals, fractions of a unit, ordinals. */
function scanWord(
  analysis: Analysis,
  i: number,
  push: (label: Label, start: number, end: number, score: number) => number,
): number {
  const { tokens } = analysis;
  const token = tokens[i];
  if (token?.kind !== 'word') return i;
  const next = tokens[i + 1]?.folded ?? '';
  for (const { folded, start, proclitics } of token.readings) {
    if (!COUNTING.has(folded)) continue;
    if (SETS.dualUnits.has(folded)) return push('QUANTITY', start, i + 1, 0.85);
    if (SETS.dualDurations.has(folded)) return push('DATE', start, i + 1, 0.85);
    if (SETS.fractions.has(folded)) {
      if (SETS.units.has(next) && !SETS.points.has(next))
        return push('QUANTITY', start, i + 2, 0.85);
      if (SETS.durations.has(next)) return push('DATE', start, i + 2, 0.8);
    }
    const degree = tokens[i - 1]?.folded === 'بالدرجه';
    if (SETS.ordinals.has(folded) && !degree)
      return push('ORDINAL', start, ordinalEnd(tokens, i + 1), 0.75);
    // ثاني and رابع with a letter cut off are too short to trust; لأول مرة is common.
    const construct = SETS.constructs.has(folded) && (proclitics.length < 2 || folded === 'اول');
    if (construct && nounFollows(tokens[i + 1])) return push('ORDINAL', start, i + 1, 0.7);
  }
  return i;
}

/** الحادي عشر، الخامس والثمانين. */
function ordinalEnd(tokens: readonly AnalysedToken[], at: number): number {
  const word = tokens[at]?.folded ?? '';
  if (word === 'عشر' || word === 'عشره') return at + 1;
  if (word.startsWith('و') && SETS.ordinalTens.has(word.slice(1))) return at + 1;
  return at;
}

function nounFollows(token: AnalysedToken | undefined): boolean {
  if (token?.kind !== 'word') return false;
  return token.folded !== 'من' && token.folded !== 'امس' && token.folded !== 'ما';
}
