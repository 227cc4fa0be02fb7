import type { Span } from './span';

/** Replaces `[start, end)` by `text`. Offsets are UTF-16 over the LF text before the change. */
export interface TextChange extends Span {
  readonly text: string;
}

/** Which side of an insertion a position at that very place belongs to: it stays before, or moves after. */
export type Side = 'before' | 'after';

export function applyChange(text: string, change: TextChange): string {
  return text.slice(0, change.start) + change.text + text.slice(change.end);
}

/** Applies changes one after the other, each to the result of the one before it. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return changes.reduce(applyChange, text);
}

/**
 * The changes and one more after them; letters typed one after the other make one change. Spans, quotes
 * and texts come out the same as by all of them in turn.
 */
export function followedBy(
  changes: readonly TextChange[],
  next: TextChange,
): readonly TextChange[] {
  const last = changes.at(-1);
  const continues =
    last?.start === last?.end &&
    next.start === next.end &&
    last !== undefined &&
    next.start === last.start + last.text.length;
  if (!continues) return [...changes, next];
  return [...changes.slice(0, -1), { ...last, text: last.text + next.text }];
}

/** Where a position stands after the change; one inside the replaced range goes to its `side`. */
export function mapPosition(offset: number, change: TextChange, side: Side): number {
  if (
    offset < change.start ||
    (offset === change.start && side === 'before' && change.end > offset)
  ) {
    return offset;
  }
  if (offset > change.end || (offset === change.end && change.end > change.start)) {
    return offset + change.text.length - (change.end - change.start);
  }
  if (change.start === change.end && offset === change.start) {
    return side === 'before' ? offset : offset + change.text.length;
  }
  return side === 'before' ? change.start : change.start + change.text.length;
}

/**
 * Where a span stands after the change, or undefined when nothing of it is left.
 *
 * Policy: text typed at an edge stays outside; text typed inside belongs to the span; a replacement that
 * covers an edge pulls that edge back to what is left of the old text; a replacement strictly inside is
 * taken in; a replacement of exactly the span's text (a spelling mended) keeps the span over the new text
 * unless that is empty. A zero-length span survives an insertion at its place.
 */
export function mapSpan(s: Span, change: TextChange): Span | undefined {
  if (change.end <= s.start && !(change.start === s.start && s.start === s.end)) {
    const shift = change.text.length - (change.end - change.start);
    return { start: s.start + shift, end: s.end + shift };
  }
  if (change.start >= s.end) return s;
  if (s.start <= change.start && change.end <= s.end) {
    const end = s.end + change.text.length - (change.end - change.start);
    return end > s.start ? { start: s.start, end } : undefined;
  }
  if (change.start <= s.start && s.end <= change.end) return undefined;
  if (change.start < s.start) {
    const start = change.start + change.text.length;
    return { start, end: s.end + change.text.length - (change.end - change.start) };
  }
  return { start: s.start, end: change.start };
}

export function mapSpanThrough(s: Span, changes: readonly TextChange[]): Span | undefined {
  let mapped: Span | undefined = s;
  for (const change of changes) {
    if (mapped === undefined) return undefined;
    mapped = mapSpan(mapped, change);
  }
  return mapped;
}

/** The one change that makes `after` of `before`: what is between their common beginning and end. */
export function differenceOf(before: string, after: string): TextChange {
  const limit = Math.min(before.length, after.length);
  const start = commonLength(limit, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = commonLength(limit - start, (from, to) => {
    const end = after.length - from;
    return (
      before.slice(before.length - to, before.length - from) === after.slice(end + from - to, end)
    );
  });
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Code units compared at once: strings are compared many units at a time, but not where taken one by one. */
const BLOCK = 4096;

/** How many of `limit` units are the same from the first on, where `isSame` tells it of a range of them. */
function commonLength(limit: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0;
  for (let block = BLOCK; block >= 1; block = block >> 1) {
    while (length + block <= limit && isSame(length, length + block)) length += block;
  }
  return length;
}
