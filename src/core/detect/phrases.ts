import type { AnalysedToken } from './analysis';
import { foldAll, foldWord } from './folding';
import { LazySet } from './lazySet';

interface Node<T> {
  /** Made when a word follows: most nodes are last words, and thousands of empty maps are slow to make. */
  next: Map<string, Node<T>> | undefined;
  value: T | undefined;
}

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
  private readonly root: Node<T> = { next: new Map(), value: undefined };

  /** Adds a phrase; the first value given for a phrase stays. */
  add(phrase: string, value: T): void {
    this.addFolded(foldWord(phrase), value);
  }

  private addFolded(phrase: string, value: T): void {
    let node = this.root;
    for (const word of phrase.split(' ')) {
      const children: Map<string, Node<T>> = (node.next ??= new Map());
      let next = children.get(word);
      if (next === undefined) children.set(word, (next = { next: undefined, value: undefined }));
      node = next;
    }
    node.value ??= value;
  }

  /** Takes a phrase out again: for those of a list that are too ambiguous. */
  remove(phrase: string): void {
    let node: Node<T> | undefined = this.root;
    for (const word of foldWord(phrase).split(' ')) node = node?.next?.get(word);
    if (node !== undefined) node.value = undefined;
  }

  addAll(phrases: readonly string[], value: T): this {
    for (const phrase of foldAll(phrases)) this.addFolded(phrase, value);
    return this;
  }

  /** The longest phrase that starts at token `at`, with or without proclitics; the whole word is preferred. */
  match(tokens: readonly AnalysedToken[], at: number): PhraseMatch<T> | undefined {
    const token = tokens[at];
    if (token === undefined) return undefined;
    let best: PhraseMatch<T> | undefined;
    for (const reading of token.readings) {
      const node = this.root.next?.get(reading.folded);
      if (node === undefined) continue;
      const found = this.walk(node, tokens, at + 1);
      if (found !== undefined && (best === undefined || found.end > best.end)) {
        best = { ...found, start: reading.start, proclitics: reading.proclitics };
      }
    }
    return best;
  }

  private walk(
    first: Node<T>,
    tokens: readonly AnalysedToken[],
    from: number,
  ): { value: T; end: number } | undefined {
    let node: Node<T> | undefined = first;
    let best: { value: T; end: number } | undefined;
    for (let i = from; node !== undefined; i++) {
      if (node.value !== undefined) best = { value: node.value, end: i };
      const word: AnalysedToken | undefined = tokens[i];
      node = word === undefined ? undefined : node.next?.get(word.folded);
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
  return new Set(sets.flatMap((set) => [...set]));
}
