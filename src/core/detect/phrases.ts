import type { AnalysedToken } from './analysis';
import type { AskedOnce } from './askedOnce';
import { foldAll, foldWord } from './folding';
import { LazySet } from './lazySet';
import { words } from './lexicon/entries';

export interface PhraseMatch<T> {
  readonly value: T;
  /** Offset at which the phrase starts, proclitics left out. */
  readonly start: number;
  /** Index of the first token after the phrase. */
  readonly end: number;
  readonly proclitics: string;
}

/** Phrases by their folded words. Lookup costs a few map reads per token, whatever the number of phrases. */
export class PhraseTable<T> {
  private readonly values = new Map<string, T>();
  /** The first words of phrases, as far as more words follow. */
  private readonly openings = new Set<string>();

  /** `asked` remembers which words no phrase starts with; only where all phrases are added before the first match. */
  constructor(private readonly asked?: AskedOnce) {}

  /** Whether a phrase starts with the word. */
  has(folded: string): boolean {
    return this.values.has(folded) || this.openings.has(folded);
  }

  /** Adds a phrase; the first value given for a phrase stays. */
  add(phrase: string, value: T): void {
    this.addFolded(foldWord(phrase), value);
  }

  private addFolded(phrase: string, value: T): void {
    if (this.values.has(phrase)) return;
    this.values.set(phrase, value);
    for (let at = phrase.indexOf(' '); at > 0; at = phrase.indexOf(' ', at + 1)) {
      this.openings.add(phrase.slice(0, at));
    }
  }

  /** Takes a phrase out again: for those of a list that are too ambiguous. */
  remove(phrase: string): void {
    this.values.delete(foldWord(phrase));
  }

  addAll(phrases: readonly string[], value: T): this {
    for (const phrase of foldAll(phrases)) this.addFolded(phrase, value);
    return this;
  }

  /** The longest phrase that starts at token `at`, with or without proclitics; the whole word is preferred. */
  match(tokens: readonly AnalysedToken[], at: number): PhraseMatch<T> | undefined {
    const token = tokens[at];
    if (token === undefined || this.asked?.hasAny(token, this) === false) return undefined;
    let best: PhraseMatch<T> | undefined;
    for (const { folded, cut, proclitics } of token.word.readings) {
      let words = folded;
      for (let end = at + 1; ; end++) {
        const value = this.values.get(words);
        if (value !== undefined && end > (best?.end ?? at))
          best = { value, start: token.start + cut, end, proclitics };
        const next = tokens[end];
        if (next === undefined || !this.openings.has(words)) break;
        words += ` ${next.folded}`;
      }
    }
    return best;
  }
}

/** Folded forms of a hand-written word list, made when first needed. */
export function foldedSet(words: Iterable<string>): ReadonlySet<string> {
  return new LazySet(() => new Set(foldAll([...words])));
}

/** All words of some sets: one look-up lets go of most words before the sets are asked in turn. */
export function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new LazySet(() => new Set(sets.flatMap((set) => [...set])));
}

/** Words that start with one of the listed stems, between what stands before the stem and behind it. */
export function stemPattern(before: string, stems: string, behind: string): RegExp {
  return new RegExp(`${before}(?:${words(stems).join('|')})${behind}`, 'u');
}
