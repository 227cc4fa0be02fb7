import type { Annotation, ClaimDetails, QuotedSpan, Rejection } from '../model/annotation';
import type { Span } from '../text/span';

/** A conversion of offsets from one unit to the other. */
export type SpanMap = (s: Span) => Span;

/** Replaces the offsets of a span and leaves everything else as it is. */
export function mapOffsets<T extends Span>(value: T, map: SpanMap): T {
  const { start, end } = map(value);
  return { ...value, start, end };
}

function mapClaim(claim: ClaimDetails, map: SpanMap): ClaimDetails {
  const { cue, source } = claim;
  return {
    ...claim,
    ...(cue === undefined ? {} : { cue: mapOffsets(cue, map) }),
    ...(source === undefined ? {} : { source: mapOffsets(source, map) }),
  };
}

/** Every offset of an annotation through the map: its own, its parts', its claim's cue and source. */
export function mapAnnotation(annotation: Annotation, map: SpanMap): Annotation {
  const { parts, claim } = annotation;
  return {
    ...mapOffsets(annotation, map),
    ...(parts === undefined ? {} : { parts: parts.map((part) => mapOffsets(part, map)) }),
    ...(claim === undefined ? {} : { claim: mapClaim(claim, map) }),
  };
}

export function mapRejection(rejection: Rejection, map: SpanMap): Rejection {
  return mapOffsets(rejection, map);
}

/** The span with the words that it covers in `text`; both in UTF-16. */
export function quoted(text: string, s: Span): QuotedSpan {
  return { start: s.start, end: s.end, quote: text.slice(s.start, s.end) };
}
