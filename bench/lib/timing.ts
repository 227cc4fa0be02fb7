/** How often something is measured, and how often done before that without being counted. */
export interface Rounds {
  readonly times?: number;
  readonly warm?: number;
}

/**
 * Milliseconds of each of `times` calls, after `warm` more that are not counted. `prepare` makes what a
 * call works on and is not timed.
 */
export function timed<T>(
  work: (input: T) => unknown,
  prepare: () => T,
  rounds: Rounds = {},
): number[] {
  return byClock(() => performance.now(), work, prepare, rounds);
}

/** The same, but the time for which the processor was busy, with all threads of this process. */
export function processorTimed<T>(
  work: (input: T) => unknown,
  prepare: () => T,
  rounds: Rounds = {},
): number[] {
  return byClock(processorTime, work, prepare, rounds);
}

/** Milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function byClock<T>(
  now: () => number,
  work: (input: T) => unknown,
  prepare: () => T,
  { times = 15, warm = 3 }: Rounds,
): number[] {
  const result: number[] = [];
  for (let round = -warm; round < times; round += 1) {
    const input = prepare();
    const start = now();
    kept = work(input);
    const took = now() - start;
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

/** The value below which the given share of the values is. */
export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;
}
