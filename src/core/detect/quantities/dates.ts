import type { Localized } from '../../model/issue';
import type { AnalysedToken, Reading } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { Detector, EntitySuggestion } from '../detector';
import { entity } from '../found';
import { DATE_OPENERS, SEASONS } from '../lexicon/calendar';
import { words } from '../lexicon/entries';
import { foldedSet } from '../phrases';
import { timeAt } from './clock';
import { coreDate, startsDate } from './dateCore';
import { DAY_PART, edgeOf } from './periods';

const ID = 'dates';
const WHY_DATE: Localized = { en: 'date', ar: 'تاريخ' };
const WHY_TIME: Localized = { en: 'time of day', ar: 'وقت من اليوم' };
const OPENERS = foldedSet([...words(DATE_OPENERS), ...words(SEASONS)]);
/** The first words of dates. */
const STARTS = new AskedOnce({
  has: (word) => word === 'بعد' || OPENERS.has(word) || startsDate(word),
});
/** Most openers in a row: بعد ظهر يوم, صباح يوم. */
const MOST_OPENERS = 3;

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

interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

function dateAt(tokens: readonly AnalysedToken[], at: number): FoundDate | undefined {
  for (const reading of tokens[at]?.readings ?? []) {
    if (!STARTS.has(reading)) continue;
    const found = openedDate(tokens, at, reading);
    if (found !== undefined) return { ...found, start: reading.start };
  }
  return undefined;
}

/** Words such as مساء, نهاية and يوم before a date belong to it: نهاية شهر مايو, بعد ظهر الثلاثاء. */
function openedDate(
  tokens: readonly AnalysedToken[],
  at: number,
  reading: Reading,
): { end: number; score: number } | undefined {
  let i = at;
  let word = reading.folded;
  if (word === 'بعد' && DAY_PART.has(tokens[i + 1]?.folded ?? '')) word = tokens[++i]?.folded ?? '';
  let edge: number | undefined;
  for (let opened = 0; opened < MOST_OPENERS && OPENERS.has(word); opened++) {
    edge = edgeOf(tokens, i + 1, word) ?? edge;
    word = tokens[++i]?.folded ?? '';
  }
  const end = i > at ? coreDate(tokens, i, word, true) : undefined;
  const longest = end ?? edge;
  if (longest !== undefined) return { end: longest, score: 0.97 };
  // ربيع الأول and ليلة القدر open with words that open other dates.
  const alone = coreDate(tokens, at, reading.folded, false);
  return alone === undefined ? undefined : { end: alone, score: 0.93 };
}
