import type { StatsPart } from '../core/corpus/stats';
import { countArticles } from '../core/corpus/stats';
import type { ArticleEntry } from '../core/corpus/walk';
import { blockingFiles } from '../node/nodeFiles';
import type { Task } from '../node/workerTasks';

/** Counts a few articles at a time below a folder. */
export function statsTask(root: unknown): ReturnType<Task> {
  return async (input) => {
    const entries = input as readonly ArticleEntry[];
    const output: StatsPart = await countArticles(blockingFiles, root as string, entries);
    return { output };
  };
}
