import {
  Agreement,
  type AgreementReport,
  type Annotators,
} from '../../core/corpus/agree/agreement';
import { byAnnotator } from '../../core/corpus/agree/compare';
import type { ArticleFacts } from '../../core/corpus/search/articleFacts';
import type { LiveIndex } from './liveIndex';
import { Slice } from './slices';

interface Shared {
  readonly text: string;
  readonly annotators: Annotators;
}

/** Articles that several people annotated, each read again only when the index has read it anew. */
export class SharedArticles {
  private readonly read = new WeakMap<ArticleFacts, Shared>();

  /** How far the annotators agree; undefined where there is nothing to compare, or nobody wants to know. */
  async agreement(
    live: LiveIndex,
    paths: readonly string[],
    wanted: () => boolean,
  ): Promise<AgreementReport | undefined> {
    if (paths.length === 0) return undefined;
    const agreement = new Agreement();
    const slice = new Slice();
    for (const path of paths) {
      const shared = await this.article(live, path);
      if (shared !== undefined) agreement.add(shared.text, shared.annotators);
      await slice.rest();
      if (!wanted()) return undefined;
    }
    return agreement.report();
  }

  private async article(live: LiveIndex, path: string): Promise<Shared | undefined> {
    const facts = live.index.get(path);
    if (facts === undefined) return undefined;
    const known = this.read.get(facts);
    if (known !== undefined) return known;
    const article = await live.load(path);
    if (article === undefined) return undefined;
    const shared = { text: article.text, annotators: byAnnotator(article.record) };
    this.read.set(facts, shared);
    return shared;
  }
}
