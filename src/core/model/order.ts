import { compareSpans } from '../text/span';
import type { Annotation, Rejection } from './annotation';

/** Text order: by span, outer first; same spans by id, so that the order never depends on history. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return compareSpans(a, b) || compareText(a.id, b.id);
}

export function compareRejections(a: Rejection, b: Rejection): number {
  return compareSpans(a, b) || compareText(a.label, b.label) || compareText(a.quote, b.quote);
}

/** By UTF-16 code unit: the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A copy with `item` put in its place; `items` are in order. */
export function inserted<T>(items: readonly T[], item: T, compare: (a: T, b: T) => number): T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = items[middle];
    if (there !== undefined && compare(there, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return [...items.slice(0, low), item, ...items.slice(low)];
}

/** The same array when it is in order already, else an ordered copy. */
export function ordered<T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let at = 1; at < items.length; at += 1) {
    const [before, here] = [items[at - 1], items[at]];
    if (before !== undefined && here !== undefined && compare(before, here) > 0) {
      return [...items].sort(compare);
    }
  }
  return items;
}
