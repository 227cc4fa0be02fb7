import {
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { conflictsOf } from '../../core/model/conflicts';
import { isClaim } from '../../core/model/lookup';
import { isolate } from '../../core/text/bidi';
import type { ArticleSession } from '../article/session';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import { numeral, t } from '../l10n/l10n';
import type { MessageKey } from '../l10n/messages';
import { Rows, type Row } from './treeRows';

const REST_MS = 80;
/** While somebody types, rows can wait. */
const TYPING_REST_MS = 300;
/** The active article's conflicts, entities, claims, suggestions and orphans. */
export class ArticleTree implements TreeDataProvider<Row>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<Row>;
  private readonly listeners: Disposable[];
  private session: ArticleSession | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly corpora: Corpora,
  ) {
    this.view = window.createTreeView('hashiya.article', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.listeners = [
      this.view,
      window.onDidChangeActiveTextEditor(() => this.follow()),
      sessions.onDidOpen(() => this.follow()),
      sessions.onDidClose((session) => {
        if (session === this.session) this.session = undefined;
        this.follow();
      }),
      sessions.onDidChange(({ session, change }) => {
        if (session !== this.session) return;
        this.refreshSoon(change === 'text' ? TYPING_REST_MS : REST_MS);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hashiya')) this.refreshSoon();
      }),
      corpora.onDidChange(() => this.refreshSoon()),
    ];
    this.follow();
  }

  /** Shows the article of the active editor; keeps the last one while another kind of editor is active. */
  private follow(): void {
    const next = this.sessions.of(window.activeTextEditor?.document);
    if (next !== undefined) this.session = next;
    this.refreshSoon();
  }

  private refreshSoon(rest = REST_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const name = this.session?.document.uri.path.split('/').pop();
      this.view.description = name === undefined ? '' : isolate(name);
      this.changed.fire(undefined);
    }, rest);
  }

  getTreeItem(row: Row): TreeItem {
    const state =
      row.children === undefined
        ? TreeItemCollapsibleState.None
        : row.open === true
          ? TreeItemCollapsibleState.Expanded
          : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(row.text, state);
    item.contextValue = row.kind;
    if (row.description !== undefined) item.description = row.description;
    if (row.tooltip !== undefined) item.tooltip = row.tooltip;
    if (row.told !== undefined) item.accessibilityInformation = { label: row.told };
    if (row.icon !== undefined) item.iconPath = row.icon;
    if (row.argument !== undefined) {
      const command = row.kind === 'orphan' ? 'hashiya.placeOrphan' : 'hashiya.goTo';
      item.command = { command, title: '', arguments: [row.argument] };
    }
    return item;
  }

  getChildren(row?: Row): Row[] {
    if (row !== undefined) return [...(row.children?.() ?? [])];
    return this.session === undefined ? [] : this.sections(this.session);
  }

  private sections(session: ArticleSession): Row[] {
    const { sidecar, record } = session;
    if (sidecar.kind === 'malformed' || sidecar.kind === 'unreadable') {
      const icon = new ThemeIcon('error', new ThemeColor('errorForeground'));
      return [message(t('tree.malformed'), icon, session.refusalNow)];
    }
    const newer =
      sidecar.kind === 'newer'
        ? [message(t('status.newer'), new ThemeIcon('lock'), session.refusalNow)]
        : [];
    const { labels } = this.corpora.configNow(session.document.uri);
    const rows = new Rows(session, labels);
    const entities = record.annotations.filter((a) => !isClaim(a));
    const claims = record.annotations.filter(isClaim);
    const byText = workspace.getConfiguration('hashiya').get('tree.order') === 'text';
    const conflicts = conflictsOf(record);
    const { orphans } = record;
    return [
      ...newer,
      ...some('tree.conflicts', conflicts.length, () => conflicts.map((c) => rows.conflict(c))),
      section('tree.entities', entities.length, true, () =>
        byText ? entities.map((a) => rows.entity(a)) : rows.byLabel(entities),
      ),
      section('tree.claims', claims.length, true, () => claims.map((a) => rows.claim(a))),
      section('tree.suggestions', session.suggestions.length, false, () =>
        session.suggestions.map((s) => rows.suggestion(s)),
      ),
      ...some('tree.orphans', orphans.length, () =>
        session.orphanPlaces.map((places) => rows.orphan(places)),
      ),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((listener) => listener.dispose());
    this.changed.dispose();
  }
}

function section(
  key: MessageKey,
  count: number,
  open: boolean,
  children: () => readonly Row[],
): Row {
  const row: Row = { kind: 'section', text: t(key), description: numeral(count), open };
  return count === 0 ? row : { ...row, children };
}

/** A section that is there only where it has rows. */
function some(key: MessageKey, count: number, children: () => readonly Row[]): Row[] {
  return count === 0 ? [] : [section(key, count, true, children)];
}

function message(text: string, icon: ThemeIcon, tooltip: string | undefined): Row {
  return { kind: 'message', text, icon, ...(tooltip === undefined ? {} : { tooltip }) };
}
