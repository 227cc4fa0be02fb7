import type { Asked, Word, Reading } from './wordTable';

/** Whatever knows of single folded words: a set, a table. */
export interface WordList {
  has(folded: string): boolean;
}

/** A bit each in the answers that are kept with a word. */
const MOST_QUESTIONS = 31;
let questions = 0;

/**
 * A word list that is asked about every word of a text: the answer is kept with the word, so that a word
 * that was read before costs no look-up. Where every engine makes a list of its own, always with the same
 * words, it is given with the question.
 */
export class AskedOnce {
  private readonly bit: number;

  constructor(private readonly list: WordList = NOTHING) {
    if (questions === MOST_QUESTIONS) throw new RangeError('more questions than bits');
    this.bit = 1 << questions++;
  }

  /** Whether the list has the word as it is read. */
  has(reading: Reading, list: WordList = this.list): boolean {
    if ((reading.asked & this.bit) === 0) this.keep(reading, list.has(reading.folded));
    return (reading.yes & this.bit) !== 0;
  }

  /** Whether the list has the word as it is written, proclitics and all. */
  hasWhole({ word }: { readonly word: Word }, list: WordList = this.list): boolean {
    return this.has(word.readings[0], list);
  }

  /** Whether the list has the word in any reading: most words need not be looked at further. */
  hasAny({ word }: { readonly word: Word }, list: WordList = this.list): boolean {
    if ((word.asked & this.bit) === 0) this.keep(word, hasAnyOf(list, word.readings));
    return (word.yes & this.bit) !== 0;
  }

  private keep(about: Asked, yes: boolean): void {
    about.asked |= this.bit;
    if (yes) about.yes |= this.bit;
  }
}

function hasAnyOf(list: WordList, readings: readonly Reading[]): boolean {
  for (const { folded } of readings) if (list.has(folded)) return true;
  return false;
}

const NOTHING: WordList = { has: () => false };
