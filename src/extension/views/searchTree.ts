import {
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { isolate, isolateRtl } from '../../core/text/bidi';
import { shown } from '../actions/pickers';
import type { CorpusSearch, Hit, HitArticle } from '../corpus/corpusSearch';
import { numeral, t } from '../l10n/l10n';

/** As many letters as a row shows before the hit: rows are cut at the end, which must not hide it. */
const BEFORE = 24;

export type SearchRow =
  | { readonly kind: 'article'; readonly article: HitArticle }
  | { readonly kind: 'hit'; readonly hit: Hit }
  | { readonly kind: 'more' };

/** The hits of a search, each with a box to tick; those that are not tagged yet are ticked at first. */
export class SearchTree implements TreeDataProvider<SearchRow>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<SearchRow>;
  private readonly listeners: Disposable[];

  constructor(private readonly search: CorpusSearch) {
    this.view = window.createTreeView('hashiya.search', {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    this.listeners = [
      this.view,
      search.onDidChange(() => this.refresh()),
      this.view.onDidChangeCheckboxState(({ items }) => {
        for (const [row, state] of items) tick(row, state === TreeItemCheckboxState.Checked);
        this.changed.fire(undefined);
      }),
    ];
  }

  private refresh(): void {
    const { query, running, totals } = this.search;
    this.view.message =
      query === ''
        ? ''
        : totals.hits > 0
          ? t('search.found', totals.hits, query, totals.articles)
          : t(running ? 'search.running' : 'search.nothing', query);
    this.changed.fire(undefined);
  }

  getChildren(row?: SearchRow): SearchRow[] {
    if (row?.kind === 'article') return row.article.hits.map((hit) => ({ kind: 'hit', hit }));
    if (row !== undefined) return [];
    const rows = this.search.articles.map((article): SearchRow => ({ kind: 'article', article }));
    return this.search.hidden.articles === 0 ? rows : [...rows, { kind: 'more' }];
  }

  getTreeItem(row: SearchRow): TreeItem {
    if (row.kind === 'article') return articleItem(row.article);
    return row.kind === 'hit' ? this.hitItem(row.hit) : this.moreItem();
  }

  private hitItem(hit: Hit): TreeItem {
    const { before, match, after, entities, line, start, end, path } = hit;
    const lead = shown(before, 400).split('').slice(-BEFORE).join('');
    // The hit stands in brackets: parts of a row in bold would tear the Arabic line apart.
    const item = new TreeItem(isolateRtl(`${lead} [${shown(match)}] ${shown(after)}`));
    item.contextValue = entities.length > 0 ? 'taggedHit' : 'hit';
    item.description = [...entities.map(({ label }) => label), numeral(line)].join(' · ');
    const [entity] = entities;
    if (entity !== undefined) {
      item.iconPath = new ThemeIcon(
        'circle-filled',
        new ThemeColor(`hashiya.entity.${entity.label}.border`),
      );
    }
    item.checkboxState = boxOf(hit.ticked);
    item.tooltip = isolateRtl(`${before}[${match}]${after}`);
    item.command = {
      command: 'hashiya.openHit',
      title: '',
      arguments: [{ path, start, end }],
    };
    return item;
  }

  private moreItem(): TreeItem {
    const { hits, articles } = this.search.hidden;
    const item = new TreeItem(t('search.more', hits, articles));
    item.iconPath = new ThemeIcon('ellipsis');
    item.command = { command: 'hashiya.searchMore', title: '' };
    return item;
  }

  dispose(): void {
    this.listeners.forEach((listener) => listener.dispose());
    this.changed.dispose();
  }
}

function articleItem({ path, hits }: HitArticle): TreeItem {
  const slash = path.lastIndexOf('/');
  const item = new TreeItem(isolate(path.slice(slash + 1)), TreeItemCollapsibleState.Expanded);
  item.id = path;
  item.contextValue = 'article';
  item.description = `${slash === -1 ? '' : `${isolate(path.slice(0, slash))} `}${numeral(hits.length)}`;
  item.checkboxState = boxOf(hits.length > 0 && hits.every(({ ticked }) => ticked));
  return item;
}

function boxOf(ticked: boolean): TreeItemCheckboxState {
  return ticked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
}

function tick(row: SearchRow, ticked: boolean): void {
  if (row.kind === 'hit') row.hit.ticked = ticked;
  if (row.kind === 'article') row.article.hits.forEach((hit) => (hit.ticked = ticked));
}
