import { availableParallelism } from 'node:os';
import type { RenderAll } from '../core/corpus/exportCorpus';
import { mapInThreads } from './workerPool';
import type { RenderTask } from './workerTasks';

/**
 * Renders local articles in threads.
 * @param script absolute path of a bundle that serves threads: it calls `serveThread` where it is one
 */
export function renderInThreads(script: string) {
  return (format: string, count = availableParallelism()): RenderAll =>
    (job, inputs) => {
      const task: RenderTask = { format, job };
      return mapInThreads(script, count, { task: 'export', job: task }, inputs);
    };
}
