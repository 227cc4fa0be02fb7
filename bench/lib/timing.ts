/**
 * Milliseconds of each of `times` calls, after `warm` more that are not counted. `prepare` makes what a
 * call works on and is not timed.
 */
export function timed<T>(
  work: (input: T) => unknown,
  prepare: () => T,
  { times = 15, warm = 3 }: { readonly times?: number; readonly warm?: number } = {},
): number[] {
  const result: number[] = [];
  for (let round = -warm; round < times; round += 1) {
    const input = prepare();
    const start = performance.now();
    kept = work(input);
    const took = performance.now() - start;
    if (round >= 0) result.push(took);
  }
  return result;
}

/** What was computed, until the next call: no compiler may leave the work out. */
export let kept: unknown;

/** Per second, of `amount` done in so many milliseconds. */
export function perSecond(amount: number, milliseconds: readonly number[]): number[] {
  return milliseconds.map((took) => (amount / took) * 1000);
}
