import { EventEmitter, window, workspace, type Disposable, type Uri } from 'vscode';
import type { Corpora, Corpus } from '../article/corpora';
import { isArticle, type Sessions } from '../article/sessions';
import { sidecarUri } from '../article/sidecarFile';
import { LiveIndex } from './liveIndex';

/**
 * The indexes of corpora, each made when somebody first asks for it. Views show one corpus: that of the
 * active article, else the last one, else that of the workspace's first folder.
 */
export class Indexes implements Disposable {
  private readonly made = new Map<string, LiveIndex>();
  private readonly changed = new EventEmitter<LiveIndex>();
  /** An index that is shown, or its content, changed. */
  readonly onDidChange = this.changed.event;
  private readonly listeners: Disposable[];
  private last: Uri | undefined;

  constructor(
    private readonly corpora: Corpora,
    sessions: Sessions,
  ) {
    this.listeners = [
      // Watchers are not everywhere to be had: what is saved here is known without them.
      sessions.onDidChange(({ session, change }) => {
        if (change !== 'sidecar' && change !== 'record') return;
        for (const live of this.made.values()) live.touch(sidecarUri(session.document.uri));
      }),
      workspace.onDidSaveTextDocument(({ uri }) => {
        for (const live of this.made.values()) live.touch(uri);
      }),
      corpora.onDidChange(() => this.forgetAll()),
    ];
  }

  /** The index of the corpus that is shown now; undefined where no folder is open. */
  async current(): Promise<LiveIndex | undefined> {
    const corpus = await this.corpus();
    if (corpus === undefined) return undefined;
    this.last = corpus.root;
    const key = corpus.root.toString();
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const live = new LiveIndex(corpus.root, corpus.config);
    this.made.set(key, live);
    live.onDidChange(() => this.changed.fire(live));
    return live;
  }

  /** The index of an article's corpus, if there is one already. */
  holding(article: Uri): LiveIndex | undefined {
    return [...this.made.values()].find((live) => live.pathOf(article) !== undefined);
  }

  private async corpus(): Promise<Corpus | undefined> {
    const document = window.activeTextEditor?.document;
    if (document !== undefined && isArticle(document) && document.uri.scheme !== 'untitled') {
      return this.corpora.of(document.uri);
    }
    const folder = this.last ?? workspace.workspaceFolders?.[0]?.uri;
    return folder === undefined ? undefined : this.corpora.at(folder);
  }

  private forgetAll(): void {
    const old = [...this.made.values()];
    this.made.clear();
    for (const live of old) {
      this.changed.fire(live);
      live.dispose();
    }
  }

  dispose(): void {
    this.made.forEach((live) => live.dispose());
    this.listeners.forEach((listener) => listener.dispose());
    this.changed.dispose();
  }
}
