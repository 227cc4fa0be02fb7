import type { Span } from './span';
import { wordSpans } from './words';

export type Edge = 'start' | 'end';
/** Towards the beginning of the text, or towards its end. */
export type Direction = 'earlier' | 'later';
export type Step = 'word' | 'letter';

/**
 * Moves one edge of the span by a word or by a letter with its marks (a grapheme). The span never gets
 * empty and never leaves its paragraph; where there is nothing to move to it is given back as it is.
 */
export function adjustSpan(
  text: string,
  s: Span,
  edge: Edge,
  direction: Direction,
  step: Step,
): Span {
  const paragraph = paragraphAt(text, s);
  const stops = step === 'word' ? wordStops(text, paragraph, edge) : letterStops(text, paragraph);
  const from = edge === 'start' ? s.start : s.end;
  const to =
    direction === 'later'
      ? stops.find((stop) => stop > from)
      : stops.findLast((stop) => stop < from);
  if (to === undefined) return s;
  const moved = edge === 'start' ? { start: to, end: s.end } : { start: s.start, end: to };
  return moved.start < moved.end ? moved : s;
}

/** The line or lines that hold the span. */
export function paragraphAt(text: string, s: Span): Span {
  const start = text.lastIndexOf('\n', s.start - 1) + 1;
  const end = text.indexOf('\n', s.end);
  return { start: s.start === 0 ? 0 : start, end: end === -1 ? text.length : end };
}

function wordStops(text: string, within: Span, edge: Edge): number[] {
  return wordSpans(text, within).map((word) => word[edge]);
}

function letterStops(text: string, within: Span): number[] {
  const segments = new Intl.Segmenter('ar').segment(text.slice(within.start, within.end));
  return [...[...segments].map(({ index }) => within.start + index), within.end];
}
