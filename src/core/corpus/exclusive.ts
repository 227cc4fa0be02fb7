import type { Issue } from '../model/issue';
import type { Files } from './files';

/** Another program has been writing the file for longer than one waits; `path` is the file. */
export class BusyError extends Error {
  constructor(readonly path: string) {
    super('another program is writing it; try again');
  }
}

/**
 * Does the task, which reads the file, changes it and replaces it, while no other program that asks this
 * way does one. The task is told whether the lock of a process that ended in between had to be removed.
 * Rejects with a BusyError when the file does not become free; where there are no locks, does the task.
 */
export async function exclusively<T>(
  files: Files,
  path: string,
  task: (brokeLock: boolean) => Promise<T>,
): Promise<T> {
  return files.exclusively === undefined ? task(false) : files.exclusively(path, task);
}

export function brokenLock(file: string): Issue {
  const message = {
    en: 'removed the lock that a program left when it was killed',
    ar: 'أُزيل قفل تركه برنامج أُنهي قبل أن يتم عمله',
  };
  return { code: 'lock-removed', severity: 'info', message, file };
}

export function busy(file: string): Issue {
  const message = {
    en: 'another program is writing it: nothing was changed, try again',
    ar: 'برنامج آخر يكتب فيه الآن: لم يُغيَّر شيء، فأعد المحاولة',
  };
  return { code: 'sidecar-busy', severity: 'error', message, file };
}
