import type { Annotation, ArticleRecord } from '../../src/core/model/annotation';
import { EMPTY_RECORD } from '../../src/core/model/annotation';
import { toSidecarData } from '../../src/core/sidecar/bind';
import { writeSidecar } from '../../src/core/sidecar/write';

/** The text of a sidecar for an article with these annotations. */
export function sidecarText(
  path: string,
  text: string,
  annotations: readonly Annotation[],
  record: Partial<ArticleRecord> = {},
): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const full = { ...EMPTY_RECORD, status: 'in-progress' as const, annotations, ...record };
  return writeSidecar(undefined, toSidecarData(text, name, full));
}

/** An article and its sidecar, by path. */
export function annotated(
  path: string,
  text: string,
  annotations: readonly Annotation[],
  record: Partial<ArticleRecord> = {},
): Record<string, string> {
  return { [path]: text, [`${path}.ann.yaml`]: sidecarText(path, text, annotations, record) };
}
