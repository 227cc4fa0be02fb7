import { hashText } from '../text/hashing';
import type { Annotation, ArticleRecord, ClaimDetails } from './annotation';
import type { Operation } from './operations';

type Batch = Extract<Operation, { type: 'batch' }>;

/** What an act left of an article, as far as taking it back asks for it: small, and fit to be stored. */
export interface Trace {
  /** Of all that there was, a hash. */
  readonly whole: number;
  /** Of each annotation that the inverse is about, its id and what it said of its words. */
  readonly marks: readonly (readonly [id: string, mark: string])[];
}

export function traceOf(inverse: Operation, left: ArticleRecord): Trace {
  const marks = idsIn(inverse).map((id) => [id, markOf(left, id)] as const);
  return { whole: wholeOf(left), marks };
}

/**
 * What of an inverse can still be applied when other acts came after the one that it takes back: nothing
 * that they changed. The status goes back only where there was no other act.
 *
 * @param left what the act left
 * @param now the record as it is
 */
export function takeBack(inverse: Operation, left: Trace, now: ArticleRecord): Batch {
  const marks = new Map(left.marks);
  const isUntouched = (id: string): boolean => marks.get(id) === markOf(now, id);
  const isLast = left.whole === wholeOf(now);
  const kept = (op: Operation): readonly Operation[] => {
    switch (op.type) {
      case 'batch':
        return op.operations.flatMap(kept);
      case 'remove':
        return isUntouched(op.id) ? [op] : [];
      case 'add':
      case 'replace':
      case 'orphan':
        return isUntouched(op.annotation.id) ? [op] : [];
      case 'status':
        return isLast ? [op] : [];
      default:
        return [op];
    }
  };
  return { type: 'batch', operations: kept(inverse) };
}

function idsIn(op: Operation): readonly string[] {
  switch (op.type) {
    case 'batch':
      return op.operations.flatMap(idsIn);
    case 'remove':
      return [op.id];
    case 'add':
    case 'replace':
    case 'orphan':
      return [op.annotation.id];
    default:
      return [];
  }
}

/** The same wherever text edits moved the annotations. */
function wholeOf({ status, annotations, rejected, orphans }: ArticleRecord): number {
  const all = [...annotations, ...orphans].map((one) => `${one.id} ${marked(one)}`).sort();
  return hashText(JSON.stringify([status, rejected.length, all]));
}

/** Empty where there is no such annotation. */
function markOf({ annotations, orphans }: ArticleRecord, id: string): string {
  const hasId = (one: Annotation): boolean => one.id === id;
  const found = annotations.find(hasId) ?? orphans.find(hasId);
  return found === undefined ? '' : marked(found);
}

/** What an annotation says of its words, wherever these are now. */
function marked({ label, link, note, confidence, attributes, claim }: Annotation): string {
  return JSON.stringify([label, link, note, confidence, attributes, claim && claimed(claim)]);
}

/** Of cue and source the words: they, too, may have moved. */
function claimed({ kind, mode, checkworthy, cue, source }: ClaimDetails): readonly unknown[] {
  return [kind, mode, checkworthy, cue?.quote, source?.quote];
}
