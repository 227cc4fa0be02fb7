import type { Annotation, QuotedSpan } from '../model/annotation';
import { OffsetUnits } from '../text/units';
import type { LoadedArticle } from './load';

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
