import { ordered } from '../model/order';

/** An item of a list as it will be, in the file's order. */
export interface Planned<T> {
  readonly item: T;
  /** Index of its lines in the list before; absent for a new item. */
  readonly from?: number;
  /** Its lines stay where they are; otherwise they go to this place. */
  readonly stays: boolean;
}

export interface ListPlan<T> {
  readonly items: readonly Planned<T>[];
  /** Indices of the lists before of what goes away or moves away, ascending. */
  readonly leaving: readonly number[];
}

/**
 * How a list changes with the fewest lines touched. Items are the same when their keys are. A list that
 * was in order stays in order, and what has to move for that moves; one that somebody ordered otherwise
 * keeps its order, and new items go before the first that comes after them.
 */
export function planList<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  compare: (a: T, b: T) => number,
): ListPlan<T> {
  const target = ordered(after, compare);
  const wasOrdered = ordered(before, compare) === before;
  const [head, tail] = wasOrdered ? commonEnds(before, target, keyOf) : [0, 0];
  const middle = planMiddle(
    before.slice(head, before.length - tail),
    target.slice(head, target.length - tail),
    keyOf,
    wasOrdered,
    head,
  );
  const shift = before.length - target.length;
  const end = target.length - tail;
  const planned = target.map((item, at): Planned<T> => {
    if (at >= head && at < end) return middle.items[at - head] ?? { item, stays: false };
    return { item, from: at < head ? at : at + shift, stays: true };
  });
  return { items: wasOrdered ? planned : merged(planned, compare), leaving: middle.leaving };
}

/** How many items at the beginning and at the end are the same in both lists. */
function commonEnds<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): [head: number, tail: number] {
  const same = (a: T | undefined, b: T | undefined): boolean =>
    a !== undefined && b !== undefined && keyOf(a) === keyOf(b);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && same(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && same(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  return [head, tail];
}

function planMiddle<T>(
  before: readonly T[],
  target: readonly T[],
  keyOf: (item: T) => string,
  wasOrdered: boolean,
  offset: number,
): ListPlan<T> {
  const places = new Map<string, number>();
  numbered(before, keyOf).forEach((key, index) => places.set(key, index + offset));
  const from = numbered(target, keyOf).map((key) => places.get(key));
  const kept = new Set(from.filter((index) => index !== undefined));
  const staying = wasOrdered ? longestIncreasing(from) : kept;
  const items = target.map((item, at): Planned<T> => {
    const index = from[at];
    if (index === undefined) return { item, stays: false };
    return { item, from: index, stays: staying.has(index) };
  });
  const all = before.map((_, index) => index + offset);
  return { items, leaving: all.filter((index) => !staying.has(index)) };
}

/** Keys made unique by counting: the second of two equal items is another item. */
function numbered<T>(items: readonly T[], keyOf: (item: T) => string): string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const key = keyOf(item);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${count} ${key}`;
  });
}

/** What stays, in the file's order, with the new items put between. */
function merged<T>(planned: readonly Planned<T>[], compare: (a: T, b: T) => number): Planned<T>[] {
  const result = planned
    .filter((entry) => entry.stays)
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  for (const entry of planned) {
    if (entry.stays) continue;
    const next = result.findIndex((there) => compare(there.item, entry.item) > 0);
    result.splice(next === -1 ? result.length : next, 0, entry);
  }
  return result;
}

/** Values of a longest strictly increasing subsequence; undefined entries are skipped. */
function longestIncreasing(values: readonly (number | undefined)[]): Set<number> {
  /** For each length, the smallest last value of a subsequence of that length. */
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const value of values) {
    if (value === undefined) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.set(value, low === 0 ? undefined : tails[low - 1]);
    tails[low] = value;
  }
  const result = new Set<number>();
  for (let value = tails.at(-1); value !== undefined; value = previous.get(value))
    result.add(value);
  return result;
}
