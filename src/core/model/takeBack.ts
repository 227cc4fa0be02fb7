import type { Annotation, ArticleRecord } from './annotation';
import type { Operation } from './operations';

type Batch = Extract<Operation, { type: 'batch' }>;

/**
 * What of an inverse can still be applied when other acts came after the one that it takes back: nothing
 * that they changed. The status goes back only where there was no other act.
 *
 * @param left the record that the act left
 * @param now the record as it is
 */
export function takeBack(inverse: Operation, left: ArticleRecord, now: ArticleRecord): Batch {
  const isUntouched = (id: string): boolean => marked(left, id) === marked(now, id);
  const isLast =
    left.status === now.status &&
    left.rejected.length === now.rejected.length &&
    ids(left).length === ids(now).length &&
    ids(left).every(isUntouched);
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

function ids({ annotations, orphans }: ArticleRecord): readonly string[] {
  return [...annotations, ...orphans].map(({ id }) => id);
}

/** What an annotation says of its words, wherever these are now; undefined where there is none. */
function marked({ annotations, orphans }: ArticleRecord, id: string): string | undefined {
  const hasId = (one: Annotation): boolean => one.id === id;
  const found = annotations.find(hasId) ?? orphans.find(hasId);
  return found && JSON.stringify([found.label, found.link, found.note, found.attributes]);
}
