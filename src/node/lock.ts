import { open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isTemporary, temporaryName } from '../core/corpus/files';

/** Whoever holds a lock needs it for milliseconds; one that is older was left by a process that was killed. */
const STALE_MS = 4000;
const PAUSE_MS = 8;

/**
 * Does the task while nobody else who asks this way, in this process or another, does one for the same file.
 * A window that reads a file, changes it and replaces it would else undo what another replaced meanwhile.
 * Where no lock can be made the task is done without.
 */
export async function exclusively<T>(path: string, task: () => Promise<T>): Promise<T> {
  // A temporary name: what a killed process leaves is cleared away with its other leftovers.
  const lock = join(dirname(path), temporaryName(basename(path), '0'.repeat(12)));
  const isOurs = await acquire(lock);
  try {
    return await task();
  } finally {
    if (isOurs) await rm(lock, { force: true });
  }
}

async function acquire(lock: string): Promise<boolean> {
  for (;;) {
    try {
      await (await open(lock, 'wx')).close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    const made = await stat(lock).catch(() => undefined);
    if (made !== undefined && Date.now() - made.mtimeMs > STALE_MS) await rm(lock, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (1 + Math.random())));
  }
}

/** Temporary files that nobody has touched for so long belong to nobody. */
const LEFT_MS = 60_000;

/** Removes temporary files beside the file that were on the way to its name when their process was killed. */
export async function clearLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isTemporary(name, basename(path))) continue;
    const left = join(folder, name);
    const made = await stat(left).catch(() => undefined);
    if (made !== undefined && Date.now() - made.mtimeMs > LEFT_MS) await rm(left, { force: true });
  }
}
