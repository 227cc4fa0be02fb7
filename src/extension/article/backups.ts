import { FileType, Uri, workspace, type Disposable } from 'vscode';
import { sha256 } from '../../core/sidecar/hash';
import { writeAtomically } from './sidecarFile';

/** A state is kept this long after the act, in milliseconds: many acts in a row make one. */
const REST_MS = 1000;
/** States nearer to each other than this, in milliseconds, replace each other. */
const APART_MS = 60_000;
const MOST = 20;

/** One kept state of a sidecar. */
export interface Backup {
  readonly uri: Uri;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/**
 * The last states of each sidecar, kept apart from the corpus in the extension's own storage: the newest
 * one always, older ones a minute apart. They are for the day on which the sidecar itself is gone.
 */
export class Backups implements Disposable {
  private readonly waiting = new Map<
    string,
    { timer: ReturnType<typeof setTimeout>; save: () => Promise<void> }
  >();

  /** @param folder undefined where the extension has no storage: nothing is kept then */
  constructor(private readonly folder: Uri | undefined) {}

  /** What stands in the sidecar now. Never fails: a backup that cannot be written is none. */
  keep(sidecar: Uri, source: string): void {
    const folder = this.folderOf(sidecar);
    if (folder === undefined) return;
    const key = sidecar.toString();
    clearTimeout(this.waiting.get(key)?.timer);
    const save = async (): Promise<void> => {
      this.waiting.delete(key);
      await this.save(folder, source).catch(() => undefined);
    };
    this.waiting.set(key, { timer: setTimeout(() => void save(), REST_MS), save });
  }

  /** The newest first. */
  async of(sidecar: Uri): Promise<readonly Backup[]> {
    await this.waiting.get(sidecar.toString())?.save();
    const folder = this.folderOf(sidecar);
    return folder === undefined ? [] : this.list(folder);
  }

  private async save(folder: Uri, source: string): Promise<void> {
    await workspace.fs.createDirectory(folder);
    const [newest, ...older] = await this.list(folder);
    const time = Date.now();
    await writeAtomically(Uri.joinPath(folder, `${time}.yaml`), source);
    const [before] = older;
    const isClose =
      newest !== undefined && before !== undefined && newest.time - before.time < APART_MS;
    const leaving = [...(isClose ? [newest] : []), ...older.slice(MOST)];
    for (const { uri } of leaving) await workspace.fs.delete(uri);
  }

  private async list(folder: Uri): Promise<Backup[]> {
    const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
    return entries
      .filter(([name, type]) => type === FileType.File && /^\d+\.yaml$/.test(name))
      .map(([name]) => ({ uri: Uri.joinPath(folder, name), time: Number.parseInt(name, 10) }))
      .sort((a, b) => b.time - a.time);
  }

  private folderOf(sidecar: Uri): Uri | undefined {
    return (
      this.folder && Uri.joinPath(this.folder, 'backups', sha256(sidecar.toString()).slice(0, 24))
    );
  }

  dispose(): void {
    for (const { timer, save } of this.waiting.values()) {
      clearTimeout(timer);
      void save();
    }
  }
}
