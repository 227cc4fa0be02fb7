import type { Annotation, ArticleRecord } from './annotation';
import { sameRejection, type Operation } from './operations';

/** The one operation, to be undone in one step, that makes `to` of `from`. */
export function transition(from: ArticleRecord, to: ArticleRecord): Operation {
  const kept = new Set([...to.annotations, ...to.orphans].map(({ id }) => id));
  const gone = [...from.annotations, ...from.orphans].filter(({ id }) => !kept.has(id));
  const changed = (one: Annotation, before: readonly Annotation[]): boolean =>
    !before.some((old) => old.id === one.id && JSON.stringify(old) === JSON.stringify(one));
  return {
    type: 'batch',
    operations: [
      ...gone.map(({ id }): Operation => ({ type: 'remove', id })),
      ...to.annotations
        .filter((one) => changed(one, from.annotations))
        .map((annotation): Operation => ({ type: 'replace', annotation })),
      ...to.orphans
        .filter((one) => changed(one, from.orphans))
        .map((annotation): Operation => ({ type: 'orphan', annotation })),
      ...from.rejected
        .filter((one) => !to.rejected.some((other) => sameRejection(one, other)))
        .map((rejection): Operation => ({ type: 'unreject', rejection })),
      ...to.rejected.map((rejection): Operation => ({ type: 'reject', rejection })),
      { type: 'status', status: to.status },
    ],
  };
}
