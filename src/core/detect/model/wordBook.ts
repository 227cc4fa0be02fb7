import { hashText, mix } from '../../text/hashing';

/** Places that a word takes in the filter. */
const PLACES = 5;

/**
 * The word forms of a large word list, as bits of a Bloom filter: what was put in is always found, and of
 * what was not about one in a hundred is found as well. An empty filter has nothing.
 */
export class WordBook {
  private readonly mask: number;

  /** `bits` has a power of two of bytes, or none. */
  constructor(readonly bits: Uint8Array) {
    this.mask = bits.length * 8 - 1;
  }

  /** `word` is folded. */
  has(word: string): boolean {
    return this.hasHash(hashText(word));
  }

  hasHash(word: number): boolean {
    if (this.mask < 0) return false;
    let hash = word;
    for (let i = 0; i < PLACES; i++) {
      const at = hash & this.mask;
      if (((this.bits[at >>> 3] ?? 0) & (1 << (at & 7))) === 0) return false;
      hash = mix(hash, i + 1);
    }
    return true;
  }

  /** For the making of a book. */
  add(word: string): void {
    let hash = hashText(word);
    for (let i = 0; i < PLACES; i++) {
      const at = hash & this.mask;
      this.bits[at >>> 3] = (this.bits[at >>> 3] ?? 0) | (1 << (at & 7));
      hash = mix(hash, i + 1);
    }
  }
}

/** Kinds of forms of a stem without its article: a name has few of them, a noun or a verb many. */
const KINDS: readonly (readonly [prefix: string, suffixes: readonly string[]])[] = [
  ['', ['']],
  ['ال', ['']],
  ['', ['ها', 'هم', 'نا', 'كم']],
  ['', ['ات', 'ون', 'ين', 'ان']],
  ['', ['ت', 'وا']],
  ['ي', ['']],
  ['ت', ['']],
  ['و', ['']],
  ['ب', ['']],
  ['ل', ['']],
  ['ال', ['ي', 'يه', 'ه']],
];
export const FORM_COUNT = KINDS.length;

const DIFFERENT = [...new Set(KINDS.map(([prefix]) => prefix))];
const PREFIXES = DIFFERENT.map((prefix) => hashText(prefix));
/** Hashes of the stem behind each of the prefixes: written anew for every stem. */
const WRITTEN = new Int32Array(PREFIXES.length);
const FORMS = KINDS.map(([prefix, suffixes]) => ({ prefix: DIFFERENT.indexOf(prefix), suffixes }));

/** A bit for each kind of form that the book has of the stem. */
export function formsOf(stem: string, book: WordBook): number {
  if (book.bits.length === 0 || stem.length < 2 || stem.length > 20) return 0;
  const from = stem.startsWith('ال') && stem.length > 3 ? 2 : 0;
  for (let i = 0; i < PREFIXES.length; i++) {
    WRITTEN[i] = hashText(stem, from, stem.length, PREFIXES[i]);
  }
  let forms = 0;
  for (let bit = 0; bit < FORM_COUNT; bit++) if (hasForm(bit, book)) forms |= 1 << bit;
  return forms;
}

/** Whether the book has a form of the stem whose hashes are in `WRITTEN`. */
function hasForm(bit: number, book: WordBook): boolean {
  const form = FORMS[bit];
  if (form === undefined) return false;
  for (const suffix of form.suffixes) {
    if (book.hasHash(hashText(suffix, 0, suffix.length, WRITTEN[form.prefix]))) return true;
  }
  return false;
}
