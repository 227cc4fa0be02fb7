import {
  commands,
  window,
  workspace,
  type Disposable,
  type Uri,
  type WebviewView,
  type WebviewViewProvider,
} from 'vscode';
import { VERDICTS } from '../../core/model/verdict';
import { patchOf } from '../../webview/protocol/keyed';
import { MARGIN_WORDS, type MarginContract, type MarginWords } from '../../webview/protocol/margin';
import type { HostChannel } from '../../webview/protocol/channel';
import type { Acts } from '../actions/acts';
import type { Corpora } from '../article/corpora';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import { t, uiLanguage, uiVoice } from '../l10n/l10n';
import { MarginAnswers } from './marginAnswers';
import { MarginFollower } from './marginFollower';
import { marginOf, type Margin } from './marginNotes';
import { openPage } from './webviewPage';

/** Many changes in a row are shown together. */
const REST_MS = 40;
const EMPTY: Margin = { notes: [], actors: [], behind: new Map() };

/** The margin beside the article: the view, told of every change of the article that was last active. */
export class MarginView implements WebviewViewProvider, Disposable {
  private readonly listeners: Disposable[];
  private channel: HostChannel<MarginContract> | undefined;
  private view: WebviewView | undefined;
  private session: ArticleSession | undefined;
  private shown: Margin = EMPTY;
  private shownArticle: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly follower: MarginFollower;
  private readonly answers: MarginAnswers;

  constructor(
    private readonly extensionUri: Uri,
    private readonly sessions: Sessions,
    private readonly corpora: Corpora,
    acts: Acts,
  ) {
    this.follower = new MarginFollower(
      () => this.session && { session: this.session, margin: this.shown },
      (tell) => this.channel && tell(this.channel),
    );
    this.answers = new MarginAnswers(
      () => this.session && { session: this.session, margin: this.marginNow(this.session) },
      acts,
      this.follower,
    );
    this.listeners = [
      this.follower,
      window.registerWebviewViewProvider('hashiya.margin', this),
      commands.registerCommand('hashiya.openMargin', () =>
        commands.executeCommand('hashiya.margin.focus'),
      ),
      window.onDidChangeActiveTextEditor(() => this.follow()),
      sessions.onDidOpen(() => this.follow()),
      sessions.onDidClose((session) => {
        if (session === this.session) this.session = undefined;
        this.follow();
      }),
      sessions.onDidChange(({ session, change }) => {
        if (session === this.session && change !== 'sidecar') this.soon();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hashiya')) this.begin();
      }),
      corpora.onDidChange(() => this.soon()),
    ];
    this.follow();
  }

  resolveWebviewView(view: WebviewView): void {
    this.view = view;
    view.onDidDispose(() => {
      this.view = undefined;
      this.channel = undefined;
    });
    view.onDidChangeVisibility(() => this.soon());
    this.channel = openPage<MarginContract>(
      view.webview,
      {
        extensionUri: this.extensionUri,
        name: 'margin',
        language: uiLanguage(),
        title: t('margin.title'),
      },
      { ...this.answers.all, ready: () => this.begin() },
    );
  }

  /** Tells everything: the page is new, or speaks another language from now on. */
  private begin(): null {
    this.channel?.tell('words', wordsNow());
    this.shown = EMPTY;
    this.shownArticle = undefined;
    this.tell();
    return null;
  }

  /** Shows the article of the active editor; keeps the last one while another kind of editor is active. */
  private follow(): void {
    const next = this.sessions.of(window.activeTextEditor?.document);
    if (next !== undefined) this.session = next;
    this.soon();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => this.tell(), REST_MS);
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.channel === undefined || this.view?.visible !== true) return;
    const before = this.shown;
    const article = this.session?.document.uri.path.split('/').pop();
    this.shown = this.session === undefined ? EMPTY : this.marginNow(this.session);
    const notes = patchOf(before.notes, this.shown.notes);
    const actors = patchOf(before.actors, this.shown.actors);
    if (notes === undefined && actors === undefined && article === this.shownArticle) return;
    this.shownArticle = article;
    this.channel.tell('update', {
      article,
      ...(notes === undefined ? {} : { notes }),
      ...(actors === undefined ? {} : { actors }),
    });
    this.follower.tellCurrent();
  }

  private marginNow(session: ArticleSession): Margin {
    const shown = workspace.getConfiguration('hashiya').get<boolean>('suggestions.show', true);
    return marginOf({
      text: session.text,
      lines: session.lines,
      annotations: session.record.annotations,
      suggestions: shown ? session.suggestions : [],
      labels: this.corpora.configNow(session.document.uri).labels,
      voice: uiVoice(),
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((listener) => listener.dispose());
  }
}

function wordsNow(): MarginWords {
  const language = uiLanguage();
  const text = Object.fromEntries(MARGIN_WORDS.map((key) => [key, t(key)]));
  return {
    language,
    text: text as MarginWords['text'],
    verdicts: VERDICTS.map(({ name, [language]: shown }) => ({ name, shown })),
  };
}
