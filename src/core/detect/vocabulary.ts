import type { AnalysedToken } from './analysis';
import { participleForms, pastForms, presentForms } from './inflect';
import { AGENT_NOUNS, COMMON_NOUNS, COMMON_VERBS, FUNCTION_WORDS } from './lexicon/commonWords';
import { entries, words } from './lexicon/entries';
import { LazySet } from './lazySet';
import { MORE_ARAB_GIVEN, MORE_WORLD_GIVEN } from './lexicon/moreNames';
import { MORE_GIVEN } from './lexicon/nameClues';
import { FOREIGN_NAMES, GIVEN_NAMES } from './lexicon/names';
import { COMPARATIVES, FAMILY_WORDS, NEWS_ADJECTIVES, NEWS_NOUNS } from './lexicon/newsWords';
import { NAME_STOPS } from './lexicon/organisationHeads';
import { REPORTING_VERBS, WEAK_VERBS } from './lexicon/reporting';
import { foldedSet, union } from './phrases';

/** What is known of words that belong to no name. Built once for an engine, never changed. */
export interface PlainWords {
  readonly functionWords: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  /** Participles of reporting verbs, as adverbs: قائلا, مضيفة. */
  readonly participles: ReadonlySet<string>;
  readonly commonNouns: ReadonlySet<string>;
  /** More nouns and adjectives of news, with and without the article. */
  readonly newsWords: ReadonlySet<string>;
  /** Definite words that end a name: weekdays, الماضي, الذي. */
  readonly nameStops: ReadonlySet<string>;
  /** Forms of reporting verbs. */
  readonly reporting: ReadonlySet<string>;
  /** Of these, the forms of verbs that are nothing else and take a speaker: قال, not كتب. */
  readonly saying: ReadonlySet<string>;
  /** Indefinite nouns of those who speak: مصدر, خبراء. */
  readonly agents: ReadonlySet<string>;
  /** All words that can be no part of a name. */
  readonly plain: ReadonlySet<string>;
}

/** The words of no name, and given names. */
export interface Vocabulary extends PlainWords {
  readonly givenNames: ReadonlySet<string>;
  /** Of these, Arab names that are rare enough to need a second name beside them. */
  readonly rareNames: ReadonlySet<string>;
  /** Of these, names of other languages beyond the usual ones. */
  readonly foreignNames: ReadonlySet<string>;
}

export function createVocabulary(): Vocabulary {
  const forms = (past: string, present: string): readonly string[] => [
    ...(past === '' ? [] : pastForms(past)),
    ...(present === '' ? [] : presentForms(present)),
  ];
  const verbs: string[] = [];
  const reporting: string[] = [];
  const saying: string[] = [];
  const participles: string[] = [];
  const weak = new Set(words(WEAK_VERBS));
  for (const pair of entries(COMMON_VERBS)) {
    const [past = '', present = ''] = pair.split(' ');
    verbs.push(...forms(past, present));
  }
  for (const line of REPORTING_VERBS.split('\n')) {
    const [past = '', present = '', participle = ''] = line.split('|').map((part) => part.trim());
    if (participle !== '') participles.push(...participleForms(participle));
    const inflected = forms(past, present);
    reporting.push(...inflected);
    // نقل takes an object as often: سينقل قريبا.
    if (line.includes('that quote') && !weak.has(past) && past !== 'نقل') saying.push(...inflected);
  }
  const lists = {
    functionWords: foldedSet(words(FUNCTION_WORDS)),
    verbs: foldedSet([...verbs, ...reporting]),
    participles: foldedSet(participles),
    reporting: foldedSet(reporting),
    saying: foldedSet(saying),
    commonNouns: foldedSet(words(COMMON_NOUNS)),
    newsWords: foldedSet(newsWords()),
    nameStops: foldedSet(words(NAME_STOPS)),
    agents: foldedSet(words(AGENT_NOUNS)),
  };
  const { functionWords, commonNouns, nameStops } = lists;
  const all = [functionWords, lists.verbs, commonNouns, lists.participles, lists.newsWords];
  const plain = { ...lists, plain: union(...all, nameStops) };
  const rareNames = namesOnly(plain, MORE_ARAB_GIVEN);
  const foreignNames = namesOnly(plain, `${MORE_WORLD_GIVEN} ${MORE_GIVEN}`);
  const givenNames = new LazySet(() => new Set([...listedNames(), ...rareNames, ...foreignNames]));
  return { ...plain, givenNames, rareNames, foreignNames };
}

/** Names of a list that are no plain words, and long enough to be told from letters of others. */
function namesOnly(plain: PlainWords, list: string): ReadonlySet<string> {
  return new LazySet(
    () =>
      new Set(
        [...foldedSet(words(list))].filter((name) => name.length > 3 && !isPlainWord(plain, name)),
      ),
  );
}

