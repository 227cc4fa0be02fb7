import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { patiently } from './patiently';
import { temporaryFor } from './temporary';

/** Where new content goes before it takes its place. */
interface Place {
  readonly target: string;
  /** Beside the target; no corpus walk takes it for an article. */
  readonly temporary: string;
  /** Permissions of what is replaced. */
  readonly mode: number | undefined;
}

/** Keeps the permissions of what is replaced, refuses what is read-only, and writes through links. */
function placeFor(path: string): Place {
  let target = path;
  let mode: number | undefined;
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    makeFolder(dirname(path));
  } else {
    target = realpathSync(path);
    // A rename needs no right to the file itself; a read-only file is meant to stay as it is.
    accessSync(target, constants.W_OK);
    mode = statSync(target).mode & 0o777;
  }
  return { target, temporary: temporaryFor(target), mode };
}

/** A new file on its way to the place of another. */
export interface Replacement {
  readonly handle: FileHandle;
  readonly temporary: string;
  readonly target: string;
}

export async function beginReplacing(path: string): Promise<Replacement> {
  const { target, temporary, mode } = placeFor(path);
  const handle = await naming(target, () => open(temporary, 'wx+', mode ?? 0o666));
  return { handle, temporary, target };
}

/** What the task throws names the file that a person knows: not one beside it, and not none. */
export async function naming<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw named(path, error);
  }
}

function named(path: string, error: unknown): unknown {
  return error instanceof Error ? Object.assign(error, { path }) : error;
}

/** Flushed to the disk before the name changes hands: a crash leaves the old file or the new one. */
export async function finishReplacing({ handle, temporary, target }: Replacement): Promise<void> {
  await naming(target, async () => {
    await handle.sync();
    await handle.close();
    await patiently(() => rename(temporary, target));
  });
}

export async function abandon({ handle, temporary }: Replacement): Promise<void> {
  await handle.close().catch(() => undefined);
  await rm(temporary, { force: true });
}

/** Replaces the file in one step. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const replacement = await beginReplacing(path);
  try {
    await naming(path, () => replacement.handle.writeFile(content));
    await finishReplacing(replacement);
  } catch (error) {
    await abandon(replacement);
    throw error;
  }
}

/**
 * The same, but not flushed: whoever kills the process finds whole files only, a machine that fails may
 * lose some. Without promises, which would cost more than the writing of a small file; for the same reason
 * a name that is `fresh`, with nothing under it, is not looked at.
 */
export function putAtomically(path: string, content: Uint8Array, fresh: boolean): void {
  const { target, temporary, mode } = fresh
    ? { target: path, temporary: temporaryFor(path), mode: undefined }
    : placeFor(path);
  const file = openNew(path, temporary, mode ?? 0o666);
  try {
    for (let at = 0; at < content.length;) at += writeSync(file, content, at);
    closeSync(file);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw named(path, error);
  }
}

/** Opens what is to become the file at `path`; makes its folder too where it is not there. */
function openNew(path: string, temporary: string, mode: number): number {
  try {
    return openSync(temporary, 'wx', mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw named(path, error);
    makeFolder(dirname(path));
    return openSync(temporary, 'wx', mode);
  }
}

/**
 * Makes the folder and those above it. Node's own way never ends where the system says that nothing is
 * there, as below /proc, and says the same of a disk that is read-only.
 */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
