import * as vscode from 'vscode';

/** A file system in memory with one folder, as a virtual workspace has; it can be told to fail. */
export class VirtualFiles implements vscode.FileSystemProvider {
  readonly content = new Map<string, Uint8Array>();
  /** What writing says, as long as it is set. */
  failure: Error | undefined;
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private time = 0;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) {
      this.content.set(path, new TextEncoder().encode(text));
    }
  }

  text(path: string): string {
    return new TextDecoder().decode(this.content.get(path));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const bytes = this.content.get(path);
    if (path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.File, ctime: 0, mtime: this.time, size: bytes.length };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const bytes = this.content.get(path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.content.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  createDirectory(): void {
    return undefined;
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    if (this.failure !== undefined) throw this.failure;
    this.content.set(path, content);
    this.time += 1;
  }

  delete({ path }: vscode.Uri): void {
    this.content.delete(path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.content.set(to.path, this.readFile(from));
    this.content.delete(from.path);
    this.time += 1;
  }
}
