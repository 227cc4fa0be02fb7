import type { DirEntry, Files, OutputStream } from '../../src/core/corpus/files';

/** A file system in memory: paths with `/`, folders exist where files do. Streams show up at `commit`. */
export class MemoryFiles implements Files {
  readonly content = new Map<string, Uint8Array>();
  /** Names of links in their folders; they are listed and lead nowhere. */
  readonly links = new Set<string>();
  /** Paths whose reading fails. */
  readonly broken = new Set<string>();
  /** Streams that were neither committed nor discarded. */
  openStreams = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.content.set(path, encode(text));
  }

  list(dir: string): Promise<readonly DirEntry[]> {
    const prefix = dir === '' || dir === '.' ? '' : `${dir}/`;
    const entries = new Map<string, DirEntry>();
    const add = (path: string, kind: 'file' | 'link'): void => {
      if (!path.startsWith(prefix)) return;
      const [name = '', ...below] = path.slice(prefix.length).split('/');
      entries.set(name, { name, kind: below.length > 0 ? 'dir' : kind });
    };
    for (const path of this.content.keys()) add(path, 'file');
    for (const path of this.links) add(path, 'link');
    if (entries.size === 0) return Promise.reject(new Error(`no such folder: ${dir}`));
    return Promise.resolve([...entries.values()].reverse());
  }

  read(path: string): Promise<Uint8Array> {
    const bytes = this.content.get(path);
    if (bytes === undefined || this.broken.has(path)) {
      return Promise.reject(new Error(`cannot open ${path}`));
    }
    return Promise.resolve(bytes);
  }

  write(path: string, content: string | Uint8Array): Promise<void> {
    this.content.set(path, typeof content === 'string' ? encode(content) : content);
    return Promise.resolve();
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.content.has(path));
  }

  remove(path: string): Promise<void> {
    this.content.delete(path);
    return Promise.resolve();
  }

  openStream(path: string): Promise<OutputStream> {
    let pieces: Uint8Array[] = [];
    let open = true;
    const close = (): void => {
      if (open) this.openStreams -= 1;
      open = false;
    };
    this.openStreams += 1;
    return Promise.resolve({
      write: async (piece) => void pieces.push(piece),
      rewrite: async (change) => void (pieces = pieces.map(change)),
      commit: async () => {
        close();
        await this.write(path, Buffer.concat(pieces));
      },
      discard: async () => close(),
    });
  }

  text(path: string): string {
    const bytes = this.content.get(path);
    if (bytes === undefined) throw new Error(`${path} is not there`);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  /** Everything there is, for comparing two runs. */
  snapshot(): Record<string, string> {
    const paths = [...this.content.keys()].sort();
    return Object.fromEntries(paths.map((path) => [path, this.text(path)]));
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
