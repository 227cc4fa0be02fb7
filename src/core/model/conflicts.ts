import type { Annotation, ArticleRecord } from './annotation';
import type { Operation } from './operations';

/** Attribute by which a merge marks what two people changed differently. */
export const CONFLICT = 'conflict';
/** Its value where the other side deleted the annotation; else it is the id of the other version. */
export const DELETED = 'deleted';

/** What the annotation is in conflict with: the id of the other version, or `deleted`. */
export function conflictOf({ attributes }: Annotation): string | undefined {
  const value =
    attributes !== undefined && Object.hasOwn(attributes, CONFLICT) && attributes[CONFLICT];
  return typeof value === 'string' ? value : undefined;
}

export function withConflict(annotation: Annotation, other: string): Annotation {
  return { ...annotation, attributes: { ...annotation.attributes, [CONFLICT]: other } };
}

export function withoutConflict(annotation: Annotation): Annotation {
  const { attributes, ...rest } = annotation;
  const kept = Object.entries(attributes ?? {}).filter(([name]) => name !== CONFLICT);
  return kept.length === 0 ? rest : { ...rest, attributes: Object.fromEntries(kept) };
}

/**
 * Ends a conflict: the annotation stays without its mark, and its other version goes, or with `both` stays
 * without its mark too. Undefined where there is no such conflict.
 */
export function settleConflict(
  record: ArticleRecord,
  id: string,
  both: boolean = false,
): Operation | undefined {
  const kept = record.annotations.find((annotation) => annotation.id === id);
  const otherId = kept && conflictOf(kept);
  if (kept === undefined || otherId === undefined) return undefined;
  const operations: Operation[] = [{ type: 'replace', annotation: withoutConflict(kept) }];
  const all = [...record.annotations, ...record.orphans];
  const other = all.find((one) => one.id === otherId && conflictOf(one) === id);
  if (other !== undefined) {
    const isOrphan = record.orphans.includes(other);
    const annotation = withoutConflict(other);
    if (!both) operations.push({ type: 'remove', id: otherId });
    else operations.push({ type: isOrphan ? 'orphan' : 'replace', annotation });
  }
  return { type: 'batch', operations };
}
