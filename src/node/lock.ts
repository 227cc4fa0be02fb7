import type { FileHandle } from 'node:fs/promises';
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BusyError } from '../core/corpus/exclusive';
import { isTemporary, lockName, temporaryName } from '../core/corpus/files';
import { patiently } from './patiently';
import { HERE, isAbandoned, isAlive, isOlder } from './temporary';

/**
 * Whoever holds a lock touches it every second; one that is older was left by a process that was killed. A
 * process of this machine that was killed is known at once.
 */
const STALE_MS = 4000;
const BEAT_MS = 1000;
const PAUSE_MS = 8;
/** Nobody needs a lock for so long: a program that holds one has hung. */
const PATIENCE_MS = 20_000;

/** Paths of a lock, and of the file that whoever removes a stale one holds meanwhile. */
interface LockPaths {
  readonly lock: string;
  readonly breaker: string;
}

/**
 * Does the task while nobody else who asks this way, in this process or another, does one for the same file.
 * A program that reads a file, changes it and replaces it would else undo what another replaced meanwhile.
 * The task is told whether a stale lock was removed. Where no lock can be made the task is done without.
 * Rejects with a BusyError when the lock is held for longer than `patience` milliseconds.
 */
export async function exclusively<T>(
  path: string,
  task: (brokeLock: boolean) => Promise<T>,
  patience = PATIENCE_MS,
): Promise<T> {
  // Temporary names: what a killed process leaves is cleared away with its other leftovers.
  const name = basename(path);
  const lock = join(dirname(path), lockName(name));
  const breaker = join(dirname(path), temporaryName(name, 'b'.repeat(12)));
  const held = await acquire(path, { lock, breaker }, patience);
  if (held === undefined) return task(false);
  const beat = setInterval(() => void touch(held.handle), BEAT_MS);
  try {
    return await task(held.brokeLock);
  } finally {
    clearInterval(beat);
    await release(lock, held.handle);
  }
}

interface Held {
  readonly handle: FileHandle;
  readonly brokeLock: boolean;
}

async function acquire(
  path: string,
  paths: LockPaths,
  patience: number,
): Promise<Held | undefined> {
  const since = Date.now();
  for (let brokeLock = false; ;) {
    try {
      return { handle: await patiently(() => openLock(paths.lock)), brokeLock };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return undefined;
    }
    if (await isStale(paths.lock)) brokeLock = (await removeStale(paths)) || brokeLock;
    else if (Date.now() - since > patience) throw new BusyError(path);
    else await pause();
  }
}

/** Makes the lock, and says in it whose it is. */
async function openLock(lock: string): Promise<FileHandle> {
  const handle = await open(lock, 'wx');
  if (HERE !== undefined) {
    await handle.writeFile(`${process.pid} ${HERE}`).catch(() => undefined);
  }
  return handle;
}

/** Whether its holder has not touched it for long, or ran here and no longer does: else its age decides. */
async function isStale(lock: string): Promise<boolean> {
  if (await isOlder(lock, STALE_MS)) return true;
  const [, pid, place] = /^(\d+) (.*)$/.exec(await readFile(lock, 'utf8').catch(() => '')) ?? [];
  return place === HERE && pid !== undefined && !isAlive(Number(pid));
}

/**
 * One at a time, and looked at again meanwhile: of two that find a lock stale, the second must not remove
 * the new one of the first.
 */
async function removeStale({ lock, breaker }: LockPaths): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await open(breaker, 'wx');
  } catch {
    if (await isOlder(breaker, STALE_MS)) await rm(breaker, { force: true });
    await pause();
    return false;
  }
  try {
    if (!(await isStale(lock))) return false;
    await patiently(() => rm(lock, { force: true }));
    return true;
  } finally {
    await handle.close();
    await rm(breaker, { force: true });
  }
}

/** A machine that slept wakes to find its lock taken for stale: that of another stays. */
async function release(lock: string, handle: FileHandle): Promise<void> {
  const [ours, there] = await Promise.all([handle.stat(), stat(lock).catch(() => undefined)]);
  await handle.close();
  if (there?.ino === ours.ino) await patiently(() => rm(lock, { force: true }));
}

async function touch(handle: FileHandle): Promise<void> {
  const now = new Date();
  await handle.utimes(now, now).catch(() => undefined);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (1 + Math.random())));
}

/** Removes temporary files beside the file that were on the way to its name when their process was killed. */
export async function clearLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isTemporary(name, basename(path))) continue;
    const left = join(folder, name);
    if (await isAbandoned(left)) await rm(left, { force: true });
  }
}
