/** Something that stays itself while what it says changes. */
export interface Keyed {
  readonly key: string;
}

/** How one list of keyed things becomes another: all keys in order, and what is new or says something new. */
export interface KeyedPatch<T extends Keyed> {
  readonly order: readonly string[];
  readonly changed: readonly T[];
}

/** The patch from `before` to `after`; undefined where nothing changed. Things are plain, flat data. */
export function patchOf<T extends Keyed>(
  before: readonly T[],
  after: readonly T[],
): KeyedPatch<T> | undefined {
  const known = new Map(before.map((item) => [item.key, item]));
  const changed = after.filter((item) => !sameData(known.get(item.key), item));
  const sameOrder =
    before.length === after.length && after.every(({ key }, at) => key === before[at]?.key);
  if (sameOrder && changed.length === 0) return undefined;
  return { order: after.map(({ key }) => key), changed };
}

/** The list after the patch. What did not change stays the same object, so that nobody draws it again. */
export function patched<T extends Keyed>(before: readonly T[], patch: KeyedPatch<T>): readonly T[] {
  const known = new Map([...before, ...patch.changed].map((item) => [item.key, item]));
  return patch.order.flatMap((key) => known.get(key) ?? []);
}

function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value], at) => key === right[at]?.[0] && sameData(value, right[at]?.[1]))
  );
}
