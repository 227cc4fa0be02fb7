import type { AnalysedToken, Reading } from '../analysis';
import { words } from '../lexicon/entries';
import {
  AUTHOR_WORDS,
  GENRES,
  MASCULINE_CLASSES,
  OWN_WORK_CLASSES,
  SCREEN_CLASSES,
  WORK_CLASSES,
} from '../lexicon/things';
import { foldedSet, union } from '../phrases';
import {
  isDefinite,
  isPlainWord,
  isWord,
  looksForeign,
  looksNisba,
  type Vocabulary,
} from '../vocabulary';
import type { HeadContext, HeadName } from './headName';
import { reads } from '../nameContext';

/** Classes after which what is no genre is a title: فيلم الكفاح, مسلسل صراع العروش. */
const SCREEN = foldedSet(words(SCREEN_CLASSES));
/** With whose it is: روايتها ذاكرة الجسد. */
const OWN = foldedSet(words(OWN_WORK_CLASSES));
const CLASSES = foldedSet(words(WORK_CLASSES));
const MASCULINE = foldedSet(words(MASCULINE_CLASSES));
const GENRE = foldedSet(words(GENRES));
const AUTHOR = foldedSet(words(AUTHOR_WORDS));
/** Words that may stand before a title without quotation marks. */
export const BARE_TITLE_WORDS = union(SCREEN, OWN);
const SCORE = 0.8;
const KUNYA = /^(?:ام|ابي|ابو|عبد)$/u;
/** Above that of the names that a title may hold: فيلم لينكولن. */
const SURE_SCORE = 0.97;

/** A title without quotation marks after a word for a work, which stays out. */
export function bareTitle(
  context: HeadContext,
  at: number,
  { folded }: Reading,
): HeadName | undefined {
  const { tokens, found } = context;
  // سلسلة أفلام هاري بوتر
  const series = tokens[at - 1]?.stem.folded === 'سلسله' && CLASSES.has(folded);
  const own = OWN.has(folded);
  const free = own || series || SCREEN.has(folded);
  if (!free && !CLASSES.has(folded)) return undefined;
  const from = own ? pastAdjectives(context, at + 1) : at + 1;
  const first = tokens[from];
  if (!isWord(first) || found.at(first.start)?.label === 'WORK') return undefined;
  // فيلم جاذبية: an adjective of the film would not be feminine.
  const masculine = MASCULINE.has(folded);
  const noun = masculine && first.text.endsWith('ة') && !GENRE.has(first.folded);
  if (!noun && isDescription(context, from, masculine ? 'ي' : 'ت')) return undefined;
  const end = titleEnd(context, from, free) ?? (noun ? from + 1 : undefined);
  if (end === undefined) return undefined;
  const authored = isAuthored(context, tokens[end]);
  if (!free && !authored) return undefined;
  return { label: 'WORK', start: first.start, end, score: authored || !own ? SURE_SCORE : SCORE };
}

/** للكاتب, تأليف, لفيكتور: who made it stands behind the title. */
function isAuthored({ vocabulary }: HeadContext, token: AnalysedToken | undefined): boolean {
  if (reads(token, AUTHOR)) return true;
  return (
    token?.readings.some(
      ({ proclitics, folded }) =>
        proclitics === 'ل' && (vocabulary.givenNames.has(folded) || KUNYA.test(folded)),
    ) === true
  );
}

/** روايته الأولى, فيلمها الجديد. */
function pastAdjectives({ tokens }: HeadContext, from: number): number {
  let i = from;
  while (i < from + 2 && isAttribute(tokens[i])) i++;
  return i;
}

function isAttribute(token: AnalysedToken | undefined): boolean {
  const folded = token?.folded ?? '';
  return GENRE.has(folded) || looksNisba(folded);
}

/** فيلم وثائقي, رواية جديدة, فيلم للمخرج, فيلم يتناول: what a work is like, who made it, what it does. */
function isDescription(
  { tokens, vocabulary, found }: HeadContext,
  at: number,
  verbal: string,
): boolean {
  const token = tokens[at];
  if (!isWord(token)) return true;
  const { folded } = token;
  if (GENRE.has(folded) || GENRE.has(folded.replace(/^ال/u, '')) || AUTHOR.has(folded)) return true;
  if (vocabulary.nameStops.has(folded) || vocabulary.functionWords.has(folded)) return true;
  if (vocabulary.verbs.has(folded) || (folded.startsWith(verbal) && folded.length > 4)) return true;
  // فيلم أمريكي, أوبرا دمشق
  if (/^(?:NORP|GPE)$/.test(found.at(token.start)?.label ?? '')) return true;
  if (!isDefinite(folded) && /(?:ي|يه|يا|ين|ون)$/u.test(folded) && !looksForeign(vocabulary, token))
    return true;
  return token.readings.some(
    ({ folded: word, proclitics }) =>
      proclitics !== '' && (AUTHOR.has(word) || vocabulary.functionWords.has(word)),
  );
}

/** Where the title ends: a foreign name, a definite noun, or a noun and the definite one that completes it. */
function titleEnd(context: HeadContext, at: number, free: boolean): number | undefined {
  const { tokens, vocabulary, found } = context;
  const first = tokens[at];
  const next = tokens[at + 1];
  if (first === undefined) return undefined;
  if (isDefinite(first.folded)) {
    const pair = /^وال/u.test(next?.folded ?? '') && !reads(next, SCREEN);
    return pair ? at + 2 : at + 1;
  }
  const completes = isWord(next) && isDefinite(next.folded) && !/[اوي]$/u.test(first.folded);
  const stop = vocabulary.nameStops.has(next?.folded ?? '') || looksNisba(next?.folded ?? '');
  const plain = isPlainWord(vocabulary, first.folded);
  if (completes && !stop && (free || !plain)) return at + 2;
  const place = found.at(next?.start ?? -1);
  if (free && !plain && place?.label === 'GPE' && first.text.endsWith('ة')) return at + 2;
  return foreignEnd(context, at);
}

/** سلمدوغ مليونير, هاري بوتر: words of no list, and given names in a name that starts with one. */
function foreignEnd({ tokens, vocabulary }: HeadContext, at: number): number | undefined {
  const given = (i: number): boolean => vocabulary.givenNames.has(tokens[i]?.folded ?? '');
  if (!given(at) && !looksForeign(vocabulary, tokens[at])) return undefined;
  let i = at + 1;
  while (i < at + 3 && goesOn(tokens[i]?.folded ?? '')) {
    const part = given(at) ? mayEnd(vocabulary, tokens[i]) : looksForeign(vocabulary, tokens[i]);
    if (!part || (given(i) && !given(at))) break;
    i++;
  }
  return i;
}

/** بوتر after هاري: a word that is whole no plain one. */
function mayEnd(vocabulary: Vocabulary, token: AnalysedToken | undefined): boolean {
  return isWord(token) && !isDefinite(token.folded) && !isPlainWord(vocabulary, token.folded);
}

/** What may be a letter cut off is taken for one behind a title. */
function goesOn(folded: string): boolean {
  return !/^[بلكوفيت]/u.test(folded) || /^ب[^ا]/u.test(folded);
}
