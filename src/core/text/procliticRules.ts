import { CharClass, classAt, TATWEEL } from './chars';
import { normalizedView } from './normalize';
import { FA, WAW, type WordList } from './procliticLexicon';
import { BA, KAF } from './procliticLexiconBKLS';
import { LAM, SIN } from './procliticLexiconLS';
import { ALWAYS_CUT, IMPERFECT, STEMS } from './procliticStems';

/** Spelling that makes no difference here. Hamza does: بأن is cut and بان is a verb. */
const SPELLING = { alef: false, ta: false, digits: false, quotes: false, case: false };

const NOUN = 1;
const VERB = 2;
const FIXED = 4;

const PRONOUNS = ['', 'ه', 'ها', 'هم', 'هما', 'هن', 'ك', 'كم', 'نا', 'ي'];
const NOUN_ENDINGS = endings(['', 'ت', 'ات', 'ا', 'ي', 'و', 'يت', 'تي', 'تا'], PRONOUNS, [
  'ان',
  'ين',
  'ون',
  'يا',
  'يه',
  'ة',
  'ية',
  'يين',
  'يون',
  'تان',
  'تين',
  'يتين',
  'يتان',
]);
const VERB_ENDINGS = endings(
  ['', 'ت', 'و', 'نا', 'ا', 'تا'],
  [...PRONOUNS.slice(0, 9), 'ني'],
  ['وا', 'ن', 'تم', 'تما'],
);
/** Which kinds of words take an ending; 0 for the last letters of a longer one that are none themselves. */
const ENDINGS = endingKinds();

function endings(
  links: readonly string[],
  pronouns: readonly string[],
  others: readonly string[],
): Set<string> {
  return new Set([
    ...links.flatMap((link) => pronouns.map((pronoun) => link + pronoun)),
    ...others,
  ]);
}

function endingKinds(): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const [endings, kind] of [
    [NOUN_ENDINGS, NOUN],
    [VERB_ENDINGS, VERB],
  ] as const) {
    for (const ending of endings) {
      for (let at = 0; at < ending.length; at++) {
        const last = ending.slice(at);
        kinds.set(last, (kinds.get(last) ?? 0) | (at === 0 ? kind : 0));
      }
    }
  }
  return kinds;
}

type Lexicon = ReadonlyMap<string, number>;

