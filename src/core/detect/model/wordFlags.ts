import { DATE_TAILS, DURATION_UNITS, MONTHS, WEEKDAYS } from '../lexicon/calendar';
import { CITIES, PLACE_CLASSES } from '../lexicon/cities';
import { COUNTRIES } from '../lexicon/countries';
import { entries, words } from '../lexicon/entries';
import { EVENT_HEADS } from '../lexicon/events';
import { DEFINITE_FACILITIES, FACILITY_HEADS, WEAK_FACILITY_HEADS } from '../lexicon/facilities';
import {
  AMBIGUOUS_NAMES,
  FOREIGN_NAMES,
  GIVEN_NAMES,
  NAME_JOINTS,
  NAME_SECONDS,
  PEOPLE,
} from '../lexicon/names';
import { CURRENCIES } from '../lexicon/numbers';
import {
  BODY_ADJECTIVES,
  BODY_HEADS,
  FIELD_HEADS,
  FULL_HEADS,
  GROUP_HEADS,
  NAME_HEADS,
} from '../lexicon/organisationHeads';
import { ORGANISATIONS } from '../lexicon/organisations';
import { PLACES, PLACE_HEADS } from '../lexicon/places';
import { MORE_GIVEN, ORGANISATION_WORDS, SURNAMES } from '../lexicon/nameClues';
import { LAW_HEADS, PRODUCTS, WEAPONS, WEAPON_CLASSES, WORK_CLASSES } from '../lexicon/things';
import {
  ADDRESS_WORDS,
  DEFINITE_OFFICES,
  OFFICE_HEADS,
  RANK_TITLES,
  TITLE_TAILS,
} from '../lexicon/titles';
import { foldAll } from '../folding';
import type { Vocabulary } from '../vocabulary';

/** What the word lists say of single words: a bit for each list. */
export type WordFlags = Pick<ReadonlyMap<string, number>, 'get'>;

export const FLAG_COUNT = 32;

/** The bits of lists of names: given and foreign names, towns, bodies, family names, countries, clues. */
export const NAME_FLAGS = [0, 1, 19, 21, 25, 26, 27].reduce((mask, bit) => mask | (1 << bit), 0);

/** Lists of words, then of names: the first words of names and the further ones have bits of their own. */
const WORD_LISTS: readonly (readonly string[])[] = [
  [GIVEN_NAMES],
  [FOREIGN_NAMES, MORE_GIVEN],
  [AMBIGUOUS_NAMES],
  [NAME_JOINTS],
  [NAME_SECONDS],
  [FIELD_HEADS],
  [NAME_HEADS, GROUP_HEADS],
  [BODY_HEADS, FULL_HEADS],
  [BODY_ADJECTIVES],
  [OFFICE_HEADS],
  [DEFINITE_OFFICES],
  [RANK_TITLES, ADDRESS_WORDS],
  [TITLE_TAILS],
  [FACILITY_HEADS, WEAK_FACILITY_HEADS, DEFINITE_FACILITIES],
  [PLACE_HEADS],
  [PLACE_CLASSES],
  [EVENT_HEADS, LAW_HEADS, WORK_CLASSES, WEAPON_CLASSES],
  [DATE_TAILS, DURATION_UNITS],
  [CURRENCIES],
];
/** Names of one or more words. */
const NAME_LISTS: readonly (readonly string[])[] = [[CITIES, PLACES], [ORGANISATIONS]];
const SINGLE_NAMES: readonly (readonly string[])[] = [
  [WEEKDAYS, MONTHS],
  [PRODUCTS, WEAPONS],
];

/** Made when it is first asked: an engine that starts need not wait for it. */
export function createWordFlags(vocabulary: Vocabulary): WordFlags {
  let made: WordFlags | undefined;
  return { get: (word) => (made ??= readLists(vocabulary)).get(word) };
}

function readLists(vocabulary: Vocabulary): WordFlags {
  const flags = new Map<string, number>();
  let bit = 0;
  const add = (list: Iterable<string>, at: number): void => {
    for (const word of list) flags.set(word, (flags.get(word) ?? 0) | (1 << at));
  };
  for (const lists of WORD_LISTS) add(foldAll(lists.flatMap((list) => words(list))), bit++);
  for (const lists of NAME_LISTS) {
    const names = namesOf(lists);
    add(names.map(firstWord), bit++);
    add(
      names.flatMap((name) => name.split(' ').slice(1)),
      bit++,
    );
  }
  for (const lists of SINGLE_NAMES) add(namesOf(lists).map(firstWord), bit++);
  add([...namesOf([PEOPLE]).map(lastWord), ...clues(SURNAMES)], bit++);
  const countries = COUNTRIES.split('\n').flatMap((line) => entries(line.split('|')[0] ?? ''));
  add(foldAll(countries).map(firstWord), bit++);
  add(clues(ORGANISATION_WORDS), bit++);
  add(vocabulary.functionWords, bit++);
  add(vocabulary.verbs, bit++);
  add(vocabulary.reporting, bit++);
  add(vocabulary.commonNouns, bit++);
  flags.delete('');
  return flags;
}

function namesOf(lists: readonly string[]): readonly string[] {
  return foldAll(lists.flatMap((list) => entries(list)));
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? '';
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? '';
}

/** Single words of a list with headings; words of two letters say too little. */
function clues(source: string): readonly string[] {
  const lines = source.split('\n').filter((line) => !line.startsWith('#'));
  return foldAll(lines.flatMap((line) => words(line))).filter((word) => word.length > 2);
}
