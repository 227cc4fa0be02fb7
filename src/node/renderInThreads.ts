import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { RenderAll } from '../core/corpus/exportCorpus';
import { mapInThreads } from './workerPool';
import type { RenderTask } from './workerTasks';

/** Renders local articles in threads, which run the command line's bundle: it stands beside every other. */
export function renderInThreads(format: string, count = availableParallelism()): RenderAll {
  const script = join(__dirname, 'cli.js');
  return (job, inputs) => {
    const task: RenderTask = { format, job };
    return mapInThreads(script, count, { task: 'export', job: task }, inputs);
  };
}
