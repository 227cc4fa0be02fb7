import { EventEmitter, type Disposable } from 'vscode';
import { contextLines, type ContextLine } from '../../core/corpus/search/keywordInContext';
import type { SearchOptions } from '../../core/corpus/search/query';
import { Search, type ArticleHits } from '../../core/corpus/search/search';
import type { Annotation } from '../../core/model/annotation';
import { isClaim } from '../../core/model/lookup';
import { overlaps } from '../../core/text/span';
import type { Sessions } from '../article/sessions';
import type { LiveIndex } from './liveIndex';
import { Slice } from './slices';

/** Articles that the index is searched through between two looks at the clock. */
const STEP = 100;
/** So many hits are shown at first, and so many more each time. */
const PAGE = 400;
const WIDTH = 60;

/** A hit with its surroundings, and the entities that it touches. */
export interface Hit extends ContextLine {
  readonly path: string;
  readonly entities: readonly Annotation[];
  ticked: boolean;
}

/** One article's hits that are shown. */
export interface HitArticle {
  readonly path: string;
  readonly hits: readonly Hit[];
}

/**
 * One search after another in a corpus: the index says which articles have hits, and those that are shown
 * are read, a page at a time.
 */
export class CorpusSearch implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private round = 0;
  private found: ArticleHits[] = [];
  private page: HitArticle[] = [];
  private isRunning = false;
  query = '';
  options: SearchOptions = { proclitics: true };
  live: LiveIndex | undefined;

  constructor(private readonly sessions: Sessions) {}

  get running(): boolean {
    return this.isRunning;
  }

  get articles(): readonly HitArticle[] {
    return this.page;
  }

  get ticked(): readonly Hit[] {
    return this.page.flatMap(({ hits }) => hits.filter((hit) => hit.ticked));
  }

  /** Counts of all hits, shown or not. */
  get totals(): { readonly hits: number; readonly articles: number } {
    return { hits: countHits(this.found), articles: this.found.length };
  }

  get hidden(): { readonly hits: number; readonly articles: number } {
    const rest = this.found.slice(this.page.length);
    return { hits: countHits(rest), articles: rest.length };
  }

  /** Searches anew. What was found is shown as it comes; a later search overtakes an earlier one. */
  async run(live: LiveIndex, query: string, options: SearchOptions): Promise<void> {
    const round = ++this.round;
    Object.assign(this, { live, query, options });
    this.found = [];
    this.page = [];
    this.isRunning = true;
    this.changed.fire();
    await live.ready;
    const search = new Search(live.index, query, options);
    const slice = new Slice();
    while (!search.done) {
      const before = this.found.length;
      this.found.push(...search.step(STEP));
      await slice.rest();
      if (round !== this.round) return;
      if (before === 0 && this.found.length > 0) await this.showMore(round);
    }
    if (this.page.length === 0) await this.showMore(round);
    if (round !== this.round) return;
    this.isRunning = false;
    this.changed.fire();
  }

  /** The same search again: texts or tags have changed. */
  async again(): Promise<void> {
    if (this.live !== undefined && this.query !== '') {
      await this.run(this.live, this.query, this.options);
    }
  }

  clear(): void {
    this.round += 1;
    Object.assign(this, { found: [], page: [], query: '', isRunning: false });
    this.changed.fire();
  }

  async showMore(round = this.round): Promise<void> {
    const { live } = this;
    let room = PAGE;
    const page = [...this.page];
    while (live !== undefined && room > 0 && page.length < this.found.length) {
      const next = this.found[page.length];
      if (next === undefined) break;
      const hits = await this.hitsOf(live, next);
      page.push({ path: next.path, hits });
      room -= hits.length + 1;
      if (round !== this.round) return;
    }
    this.page = page;
    this.changed.fire();
  }

  private async hitsOf(live: LiveIndex, found: ArticleHits): Promise<readonly Hit[]> {
    const { path } = found;
    const article = this.sessions.byUri(live.uriOf(path)) ?? (await live.load(path));
    if (article === undefined) return [];
    const entities = article.record.annotations.filter((annotation) => !isClaim(annotation));
    return contextLines(article.text, found, WIDTH).map((line) => {
      const touched = entities.filter((entity) => overlaps(entity, line));
      return { ...line, path, entities: touched, ticked: touched.length === 0 };
    });
  }

  dispose(): void {
    this.round += 1;
    this.changed.dispose();
  }
}

function countHits(found: readonly ArticleHits[]): number {
  return found.reduce((sum, { hits }) => sum + hits.length, 0);
}
