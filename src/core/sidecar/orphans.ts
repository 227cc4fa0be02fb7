import { QuoteMatcher } from '../anchor/fuzzy';
import { resolveAll, type Anchor, type Candidate, type Resolution } from '../anchor/resolve';
import type { Annotation } from '../model/annotation';
import type { Span } from '../text/span';
import { OffsetUnits } from '../text/units';
import { Binder } from './binder';

/** An orphan and where it may belong. Spans and offsets are UTF-16 over the LF text. */
export interface OrphanPlaces {
  readonly orphan: Annotation;
  /** Where it stood when it was last placed, within the text. */
  readonly stood: number;
  /** The likeliest first; empty where nothing like its words is left. */
  readonly candidates: readonly Candidate[];
}

/** For all orphans of one article in one pass, for a person to choose from. Nothing is placed by this. */
export function orphanPlaces(text: string, orphans: readonly Annotation[]): OrphanPlaces[] {
  if (orphans.length === 0) return [];
  const units = new OffsetUnits(text);
  const anchors = orphans.map((orphan): Anchor => {
    const { quote, prefix, suffix } = orphan;
    return {
      ...units.spanToUtf16(orphan),
      quote,
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    };
  });
  const found = resolveAll(text, anchors, new QuoteMatcher());
  return orphans.map((orphan, index) => ({
    orphan,
    stood: Math.min(text.length, Math.max(0, anchors[index]?.start ?? 0)),
    candidates: candidatesOf(found[index]),
  }));
}

/** Found for certain and yet an orphan: a part of it is missing, or another annotation was surer of the place. */
function candidatesOf(resolution: Resolution | undefined): readonly Candidate[] {
  if (resolution === undefined) return [];
  if (resolution.status === 'orphan') return resolution.candidates;
  return [{ span: resolution.span, score: resolution.score }];
}

/**
 * The orphan as an annotation at the place that a person chose. Its parts, cue and source are looked for
 * from there; those that are not found are left out.
 */
export function placedOrphan(text: string, orphan: Annotation, at: Span): Annotation {
  return new Binder(text, new QuoteMatcher()).placeAt(orphan, at);
}