/** Listed names are no common words, though many are spelled alike: جمال, كامل. */
function newsWords(): readonly string[] {
  const names = new Set(words(`${GIVEN_NAMES} ${FOREIGN_NAMES}`));
  const families = new Set(words(FAMILY_WORDS));
  const nouns = words(NEWS_NOUNS);
  const adjectives = words(NEWS_ADJECTIVES).flatMap((word) => [word, `${word}ة`]);
  return [...nouns, ...adjectives, ...words(COMPARATIVES)]
    .filter((word) => word.length > 2)
    .flatMap((word) => [
      ...(names.has(word) ? [] : [word]),
      ...(families.has(word) ? [] : [`ال${word}`]),
    ]);
}

function listedNames(): ReadonlySet<string> {
  const names = new Set(foldedSet([...words(GIVEN_NAMES), ...words(FOREIGN_NAMES)]));
  // علي stays: على, which folds to the same, is told from it by its last letter where that matters.
  for (const word of foldedSet(
    words('أن إن آن لقد بين أي له بل لا أكبر أنا هو يشار سلفا طيب مات باسم يان شي آن آية'),
  ))
    names.delete(word);
  for (const name of names) if (name.startsWith('ال')) names.delete(name);
  return names;
}

/** Whether the folded word can be no part of a name: a particle, a verb, a plain noun of news. */
export function isPlainWord(vocabulary: PlainWords, folded: string): boolean {
  return vocabulary.plain.has(folded);
}

/** Whether a plain word stands behind a conjunction here: وقال, فيما. */
export function opensClause(vocabulary: Vocabulary, folded: string): boolean {
  const first = folded.charAt(0);
  if (first !== 'و' && first !== 'ف') return false;
  const rest = folded.slice(1);
  return vocabulary.functionWords.has(rest) || vocabulary.verbs.has(rest);
}

/** A verb with its object: يعتبرها, نشرته; also one of no list by its first letter: يقودها. */
export function isVerbWithObject({ verbs }: PlainWords, folded: string): boolean {
  const bare = folded.replace(/(?:ها|ه)$/u, '');
  if (bare === folded) return false;
  return verbs.has(bare) || (/^ي..+ها$/u.test(folded) && !/^(?:يوم|يمين|يسار)ها$/u.test(folded));
}

export function isDefinite(folded: string): boolean {
  return folded.length > 3 && folded.startsWith('ال');
}

/** A plural or dual head is followed by adjectives in the same number: مسؤولون عراقيون وغربيون. */
export function agreesInNumber(head: string, word: string): boolean {
  const plural = /(?:ون|ين|ان)$/u;
  return head.length < 5 || !plural.test(head) || plural.test(word) || isDefinite(word);
}

/** A definite adjective by its ending: الوطني، الجوية. */
export function looksNisba(folded: string): boolean {
  return isDefinite(folded) && (folded.endsWith('ي') || folded.endsWith('يه'));
}

/** An Arabic word token of letters only. */
export function isWord(token: AnalysedToken | undefined): token is AnalysedToken {
  if (token?.kind !== 'word' || token.folded.length < 2) return false;
  const unit = token.folded.charCodeAt(0);
  return unit >= 0x0621 && unit <= 0x06ff;
}

/**
 * A word that may be a foreign name: not definite, not a known plain word, not an indefinite noun or
 * adjective by its ending (ة، ات، ون، ين), not a clause of its own.
 */
export function looksForeign(vocabulary: Vocabulary, token: AnalysedToken | undefined): boolean {
  if (!mayBeForeign(vocabulary, token)) return false;
  const { folded } = token;
  return !/(?:ه|ات|ون|ين|يا|ها|هم|تين)$/u.test(folded) || /(?:نيا|ريا|زيا|بيا)$/u.test(folded);
}

/** Indefinite nouns of action by their pattern: احتساب, استقلال. */
const ACTION = /^(?:ا[جحخدذرشعغفقكلمه]ت.ا.|است..ا.)$/u;

/** The same for a word after a foreign given name: أشتون, كوهين and بورقيبة end as plain nouns do. */
export function mayBeForeign(
  vocabulary: Vocabulary,
  token: AnalysedToken | undefined,
): token is AnalysedToken {
  if (!isWord(token) || token.folded.length < 3) return false;
  const { folded } = token;
  if (folded.startsWith('ال') || folded.startsWith('لل')) return false;
  if (folded.startsWith('ال', 1) && /^[بوفك]/u.test(folded)) return false;
  if (ACTION.test(folded) && !vocabulary.givenNames.has(folded)) return false;
  return !token.readings.some((reading) => isPlainWord(vocabulary, reading.folded));
}
