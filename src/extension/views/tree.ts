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
import type { Annotation } from '../../core/model/annotation';
import { isClaim } from '../../core/model/lookup';
import type { LabelSet } from '../../core/model/labels';
import type { Suggestion } from '../../core/detect/detector';
import { isolateRtl, isolate } from '../../core/text/bidi';
import { fold } from '../../core/text/normalize';
import type { Span } from '../../core/text/span';
import type { ActArgument } from '../actions/argument';
import { shown } from '../actions/pickers';
import type { ArticleSession } from '../article/session';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import { numeral, t, uiLanguage } from '../l10n/l10n';

const REST_MS = 80;
/** While somebody types, rows can wait. */
const TYPING_REST_MS = 300;
/** As many letters as a row of the side bar shows at its usual width. */
const ROW_LETTERS = 36;

/** A row: how it is shown, what it is about, and its rows below, made when asked for. */
interface Row {
  /** Kind of row, for context menus. */
  readonly kind:
    'section' | 'label' | 'name' | 'entity' | 'claim' | 'suggestion' | 'orphan' | 'message';
  readonly text: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: ThemeIcon;
  readonly argument?: ActArgument;
  readonly open?: boolean;
  readonly children?: () => readonly Row[];
}

/** The active article's entities, claims, suggestions and orphans. */
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
    if (row.icon !== undefined) item.iconPath = row.icon;
    if (row.argument !== undefined && row.kind !== 'orphan') {
      item.command = { command: 'hashiya.goTo', title: '', arguments: [row.argument] };
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
      return [{ kind: 'message', text: t('tree.malformed'), icon }];
    }
    const { labels } = this.corpora.configNow(session.document.uri);
    const rows = new Rows(session, labels);
    const entities = record.annotations.filter((a) => !isClaim(a));
    const claims = record.annotations.filter(isClaim);
    const byText = workspace.getConfiguration('hashiya').get('tree.order') === 'text';
    return [
      section('tree.entities', entities.length, true, () =>
        byText ? entities.map((a) => rows.entity(a)) : rows.byLabel(entities),
      ),
      section('tree.claims', claims.length, true, () => claims.map((a) => rows.claim(a))),
      section('tree.suggestions', session.suggestions.length, false, () =>
        session.suggestions.map((s) => rows.suggestion(s)),
      ),
      ...(record.orphans.length === 0
        ? []
        : [
            section('tree.orphans', record.orphans.length, true, () =>
              record.orphans.map((a) => rows.orphan(a)),
            ),
          ]),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((listener) => listener.dispose());
    this.changed.dispose();
  }
}

function section(
  key: 'tree.entities' | 'tree.claims' | 'tree.suggestions' | 'tree.orphans',
  count: number,
  open: boolean,
  children: () => readonly Row[],
): Row {
  const row: Row = { kind: 'section', text: t(key), description: numeral(count), open };
  return count === 0 ? row : { ...row, children };
}

/** Makes the rows of one article. */
class Rows {
  constructor(
    private readonly session: ArticleSession,
    private readonly labels: LabelSet,
  ) {}

  /** Label → name → mentions; a name with one mention is the mention itself. */
  byLabel(entities: readonly Annotation[]): Row[] {
    const groups = groupBy(entities, (a) => a.label);
    return [...groups].map(([label, members]) => ({
      kind: 'label',
      text: label,
      description: `${isolate(this.labelName(label))} ${numeral(members.length)}`,
      icon: labelIcon(label),
      open: groups.size <= 8,
      children: () => this.names(members),
    }));
  }

  private names(members: readonly Annotation[]): Row[] {
    return [...groupBy(members, (a) => fold(a.quote))].map(([, mentions]) => {
      const [first] = mentions;
      if (first === undefined || mentions.length === 1) return this.entity(first ?? members[0]!);
      return {
        kind: 'name',
        text: isolateRtl(shown(first.quote)),
        description: numeral(mentions.length),
        argument: this.argument(first, first.label),
        children: () => mentions.map((mention) => this.mention(mention)),
      };
    });
  }

  entity(a: Annotation): Row {
    return {
      kind: 'entity',
      text: isolateRtl(shown(a.quote)),
      description: this.place(a),
      icon: labelIcon(a.label),
      argument: this.argument(a, a.label, a.id),
      ...(a.note === undefined ? {} : { tooltip: isolate(shown(a.note, 300)) }),
    };
  }

  /** A mention of a name that stands above it is told apart by its surroundings. */
  private mention(a: Annotation): Row {
    const { text } = this.session;
    const before = text.slice(Math.max(0, a.start - 15), a.start);
    const context = `${before}${a.quote}${text.slice(a.end, a.end + 25)}`;
    return { ...this.entity(a), text: isolateRtl(shown(context)) };
  }

  claim(a: Annotation): Row {
    return {
      kind: 'claim',
      ...this.claimText(a.claim?.source?.quote, a.quote, a.claim?.kind ?? ''),
      icon: new ThemeIcon('comment', claimColor(a.claim?.kind ?? '')),
      argument: this.argument(a, a.label, a.id),
    };
  }

  suggestion(s: Suggestion): Row {
    const argument = this.argument(s, s.label);
    if (s.kind === 'claim') {
      const icon = new ThemeIcon('comment-draft', claimColor(s.claimKind));
      return {
        kind: 'suggestion',
        ...this.claimText(s.source?.quote, s.quote, s.claimKind),
        icon,
        argument,
      };
    }
    return {
      kind: 'suggestion',
      text: isolateRtl(shown(s.quote)),
      description: `${isolate(s.label)} ${this.place(s)}`,
      icon: new ThemeIcon('circle-outline', new ThemeColor(`hashiya.entity.${s.label}.border`)),
      argument,
    };
  }

  orphan(a: Annotation): Row {
    return {
      kind: 'orphan',
      text: isolateRtl(shown(a.quote)),
      description: isolate(a.label),
      tooltip: t('tree.orphanHint'),
      icon: new ThemeIcon('debug-disconnect'),
      argument: this.argument(a, a.label, a.id),
    };
  }

  /**
   * Rows are laid out left to right and cut at their right end, which is where an Arabic text begins: a
   * claim is shortened to what the usual width holds, and told whole in the tooltip.
   */
  private claimText(
    source: string | undefined,
    content: string,
    kind: string,
  ): Pick<Row, 'text' | 'tooltip'> {
    const name = source ?? t('claim.implicit');
    const kindName = this.labels.claimKinds.find((k) => k.name === kind)?.[uiLanguage()] ?? kind;
    // In a right-to-left run the arrow that leads on points left.
    const line = (longestName: number, longest: number): string => {
      const who = source === undefined ? name : shown(name, longestName);
      return isolateRtl(`${isolate(who)} ← ${shown(content, longest - who.length)}`);
    };
    return { text: line(14, ROW_LETTERS), tooltip: `${isolate(kindName)}\n${line(80, 480)}` };
  }

  private labelName(label: string): string {
    return this.labels.entities.find((l) => l.name === label)?.[uiLanguage()] ?? '';
  }

  private place(span: Span): string {
    return numeral(this.session.lines.lineAt(span.start) + 1);
  }

  private argument(span: Span, label: string, id?: string): ActArgument {
    const uri = this.session.document.uri.toString();
    const { start, end } = span;
    return { uri, start, end, label, ...(id === undefined ? {} : { id }) };
  }
}

function labelIcon(label: string): ThemeIcon {
  return new ThemeIcon('circle-filled', new ThemeColor(`hashiya.entity.${label}.border`));
}

function claimColor(kind: string): ThemeColor {
  return new ThemeColor(`hashiya.claim.${kind}.border`);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
