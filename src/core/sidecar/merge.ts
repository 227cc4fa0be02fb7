import type { Annotation, Rejection, Status } from '../model/annotation';
import { DELETED, withConflict } from '../model/conflicts';
import { compareAnnotations, compareRejections, ordered } from '../model/order';
import { sameAnnotation, sameData } from './equal';
import { sha256 } from './hash';
import { either, mergeAnnotation, mergeValue } from './mergeAnnotation';
import { mergedText } from './mergeText';
import { rejectionKey } from './serialize';
import type { ArticleReference, Sidecar, SidecarData } from './sidecar';

/** Two versions of one annotation that only a person can choose from. */
export interface MergeConflict {
  readonly id: string;
  /** Id of the other side's version, or `deleted`. */
  readonly other: string;
}

export interface Merged {
  /** The text of the merged sidecar: ours, with theirs brought in. */
  readonly source: string;
  readonly data: SidecarData;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two versions of a sidecar that come from one (or, without `base`, from nothing in common).
 * Annotations are the same when their ids are. What one side changed, added or removed is done; what both
 * changed is merged field by field; where they disagree both versions stay, marked by the attribute
 * `conflict`: ours under its id, theirs under a new one. One that a side changed and the other removed
 * stays, marked `deleted`. Nothing of either side is lost, and the same input gives the same result.
 */
export function mergeSidecars(base: Sidecar | undefined, ours: Sidecar, theirs: Sidecar): Merged {
  const { annotations, conflicts } = mergeAll(
    base?.data.annotations ?? [],
    ours.data.annotations,
    theirs.data.annotations,
  );
  const data: SidecarData = {
    article: mergeArticle(base?.data.article, ours.data.article, theirs.data.article),
    status: mergeStatus(base?.data.status, ours.data.status, theirs.data.status),
    annotations: ordered(annotations, compareAnnotations),
    rejected: mergeRejected(base?.data.rejected ?? [], ours.data.rejected, theirs.data.rejected),
  };
  return { source: mergedText(base, ours, theirs, data), data, conflicts };
}

function mergeAll(
  base: readonly Annotation[],
  ours: readonly Annotation[],
  theirs: readonly Annotation[],
): { annotations: Annotation[]; conflicts: MergeConflict[] } {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(
    (list) => new Map(list.map((one) => [one.id, one])),
  );
  const ids = new Set([...ours, ...theirs].map(({ id }) => id));
  const taken = new Set([...ids, ...base.map(({ id }) => id)]);
  const annotations: Annotation[] = [];
  const conflicts: MergeConflict[] = [];
  for (const id of ids) {
    const [old, our, their] = [inBase?.get(id), inOurs?.get(id), inTheirs?.get(id)];
    const merged = mergeOne(old, our, their);
    if (merged !== undefined) {
      if (merged.value !== undefined) annotations.push(merged.value);
      continue;
    }
    if (our !== undefined && their !== undefined) {
      const other = idFor(their, taken);
      taken.add(other);
      annotations.push(withConflict(our, other), withConflict({ ...their, id: other }, id));
      conflicts.push({ id, other });
    } else {
      const kept = our ?? their;
      if (kept !== undefined) annotations.push(withConflict(kept, DELETED));
      conflicts.push({ id, other: DELETED });
    }
  }
  return { annotations, conflicts };
}

/** Undefined where only a person can decide. */
function mergeOne(
  base: Annotation | undefined,
  ours: Annotation | undefined,
  theirs: Annotation | undefined,
): { readonly value: Annotation | undefined } | undefined {
  const same = (a: Annotation | undefined, b: Annotation | undefined): boolean =>
    a === undefined || b === undefined ? a === b : sameAnnotation(a, b);
  if (same(ours, theirs) || same(base, theirs)) return { value: ours };
  if (same(base, ours)) return { value: theirs };
  if (ours === undefined || theirs === undefined) {
    // Removed on one side, and on the other only moved along with the text: removed.
    const kept = ours ?? theirs;
    return base !== undefined && kept !== undefined && onlyMoved(base, kept)
      ? { value: undefined }
      : undefined;
  }
  if (base === undefined) return undefined;
  const value = mergeAnnotation(base, ours, theirs);
  return value === undefined ? undefined : { value };
}

function onlyMoved(before: Annotation, after: Annotation): boolean {
  const rest = (one: Annotation): unknown => {
    const { cue, source, ...claim } = one.claim ?? {};
    const parts = one.parts?.map(({ quote }) => quote);
    const words = { parts, claim, cue: cue?.quote, source: source?.quote };
    return { ...one, ...words, start: 0, end: 0, prefix: '', suffix: '' };
  };
  return sameData(rest(before), rest(after));
}

/** The same id for the same content: a merge that is done again gives the same file. */
function idFor(annotation: Annotation, taken: ReadonlySet<string>): string {
  for (let n = 0; ; n++) {
    const digest = sha256(`${n} ${JSON.stringify(annotation)}`);
    const number = Number.parseInt(digest.slice(0, 10), 16).toString(36);
    const id = `x${number.padStart(5, '0').slice(-5)}`;
    if (!taken.has(id)) return id;
  }
}

function mergeArticle(
  base: ArticleReference | undefined,
  ours: ArticleReference,
  theirs: ArticleReference,
): ArticleReference {
  const file = mergeValue([base?.file, ours.file, theirs.file])?.value;
  // Two texts were merged into a third, whose hash nobody knows here.
  const hash = mergeValue([base?.sha256, ours.sha256, theirs.sha256])?.value;
  return {
    file: file ?? either(ours.file, theirs.file),
    ...(hash === undefined ? {} : { sha256: hash }),
    unit: 'codepoint',
  };
}

/** `done` for one and not for the other is not done. */
function mergeStatus(base: Status | undefined, ours: Status, theirs: Status): Status {
  return mergeValue([base, ours, theirs])?.value ?? 'in-progress';
}

function mergeRejected(
  base: readonly Rejection[],
  ours: readonly Rejection[],
  theirs: readonly Rejection[],
): readonly Rejection[] {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(
    (list) => new Set(list.map(rejectionKey)),
  );
  const kept = ours.filter((one) => {
    const key = rejectionKey(one);
    return inTheirs?.has(key) === true || inBase?.has(key) !== true;
  });
  const added = theirs.filter((one) => {
    const key = rejectionKey(one);
    return inOurs?.has(key) !== true && inBase?.has(key) !== true;
  });
  return ordered([...kept, ...added], compareRejections);
}
