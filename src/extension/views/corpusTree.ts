import {
  commands,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { EVERYTHING, isActive, passes, type CorpusFilter } from '../../core/corpus/filter';
import { folderContent } from '../../core/corpus/pathTree';
import type { ArticleFacts } from '../../core/corpus/search/articleFacts';
import { isolate } from '../../core/text/bidi';
import type { Status } from '../../core/model/annotation';
import { askFilter, filterText } from '../corpus/filter';
import type { Indexes } from '../corpus/indexes';
import type { LiveIndex } from '../corpus/liveIndex';
import { Slice } from '../corpus/slices';
import type { Undecided } from '../corpus/undecided';
import { numeral, t } from '../l10n/l10n';

/** So many articles in a row; a folder with more is shown in ranges of as many. */
const RANGE = 400;

export type CorpusRow =
  | { readonly kind: 'folder'; readonly path: string; readonly articles: number }
  | { readonly kind: 'range'; readonly from: number; readonly paths: readonly string[] }
  | { readonly kind: 'article'; readonly path: string };

const ICONS: Readonly<Record<Status, ThemeIcon>> = {
  todo: new ThemeIcon('circle-large-outline'),
  'in-progress': new ThemeIcon('edit', new ThemeColor('charts.yellow')),
  done: new ThemeIcon('pass-filled', new ThemeColor('charts.green')),
};
const NEWER = new ThemeIcon('lock');
const UNREADABLE = new ThemeIcon('error', new ThemeColor('errorForeground'));

/** The articles of the corpus with status and counts. Nothing is read before the view is first seen. */
export class CorpusTree implements TreeDataProvider<CorpusRow>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<CorpusRow>;
  private readonly listeners: Disposable[];
  private live: LiveIndex | undefined;
  private filter: CorpusFilter = EVERYTHING;
  /** What the filter lets through, in path order. */
  private shown: readonly string[] = [];
  private round = 0;

  constructor(
    private readonly indexes: Indexes,
    private readonly undecided: Undecided,
  ) {
    this.view = window.createTreeView('hashiya.corpus', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.listeners = [
      this.view,
      this.view.onDidChangeVisibility(() => void this.refresh()),
      window.onDidChangeActiveTextEditor(() => void this.refresh()),
      indexes.onDidChange(() => void this.refresh()),
      commands.registerCommand('hashiya.filterCorpus', () => this.ask()),
      commands.registerCommand('hashiya.clearFilter', () => this.setFilter(EVERYTHING)),
    ];
  }

  /** Paths that are shown now, in order. */
  get paths(): readonly string[] {
    return this.shown;
  }

  private async ask(): Promise<void> {
    const live = await this.indexes.current();
    const filter = live && (await askFilter(this.filter, live.config.labels));
    if (filter !== undefined) await this.setFilter(filter);
  }

  async setFilter(filter: CorpusFilter): Promise<void> {
    this.filter = filter;
    await commands.executeCommand('setContext', 'hashiya.corpusFiltered', isActive(filter));
    await this.refresh();
    const { live } = this;
    if (live === undefined || !filter.flags.includes('suggestions')) return;
    await live.ready;
    const wanted = (): boolean => this.filter === filter;
    await this.undecided.count(live, () => void this.refresh(), wanted);
  }

  /** Puts the rows together anew, in slices; a later call overtakes an earlier one. */
  private async refresh(): Promise<void> {
    if (!this.view.visible) return;
    const round = ++this.round;
    const live = await this.indexes.current();
    const shown = live === undefined ? [] : await this.pathsOf(live, round);
    if (round !== this.round || shown === undefined) return;
    this.live = live;
    this.shown = shown;
    this.describe();
    this.changed.fire(undefined);
  }

  private async pathsOf(live: LiveIndex, round: number): Promise<readonly string[] | undefined> {
    if (!isActive(this.filter)) return live.index.paths;
    const slice = new Slice();
    const shown: string[] = [];
    for (const facts of [...live.index.articles]) {
      const left = this.undecided.of(facts);
      if (passes(this.filter, facts, live.index.tables.names, left)) shown.push(facts.path);
      await slice.rest();
      if (round !== this.round) return undefined;
    }
    return shown;
  }

  private describe(): void {
    const { live, view } = this;
    const name = live?.root.path.split('/').pop();
    view.description = name === undefined ? '' : isolate(name);
    const reading = live?.progress;
    const detecting = this.undecided.progress;
    if (live === undefined) view.message = '';
    else if (reading !== undefined) {
      view.message = t('corpus.reading', Math.min(reading.done, reading.total), reading.total);
    } else if (detecting !== undefined) {
      view.message = t('corpus.detecting', detecting.done, detecting.total);
    } else if (isActive(this.filter)) {
      view.message = t('corpus.shown', this.shown.length, filterText(this.filter));
    } else if (live.index.size === 0) view.message = t('corpus.none');
    else view.message = t('corpus.progress', live.index.statusCount('done'), live.index.size);
  }

  getChildren(row?: CorpusRow): CorpusRow[] {
    if (row === undefined) return this.rowsOf('');
    if (row.kind === 'folder') return this.rowsOf(row.path);
    return row.kind === 'range' ? row.paths.map(articleRow) : [];
  }

  private rowsOf(folder: string): CorpusRow[] {
    const { folders, articles } = folderContent(this.shown, folder);
    const rows: CorpusRow[] = folders.map((one) => ({ kind: 'folder', ...one }));
    if (articles.length <= RANGE) return [...rows, ...articles.map(articleRow)];
    for (let from = 0; from < articles.length; from += RANGE) {
      rows.push({ kind: 'range', from, paths: articles.slice(from, from + RANGE) });
    }
    return rows;
  }

  getTreeItem(row: CorpusRow): TreeItem {
    if (row.kind === 'article') return this.articleItem(row.path);
    const item = new TreeItem('', TreeItemCollapsibleState.Collapsed);
    item.contextValue = row.kind;
    if (row.kind === 'folder') {
      item.label = isolate(lastOf(row.path));
      item.description = numeral(row.articles);
      item.iconPath = ThemeIcon.Folder;
      item.id = row.path;
    } else {
      item.label = t('corpus.more', row.from + 1, row.from + row.paths.length);
      item.description = isolate(`${lastOf(row.paths[0])} … ${lastOf(row.paths.at(-1))}`);
      item.iconPath = new ThemeIcon('list-flat');
    }
    return item;
  }

  private articleItem(path: string): TreeItem {
    const item = new TreeItem(isolate(lastOf(path)));
    item.contextValue = 'article';
    const facts = this.live?.index.get(path);
    if (this.live === undefined || facts === undefined) return item;
    item.command = {
      command: 'vscode.open',
      title: '',
      arguments: [this.live.uriOf(path)],
    };
    item.iconPath = facts.readable ? ICONS[facts.status] : facts.newer ? NEWER : UNREADABLE;
    item.description = this.counts(facts);
    item.tooltip = this.tooltip(facts);
    item.accessibilityInformation = { label: item.tooltip };
    return item;
  }

  private counts(facts: ArticleFacts): string {
    // The lock and the tip say the rest.
    if (!facts.readable) return facts.newer ? t('status.readOnly') : stateOf(facts);
    const { entityCount, claimCount, orphans } = facts;
    const counts =
      entityCount + claimCount === 0 ? '' : `${numeral(entityCount)} · ${numeral(claimCount)}`;
    return orphans === 0 ? counts : `${counts} ⚠ ${numeral(orphans)}`;
  }

  private tooltip(facts: ArticleFacts): string {
    const state = stateOf(facts);
    if (!facts.readable) return [isolate(facts.path), state].join('\n');
    const counts = t('corpus.counts', facts.entityCount, facts.claimCount);
    const orphans = facts.orphans === 0 ? [] : [t('diagnostic.orphan', facts.orphans)];
    return [isolate(facts.path), state, counts, ...orphans].join('\n');
  }

  dispose(): void {
    this.round += 1;
    this.listeners.forEach((listener) => listener.dispose());
    this.changed.dispose();
  }
}

function stateOf({ readable, newer, status }: ArticleFacts): string {
  if (readable) return t(`state.${status}`);
  return newer ? t('status.newer') : t('corpus.unreadable');
}

function articleRow(path: string): CorpusRow {
  return { kind: 'article', path };
}

function lastOf(path: string | undefined): string {
  return path?.slice(path.lastIndexOf('/') + 1) ?? '';
}
