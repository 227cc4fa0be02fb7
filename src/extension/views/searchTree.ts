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

/**
 * Rows are cut at their right end, where an Arabic text begins: about so many letters stand before the hit,
 * which a narrow side bar may hide, and so many in the hit and after it, which it must not.
 */
const BEFORE = 24;
const FROM_HIT = 22;
/** As many letters of the hit itself as leave room for a word after it. */
const LONGEST_HIT = 16;

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
    const words = shown(match, LONGEST_HIT);
    const lead = lastWords(shown(before, 400), BEFORE);
    const rest = shown(after, FROM_HIT - words.length);
    // The hit stands in brackets: parts of a row in bold would tear the Arabic line apart.
    const item = new TreeItem(isolateRtl(`${lead} [${words}] ${rest}`));
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
    item.accessibilityInformation = {
      label: [isolate(shown(`${before}${match}${after}`, 400)), item.description].join(', '),
    };
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

/** The end of a line, about so long, from the beginning of a word. */
function lastWords(line: string, letters: number): string {
  const end = line.slice(-letters);
  return line.length <= letters ? line : `…${end.slice(end.indexOf(' ') + 1)}`;
}

function boxOf(ticked: boolean): TreeItemCheckboxState {
  return ticked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
}

function tick(row: SearchRow, ticked: boolean): void {
  if (row.kind === 'hit') row.hit.ticked = ticked;
  if (row.kind === 'article') row.article.hits.forEach((hit) => (hit.ticked = ticked));
}
