import { describe } from '../anchor/describe';
import { QuoteMatcher } from '../anchor/fuzzy';
import type { Annotation, ArticleRecord } from '../model/annotation';
import { mapRecord } from '../model/mapping';
import type { TextChange } from '../text/edits';
import { recoverOrphans } from './bind';

/** Nobody types so many characters over so many, or over half of an article: the text came as a whole. */
const REWRITING = 200;

/**
 * The record after its article was edited: spans move with the text; an annotation of which nothing is
 * left becomes an orphan that remembers the words around it; orphans whose words stand again, as after an
 * undo of the edit, are annotations again. Where a long piece was replaced as a whole (reverted, formatted,
 * pasted over) they may have changed; at each keystroke, looking for changed words would be slow and daring.
 *
 * @param before LF text before the changes
 * @param after LF text after all of them, which apply one after the other
 */
export function followEdit(
  record: ArticleRecord,
  before: string,
  after: string,
  changes: readonly TextChange[],
): ArticleRecord {
  const mapped = mapRecord(record, after, changes);
  if (mapped.orphans.length === 0) return mapped;
  const known = new Set(record.orphans.map(({ id }) => id));
  const origins = new Map(record.annotations.map((annotation) => [annotation.id, annotation]));
  const orphans = mapped.orphans.map((orphan): Annotation => {
    const origin = known.has(orphan.id) ? undefined : origins.get(orphan.id);
    if (origin === undefined) return orphan;
    const { prefix, suffix } = describe(before, origin);
    return { ...orphan, prefix, suffix };
  });
  const least = Math.min(REWRITING, before.length / 2);
  const fuzzy = changes.some((change) => isRewriting(change, least))
    ? new QuoteMatcher()
    : undefined;
  return recoverOrphans(after, { ...mapped, orphans }, fuzzy);
}

function isRewriting({ start, end, text }: TextChange, least: number): boolean {
  return end - start >= least && text.length >= least;
}
