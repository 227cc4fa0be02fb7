import { FoldedText } from './foldedText';
import type { Vocabulary } from './vocabulary';

export interface SearchOptions {
  /** Whether the first word may have proclitics written onto it: بالسفارة for السفارة. */
  readonly proclitics: boolean;
  /** Only words that an annotation with this label touches. */
  readonly label?: string;
  /** Only words that no entity touches. */
  readonly untagged?: boolean;
}

/** As many words as a query may have: one bit for each. */
const MOST_WORDS = 31;

/** One word of a query: the word, or with `*` at its end all that begin so. */
export interface QueryWord {
  readonly word: string;
  readonly prefix: boolean;
}

/** A query against one vocabulary: for each word's number, at which places of the query it may stand. */
export interface CompiledQuery {
  /** Bit n is set where the word fits the query's n-th word. */
  readonly fits: Uint32Array;
  /** The bit of the query's last word. */
  readonly last: number;
  readonly length: number;
  /** Whether every word of the query occurs at all. */
  readonly possible: boolean;
}

/** The words of a query, folded; a star at a word's end stands for any ending. Empty where there is none. */
export function queryWords(query: string): readonly QueryWord[] {
  const text = new FoldedText(query);
  return Array.from({ length: Math.min(text.length, MOST_WORDS) }, (_, at) => ({
    word: text.word(at),
    prefix: query.charAt(text.place(at).end) === '*',
  }));
}

/** Whether a folded text may hold the query: quick, and never wrong where it says no. */
export function mayHold(folded: string, words: readonly QueryWord[]): boolean {
  // After the proclitic ل the article loses one letter or both.
  const bare = (word: string): string => (word.startsWith('ال') ? word.slice(2) : word);
  return words.length > 0 && words.every(({ word }) => folded.includes(bare(word)));
}

export function compileQuery(
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
  { proclitics }: Pick<SearchOptions, 'proclitics'>,
): CompiledQuery {
  const fits = new Uint32Array(vocabulary.size + 1);
  let possible = words.length > 0;
  words.forEach(({ word, prefix }, place) => {
    let met = false;
    const mark = (id: number): void => {
      met ||= id !== 0;
      if (id !== 0) fits[id] = (fits[id] ?? 0) | (1 << place);
    };
    if (prefix) vocabulary.beginningWith(word).forEach(mark);
    else mark(vocabulary.find(word));
    if (proclitics && place === 0 && !prefix) withProclitics(word, vocabulary).forEach(mark);
    possible &&= met;
  });
  const { length } = words;
  return { fits, last: length === 0 ? 0 : 1 << (length - 1), length, possible };
}

const CONJUNCTIONS = ['', 'و', 'ف'];
const PREPOSITIONS = ['', 'ب', 'ك', 'ل', 'س'];

/**
 * The words that are `word` with proclitics before it. After ل the article is written without its alef
 * (السفارة → للسفارة), and before a second lam without anything (اللجنة → للجنة).
 */
function withProclitics(word: string, vocabulary: Vocabulary): number[] {
  const found: number[] = [];
  const take = (proclitics: string, stem: string): void => {
    const id = vocabulary.find(proclitics + stem);
    if (id !== 0 && vocabulary.stemOf(id) === vocabulary.find(stem)) found.push(id);
  };
  for (const conjunction of CONJUNCTIONS) {
    for (const preposition of PREPOSITIONS) {
      if (conjunction + preposition !== '') take(conjunction + preposition, word);
    }
    if (word.startsWith('ال')) take(`${conjunction}ل`, word.slice(1));
    if (word.startsWith('الل')) take(`${conjunction}ل`, word.slice(2));
  }
  return found;
}

/**
 * Where the query's words stand one after the other: calls `hit` with the number of each first word. All
 * starts are followed at once, one bit each, so that a word costs one look-up whatever the query.
 */
export function scanWords(
  words: Uint32Array,
  { fits, last, length }: CompiledQuery,
  hit: (first: number) => void,
): void {
  let state = 0;
  for (let at = 0; at < words.length; at++) {
    state = ((state << 1) | 1) & (fits[words[at] ?? 0] ?? 0);
    if ((state & last) !== 0) hit(at - length + 1);
  }
}
