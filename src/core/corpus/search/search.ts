import { fold } from '../../text/normalize';
import type { ArticleFacts } from './articleFacts';
import { CorpusIndex } from './corpusIndex';
import type { IndexSource } from './extract';
import {
  compileQuery,
  mayHold,
  type CompiledQuery,
  queryWords,
  scanWords,
  type QueryWord,
  type SearchOptions,
} from './query';

/** Where a query's words begin in one article. */
export interface ArticleHits {
  readonly path: string;
  /** Numbers of the words at which a hit begins, in text order. */
  readonly hits: readonly number[];
  /** The words of the query. */
  readonly words: readonly QueryWord[];
}

/**
 * A search through the index, in steps: whoever runs it decides when others get a turn. Articles come in
 * the order of their paths. Articles that are put in or taken out meanwhile are met or not.
 */
export class Search {
  private readonly words: readonly QueryWord[];
  private readonly query: CompiledQuery;
  private next = 0;

  constructor(
    private readonly index: CorpusIndex,
    query: string,
    private readonly options: SearchOptions,
  ) {
    this.words = queryWords(query);
    this.query = compileQuery(this.words, index.tables.vocabulary, options);
  }

  get done(): boolean {
    return !this.query.possible || this.next >= this.index.size;
  }

  /** Looks through so many more articles. */
  step(articles: number): ArticleHits[] {
    const found: ArticleHits[] = [];
    for (const end = this.next + articles; this.next < end && !this.done; this.next++) {
      const facts = this.index.articles[this.next];
      const hits = facts === undefined ? [] : this.hitsIn(facts);
      if (facts !== undefined && hits.length > 0) {
        found.push({ path: facts.path, hits, words: this.words });
      }
    }
    return found;
  }

  private hitsIn(facts: ArticleFacts): readonly number[] {
    const hits: number[] = [];
    scanWords(facts.words, this.query, (first) => hits.push(first));
    const { label, untagged } = this.options;
    if (hits.length === 0 || (label === undefined && untagged !== true)) return hits;
    return hits.filter((first) => this.fits(facts, first));
  }

  private fits(facts: ArticleFacts, hit: number): boolean {
    const { label, untagged } = this.options;
    let tagged = false;
    let labelled = false;
    facts.forEachEntity((name, first, count) => {
      if (first >= hit + this.query.length || first + count <= hit) return;
      tagged = true;
      labelled ||= this.index.tables.names.get(name).label === label;
    });
    return untagged === true ? !tagged : labelled;
  }
}

/** The hits in one article by itself, for a corpus that is read once and not kept. */
export function searchArticle(
  source: IndexSource,
  query: string,
  options: SearchOptions,
): ArticleHits | undefined {
  if (!mayHold(fold(source.text), queryWords(query))) return undefined;
  const index = new CorpusIndex();
  index.put(source);
  return new Search(index, query, options).step(1)[0];
}
