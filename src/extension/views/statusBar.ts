import { StatusBarAlignment, ThemeColor, window, type Disposable } from 'vscode';
import { isClaim } from '../../core/model/lookup';
import { diskOf } from '../article/sidecarFile';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import { t } from '../l10n/l10n';
import type { AnnotationMode } from '../actions/mode';

const REST_MS = 50;
/** While somebody types, counts can wait. */
const TYPING_REST_MS = 300;

/** Counts of the active article, and whether one-key annotation is on. */
export class StatusBar implements Disposable {
  private readonly item = window.createStatusBarItem('hashiya.status', StatusBarAlignment.Left, 40);
  private readonly listeners: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly mode: AnnotationMode,
  ) {
    this.item.name = 'Hashiya';
    this.item.command = 'hashiya.menu';
    this.listeners = [
      this.item,
      window.onDidChangeActiveTextEditor(() => this.soon()),
      sessions.onDidOpen(() => this.soon()),
      sessions.onDidClose(() => this.soon()),
      sessions.onDidChange(({ change }) => this.soon(change === 'text' ? TYPING_REST_MS : REST_MS)),
      mode.onDidChange(() => this.soon()),
    ];
    this.soon();
  }

  private soon(rest = REST_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), rest);
  }

  private show(): void {
    const session = this.sessions.active()?.session;
    if (session === undefined) return this.item.hide();
    const prefix = this.mode.isOn ? `$(edit) ${t('status.mode')} ` : '';
    const { kind } = session.sidecar;
    const wrong = kind === 'malformed' || kind === 'unreadable';
    this.item.text = `$(${ICONS[kind]}) ${prefix}${textOf(session)}`;
    this.item.backgroundColor = wrong
      ? new ThemeColor('statusBarItem.errorBackground')
      : this.mode.isOn || kind === 'newer'
        ? new ThemeColor('statusBarItem.warningBackground')
        : undefined;
    const { annotations, orphans } = session.record;
    const claims = annotations.filter(isClaim).length;
    const counts = t(
      'status.tooltip',
      annotations.length - claims,
      claims,
      session.suggestions.length,
      orphans.length,
    );
    const { uri } = session.document;
    const web = diskOf(uri) === undefined ? t('status.web') : undefined;
    const said = [session.refusalNow, counts, web].filter((part) => part !== undefined);
    this.item.tooltip = said.join('\n\n');
    this.item.show();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((listener) => listener.dispose());
  }
}

/** Told by their form too: in High Contrast the item has no colour. */
const ICONS: Readonly<Record<ArticleSession['sidecar']['kind'], string>> = {
  loading: 'note',
  ready: 'note',
  newer: 'lock',
  malformed: 'error',
  unreadable: 'error',
};

function textOf(session: ArticleSession): string {
  switch (session.sidecar.kind) {
    case 'loading':
      return t('status.loading');
    case 'malformed':
    case 'unreadable':
      return t('status.malformed');
    case 'newer':
      return t('status.newer');
    case 'ready':
      return t('status.counts', session.record.annotations.length, session.suggestions.length);
  }
}
