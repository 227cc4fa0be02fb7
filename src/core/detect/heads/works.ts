import type { AnalysedToken, Reading } from '../analysis';
import { words } from '../lexicon/entries';
import { GATHERINGS_WORDS } from '../lexicon/headClues';
import {
  APP_CLASSES,
  BROADCASTING,
  MORE_WORK_CLASSES,
  WORK_CLASSES,
  WORK_LINKS,
} from '../lexicon/things';
import { foldedSet, union } from '../phrases';
import { isDefinite, isWord } from '../vocabulary';
import { BARE_TITLE_WORDS, bareTitle } from './bareTitles';
import type { HeadContext, HeadName } from './headName';

const WORKS = foldedSet([...words(WORK_CLASSES), ...words(MORE_WORK_CLASSES)]);
const APPS = foldedSet(words(APP_CLASSES));
const LINKS = foldedSet(words(WORK_LINKS));
const ON_AIR = foldedSet(words(BROADCASTING));
/** Verbs whose object is a song: the singer may stand between. */
const SINGING = foldedSet(words('غنى غنت يغني تغني أنشد أنشدت'));
/** Words before a title in quotation marks. */
export const TITLED_WORDS = union(
  WORKS,
  APPS,
  SINGING,
  BARE_TITLE_WORDS,
  foldedSet(['بعنوان', 'عنوان']),
);
/** What has a title and is no work. */
const GATHERINGS = foldedSet(words(GATHERINGS_WORDS));
/** Words between the class of a work and its title: روايته الجديدة «…», فيلم وثائقي قصير بعنوان «…». */
const MOST_BETWEEN = 4;
/** So far around a programme words are looked for that tell whether it is broadcast. */
const AROUND = 8;
const WORK_SCORE = 0.82;

/** Titles after a word for a work or for software, which stays out; several where they are joined by و. */
export function titled(context: HeadContext, at: number, reading: Reading): readonly HeadName[] {
  const { folded } = reading;
  if (!TITLED_WORDS.has(folded)) return [];
  const { tokens } = context;
  const open = titleFrom(tokens, at + 1, SINGING.has(folded));
  if (open === undefined) {
    const bare = bareTitle(context, at, reading);
    return bare === undefined ? [] : [bare];
  }
  if (folded.endsWith('عنوان') && ofGathering(tokens, at)) return [];
  const label = APPS.has(folded) && !isBroadcast(tokens, at, folded) ? 'PRODUCT' : 'WORK';
  const names: HeadName[] = [];
  for (let i: number | undefined = open; i !== undefined;) {
    const end = context.reader.quoted(i);
    const first = tokens[i + 1];
    if (end === undefined || first === undefined) break;
    names.push({ label, start: first.start, end: end - 1, score: WORK_SCORE });
    const next = tokens[end]?.text === '،' ? end + 1 : end;
    i = tokens[next]?.text === 'و' ? next + 1 : undefined;
  }
  return names;
}

/** Index of the quotation mark, past adjectives and words such as بعنوان, or past `any` words. */
function titleFrom(
  tokens: readonly AnalysedToken[],
  from: number,
  any: boolean,
): number | undefined {
  for (let i = from; i <= from + MOST_BETWEEN; i++) {
    const token = tokens[i];
    if (token === undefined) return undefined;
    if (/^["«“”]$/u.test(token.text)) return i;
    if (token.text === ':') continue;
    const { folded } = token;
    const between = isWord(token) && (any || isDefinite(folded) || /(?:ي|يه|يا)$/u.test(folded));
    if (!between && !LINKS.has(folded)) return undefined;
  }
  return undefined;
}

/** ندوة بعنوان «…»: what is held has a motto, not a title. */
function ofGathering(tokens: readonly AnalysedToken[], at: number): boolean {
  for (let i = Math.max(0, at - MOST_BETWEEN); i < at; i++)
    if (tokens[i]?.readings.some(({ folded }) => GATHERINGS.has(folded)) === true) return true;
  return false;
}

/** برنامج «…» on the air is a show, elsewhere software. */
function isBroadcast(tokens: readonly AnalysedToken[], at: number, head: string): boolean {
  if (!head.startsWith('برنامج')) return false;
  const around = tokens.slice(Math.max(0, at - AROUND), at + AROUND);
  return around.some(({ readings }) => readings.some(({ folded }) => ON_AIR.has(folded)));
}
