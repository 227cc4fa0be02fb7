import type { Invocation } from './command';
import { jobsOf } from './command';

/** Work on many items, a few at a time; what is not a function is plain data. */
export interface Batches<I, O> {
  readonly items: readonly I[];
  /** Name of the task that does the work in other threads, and what holds for all items. */
  readonly task: string;
  readonly job: unknown;
  /** So many go to a thread at a time. */
  readonly size: number;
  /** Fewer are done sooner than threads are ready and quick, which are then used only if asked for. */
  readonly worth: number;
  /** The same work in this thread. */
  readonly here: (items: readonly I[]) => Promise<O>;
}

/** Does the work, in threads where they are worth it; outputs come in the order of the items. */
export async function* inBatches<I, O>(
  invocation: Invocation,
  { items, task, job, size, worth, here }: Batches<I, O>,
): AsyncGenerator<O> {
  const { threads } = invocation.io;
  const jobs = jobsOf(invocation);
  const isWorth = items.length >= worth || invocation.values['jobs'] !== undefined;
  if (threads !== undefined && jobs > 1 && isWorth) {
    yield* threads.map<readonly I[], O>(task, job, jobs, chunks(items, size));
  } else for (const item of items) yield here([item]);
}

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
