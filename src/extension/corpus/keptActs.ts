import { workspace, Uri } from 'vscode';
import { keepAct, readAct, type ActPart } from '../../core/sidecar/keptAct';
import { sha256 } from '../../core/sidecar/hash';
import { keptIn, makeRoom, removeKept } from '../article/keptFiles';
import { readDisk, writeAtomically } from '../article/sidecarFile';

/** Acts that are kept. */
const ROOM = { files: 50, bytes: 64 * 1024 * 1024 };

/** Whether an act can be taken back or done again. */
export type Side = 'done' | 'undone';

export interface KeptAct {
  /** Acts in the order of their names were done one after the other. */
  readonly name: string;
  readonly parts: readonly ActPart[];
}

/**
 * Acts across articles in the extension's own storage, a file each: they outlast the window, every window
 * sees them, and none is held in memory.
 */
export class KeptActs {
  private readonly folder: Uri;
  private lastName = 0;

  constructor(storage: Uri) {
    this.folder = Uri.joinPath(storage, 'acts');
  }

  /** A name after all that were given before. */
  newName(): string {
    this.lastName = Math.max(Date.now(), this.lastName + 1);
    return String(this.lastName).padStart(15, '0');
  }

  /** The act that comes next: the last that was done, or the last that was undone. */
  async next(root: Uri, side: Side): Promise<KeptAct | undefined> {
    const names = await this.names(root, side);
    // What was undone last was done first.
    for (const name of side === 'done' ? names.reverse() : names) {
      const parts = await this.read(this.uriOf(root, side, name));
      if (parts !== undefined) return { name, parts };
    }
    return undefined;
  }

  /** Keeps parts of an act, beside those that are there. Throws what the file system says. */
  async add(root: Uri, side: Side, { name, parts }: KeptAct): Promise<void> {
    const uri = this.uriOf(root, side, name);
    const known = (await this.read(uri)) ?? [];
    await this.set(root, side, { name, parts: [...known, ...parts] });
  }

  /** Keeps the parts as all that is left of the act; none: it goes. */
  async set(root: Uri, side: Side, { name, parts }: KeptAct): Promise<void> {
    const uri = this.uriOf(root, side, name);
    if (parts.length === 0) return removeKept(uri);
    await workspace.fs.createDirectory(this.folder);
    await writeAtomically(uri, keepAct(parts));
    await makeRoom(this.folder, ROOM);
  }

  /** What was undone can no longer be done again. */
  async forgetUndone(root: Uri): Promise<void> {
    for (const name of await this.names(root, 'undone')) {
      await removeKept(this.uriOf(root, 'undone', name));
    }
  }

  /** The oldest first. */
  private async names(root: Uri, side: Side): Promise<string[]> {
    const end = endOf(root, side);
    const files = await keptIn(this.folder);
    return files.filter((file) => file.endsWith(end)).map((file) => file.slice(0, -end.length));
  }

  private async read(uri: Uri): Promise<readonly ActPart[] | undefined> {
    const disk = await readDisk(uri);
    return disk.kind === 'present' ? readAct(disk.source) : undefined;
  }

  private uriOf(root: Uri, side: Side, name: string): Uri {
    return Uri.joinPath(this.folder, name + endOf(root, side));
  }
}

function endOf(root: Uri, side: Side): string {
  return `.${sha256(root.toString()).slice(0, 24)}.${side}.json`;
}
