import type { Localized } from '../../model/issue';
import type { AnalysedToken, Reading } from '../analysis';
import type { Detector, EntitySuggestion } from '../detector';
import { entity } from '../found';
import { CLOCK_TAILS, DAY_PARTS, DATE_OPENERS } from '../lexicon/calendar';
import { words } from '../lexicon/entries';
import { foldedSet } from '../phrases';
import { coreDate } from './dateCore';
import { isFigures } from './numberPhrase';

const ID = 'dates';
const WHY_DATE: Localized = { en: 'date', ar: 'تاريخ' };
const WHY_TIME: Localized = { en: 'time of day', ar: 'وقت من اليوم' };
const OPENERS = foldedSet(words(DATE_OPENERS));
const PARTS = foldedSet(words(DAY_PARTS));
const CLOCK = foldedSet(words(CLOCK_TAILS));
const HOURS = foldedSet(
  words(
    'الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية الثانية',
  ),
);
const HOUR_FRACTIONS = foldedSet(words('والنصف والربع والثلث ونصف وربع وثلث'));
const COLON_TIME = /^\d{1,2}[:.]\d{1,2}(?::\d{2})?$/;

/** Dates of a day or longer, and times of the day. */
export function dates(): Detector {
  return {
    id: ID,
    name: { en: 'Dates and times', ar: 'التواريخ والأوقات' },
    labels: ['DATE', 'TIME'],
    detect(analysis) {
      const found: EntitySuggestion[] = [];
      const { tokens } = analysis;
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (token === undefined || token.kind === 'punctuation') continue;
        const time = timeAt(tokens, i);
        if (time !== undefined) {
          found.push(entity(analysis, ID, 'TIME', time.start, time.end, 0.96, WHY_TIME));
          i = time.end - 1;
          continue;
        }
        const date = dateAt(tokens, i);
        if (date === undefined) continue;
        found.push(entity(analysis, ID, 'DATE', date.start, date.end, date.score, WHY_DATE));
        i = date.end - 1;
      }
      return found;
    },
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function dateAt(
  tokens: readonly AnalysedToken[],
  at: number,
): (Stretch & { score: number }) | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  for (const reading of token.readings) {
    const found = openedDate(tokens, at, reading);
    if (found !== undefined) return { ...found, start: reading.start };
  }
  return undefined;
}

/** Words such as مساء, نهاية and يوم before a date belong to it; two at most: نهاية شهر, بعد ظهر. */
function openedDate(
  tokens: readonly AnalysedToken[],
  at: number,
  reading: Reading,
): { end: number; score: number } | undefined {
  let i = at;
  let word = reading.folded;
  if (word === 'بعد' && PARTS.has(tokens[i + 1]?.folded ?? '')) word = tokens[++i]?.folded ?? '';
  for (let opened = 0; opened < 3 && OPENERS.has(word); opened++) word = tokens[++i]?.folded ?? '';
  const opener = i > at;
  const core = coreDate(tokens, i, opener ? word : reading.folded, opener);
  if (core === undefined) return undefined;
  return { end: core, score: opener ? 0.97 : 0.93 };
}

/** الساعة 10:40 مساء بتوقيت …، 22:15، الثامنة مساء. */
function timeAt(tokens: readonly AnalysedToken[], at: number): Stretch | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  for (const { folded, start } of token.readings) {
    if (folded === 'الساعه') {
      const next = tokens[at + 1]?.folded ?? '';
      const hour = isFigures(next) || COLON_TIME.test(next) || HOURS.has(next);
      if (!hour) continue;
      return { start, end: clockEnd(tokens, hourEnd(tokens, at + 1)) };
    }
    if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(folded)) {
      return { start, end: clockEnd(tokens, at + 1) };
    }
    if (HOURS.has(folded)) {
      const end = hourEnd(tokens, at);
      if (CLOCK.has(tokens[end]?.folded ?? '')) return { start, end: clockEnd(tokens, end) };
    }
  }
  return undefined;
}

function hourEnd(tokens: readonly AnalysedToken[], at: number): number {
  let i = at + 1;
  if (tokens[i]?.folded === 'عشره') i++;
  const word = tokens[i]?.folded ?? '';
  if (HOUR_FRACTIONS.has(word)) return i + 1;
  if (word === 'الا' && /^(?:ربع|ثلث|ربعا|ثلثا)$/u.test(tokens[i + 1]?.folded ?? '')) return i + 2;
  return i;
}

/** صباحا، بعد الظهر، بتوقيت موسكو، بالتوقيت المحلي. */
function clockEnd(tokens: readonly AnalysedToken[], at: number): number {
  let i = at;
  const word = (k: number): string => tokens[k]?.folded ?? '';
  if (word(i) === 'بعد' && /^(?:ال)?ظهر$/u.test(word(i + 1))) i += 2;
  else if (word(i) === 'من' && PARTS.has(word(i + 1))) i += word(i + 2) === 'اليوم' ? 3 : 2;
  else if (CLOCK.has(word(i)) && word(i) !== 'بعد') i++;
  if (word(i) === 'بتوقيت' && tokens[i + 1]?.kind === 'word') i += 2;
  else if (word(i) === 'بالتوقيت' && tokens[i + 1]?.kind === 'word') i += 2;
  return i;
}
