import {
  EventEmitter,
  RelativePattern,
  Uri,
  window,
  workspace,
  type Disposable,
  type FileSystemWatcher,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { isArticleLanguage } from '../look/languages';
import { ArticleSession, type SessionChange } from './session';

export function isArticle(document: TextDocument): boolean {
  return isArticleLanguage(document.languageId);
}

/** How long a session outlives its document: a change of language closes and reopens it at once. */
const GRACE_MS = 2000;

/** How long an article waits, at most, for its sidecar to be read. */
const EXPECT_MS = 150;

interface Entry {
  readonly session: ArticleSession;
  readonly listener: Disposable;
  readonly watcher: FileSystemWatcher;
  closing: ReturnType<typeof setTimeout> | undefined;
}

/** The sessions of all open articles, one a document. */
export class Sessions implements Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly expected = new WeakSet<TextDocument>();
  private readonly opened = new EventEmitter<ArticleSession>();
  private readonly changed = new EventEmitter<{ session: ArticleSession; change: SessionChange }>();
  private readonly closed = new EventEmitter<ArticleSession>();
  readonly onDidOpen = this.opened.event;
  readonly onDidChange = this.changed.event;
  readonly onDidClose = this.closed.event;
  private readonly listeners: Disposable[];

  constructor(
    private readonly onSaveFailed: (reason: string) => void,
    private readonly stands: (sidecar: Uri, source: string) => void,
  ) {
    this.listeners = [
      workspace.onDidOpenTextDocument((doc) => this.consider(doc)),
      workspace.onDidCloseTextDocument((doc) => this.closeLater(doc)),
      workspace.onDidChangeTextDocument((event) => {
        this.entries.get(event.document.uri.toString())?.session.textChanged(event);
      }),
      workspace.onDidSaveTextDocument((doc) => void this.saved(doc)),
      // Watchers are not everywhere to be had: a person who comes back finds what is so.
      window.onDidChangeActiveTextEditor((editor) => void this.of(editor?.document)?.checkDisk()),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.all.forEach((session) => void session.checkDisk());
      }),
    ];
  }

  /** Takes up the articles that are open already. */
  start(): void {
    workspace.textDocuments.forEach((doc) => this.consider(doc));
  }

  /**
   * The document is about to become an article. The editor then lays it out anew, half a second for a long
   * one, and hears nothing meanwhile: what is saved about it is read and drawn before. Resolves when it is,
   * or after a while.
   */
  async expect(doc: TextDocument): Promise<void> {
    this.expected.add(doc);
    if (doc.isClosed || this.entries.has(doc.uri.toString())) return;
    this.create(doc);
    const loaded = this.byUri(doc.uri)?.settled();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, EXPECT_MS));
    await Promise.race([loaded, patience]);
  }

  /** Whether the document is an article, or about to become one. */
  holds(document: TextDocument): boolean {
    return isArticle(document) || this.expected.has(document);
  }

  get all(): readonly ArticleSession[] {
    return [...this.entries.values()].map((entry) => entry.session);
  }

  of(document: TextDocument | undefined): ArticleSession | undefined {
    if (document === undefined) return undefined;
    return isArticle(document) ? this.entries.get(document.uri.toString())?.session : undefined;
  }

  /** The session of the active editor, with that editor. */
  active(): { session: ArticleSession; editor: TextEditor } | undefined {
    const editor = window.activeTextEditor;
    const session = this.of(editor?.document);
    return editor === undefined || session === undefined ? undefined : { session, editor };
  }

  byUri(uri: Uri): ArticleSession | undefined {
    return this.entries.get(uri.toString())?.session;
  }

  private consider(doc: TextDocument): void {
    this.expected.delete(doc);
    if (!isArticle(doc)) return;
    const known = this.entries.get(doc.uri.toString());
    if (known === undefined) return this.create(doc);
    clearTimeout(known.closing);
    known.closing = undefined;
    known.session.reopen(doc);
    void known.session.checkDisk();
    this.opened.fire(known.session);
  }

  private create(doc: TextDocument): void {
    const session = new ArticleSession(doc, this.stands);
    const listener = session.onDidChange((change) => this.changed.fire({ session, change }));
    const folder = Uri.joinPath(doc.uri, '..');
    const name = doc.uri.path.slice(doc.uri.path.lastIndexOf('/') + 1);
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(folder, `${escapeGlob(name)}.ann.yaml`),
    );
    const check = (): void => void session.checkDisk();
    watcher.onDidChange(check);
    watcher.onDidCreate(check);
    watcher.onDidDelete(check);
    this.entries.set(doc.uri.toString(), { session, listener, watcher, closing: undefined });
    this.opened.fire(session);
    void session.load();
  }

  private closeLater(doc: TextDocument): void {
    const entry = this.entries.get(doc.uri.toString());
    if (entry === undefined) return;
    clearTimeout(entry.closing);
    entry.closing = setTimeout(() => this.close(doc.uri.toString(), entry), GRACE_MS);
  }

  private close(key: string, entry: Entry): void {
    if (this.entries.get(key) !== entry) return;
    this.entries.delete(key);
    this.closed.fire(entry.session);
    entry.listener.dispose();
    entry.watcher.dispose();
    void entry.session.settled().then(() => entry.session.dispose());
  }

  private async saved(doc: TextDocument): Promise<void> {
    // A sidecar saved in its own editor is taken up at once, whatever the watcher does.
    await this.entries.get(articleKey(doc.uri))?.session.checkDisk();
    const failure = await this.entries.get(doc.uri.toString())?.session.articleSaved();
    if (failure !== undefined) this.onSaveFailed(failure);
  }

  dispose(): void {
    for (const [key, entry] of [...this.entries]) {
      clearTimeout(entry.closing);
      this.close(key, entry);
    }
    this.listeners.forEach((listener) => listener.dispose());
    [this.opened, this.changed, this.closed].forEach((emitter) => emitter.dispose());
  }
}

/** Key of the article that the file would be the sidecar of. */
function articleKey(uri: Uri): string {
  return uri.with({ path: uri.path.replace(/\.ann\.yaml$/, '') }).toString();
}

/** A file name may hold characters that mean something in a glob. */
function escapeGlob(name: string): string {
  return name.replace(/[[\]{}*?]/g, (char) => `[${char}]`);
}
