import { startOf, type AnalysedToken } from '../analysis';
import { AskedOnce } from '../askedOnce';
import { CLOCK_TAILS } from '../lexicon/calendar';
import { words } from '../lexicon/entries';
import { HOURS_WORDS } from '../lexicon/quantityClues';
import { foldedSet, union } from '../phrases';
import { isFigures } from './numberPhrase';
import { DAY_PART } from './periods';
import { startsWithDigit } from '../letters';

type Tokens = readonly AnalysedToken[];

const CLOCK = foldedSet(words(CLOCK_TAILS));
const HOURS = foldedSet(words(HOURS_WORDS));
/** The hour of the day, or the minute of a match. */
const HOUR_WORD = foldedSet(words('الساعة الدقيقة'));
/** The first words of times. */
const START_WORDS = union(HOUR_WORD, HOURS, foldedSet(['منتصف']));
const STARTS = new AskedOnce({ has: (word) => startsWithDigit(word) || START_WORDS.has(word) });
const FRACTIONS = foldedSet(words('والنصف والربع والثلث ونصف وربع وثلث'));
const COLON_TIME = /^\d{1,2}[:.,]\d{1,2}(?::\d{2})?$/;

/** A time of the day, and the index of the first token after it. */
export interface ClockTime {
  readonly start: number;
  readonly end: number;
}

function folded(tokens: Tokens, at: number): string {
  return tokens[at]?.folded ?? '';
}

/** الساعة 10:40 مساء بتوقيت …، 22:15، الثامنة مساء، منتصف الليل. */
export function timeAt(tokens: Tokens, at: number): ClockTime | undefined {
  const token = tokens[at];
  if (token === undefined || !STARTS.hasAny(token)) return undefined;
  for (const reading of token.readings) {
    if (!STARTS.has(reading)) continue;
    const { folded: word } = reading;
    const start = startOf(token, reading);
    const end = timeEnd(tokens, at, word);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

function timeEnd(tokens: Tokens, at: number, word: string): number | undefined {
  const next = folded(tokens, at + 1);
  if (HOUR_WORD.has(word)) {
    const hour = isFigures(next) || COLON_TIME.test(next) || HOURS.has(next);
    return hour ? clockEnd(tokens, hourEnd(tokens, at + 1)) : undefined;
  }
  if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(word)) return clockEnd(tokens, at + 1);
  // 19: 48, with a blank behind the colon.
  const apart = /^\d{1,2}$/.test(word) && tokens[at + 1]?.text === ':';
  if (apart && /^[0-5]\d$/.test(folded(tokens, at + 2)) && clockEnd(tokens, at + 3) > at + 3)
    return clockEnd(tokens, at + 3);
  if (word === 'منتصف' && /^ال(?:ليل|نهار)$/u.test(next)) return clockEnd(tokens, at + 2);
  if (!HOURS.has(word)) return undefined;
  const end = hourEnd(tokens, at);
  // الخامسة من صباح اليوم
  const from = folded(tokens, end) === 'من' && DAY_PART.has(folded(tokens, end + 1));
  return from || CLOCK.has(folded(tokens, end)) ? clockEnd(tokens, end) : undefined;
}

function hourEnd(tokens: Tokens, at: number): number {
  let i = at + 1;
  if (folded(tokens, i) === 'عشره') i++;
  if (FRACTIONS.has(folded(tokens, i))) return minutesEnd(tokens, i + 1);
  if (folded(tokens, i) === 'الا' && /^(?:ربع|ثلث|خمس)/u.test(folded(tokens, i + 1))) return i + 2;
  return minutesEnd(tokens, i);
}

/** و20 دقيقة, و 20 دقيقة. */
function minutesEnd(tokens: Tokens, at: number): number {
  const apart = folded(tokens, at) === 'و' ? at + 1 : at;
  const minutes = /^و?\d{1,2}$/.test(folded(tokens, apart));
  return minutes && /^دق/u.test(folded(tokens, apart + 1)) ? apart + 2 : at;
}

/** صباحا، بعد الظهر، من مساء اليوم، بتوقيت موسكو، بالتوقيت المحلي، ت غ. */
function clockEnd(tokens: Tokens, at: number): number {
  let i = at;
  const word = (k: number): string => folded(tokens, k);
  if (word(i) === 'بعد' && /^(?:ال)?ظهر$/u.test(word(i + 1))) i += 2;
  else if (word(i) === 'من' && DAY_PART.has(word(i + 1)))
    i += /^(?:اليوم|امس)$/u.test(word(i + 2)) ? 3 : 2;
  else if (CLOCK.has(word(i)) && word(i) !== 'بعد') i++;
  return zoneEnd(tokens, i);
}

function zoneEnd(tokens: Tokens, at: number): number {
  const word = folded(tokens, at);
  if (/^(?:تغ|ت\.غ|غرينتش|جرينتش|gmt|utc)$/iu.test(word)) return at + 1;
  if (word === 'ت' && folded(tokens, at + 1) === 'غ') return at + 2;
  if (!/^بال?توقيت$|^بتوقيت$/u.test(word) || tokens[at + 1]?.kind !== 'word') return at;
  return folded(tokens, at + 2) === 'المكرمه' ? at + 3 : at + 2;
}
