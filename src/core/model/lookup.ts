import { covers, length, overlaps, sameSpan, touches, type Span } from '../text/span';
import { CLAIM, type Annotation, type ArticleRecord } from './annotation';

export function isClaim(annotation: Annotation): boolean {
  return annotation.label === CLAIM;
}

/** The first span and the further parts of a discontinuous annotation, in text order. */
export function piecesOf(annotation: Annotation): readonly Span[] {
  return [annotation, ...(annotation.parts ?? [])];
}

/** From the first to the last character of all that the annotation speaks of: content, parts, cue, source. */
export function reachOf(annotation: Annotation): Span {
  const spans = [...piecesOf(annotation), annotation.claim?.cue, annotation.claim?.source];
  const present = spans.filter((part) => part !== undefined);
  return {
    start: Math.min(...present.map((part) => part.start)),
    end: Math.max(...present.map((part) => part.end)),
  };
}

/**
 * The annotations that the span touches, the tightest first: an entity inside a claim comes before the
 * claim. For a caret (an empty span) the edges count as touching.
 */
export function annotationsAt(record: ArticleRecord, at: Span): readonly Annotation[] {
  const hit = (piece: Span): boolean =>
    at.start === at.end ? touches(piece, at.start) : overlaps(piece, at);
  return record.annotations
    .filter(({ start, end, parts }) => hit({ start, end }) || parts?.some(hit) === true)
    .sort((a, b) => length(a) - length(b));
}

/**
 * The claim that an act at this place concerns: one whose content, cue or source is here, the tightest
 * first; else the nearest claim in the same paragraph.
 */
export function claimNear(
  record: ArticleRecord,
  at: Span,
  paragraph: Span,
): Annotation | undefined {
  const claims = record.annotations.filter(isClaim);
  const covering = claims
    .filter((claim) => covers(reachOf(claim), at))
    .sort((a, b) => length(reachOf(a)) - length(reachOf(b)));
  if (covering[0] !== undefined) return covering[0];
  const distance = (claim: Annotation): number =>
    Math.max(claim.start - at.end, at.start - claim.end, 0);
  return claims
    .filter((claim) => overlaps(claim, paragraph))
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** An annotation with this label and just this span, if there is one already. */
export function sameAnnotation(
  record: ArticleRecord,
  label: string,
  span: Span,
): Annotation | undefined {
  return record.annotations.find((a) => a.label === label && sameSpan(a, span));
}
