import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { BEFORE_FAITH_WORDS, BEFORE_GOD_WORDS, SURE_RANKS_WORDS } from '../lexicon/personClues';
import { AMBIGUOUS_NAMES, FOREIGN_NAMES, NAME_JOINTS, NAME_SECONDS } from '../lexicon/names';
import { BODY_ADJECTIVES } from '../lexicon/organisationHeads';
import { FACILITY_TAILS } from '../lexicon/facilities';
import { ORDINALS, ORDINAL_TENS } from '../lexicon/numbers';
import { ADDRESS_WORDS, DEFINITE_OFFICES, RANK_TITLES, TITLE_TAILS } from '../lexicon/titles';
import { foldedSet, union } from '../phrases';
import {
  isDefinite,
  isPlainWord,
  isWord,
  looksForeign,
  mayBeForeign,
  opensClause,
  type Vocabulary,
} from '../vocabulary';

/** Given names and the parts that join names. Built once for an engine. */
export interface NameLists {
  readonly given: ReadonlySet<string>;
  /** Given names that are common words too. */
  readonly ambiguous: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
}

const JOINTS = foldedSet(words(NAME_JOINTS));
/** Joints that a name may start with. */
const FIRST_JOINTS = foldedSet(words('بن ابن آل أبو أبي أبا أم عبد'));
const SECONDS = foldedSet(words(NAME_SECONDS));
/** First words that need a second: عبد الله. */
const COMPOUND = foldedSet(words('عبد'));
const KUNYA = foldedSet(words('أبو أبي أبا'));
/** Definite words that are attributes, not family names. */
const NOT_FAMILY = foldedSet(
  [
    ORDINALS,
    ORDINAL_TENS,
    BODY_ADJECTIVES,
    FACILITY_TAILS,
    TITLE_TAILS,
    DEFINITE_OFFICES,
    RANK_TITLES,
    ADDRESS_WORDS,
  ].flatMap((list) => words(list)),
);
/** Definite nouns of action by their pattern: الاستقلال, الانسحاب, التعيين. */
const MASDAR = /^ال(?:است..ا.|ان..ا.|ا[جحخدشعفقكلمنه]ت.ا.|ت..ي.|ت..ي.ات)$/u;
/** Family names that are adjectives of bodies as well. */
const ADJECTIVE_FAMILIES = /^ال(?:علمي|مدني|بحري|اهلي)$/u;
const LONGEST_NAME = 6;

export function nameLists(vocabulary: Vocabulary): NameLists {
  return {
    given: vocabulary.givenNames,
    ambiguous: union(foldedSet(words(AMBIGUOUS_NAMES)), vocabulary.rareNames),
    foreign: union(foldedSet(words(FOREIGN_NAMES)), vocabulary.foreignNames),
    vocabulary,
  };
}

/** Whether a personal name starts at the token, as it must after a title. */
export function startsName(
  lists: NameLists,
  tokens: readonly AnalysedToken[],
  at: number,
): boolean {
  const token = tokens[at];
  if (!isWord(token)) return false;
  const { folded } = token;
  if (isGiven(lists, folded, token) || FIRST_JOINTS.has(folded) || isCompound(tokens, at))
    return true;
  return looksForeign(lists.vocabulary, token) && mayEndName(lists, tokens[at + 1]);
}

/** Ranks after which nothing but a name comes. */
const SURE_RANKS = foldedSet(words(SURE_RANKS_WORDS));

/** Whether a name that no list holds starts at the token, right after a rank: الدكتورة ملكة أبيض. */
export function followsRank(
  lists: NameLists,
  tokens: readonly AnalysedToken[],
  at: number,
): boolean {
  const token = tokens[at];
  if (!SURE_RANKS.has(tokens[at - 1]?.folded ?? '') || !isWord(token)) return false;
  const { folded } = token;
  return (
    folded.length > 2 &&
    !isDefinite(folded) &&
    !token.readings.some((reading) => isPlainWord(lists.vocabulary, reading.folded)) &&
    !startsClause(lists, folded)
  );
}

/** A word that no list knows; جونسون and كوهين end as a plural does, but are longer than most. */
export function mayEndName(lists: NameLists, token: AnalysedToken | undefined): boolean {
  if (looksForeign(lists.vocabulary, token)) return true;
  if (!mayBeForeign(lists.vocabulary, token)) return false;
  return /[^ي](?:ون|ين)$/u.test(token.folded) && token.folded.length > 5;
}

/** Whether the word, a reading of the token, is a listed given name; على is none, though it folds as علي. */
export function isGiven(
  lists: NameLists,
  folded: string,
  token: AnalysedToken | undefined,
): boolean {
  return lists.given.has(folded) && !(folded === 'علي' && token?.text.endsWith('ى') === true);
}

export function isKunya(folded: string): boolean {
  return KUNYA.has(folded);
}

export function isJoint(folded: string): boolean {
  return JOINTS.has(folded);
}

/** A definite word that may be a family name: العاروري, الأعرجي. */
export function isFamilyName(lists: NameLists, token: AnalysedToken | undefined): boolean {
  if (ADJECTIVE_FAMILIES.test(token?.folded ?? '')) return true;
  if (!isWord(token) || !isDefinite(token.folded) || MASDAR.test(token.folded)) return false;
  return !NOT_FAMILY.has(token.folded) && !isPlainWord(lists.vocabulary, token.folded);
}

/**
 * End of the name that starts at `from`, as an index of the first token after it; `from` where no name is.
 * `blocked` says which tokens belong to something else.
 */
