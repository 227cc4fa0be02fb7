import type { Localized } from '../../model/issue';
import { startOf, type AnalysedToken, type Reading } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { Detector, EntitySuggestion } from '../detector';
import { entity } from '../found';
import { DATE_OPENERS, SEASONS } from '../lexicon/calendar';
import { words } from '../lexicon/entries';
import { foldedSet, union } from '../phrases';
import { timeAt } from './clock';
import { coreDate, DATE_STARTS, isWeekday } from './dateCore';
import { DAY_PART, edgeOf } from './periods';
import { startsWithDigit } from '../letters';

const ID = 'dates';
const WHY_DATE: Localized = { en: 'date', ar: 'تاريخ' };
const WHY_TIME: Localized = { en: 'time of day', ar: 'وقت من اليوم' };
const OPENERS = foldedSet([...words(DATE_OPENERS), ...words(SEASONS)]);
/** The first words of dates. */
const START_WORDS = union(OPENERS, DATE_STARTS, foldedSet(['بعد']));
const STARTS = new AskedOnce({ has: (word) => startsWithDigit(word) || START_WORDS.has(word) });
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
  const token = tokens[at];
  if (token === undefined || !STARTS.hasAny(token)) return undefined;
  for (const reading of token.readings) {
    if (!STARTS.has(reading)) continue;
    const found = openedDate(tokens, at, reading);
    if (found !== undefined) return { ...found, start: startOf(token, reading) };
  }
  return undefined;
}

/** Words such as مساء, نهاية and يوم before a date belong to it: نهاية شهر مايو, بعد ظهر الثلاثاء. */
function openedDate(
  tokens: readonly AnalysedToken[],
  at: number,
  reading: Reading,
): { end: number; score: number } | undefined {
  const spell = spellAt(tokens, at, reading.folded);
  if (spell !== undefined) return { end: spell, score: 0.95 };
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
  if (longest !== undefined) return { end: onDay(tokens, at, longest), score: 0.97 };
  // ربيع الأول and ليلة القدر open with words that open other dates.
  const alone = coreDate(tokens, at, reading.folded, false);
  return alone === undefined ? undefined : { end: onDay(tokens, at, alone), score: 0.93 };
}

/** الفترة من 14 إلى 16 فبراير, الفترة بين مارس ومايو 2013: a spell with its first and last day. */
function spellAt(tokens: readonly AnalysedToken[], at: number, word: string): number | undefined {
  if (word !== 'الفتره') return undefined;
  const from = /^(?:من|بين)$/u.test(tokens[at + 1]?.folded ?? '') ? at + 2 : undefined;
  if (from === undefined) return undefined;
  const end = coreDate(tokens, from, tokens[from]?.folded ?? '', true);
  if (end === undefined) return undefined;
  const joined = /^(?:الي|حتي)$/u.test(tokens[end]?.folded ?? '') ? end + 1 : undefined;
  return (joined && coreDate(tokens, joined, tokens[joined]?.folded ?? '', true)) ?? end;
}

/** الأحد في 7 أبريل: a weekday and its date are one. */
function onDay(tokens: readonly AnalysedToken[], at: number, end: number): number {
  if (tokens[end]?.folded !== 'في' || !startsWithDigit(tokens[end + 1]?.folded ?? '')) return end;
  let weekday = false;
  for (let i = at; i < end; i++) weekday ||= isWeekday(tokens[i]?.folded ?? '');
  if (!weekday) return end;
  return coreDate(tokens, end + 1, tokens[end + 1]?.folded ?? '', false) ?? end;
}
