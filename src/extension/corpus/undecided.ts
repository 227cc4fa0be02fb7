import type { ArticleFacts } from '../../core/corpus/search/articleFacts';
import { ArticleReader } from '../../core/detect/articleReader';
import { withoutDecided } from '../../core/detect/decided';
import type { Engines } from '../article/engines';
import type { LiveIndex, Progress } from './liveIndex';
import { inSlices } from './slices';

/**
 * How many suggestions are left in the articles of a corpus. Reading them all takes a while, twenty
 * milliseconds an article: it is done when somebody asks, and an article's count holds until it changes.
 */
export class Undecided {
  private readonly counts = new WeakMap<ArticleFacts, number>();
  private running: Progress | undefined;

  constructor(private readonly engines: Engines) {}

  get progress(): Progress | undefined {
    return this.running;
  }

  /** The count of an article, where it is known. */
  of(facts: ArticleFacts): number | undefined {
    return this.counts.get(facts);
  }

  /** Counts all that are not known yet; `news` is told now and then, `wanted` asked whether to go on. */
  async count(live: LiveIndex, news: () => void, wanted: () => boolean): Promise<void> {
    if (this.running !== undefined) return;
    await this.engines.ready();
    const left = live.index.articles.filter((facts) => this.of(facts) === undefined);
    const progress = { done: 0, total: left.length };
    this.running = progress;
    for (const { path } of left) {
      if (!wanted()) break;
      await this.read(live, path);
      progress.done += 1;
      if (progress.done % 50 === 0) news();
    }
    this.running = undefined;
    news();
  }

  private async read(live: LiveIndex, path: string): Promise<void> {
    const facts = live.index.get(path);
    const article = await live.load(path);
    if (facts === undefined || article === undefined) return;
    const reader = new ArticleReader(this.engines.at(live.root, live.config));
    reader.update(article.text);
    await inSlices(reader.work([]));
    this.counts.set(facts, withoutDecided(reader.suggestions(), article.record).length);
  }
}
