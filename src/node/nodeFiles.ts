import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { lstat, readFile, readdir, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DirEntry, Files } from '../core/corpus/files';
import { exclusively } from './lock';
import { openStream } from './outputStream';
import { putAtomically, writeAtomically } from './replace';
import { isAbandoned } from './temporary';

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

async function realPath(path: string): Promise<string> {
  const absolute = resolve(path);
  const real = await realpath(absolute).catch(async () => {
    const above = dirname(absolute);
    return above === absolute ? above : join(await realPath(above), basename(absolute));
  });
  return real.replaceAll('\\', '/');
}

/**
 * Time of the last change in milliseconds, size in bytes, and a number that is another one when the file
 * was replaced by another in the same moment; throws when there is no such file.
 */
export async function statFile(
  path: string,
): Promise<{ isFolder: boolean; mtime: number; size: number; inode: number }> {
  const found = await stat(path);
  const { mtimeMs: mtime, size, ino: inode } = found;
  return { isFolder: found.isDirectory(), mtime, size, inode };
}

/** Bytes that are read at a time of a file that is read in pieces. */
const PIECE = 1 << 18;

/** The file system of this machine. */
export const nodeFiles: Files = {
  list,
  read: (path) => readFile(path),
  readPieces: (path) => createReadStream(path, { highWaterMark: PIECE }),
  size: async (path) => (await stat(path)).size,
  write: writeAtomically,
  put: async (path, content, fresh) => putAtomically(path, content, fresh),
  exclusively,
  exists,
  realPath,
  remove: (path) => rm(path, { force: true }),
  removeEmptyFolder: (path) => rmdir(path).catch(() => undefined),
  openStream,
  isAbandoned,
  newHash() {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
};

/** The same for a thread that has nothing else to do: small files are read many times faster so. */
export const blockingFiles: Files = {
  ...nodeFiles,
  read: async (path) => readFileSync(path),
};
