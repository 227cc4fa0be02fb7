import type { Annotation, ArticleRecord, QuotedSpan } from '../model/annotation';
import { toSidecarData } from '../sidecar/bind';
import { writeSidecar } from '../sidecar/write';
import { OffsetUnits } from '../text/units';
import type { Files } from './files';
import { joinPath } from './files';
import type { LoadedArticle } from './load';
import { SIDECAR_SUFFIX } from './walk';

/** An annotation that stands elsewhere than its sidecar says, or whose words changed. All in code points. */
export interface MovedAnnotation extends QuotedSpan {
  readonly id: string;
  readonly label: string;
  /** What the sidecar says. */
  readonly was: QuotedSpan;
}

export interface Reanchored {
  readonly moved: readonly MovedAnnotation[];
  /** As stored: nothing in the article answers to them well enough. */
  readonly orphans: readonly Annotation[];
}

/** What has become of the article's annotations since its sidecar was written. */
export function reanchored({ text, record, moved, sidecar }: LoadedArticle): Reanchored {
  const units = new OffsetUnits(text);
  const stored = new Map(sidecar?.data.annotations.map((one) => [one.id, one]));
  const ids = new Set(moved);
  const found = record.annotations.flatMap((annotation): MovedAnnotation[] => {
    const was = stored.get(annotation.id);
    if (was === undefined || !ids.has(annotation.id)) return [];
    const { id, label, quote } = annotation;
    const place = units.spanToCodePoints(annotation);
    return [
      { id, label, ...place, quote, was: { start: was.start, end: was.end, quote: was.quote } },
    ];
  });
  return { moved: found, orphans: record.orphans };
}

/**
 * Writes what the anchors say by now, if that differs from what the sidecar says. Safe: orphans stay as
 * they are, nothing is removed.
 */
export async function saveAnchors(
  files: Files,
  root: string,
  article: LoadedArticle,
): Promise<boolean> {
  return article.sidecar !== undefined && saveRecord(files, root, article, article.record);
}

/** Writes a record to the article's sidecar, if that changes anything; answers whether it did. */
export async function saveRecord(
  files: Files,
  root: string,
  { path, text, sidecar }: LoadedArticle,
  record: ArticleRecord,
): Promise<boolean> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const source = writeSidecar(sidecar, toSidecarData(text, name, record, sidecar?.data));
  if (source === sidecar?.source) return false;
  await files.write(joinPath(root, path + SIDECAR_SUFFIX), source);
  return true;
}
