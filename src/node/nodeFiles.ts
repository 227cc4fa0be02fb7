import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import {
  access,
  constants,
  lstat,
  mkdir,
  open,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DirEntry, Files, OutputStream } from '../core/corpus/files';

/** A name beside the target that no corpus walk takes for an article. */
function temporaryFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** A new file on its way to the place of another. */
interface Replacement {
  readonly handle: FileHandle;
  readonly temporary: string;
  readonly target: string;
}

/** Keeps the permissions of what is replaced, refuses what is read-only, and writes through links. */
async function beginReplacing(path: string): Promise<Replacement> {
  await mkdir(dirname(path), { recursive: true });
  let target = path;
  let mode = 0o666;
  if (await exists(path)) {
    target = await realpath(path);
    // A rename needs no right to the file itself; a read-only file is meant to stay as it is.
    await access(target, constants.W_OK);
    mode = (await stat(target)).mode & 0o777;
  }
  const temporary = temporaryFor(target);
  return { handle: await open(temporary, 'wx', mode), temporary, target };
}

/** Flushed to the disk before the name changes hands: a crash leaves the old file or the new one. */
async function finishReplacing({ handle, temporary, target }: Replacement): Promise<void> {
  await handle.sync();
  await handle.close();
  await rename(temporary, target);
}

async function abandon({ handle, temporary }: Replacement): Promise<void> {
  await handle.close().catch(() => undefined);
  await rm(temporary, { force: true });
}

/** Replaces the file in one step; keeps its permissions and refuses one that is read-only. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const replacement = await beginReplacing(path);
  try {
    await replacement.handle.writeFile(content);
    await finishReplacing(replacement);
  } catch (error) {
    await abandon(replacement);
    throw error;
  }
}

const BUFFERED = 1 << 16;

async function openStream(path: string): Promise<OutputStream> {
  const replacement = await beginReplacing(path);
  let waiting: string[] = [];
  let size = 0;
  let over = false;
  const flush = async (): Promise<void> => {
    const content = waiting.join('');
    waiting = [];
    size = 0;
    if (content !== '') await replacement.handle.appendFile(content);
  };
  return {
    async write(content) {
      waiting.push(content);
      size += content.length;
      if (size >= BUFFERED) await flush();
    },
    async commit() {
      await flush();
      await finishReplacing(replacement);
      over = true;
    },
    async discard() {
      if (!over) await abandon(replacement);
      over = true;
    },
  };
}

async function list(dir: string): Promise<DirEntry[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries.map((entry) => ({
    name: entry.name,
    kind: entry.isSymbolicLink()
      ? 'link'
      : entry.isDirectory()
        ? 'dir'
        : entry.isFile()
          ? 'file'
          : 'other',
  }));
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** Time of the last change in milliseconds, size in bytes; throws when there is no such file. */
export async function statFile(
  path: string,
): Promise<{ isFolder: boolean; mtime: number; size: number }> {
  const found = await stat(path);
  return { isFolder: found.isDirectory(), mtime: found.mtimeMs, size: found.size };
}

/** The file system of this machine. */
export const nodeFiles: Files = {
  list,
  read: (path) => readFile(path),
  write: writeAtomically,
  exists,
  remove: (path) => rm(path, { force: true }),
  removeEmptyFolder: (path) => rmdir(path).catch(() => undefined),
  openStream,
};
