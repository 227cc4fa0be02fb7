import type { Files } from '../files';
import { loadArticle } from '../load';
import { walkCorpus, type WalkOptions } from '../walk';
import { ArticleFacts } from './articleFacts';
import type { CorpusIndex } from './corpusIndex';
import { emptyTables, indexSource, rowOfSource, type Tables } from './extract';
import type { NameEntry } from './names';

/** So many numbers go over at a time, and so many articles at most. */
const NUMBERS = 2 ** 16;
const ARTICLES = 500;
/** With so many words the reader forgets what it has told, so that its memory stays small. */
const MOST_WORDS = 2 ** 18;
/** So many words or articles are taken up between two turns of others. */
const TURN = 200;

/**
 * Some articles, read elsewhere: plain data that may go from thread to thread. Rows have the reader's own
 * numbers; what these stand for is told once, when it is first met.
 */
export interface IndexBatch {
  /** How many articles the corpus has in all. */
  readonly total: number;
  /** The reader's numbers begin anew with this batch. */
  readonly anew: boolean;
  /** New words, in the order of their numbers, each with its stem. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly names: readonly NameEntry[];
  readonly terms: readonly NameEntry[];
  readonly paths: readonly string[];
  /** The rows of the articles, one after the other. */
  readonly numbers: Uint32Array<ArrayBuffer>;
}

/** Reads a corpus for the index of another thread. */
export async function* readForIndex(
  files: Files,
  root: string,
  options: WalkOptions,
): AsyncGenerator<IndexBatch> {
  const { articles } = await walkCorpus(files, root, options);
  const teller = new Teller(articles.length);
  for (const entry of articles) {
    const load = await loadArticle(files, root, entry);
    teller.add(entry.path, (tables) => rowOfSource(indexSource(entry.path, load), tables));
    if (teller.isFull) yield teller.tell();
  }
  yield teller.tell();
}

class Teller {
  private tables = emptyTables();
  private told = { words: 0, names: 0, terms: 0 };
  private paths: string[] = [];
  private rows: number[][] = [];
  private size = 0;

  constructor(private readonly total: number) {}

  get isFull(): boolean {
    return this.size >= NUMBERS || this.paths.length >= ARTICLES;
  }

  add(path: string, rowIn: (tables: Tables) => number[]): void {
    const row = rowIn(this.tables);
    this.paths.push(path);
    this.rows.push(row);
    this.size += row.length;
  }

  tell(): IndexBatch {
    const { told, paths, total } = this;
    const { vocabulary, names, terms } = this.tables;
    const words = Array.from({ length: vocabulary.size - told.words }, (_, at) =>
      vocabulary.word(told.words + at + 1),
    );
    const stems = words.map((_, at) => vocabulary.word(vocabulary.stemOf(told.words + at + 1)));
    const numbers = new Uint32Array(this.size);
    let at = 0;
    for (const row of this.rows) {
      numbers.set(row, at);
      at += row.length;
    }
    const batch = {
      ...{ total, anew: told.words === 0, words, stems, paths, numbers },
      names: names.after(told.names),
      terms: terms.after(told.terms),
    };
    const full = vocabulary.size > MOST_WORDS;
    if (full) this.tables = emptyTables();
    this.told = full
      ? { words: 0, names: 0, terms: 0 }
      : { words: vocabulary.size, names: names.size, terms: terms.size };
    Object.assign(this, { paths: [], rows: [], size: 0 });
    return batch;
  }
}

/** Takes up what one reader tells, batch after batch. */
export class BatchTaker {
  private words: number[] = [];
  private names: number[] = [];
  private terms: number[] = [];

  constructor(private readonly index: CorpusIndex) {}

  /** Yields now and then, so that others have their turn. */
  *take(batch: IndexBatch): Generator<undefined, void> {
    const { vocabulary, names, terms } = this.index.tables;
    if (batch.anew) Object.assign(this, { words: [0], names: [0], terms: [0] });
    for (const [at, word] of batch.words.entries()) {
      this.words.push(vocabulary.learn(word, batch.stems[at] ?? word));
      if (at % TURN === 0) yield;
    }
    for (const [at, { label, key, spelling }] of batch.names.entries()) {
      this.names.push(names.intern(label, key, spelling));
      if (at % TURN === 0) yield;
    }
    for (const { label, key, spelling } of batch.terms) {
      this.terms.push(terms.intern(label, key, spelling));
    }
    let from = 0;
    for (const path of batch.paths) {
      const facts = new ArticleFacts(path, batch.numbers, from);
      facts.renumber(
        (word) => this.words[word] ?? 0,
        (name) => this.names[name] ?? 0,
        (term) => this.terms[term] ?? 0,
      );
      this.index.take(facts);
      from += facts.length;
      yield;
    }
  }
}
