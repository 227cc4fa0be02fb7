import type { Annotation, ArticleRecord, Rejection, Status } from './annotation';
import { compareAnnotations, compareRejections, inserted } from './order';

/** A change of an article's record, as data: it can be stored, undone and mapped through text edits. */
export type Operation =
  | { readonly type: 'add'; readonly annotation: Annotation }
  | { readonly type: 'remove'; readonly id: string }
  /** Takes the place of the annotation with the same id; of an orphan too, which is so found again. */
  | { readonly type: 'replace'; readonly annotation: Annotation }
  /** Puts the annotation among the orphans; offsets as stored, in code points. */
  | { readonly type: 'orphan'; readonly annotation: Annotation }
  | { readonly type: 'reject'; readonly rejection: Rejection }
  | { readonly type: 'unreject'; readonly rejection: Rejection }
  | { readonly type: 'status'; readonly status: Status }
  | { readonly type: 'batch'; readonly operations: readonly Operation[] };

export interface Applied {
  readonly record: ArticleRecord;
  /** Applied to `record`, gives the record from before. */
  readonly inverse: Operation;
}

const NOTHING: Operation = { type: 'batch', operations: [] };

/**
 * Applies the operation. Total: adding an id that is there replaces it, removing one that is not does
 * nothing, and the inverse says so. Expects and keeps annotations, rejections and orphans in text order.
 */
export function apply(record: ArticleRecord, op: Operation): Applied {
  switch (op.type) {
    case 'add':
    case 'replace':
      return place(record, op.annotation, 'annotations');
    case 'orphan':
      return place(record, op.annotation, 'orphans');
    case 'remove':
      return { record: without(record, op.id), inverse: restoring(record, op.id) ?? NOTHING };
    case 'reject':
      return reject(record, op.rejection);
    case 'unreject':
      return unreject(record, op.rejection);
    case 'status':
      return {
        record: record.status === op.status ? record : { ...record, status: op.status },
        inverse: { type: 'status', status: record.status },
      };
    case 'batch':
      return applyAll(record, op.operations);
  }
}

/**
 * The operation, and with it the step from `todo` to `in-progress` when it is the first decision about
 * the article. `done` is never taken back and never set by the program.
 */
export function withProgress(record: ArticleRecord, op: Operation): Operation {
  if (record.status !== 'todo' || op.type === 'status') return op;
  return { type: 'batch', operations: [op, { type: 'status', status: 'in-progress' }] };
}

export function sameRejection(a: Rejection, b: Rejection): boolean {
  return a.label === b.label && a.start === b.start && a.end === b.end && a.quote === b.quote;
}

function place(
  record: ArticleRecord,
  annotation: Annotation,
  where: 'annotations' | 'orphans',
): Applied {
  const rest = without(record, annotation.id);
  return {
    record: { ...rest, [where]: inserted(rest[where], annotation, compareAnnotations) },
    inverse: restoring(record, annotation.id) ?? { type: 'remove', id: annotation.id },
  };
}

function without(record: ArticleRecord, id: string): ArticleRecord {
  const drop = (items: readonly Annotation[]): readonly Annotation[] =>
    items.some((item) => item.id === id) ? items.filter((item) => item.id !== id) : items;
  const annotations = drop(record.annotations);
  const orphans = drop(record.orphans);
  if (annotations === record.annotations && orphans === record.orphans) return record;
  return { ...record, annotations, orphans };
}

/** The operation that brings back what the record holds under this id. */
function restoring(record: ArticleRecord, id: string): Operation | undefined {
  const annotation = record.annotations.find((item) => item.id === id);
  if (annotation !== undefined) return { type: 'replace', annotation };
  const orphan = record.orphans.find((item) => item.id === id);
  return orphan === undefined ? undefined : { type: 'orphan', annotation: orphan };
}

function reject(record: ArticleRecord, rejection: Rejection): Applied {
  if (record.rejected.some((item) => sameRejection(item, rejection))) {
    return { record, inverse: NOTHING };
  }
  return {
    record: { ...record, rejected: inserted(record.rejected, rejection, compareRejections) },
    inverse: { type: 'unreject', rejection },
  };
}

function unreject(record: ArticleRecord, rejection: Rejection): Applied {
  const found = record.rejected.find((item) => sameRejection(item, rejection));
  if (found === undefined) return { record, inverse: NOTHING };
  return {
    record: { ...record, rejected: record.rejected.filter((item) => !sameRejection(item, found)) },
    inverse: { type: 'reject', rejection: found },
  };
}

function applyAll(record: ArticleRecord, operations: readonly Operation[]): Applied {
  let current = record;
  const inverses: Operation[] = [];
  for (const operation of operations) {
    const applied = apply(current, operation);
    current = applied.record;
    inverses.push(applied.inverse);
  }
  return { record: current, inverse: { type: 'batch', operations: inverses.reverse() } };
}