export function nameEnd(
  lists: NameLists,
  tokens: readonly AnalysedToken[],
  from: number,
  blocked: (at: number) => boolean,
): number {
  let i = from;
  // After a listed given name one unknown word may follow; a name that no list knows has two.
  let unknown = lists.given.has(tokens[from]?.folded ?? '') ? 1 : 2;
  while (i < from + LONGEST_NAME && isWord(tokens[i])) {
    if (i > from && blocked(i)) break;
    const part = partEnd(lists, tokens, i, i === from + 1);
    if (part === undefined) break;
    if (!part.known && (unknown-- <= 0 || looksVerb(tokens[i]?.folded ?? '', i > from + 1))) break;
    // What no list knows does not follow a family name.
    if (part.known && isDefinite(tokens[i]?.folded ?? '')) unknown = 0;
    i = hyphened(lists, tokens, part.end);
  }
  return i;
}

/** نيوتن - جونز: a second surname after a hyphen. */
export function hyphened(lists: NameLists, tokens: readonly AnalysedToken[], at: number): number {
  const last = tokens[at - 1]?.folded ?? '';
  if (tokens[at]?.text !== '-' || isDefinite(last)) return at;
  const after = tokens[at + 2];
  const ends =
    after === undefined ||
    after.kind === 'punctuation' ||
    !isWord(after) ||
    isPlainWord(lists.vocabulary, after.folded);
  return ends && looksForeign(lists.vocabulary, tokens[at + 1]) ? at + 2 : at;
}

/** يرزقان, يرزقون; a third word in ي or ت is likelier a verb than a name. */
function looksVerb(folded: string, third: boolean): boolean {
  return third ? /^[يت]/u.test(folded) : /^[يت].{3,}(?:ان|ون|وا)$/u.test(folded);
}

interface Part {
  readonly end: number;
  readonly known: boolean;
}

/** Past one part of a name at `at`: a given name, عبد الله, بن سلمان, آل مكتوم, a family name. */
function partEnd(
  lists: NameLists,
  tokens: readonly AnalysedToken[],
  at: number,
  inside: boolean,
  depth = 0,
): Part | undefined {
  const folded = tokens[at]?.folded ?? '';
  const next = tokens[at + 1];
  const known = (end: number): Part => ({ end, known: true });
  if (folded === 'السيد' && inside && isGiven(lists, next?.folded ?? '', next))
    return known(at + 1);
  if (COMPOUND.has(folded)) return SECONDS.has(next?.folded ?? '') ? known(at + 2) : undefined;
  if (JOINTS.has(folded)) return jointEnd(lists, tokens, at, depth);
  const compound = isCompound(tokens, at);
  if (compound || isGiven(lists, folded, tokens[at])) return known(compound ? at + 2 : at + 1);
  if (isFamilyName(lists, tokens[at])) return known(at + 1);
  if (startsClause(lists, folded)) return undefined;
  const name = inside ? goesOnName(lists, tokens, at) : looksForeign(lists.vocabulary, tokens[at]);
  return name ? { end: at + 1, known: false } : undefined;
}

const BEFORE_GOD = foldedSet(words(BEFORE_GOD_WORDS));

/** فتح الله, صلاح الدين, شمس الدين: two words that are one given name. */
export function isCompound(tokens: readonly AnalysedToken[], at: number): boolean {
  const next = tokens[at + 1]?.folded ?? '';
  if (!next.startsWith('ال')) return false;
  const first = tokens[at]?.folded ?? '';
  if (next === 'الله') return BEFORE_GOD.has(first);
  const faith = next === 'الدين' || next === 'الاسلام' || next === 'الزمان';
  return faith && BEFORE_FAITH.has(first);
}

const BEFORE_FAITH = foldedSet(words(BEFORE_FAITH_WORDS));

/** بن سلمان, أبو عبد الله: past the joint and what it joins. */
function jointEnd(
  lists: NameLists,
  tokens: readonly AnalysedToken[],
  at: number,
  depth: number,
): Part | undefined {
  const next = tokens[at + 1];
  if (!isWord(next) || lists.vocabulary.functionWords.has(next.folded)) return undefined;
  const nested = COMPOUND.has(next.folded) || KUNYA.has(next.folded);
  if (!nested) return { end: at + 2, known: true };
  return depth < 2 ? partEnd(lists, tokens, at + 1, true, depth + 1) : undefined;
}

/** Whether a word that no list knows may be a later part of a name. */
function goesOnName(lists: NameLists, tokens: readonly AnalysedToken[], at: number): boolean {
  const token = tokens[at];
  if (shortFeminine(lists, token) || mayEndName(lists, token)) return true;
  const surname = lists.foreign.has(tokens[at - 1]?.folded ?? '');
  return surname && mayBeForeign(lists.vocabulary, token) && foreignEnding(token.folded);
}

/** Not a plural or an adverb by its ending, but a word of five letters or more may be a name in ون or ين. */
function foreignEnding(folded: string): boolean {
  return (
    !/(?:ات|ها|هم|تين|يون|يين|ه)$/u.test(folded) &&
    (folded.length > 4 || !/(?:ون|ين)$/u.test(folded))
  );
}

/** حمادة, عودة: a family name may end as a feminine noun does. */
function shortFeminine(lists: NameLists, token: AnalysedToken | undefined): boolean {
  if (!isWord(token) || !token.folded.endsWith('ه') || token.folded.length > 6) return false;
  if (token.folded.startsWith('ال')) return false;
  return !token.readings.some((reading) => isPlainWord(lists.vocabulary, reading.folded));
}

/** و or ف before a longer word is likelier the conjunction, ل or ب before one with a pronoun a preposition. */
function startsClause(lists: NameLists, folded: string): boolean {
  if (folded.startsWith('ف')) return opensClause(lists.vocabulary, folded);
  if (/^[لب].+(?:نا|ه|ها|هم|كم)$/u.test(folded)) return true;
  return folded.startsWith('و') && folded.length > 4;
}
