import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { toUtf8 } from '../text/utf8';

/** What a folder holds under one name; `link` is a symbolic link of either kind, never resolved. */
export interface DirEntry {
  readonly name: string;
  readonly kind: 'file' | 'dir' | 'link' | 'other';
}

/** A file being written piece by piece: it stands under its name only after `commit`. */
export interface OutputStream {
  write(piece: Uint8Array): Promise<void>;
  /** Puts every piece that was written through `change`, in order. */
  rewrite(change: (piece: Uint8Array, index: number) => Uint8Array): Promise<void>;
  commit(): Promise<void>;
  /** Leaves nothing behind; harmless after `commit`. */
  discard(): Promise<void>;
}

/** A SHA-256 in the making. */
export interface Hash {
  update(bytes: Uint8Array): void;
  hex(): string;
}

/**
 * All that the core asks of a file system. Paths are strings with `/`; what they are relative to is the
 * implementation's business. A failing operation rejects with an Error that says why.
 */
export interface Files {
  /** Entries in any order; rejects when the folder cannot be listed. */
  list(dir: string): Promise<readonly DirEntry[]>;
  read(path: string): Promise<Uint8Array>;
  /** The same in pieces, none of which stays. Where absent, the file is read whole. */
  readPieces?(path: string): AsyncIterable<Uint8Array>;
  /** Bytes of the file. Where absent, nobody knows before it is read. */
  size?(path: string): Promise<number>;
  /** Atomic: the old content or the new one, never half of it. Creates the folders above. Text is UTF-8. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /**
   * As `write`, but may be lost when the machine itself fails right after: for files that can be made
   * again, of which there are many. `fresh` says that nothing stands under the name. Where absent,
   * `write` does.
   */
  put?(path: string, content: Uint8Array, fresh: boolean): Promise<void>;
  /** See `exclusively` in exclusive.ts. Absent where nobody else writes, or none can be kept from it. */
  exclusively?<T>(path: string, task: (brokeLock: boolean) => Promise<T>): Promise<T>;
  exists(path: string): Promise<boolean>;
  /**
   * The absolute path, with `/`, that every symbolic link leads to; of what is not there, that of the
   * nearest folder above with the rest. Absent where there are no links.
   */
  realPath?(path: string): Promise<string>;
  /** Removes one file; one that is absent is no error. */
  remove(path: string): Promise<void>;
  /** Removes a folder that holds nothing; does nothing to any other. Where absent, empty folders stay. */
  removeEmptyFolder?(path: string): Promise<void>;
  /** Where absent, what would be streamed is gathered in memory and written at the end. */
  openStream?(path: string): Promise<OutputStream>;
  /** Whether nobody writes the temporary file any more. Where absent, nobody else ever does. */
  isAbandoned?(path: string): Promise<boolean>;
  /** The platform's own SHA-256, where it has a fast one. */
  newHash?(): Hash;
}

/** Joins a folder and a path below it. */
export function joinPath(dir: string, below: string): string {
  if (below === '') return dir === '' ? '.' : dir;
  if (dir === '' || dir === '.') return below;
  return dir.endsWith('/') ? dir + below : `${dir}/${below}`;
}

/** A stream on any port: piecewise where it can, else gathered and written at `commit`. */
export async function openOutput(files: Files, path: string): Promise<OutputStream> {
  if (files.openStream !== undefined) return files.openStream(path);
  let pieces: Uint8Array[] = [];
  return {
    write: async (piece) => void pieces.push(piece),
    rewrite: async (change) => void (pieces = pieces.map(change)),
    commit: async () => files.write(path, concatBytes(...pieces)),
    discard: async () => void (pieces = []),
  };
}

/** SHA-256 on any port. */
export function newHash(files: Files): Hash {
  if (files.newHash !== undefined) return files.newHash();
  const hash = sha256.create();
  return {
    update: (bytes) => void hash.update(bytes),
    hex: () => bytesToHex(hash.digest()),
  };
}

export function hashOf(files: Files, content: string | Uint8Array): string {
  const hash = newHash(files);
  hash.update(typeof content === 'string' ? toUtf8(content) : content);
  return hash.hex();
}

/** Names of files on their way to another name. */
const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/s;

/** The name under which a file is written before it gets its own: hidden, so never an article. */
export function temporaryName(name: string, random: string): string {
  return `.${name}.${random}.tmp`;
}

const LOCK = '0'.repeat(12);

/** The name of the file that stands while a program changes the file `name`. */
export function lockName(name: string): string {
  return temporaryName(name, LOCK);
}

/** Whether a file of this name was on its way to the name `of`. */
export function isTemporary(name: string, of: string): boolean {
  return TEMPORARY.test(name) && name.slice(1, -'.000000000000.tmp'.length) === of;
}

/**
 * Removes what a killed process left in the folder itself, but locks, and what another is still writing. A
 * folder that is not there holds nothing.
 */
export async function removeLeftovers(files: Files, dir: string): Promise<void> {
  const entries = await files.list(dir).catch(() => []);
  for (const { name, kind } of entries) {
    if (kind !== 'file' || !TEMPORARY.test(name) || name.endsWith(`.${LOCK}.tmp`)) continue;
    const path = joinPath(dir, name);
    if ((await files.isAbandoned?.(path)) ?? true) await files.remove(path);
  }
}

/** Order by UTF-16 code units: the same on every machine and in every language, unlike `localeCompare`. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
