import type { TextChange } from '../text/edits';
import { mapRecord } from './mapping';
import type { Annotation, ArticleRecord, QuotedSpan } from './annotation';
import { compareAnnotations, ordered } from './order';

/** Deletions that are remembered; each costs a small object, and the annotations that moved since. */
const MOST = 100;

/** The record as it was for a text: mapped through `edits` only when it is asked for. */
interface Memory {
  readonly length: number;
  readonly record: ArticleRecord;
  readonly edits: readonly TextChange[];
  readonly acts: number;
}

/**
 * Gives back what edits took from annotations once the very text from before them stands again. Undo of the
 * text does that, whatever it undoes in one step: many deletions, several cursors, a formatter, a file that
 * was replaced. The record is remembered by its text before each deletion.
 */
export class Recall {
  private readonly memories = new Map<number, Memory>();
  /** For each id, the number of the last act that set its place. */
  private readonly placed = new Map<string, number>();
  private acts = 0;

  /**
   * Before the text is changed by something that deletes.
   * @param record as it was before `edits`, which lead to `text`
   */
  remember(text: string, record: ArticleRecord, edits: readonly TextChange[]): void {
    const key = hash(text);
    this.memories.delete(key);
    this.memories.set(key, { length: text.length, record, edits, acts: this.acts });
    const [oldest] = this.memories.keys();
    if (this.memories.size > MOST && oldest !== undefined) this.memories.delete(oldest);
  }

  /** An act was done: the places that it set are not taken back with the text. */
  acted(before: ArticleRecord, after: ArticleRecord): void {
    this.acts += 1;
    const old = new Map([...before.annotations, ...before.orphans].map((one) => [one.id, one]));
    for (const one of [...after.annotations, ...after.orphans]) {
      const was = old.get(one.id);
      if (was === undefined || !samePlaces(was, one)) this.placed.set(one.id, this.acts);
    }
  }

  /** Places came from elsewhere: what was remembered says nothing about them. */
  forget(): void {
    this.memories.clear();
    this.placed.clear();
  }

  /** The record with the places that it had when this text stood last; the same one where nothing is known. */
  recalled(text: string, record: ArticleRecord): ArticleRecord {
    const memory = this.memories.get(hash(text));
    if (memory?.length !== text.length) return record;
    const past = mapRecord(memory.record, text, memory.edits);
    const then = new Map(past.annotations.map((one) => [one.id, one]));
    let changed = false;
    const asThen = (one: Annotation, isOrphan: boolean): Annotation | undefined => {
      const was = then.get(one.id);
      if (was === undefined || (this.placed.get(one.id) ?? 0) > memory.acts) return undefined;
      if ((!isOrphan && samePlaces(was, one)) || !stands(text, was)) return undefined;
      changed = true;
      return withPlacesOf(was, one);
    };
    const back = record.orphans.flatMap((one) => asThen(one, true) ?? []);
    const annotations = record.annotations.map((one) => asThen(one, false) ?? one);
    if (!changed) return record;
    const ids = new Set(back.map(({ id }) => id));
    return {
      ...record,
      annotations: ordered([...annotations, ...back], compareAnnotations),
      orphans: record.orphans.filter(({ id }) => !ids.has(id)),
    };
  }
}

function quotesOf(one: Annotation): readonly (QuotedSpan | undefined)[] {
  return [one, ...(one.parts ?? []), one.claim?.cue, one.claim?.source];
}

function samePlaces(a: Annotation, b: Annotation): boolean {
  const [left, right] = [quotesOf(a), quotesOf(b)];
  return (
    left.length === right.length &&
    left.every(
      (piece, at) =>
        piece?.start === right[at]?.start &&
        piece?.end === right[at]?.end &&
        piece?.quote === right[at]?.quote,
    )
  );
}

function stands(text: string, one: Annotation): boolean {
  return quotesOf(one).every((piece) => {
    if (piece === undefined) return true;
    const { start, end, quote } = piece;
    return end - start === quote.length && text.startsWith(quote, start);
  });
}

/** What is said of the annotation now, at the places that it had then. */
function withPlacesOf(then: Annotation, now: Annotation): Annotation {
  const { parts: _, prefix: _before, suffix: _after, claim, ...rest } = now;
  const { start, end, quote, parts, prefix, suffix } = then;
  const { cue, source } = then.claim ?? {};
  return {
    ...rest,
    start,
    end,
    quote,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(parts === undefined ? {} : { parts }),
    ...(claim === undefined
      ? {}
      : {
          claim: {
            ...claim,
            ...(cue === undefined ? {} : { cue }),
            ...(source === undefined ? {} : { source }),
          },
        }),
  };
}

/** 32 bits of the whole text; what is taken from a memory is checked against the text besides. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