interface Lexica {
  /** By first letter, for و ف ب ك ل س. */
  readonly byLetter: Readonly<Record<string, Lexicon>>;
  readonly others: Lexicon;
  /** Bodies of verbs in the imperfect. */
  readonly bodies: ReadonlySet<string>;
  readonly alwaysCut: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Read at the first question, so that loading this module costs nothing. */
const lexica = once((): Lexica => ({
  byLetter: {
    و: lexicon(WAW),
    ف: lexicon(FA),
    ب: lexicon(BA),
    ك: lexicon(KAF),
    ل: lexicon(LAM),
    س: lexicon(SIN),
  },
  others: lexicon(STEMS),
  bodies: new Set(words(IMPERFECT)),
  alwaysCut: new Map(
    Object.entries(ALWAYS_CUT).map(([letter, list]) => [letter, new Set(words(list))]),
  ),
}));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function words(list: string): string[] {
  return plain(list)
    .split(' ')
    .filter((word) => word !== '');
}

function lexicon(list: WordList): Lexicon {
  const known = new Map<string, number>();
  const add = (text: string, kind: number): void => {
    for (const word of words(text)) known.set(word, (known.get(word) ?? 0) | kind);
  };
  add(list.nouns, NOUN);
  add(list.verbs, VERB);
  add(list.fixed, FIXED);
  return known;
}

/** The spelling in which the lexicon is kept and asked. */
export function plain(word: string): string {
  return normalizedView(word, SPELLING).text;
}

/** Whether the word, in plain spelling, is in the lexicon as it stands or inflected. */
export function isKnown(word: string): boolean {
  return inLexicon(lexiconOf(word), word);
}

function lexiconOf(word: string): Lexicon {
  return lexica().byLetter[word.charAt(0)] ?? lexica().others;
}

function inLexicon(known: Lexicon, word: string): boolean {
  if (known.has(word)) return true;
  for (let cut = 1; word.length - cut >= 2; cut++) {
    const ending = word.slice(-cut);
    const ends = ENDINGS.get(ending);
    // Most letters at a word's end are no ending at all, nor the end of one.
    if (ends === undefined) break;
    if (ends === 0) continue;
    const base = word.slice(0, -cut);
    if (base.length > 2 && ((known.get(base) ?? 0) & ends) !== 0) return true;
    const mayBeFeminine = (ends & NOUN) !== 0 && 'تايه'.includes(ending.charAt(0));
    if (mayBeFeminine && ((known.get(`${base}ة`) ?? 0) & NOUN) !== 0) return true;
  }
  return false;
}

/** Whether a leading و or ف of the word (plain spelling) is a conjunction. */
export function isConjunction(word: string): boolean {
  const letter = word.charAt(0);
  const rest = word.slice(1);
  if (isAlwaysCut(letter, rest)) return true;
  if (inLexicon(lexiconOf(word), word)) return false;
  if (rest.startsWith('ال') && rest.length > 3) return true;
  if (!startsArabic(rest)) return true;
  if (letter === 'و') return true;
  if (hasHamzaFirst(rest) || /^است.{2}/.test(rest) || isImperfect(rest) || isKnown(rest))
    return true;
  return showsPrefix(rest);
}

/** Whether the word without doubt begins with a preposition: بالتالي, للحكومة, بسبب. */
function showsPrefix(word: string): boolean {
  const rest = word.slice(1);
  if (/^(?:[بك]ال|لل).../.test(word)) return true;
  return /^[بلك]/.test(word) && isAlwaysCut(word.charAt(0), rest) && rest.length > 1;
}

/** Whether a leading ب ك ل س of the word (plain spelling) is a preposition or the mark of the future. */
export function isPrefix(word: string): boolean {
  const letter = word.charAt(0);
  const rest = word.slice(1);
  if (isAlwaysCut(letter, rest)) return true;
  if (inLexicon(lexiconOf(word), word)) return false;
  if (letter === 'س') return isImperfect(rest);
  if (!startsArabic(rest)) return true;
  if (rest.length < 3) return false;
  if (rest.startsWith('ال') && rest.length > 3) return true;
  if (letter === 'ل' && rest.startsWith('ل')) return true;
  if (hasHamzaFirst(rest) || isKnown(rest) || lacksHamza(rest)) return true;
  if (letter === 'ل' && isImperfect(rest)) return true;
  return looksLikeNoun(letter, rest);
}

/** Whether the rules' answer for a leading letter stands by itself: particles, numbers, Latin, short rests. */
export function isCertain(word: string): boolean {
  const letter = word.charAt(0);
  const rest = word.slice(1);
  const joins = letter === 'و' || letter === 'ف';
  if (rest.length < (joins ? 2 : 3) || !startsArabic(rest)) return true;
  return isAlwaysCut(letter, rest) || (joins && hasHamzaFirst(rest));
}

function isAlwaysCut(letter: string, rest: string): boolean {
  return lexica().alwaysCut.get(letter)?.has(rest) ?? false;
}

function startsArabic(rest: string): boolean {
  const kind = classAt(rest, 0);
  return kind === CharClass.letter && rest.charCodeAt(0) !== TATWEEL;
}

/** Few roots have hamza second: a word that is not in the lexicon then begins after its first letter. */
function hasHamzaFirst(rest: string): boolean {
  return /^[أإآ]/.test(rest) && rest.length > 2;
}

/** Many leave the hamza out: اسرائيل, and nouns of the shapes of إطلاق and إقامة. */
function lacksHamza(rest: string): boolean {
  if (!rest.startsWith('ا') || rest.length < 4) return false;
  if (/^ا(?:..ا.|.ا.ة)(?:ها?|هم|هما|ات)?$/.test(rest)) return true;
  return ['أ', 'إ'].some((hamza) => lexica().others.has(hamza + rest.slice(1)));
}

const OBJECTS = [
  'ه',
  'ها',
  'هم',
  'هما',
  'نا',
  'ني',
  'ون',
  'ان',
  'ين',
  'وا',
  'ونه',
  'ونها',
  'ونهم',
  'وه',
  'وها',
  'وهم',
  'ن',
];
/** Derived stems after the personal prefix: استفعل, افتعل, انفعل, تفعّل and تفاعل. */
const DERIVED = /^(?:ست..[^ة]?.?|.ت[^اوية][^ة]|ن[^اوية].[^ة]|ت[^اوية]?.[^ة][^ة])$/;

/** A verb in the imperfect: a known body, or the shape of a derived stem. */
function isImperfect(rest: string): boolean {
  if (!/^[يتنأ]/.test(rest) || rest.length < 3) return false;
  const body = rest.slice(1);
  if (isBody(body)) return true;
  return OBJECTS.some((ending) => body.endsWith(ending) && isBody(body.slice(0, -ending.length)));
}

function isBody(body: string): boolean {
  return lexica().bodies.has(body) || DERIVED.test(body);
}

/** For a word of which nothing is known: whether what remains has the look of an Arabic noun. */
function looksLikeNoun(letter: string, rest: string): boolean {
  if (rest.length < 4) return letter === 'ب' && /^[حجخعغقطظضصهثذشم]/.test(rest);
  if (letter === 'ك') return /^م/.test(rest);
  if (/^[رويلان]/.test(rest)) return /^ا(?:ست|ن.|.ت|.ط|.د).{2}/.test(rest);
  return true;
}
