import type { TextChange } from '../text/edits';
import type { ArticleRecord } from './annotation';
import { mapOperation } from './mapping';
import { apply, type Operation } from './operations';

const LIMIT = 500;
const PENDING_LIMIT = 256;

interface Entry {
  readonly inverse: Operation;
  /** How many of the changes ever reported this entry has been mapped through. */
  readonly seen: number;
}

/** What undo or redo came to: the record after it, and the operation that was applied. */
export interface Step {
  readonly record: ArticleRecord;
  readonly operation: Operation;
}

/** What can be taken back and done again, the latest last, as data; spans over one text. */
export interface HistoryState {
  readonly done: readonly Operation[];
  readonly undone: readonly Operation[];
}

/**
 * Undo and redo of annotations, apart from undo of the text. Holds the inverses of what was done; text
 * edits that happen in between are taken into account by `mapThrough`. Bounded: the oldest entries go.
 *
 * Mapping is lazy: typing costs one array push a change, entries are mapped when they are used, or all at
 * once every few hundred changes.
 */
export class History {
  private undone: Entry[] = [];
  private done: Entry[] = [];
  private pending: TextChange[] = [];
  /** Changes reported before the first of `pending`. */
  private dropped = 0;
  private text = '';

  constructor(private readonly limit: number = LIMIT) {}

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Applies the operation and remembers how to take it back. */
  perform(record: ArticleRecord, op: Operation): ArticleRecord {
    const applied = apply(record, op);
    this.push(applied.inverse);
    return applied.record;
  }

  /** Remembers the inverse of an operation that was applied; what was undone can no longer be redone. */
  push(inverse: Operation): void {
    this.done.push(this.entry(inverse));
    if (this.done.length > this.limit) this.done.shift();
    this.undone = [];
  }

  /** The record before the latest operation, or undefined when there is none. */
  undo(record: ArticleRecord): Step | undefined {
    return this.step(record, this.done, this.undone);
  }

  /** The record with the latest undone operation again, or undefined when there is none. */
  redo(record: ArticleRecord): Step | undefined {
    return this.step(record, this.undone, this.done);
  }

  /** Reports edits of the article, one after the other; `text` is the text after all of them. */
  mapThrough(text: string, changes: readonly TextChange[]): void {
    if (this.done.length === 0 && this.undone.length === 0) return;
    this.text = text;
    for (const change of changes) this.pending.push(change);
    if (this.pending.length > PENDING_LIMIT) this.mapAll();
  }

  clear(): void {
    this.done = [];
    this.undone = [];
    this.pending = [];
    this.text = '';
  }

  /** All that is held, for the text as it is now. */
  state(): HistoryState {
    this.mapAll();
    const inverses = (entries: readonly Entry[]) => entries.map(({ inverse }) => inverse);
    return { done: inverses(this.done), undone: inverses(this.undone) };
  }

  /** Takes up what was held for the text as it is now; what was done since comes after it. */
  restore(state: HistoryState): void {
    const entries = (inverses: readonly Operation[]) => inverses.map((one) => this.entry(one));
    const hasActed = this.done.length > 0;
    this.done = [...entries(state.done), ...this.done].slice(-this.limit);
    if (!hasActed && this.undone.length === 0) this.undone = entries(state.undone);
  }

  private step(record: ArticleRecord, from: Entry[], to: Entry[]): Step | undefined {
    const entry = from.pop();
    if (entry === undefined) return undefined;
    const operation = this.current(entry).inverse;
    const applied = apply(record, operation);
    to.push(this.entry(applied.inverse));
    return { record: applied.record, operation };
  }

  private entry(inverse: Operation): Entry {
    return { inverse, seen: this.dropped + this.pending.length };
  }

  private current(entry: Entry): Entry {
    const missed = this.pending.slice(entry.seen - this.dropped);
    if (missed.length === 0) return entry;
    return this.entry(mapOperation(entry.inverse, this.text, missed));
  }

  private mapAll(): void {
    this.done = this.done.map((entry) => this.current(entry));
    this.undone = this.undone.map((entry) => this.current(entry));
    this.dropped += this.pending.length;
    this.pending = [];
  }
}
