import type { AnalysedToken } from '../analysis';
import type { FoundIndex } from '../found';
import type { NameReader } from '../heads/nameEnd';
import { words } from '../lexicon/entries';
import {
  ADDRESS_WORDS,
  BARE_OFFICES,
  DEFINITE_OFFICES,
  MORE_DEFINITE_OFFICES,
  MORE_OFFICE_HEADS,
  NAME_ONLY_OFFICES,
  OFFICE_ADJECTIVES,
  OFFICE_HEADS,
  RANK_TITLES,
} from '../lexicon/titles';
import { foldedSet, type PhraseTable } from '../phrases';
import type { NameLists } from './nameParts';

export const HEADS = foldedSet([...words(OFFICE_HEADS), ...words(MORE_OFFICE_HEADS)]);
export const DEFINITE = foldedSet([...words(DEFINITE_OFFICES), ...words(MORE_DEFINITE_OFFICES)]);
export const BARE = foldedSet(words(BARE_OFFICES));
export const NAME_ONLY = foldedSet([...words(NAME_ONLY_OFFICES), ...words(MORE_DEFINITE_OFFICES)]);
export const RANKS = foldedSet(
  words(RANK_TITLES).filter((rank) => !words(ADDRESS_WORDS).includes(rank)),
);
export const INDEFINITE = foldedSet(words(OFFICE_ADJECTIVES));
export const PEOPLE = new Set(['NORP']);
export const PLACES = new Set(['ORG', 'GPE', 'LOC', 'FAC']);

/** One paragraph, and what is known of it while titles are read. */
export interface TitleContext {
  readonly tokens: readonly AnalysedToken[];
  readonly reader: NameReader;
  readonly found: FoundIndex;
  readonly names: NameLists;
  readonly fixed: PhraseTable<true>;
  /** Set while the second of two offices is read. */
  readonly one: boolean;
}
