// A file system that is nowhere but in memory, as an extension that tests open a folder of.
import * as vscode from 'vscode';
import { ARTICLE } from './article';

interface Entry {
  readonly type: vscode.FileType;
  readonly mtime: number;
  readonly bytes: Uint8Array;
}

/** Paths to entries; a folder has an entry of its own. */
class MemoryFileSystem implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private time = Date.now();

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { type, mtime, bytes } = this.entry(uri);
    return { type, mtime, ctime: mtime, size: bytes.length };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.entry(uri);
    const below = `${uri.path}/`;
    return [...this.entries]
      .filter(([path]) => path.startsWith(below) && !path.slice(below.length).includes('/'))
      .map(([path, { type }]) => [path.slice(below.length), type]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.entry(uri).bytes;
  }

  createDirectory(uri: vscode.Uri): void {
    this.put(uri, vscode.FileType.Directory, new Uint8Array());
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    if (!this.entries.has(parentOf(uri.path))) throw vscode.FileSystemError.FileNotFound(uri);
    this.put(uri, vscode.FileType.File, bytes);
  }

  delete(uri: vscode.Uri): void {
    this.entry(uri);
    for (const path of [...this.entries.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    }
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const { type, bytes } = this.entry(from);
    this.put(to, type, bytes);
    this.delete(from);
  }

  private entry(uri: vscode.Uri): Entry {
    const entry = this.entries.get(uri.path);
    if (entry === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  private put(uri: vscode.Uri, type: vscode.FileType, bytes: Uint8Array): void {
    const known = this.entries.has(uri.path);
    this.entries.set(uri.path, { type, mtime: (this.time += 1), bytes });
    const change = known ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.changed.fire([{ type: change, uri }]);
  }
}

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFileSystem();
  const root = vscode.Uri.from({ scheme: 'memfs', path: '/corpus' });
  files.createDirectory(root);
  files.writeFile(vscode.Uri.joinPath(root, 'article.txt'), new TextEncoder().encode(ARTICLE));
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', files));
}
