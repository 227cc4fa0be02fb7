import type { IndexBatch } from '../core/corpus/search/handover';
import { mapInThreads } from './workerPool';
import type { IndexJob } from './workerTasks';

/**
 * Reads a local folder for the index in a thread of its own, so that this one has nothing to clean up but
 * the index itself. Rejects where the thread fails.
 * @param script absolute path of a bundle that serves threads with `indexTask`
 */
export async function* indexInThread(script: string, job: IndexJob): AsyncGenerator<IndexBatch> {
  const batches = mapInThreads<undefined, IndexBatch | undefined>(
    script,
    1,
    { task: 'index', job },
    again(),
  );
  for await (const batch of batches) {
    if (batch === undefined) return;
    yield batch;
  }
}

/** Asks for one more, for as long as somebody takes them. */
function* again(): Generator<undefined, never> {
  for (;;) yield undefined;
}
