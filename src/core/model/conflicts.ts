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

/** Two versions of one annotation, or one that the other side of a merge removed: a person has to choose. */
export interface Conflict {
  readonly version: Annotation;
  /** Undefined where the other side removed it, or where the other version is gone since. */
  readonly other: Annotation | undefined;
}

/** Every conflict of the record once, in text order; those of orphans last. */
export function conflictsOf(record: ArticleRecord): readonly Conflict[] {
  const marked = [...record.annotations, ...record.orphans].filter(
    (one) => conflictOf(one) !== undefined,
  );
  const conflicts: Conflict[] = [];
  const told = new Set<string>();
  for (const version of marked) {
    if (told.has(version.id)) continue;
    const other = otherVersion(marked, version);
    if (other !== undefined) told.add(other.id);
    conflicts.push({ version, other });
  }
  return conflicts;
}

function otherVersion(all: readonly Annotation[], one: Annotation): Annotation | undefined {
  const id = conflictOf(one);
  return all.find((other) => other.id === id && conflictOf(other) === one.id);
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
  const all = [...record.annotations, ...record.orphans];
  const kept = all.find((annotation) => annotation.id === id);
  if (kept === undefined || conflictOf(kept) === undefined) return undefined;
  const unmarked = (one: Annotation): Operation => ({
    type: record.orphans.includes(one) ? 'orphan' : 'replace',
    annotation: withoutConflict(one),
  });
  const operations = [unmarked(kept)];
  const other = otherVersion(all, kept);
  if (other !== undefined) {
    operations.push(both ? unmarked(other) : { type: 'remove', id: other.id });
  }
  return { type: 'batch', operations };
}
