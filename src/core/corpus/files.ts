/** What a folder holds under one name; `link` is a symbolic link of either kind, never resolved. */
export interface DirEntry {
  readonly name: string;
  readonly kind: 'file' | 'dir' | 'link' | 'other';
}

/** A file being written piece by piece: it stands under its name only after `commit`. */
export interface OutputStream {
  write(content: string): Promise<void>;
  commit(): Promise<void>;
  /** Leaves nothing behind; harmless after `commit`. */
  discard(): Promise<void>;
}

/**
 * All that the core asks of a file system. Paths are strings with `/`; what they are relative to is the
 * implementation's business. A failing operation rejects with an Error that says why.
 */
export interface Files {
  /** Entries in any order; rejects when the folder cannot be listed. */
  list(dir: string): Promise<readonly DirEntry[]>;
  read(path: string): Promise<Uint8Array>;
  /** Atomic: the old content or the new one, never half of it. Creates the folders above. Text is UTF-8. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Removes one file; one that is absent is no error. */
  remove(path: string): Promise<void>;
  /** Removes a folder that holds nothing; does nothing to any other. Where absent, empty folders stay. */
  removeEmptyFolder?(path: string): Promise<void>;
  /** Where absent, what would be streamed is gathered in memory and written at the end. */
  openStream?(path: string): Promise<OutputStream>;
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
  const pieces: string[] = [];
  return {
    write: async (content) => void pieces.push(content),
    commit: async () => files.write(path, pieces.join('')),
    discard: async () => void pieces.splice(0),
  };
}

/** Order by UTF-16 code units: the same on every machine and in every language, unlike `localeCompare`. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
