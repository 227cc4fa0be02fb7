import {
  commands,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type { HostChannel } from '../../webview/protocol/channel';
import type { ReadingContract } from '../../webview/protocol/reading';
import { say } from '../actions/acts';
import { show } from '../actions/navigate';
import { shown } from '../actions/pickers';
import type { Corpora } from '../article/corpora';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import { t, uiLanguage, uiVoice } from '../l10n/l10n';
import { loadExporting } from '../machine/machine';
import { openPage } from './webviewPage';

const REST_MS = 250;

/** `Hashiya: Open Reading Edition`: the article as a page beside its editor, which it follows. */
export class ReadingEdition implements Disposable {
  private readonly previews = new Map<ArticleSession, Preview>();
  private readonly listeners: Disposable[];

  constructor(
    private readonly extensionUri: Uri,
    sessions: Sessions,
    private readonly corpora: Corpora,
  ) {
    this.listeners = [
      commands.registerCommand('hashiya.openReadingEdition', () => {
        const session = sessions.active()?.session;
        return session === undefined ? say(t('nothing.article')) : this.open(session);
      }),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'text' || change === 'record') this.previews.get(session)?.soon();
      }),
      sessions.onDidClose((session) => this.previews.get(session)?.dispose()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hashiya')) this.previews.forEach((one) => one.soon());
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const line = visibleRanges[0]?.start.line;
        const session = sessions.of(textEditor.document);
        if (line !== undefined && session !== undefined) this.previews.get(session)?.scrollTo(line);
      }),
    ];
  }

  private open(session: ArticleSession): boolean {
    const known = this.previews.get(session);
    if (known !== undefined) known.reveal();
    else {
      const preview = new Preview(session, this.corpora, this.extensionUri, () =>
        this.previews.delete(session),
      );
      this.previews.set(session, preview);
    }
    return true;
  }

  dispose(): void {
    this.listeners.forEach((listener) => listener.dispose());
    [...this.previews.values()].forEach((preview) => preview.dispose());
  }
}

class Preview implements Disposable {
  private readonly panel: WebviewPanel;
  private readonly channel: HostChannel<ReadingContract>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: ArticleSession,
    private readonly corpora: Corpora,
    extensionUri: Uri,
    closed: () => void,
  ) {
    const name = shown(session.document.uri.path.split('/').pop() ?? '');
    const title = t('reading.title', name);
    this.panel = window.createWebviewPanel(
      'hashiya.reading',
      title,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.panel.onDidDispose(() => {
      clearTimeout(this.timer);
      closed();
    });
    this.channel = openPage<ReadingContract>(
      this.panel.webview,
      { extensionUri, name: 'reading', language: uiLanguage(), title: t('reading.page') },
      {
        ready: () => {
          void this.tell();
          return null;
        },
        show: (body) => this.show(body),
      },
    );
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.tell(), REST_MS);
  }

  scrollTo(line: number): void {
    this.channel.tell('scrollTo', { line });
  }

  private async tell(): Promise<void> {
    const { articleHtml, pageStyle } = await loadExporting();
    const { document, text, record } = this.session;
    const { labels } = this.corpora.configNow(document.uri);
    const path = workspace.asRelativePath(document.uri, false);
    this.channel.tell('page', {
      article: articleHtml({ path, text, record, labels }, 'a', uiVoice()),
      style: pageStyle(labels),
    });
  }

  /** What comes from the page is an id or a line, or counts as nothing. */
  private show(body: unknown): Promise<boolean> | boolean {
    const { id, line } =
      typeof body === 'object' && body !== null ? ({ ...body } as Record<string, unknown>) : {};
    const annotation = this.session.record.annotations.find((one) => one.id === id);
    if (annotation !== undefined) return show(this.session, annotation);
    if (typeof line !== 'number' || !Number.isInteger(line)) return false;
    const start = this.session.lines.startOf(line);
    return show(this.session, { start, end: start });
  }

  dispose(): void {
    this.panel.dispose();
  }
}
