import { Uri, workspace, type Disposable } from 'vscode';
import type { HistoryState } from '../../core/model/history';
import type { Operation } from '../../core/model/operations';
import { keepHistory, readHistory } from '../../core/sidecar/keptHistory';
import { sha256 } from '../../core/sidecar/hash';
import { makeRoom } from './keptFiles';
import type { ArticleSession } from './session';
import type { Sessions } from './sessions';
import { readDisk, writeAtomically } from './sidecarFile';

/** What can be undone is kept this long after the last act or key, in milliseconds. */
const REST_MS = 1000;
/** Articles that are remembered. */
const ROOM = { files: 500, bytes: Infinity };

/**
 * Lets undo of annotation acts outlast the window: what can be undone is kept in the extension's own
 * storage, and taken up again where the article is opened with the same text.
 */
export class Histories implements Disposable {
  private readonly waiting = new Map<ArticleSession, ReturnType<typeof setTimeout>>();
  private readonly listeners: readonly Disposable[];

  /**
   * @param folder shared by all windows: storage of a workspace is not always the same again after a
   *   window was lost
   */
  constructor(
    sessions: Sessions,
    private readonly folder: Uri,
  ) {
    void makeRoom(Uri.joinPath(folder, 'undo'), ROOM);
    this.listeners = [
      sessions.onDidOpen((session) => void this.bring(session)),
      sessions.onDidClose((session) => void this.keepNow(session)),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'record' || change === 'text') this.keepSoon(session);
      }),
    ];
  }

  private async bring(session: ArticleSession): Promise<void> {
    if (session.canUndo || session.canRedo) return;
    const state = await this.kept(session.document.uri, session.text);
    if (state !== undefined) session.history.restore(state);
  }

  /** An act in an article that is not open: it can be undone when it is. `text` is the article's LF text. */
  async add(article: Uri, text: string, inverse: Operation): Promise<void> {
    const done = (await this.kept(article, text))?.done ?? [];
    await this.write(article, keepHistory(text, { done: [...done, inverse], undone: [] }));
  }

  private async kept(article: Uri, text: string): Promise<HistoryState | undefined> {
    const disk = await readDisk(this.uriOf(article));
    return disk.kind === 'present' ? readHistory(disk.source, text) : undefined;
  }

  private keepSoon(session: ArticleSession): void {
    if (!session.canUndo && !session.canRedo) return;
    clearTimeout(this.waiting.get(session));
    this.waiting.set(
      session,
      setTimeout(() => void this.keepNow(session), REST_MS),
    );
  }

  private async keepNow(session: ArticleSession): Promise<void> {
    const timer = this.waiting.get(session);
    if (timer === undefined) return;
    clearTimeout(timer);
    this.waiting.delete(session);
    const source = keepHistory(session.text, session.history.state());
    await this.write(session.document.uri, source);
  }

  /** Never fails: what cannot be kept ends with the window. */
  private async write(article: Uri, source: string): Promise<void> {
    const uri = this.uriOf(article);
    try {
      await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
      await writeAtomically(uri, source);
    } catch {
      return;
    }
  }

  private uriOf(article: Uri): Uri {
    const name = `${sha256(article.toString()).slice(0, 24)}.json`;
    return Uri.joinPath(this.folder, 'undo', name);
  }

  dispose(): void {
    for (const session of [...this.waiting.keys()]) void this.keepNow(session);
    this.listeners.forEach((listener) => listener.dispose());
  }
}
