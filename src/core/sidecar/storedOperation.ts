import { QuoteMatcher } from '../anchor/fuzzy';
import type { Annotation, Rejection } from '../model/annotation';
import type { Operation } from '../model/operations';
import { OffsetUnits } from '../text/units';
import { toStored } from './bind';
import { Binder } from './binder';

/**
 * The operation as it can be kept while the article changes: what it puts into the record has offsets in
 * code points and an anchor, as in a sidecar.
 *
 * @param text LF text of the article, over which the operation has its offsets
 */
export function toStoredOperation(op: Operation, text: string): Operation {
  const units = new OffsetUnits(text);
  return rewritten(op, {
    annotation: (annotation) => toStored(text, units, annotation),
    rejection: (one) => ({ ...one, ...units.spanToCodePoints(one) }),
  });
}

/**
 * The kept operation for the text as it is now: an annotation that it brings back is placed where its words
 * stand, or comes back as an orphan.
 */
export function bindOperation(op: Operation, text: string): Operation {
  const binder = new Binder(text, new QuoteMatcher());
  const stored = broughtBack(op);
  const bound = new Map(binder.bindAll(stored).map((one, i) => [stored[i], one?.annotation]));
  return rewritten(op, {
    annotation: (annotation) => bound.get(annotation),
    rejection: (one) => binder.bindRejection(one),
  });
}

interface Rewriting {
  /** Undefined where it has no place. */
  readonly annotation: (annotation: Annotation) => Annotation | undefined;
  readonly rejection: (rejection: Rejection) => Rejection;
}

function rewritten(op: Operation, to: Rewriting): Operation {
  switch (op.type) {
    case 'batch':
      return { ...op, operations: op.operations.map((part) => rewritten(part, to)) };
    case 'add':
    case 'replace': {
      const annotation = to.annotation(op.annotation);
      return annotation === undefined
        ? { type: 'orphan', annotation: op.annotation }
        : { ...op, annotation };
    }
    case 'reject':
    case 'unreject':
      return { ...op, rejection: to.rejection(op.rejection) };
    case 'remove':
    case 'orphan':
    case 'status':
      return op;
  }
}

/** In text order, as a binder wants them: what stands near each other moved alike. */
function broughtBack(op: Operation): readonly Annotation[] {
  const found: Annotation[] = [];
  const visit = (one: Operation): void => {
    if (one.type === 'batch') one.operations.forEach(visit);
    else if (one.type === 'add' || one.type === 'replace') found.push(one.annotation);
  };
  visit(op);
  return found.sort((a, b) => a.start - b.start);
}
