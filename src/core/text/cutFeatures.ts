import { hashText, mix, SEED, step } from './hashing';
import { isKnown } from './procliticRules';

/** How often the news that the weights were trained on have a word, in steps: 0 never, 5 very often. */
export type Familiarity = (hash: number) => number;

/** More than any word has. */
const MOST = 48;

/**
 * What speaks for and against cutting the first letter off a word in plain spelling: its letters, what the
 * lexicon knows of the whole and of the rest, and how often each of them is written. As numbers.
 */
export class CutFeatures {
  readonly hashes = new Int32Array(MOST);
  count = 0;
  private letter = 0;
  private group = 0;
  private template = 0;

  constructor(private readonly familiarity: Familiarity) {}

  extract(word: string): void {
    const rest = word.slice(1);
    this.begin(word.charCodeAt(0));
    this.shape(word, rest);
    this.evidence(word, rest);
  }

  private begin(letter: number): void {
    this.count = 0;
    this.template = 0;
    this.letter = letter;
    // و and ف join clauses, س stands before verbs, the others before nouns.
    this.group = letter === 0x0648 || letter === 0x0641 ? 1 : letter === 0x0633 ? 2 : 3;
  }

  private shape(word: string, rest: string): void {
    const size = sizeOf(rest, 7);
    const last = rest.charCodeAt(rest.length - 1);
    this.both(1);
    this.both(size);
    this.both(rest.startsWith('ال') && rest.length > 3 ? 1 : 0);
    this.own(hashText(word));
    this.shared(hashText(rest));
    let start = SEED;
    for (let i = 0; i < 3; i++) {
      start = step(start, rest.charCodeAt(i));
      this.own(start);
      this.own(hashText(rest, Math.max(0, rest.length - 1 - i)));
      if (i > 0) this.shared(start);
      if (i !== 1) continue;
      this.own(mix(start, size));
      this.own(mix(start, last));
    }
    this.own(mix(mix(rest.charCodeAt(0), last), size));
    this.shared(/^[يتنأا]/.test(rest) ? mix(rest.charCodeAt(0), size) : 0);
  }

  private evidence(word: string, rest: string): void {
    const whole = this.levelOf(word);
    const left = Math.max(this.levelOf(rest), this.withArticle(word, rest));
    const [knowsWhole, knowsRest] = [isKnown(word) ? 1 : 0, isKnown(rest) ? 1 : 0];
    const size = sizeOf(rest, 4);
    const known = knowsWhole * 2 + knowsRest;
    const article = rest.startsWith('ال') ? 1 : 0;
    this.both(whole);
    this.both(left);
    this.both((whole * 8 + left) * 4 + known);
    this.both((known * 2 + article) * 8 + size);
    this.both((knowsWhole * 2 + (left > 0 ? 1 : 0)) * 8 + size);
    this.both(whole * 8 + (this.group === 1 ? this.further(rest) : 0));
    this.both(8 + left - whole);
  }

  /** للحشد is ل + الحشد. */
  private withArticle(word: string, rest: string): number {
    return word.startsWith('لل') ? this.levelOf(`ا${rest}`) : 0;
  }

  /** How often the rest is written without the preposition or future mark that it may begin with. */
  private further(rest: string): number {
    if (!/^(?:[بكل]|س[يتنأا])../.test(rest)) return 0;
    const further = rest.slice(1);
    return Math.max(this.levelOf(further), this.withArticle(rest, further));
  }

  private levelOf(word: string): number {
    return this.familiarity(hashWord(word));
  }

  private own(value: number): void {
    this.hashes[this.count++] = mix(mix(++this.template, this.letter), value);
  }

  private shared(value: number): void {
    this.hashes[this.count++] = mix(mix(++this.template, this.group), value);
  }

  private both(value: number): void {
    this.own(value);
    this.shared(value);
  }
}

/** Hash of a word in plain spelling, alef forms alike: many write them without hamza. */
export function hashWord(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    hash = step(hash, unit === 0x0623 || unit === 0x0625 || unit === 0x0622 ? 0x0627 : unit);
  }
  return hash;
}

function sizeOf(rest: string, most: number): number {
  return Math.min(rest.length, most);
}
