import type { ArticleFacts } from '../search/articleFacts';
import type { CorpusIndex } from '../search/corpusIndex';
import { Search } from '../search/search';
import type { NameBook } from './nameBook';

/** So many articles are looked through between two turns of others. */
const TURN = 300;

/**
 * Whether a name of the corpus was forgotten where it is not tagged, or is a word that is mostly none: it
 * is when it stands bare more often than it is tagged, in articles that tag it nowhere.
 */
export class LeftBare {
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly index: CorpusIndex,
    private readonly book: NameBook,
  ) {}

  /** Answers by going through the corpus, once a name; pauses now and then. */
  *isForgotten(key: string): Generator<undefined, boolean> {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const answer = yield* this.count(key, this.book.rule(key)?.count ?? 0);
    this.known.set(key, answer);
    return answer;
  }

  private *count(key: string, most: number): Generator<undefined, boolean> {
    const search = new Search(this.index, key, { proclitics: true, untagged: true });
    let bare = 0;
    while (!search.done && bare <= most) {
      for (const { path, hits } of search.step(TURN)) {
        const facts = this.index.get(path);
        if (facts !== undefined && isBegun(facts) && !this.tags(facts, key)) bare += hits.length;
      }
      yield;
    }
    return bare <= most;
  }

  private tags(facts: ArticleFacts, key: string): boolean {
    const { names } = this.index.tables;
    let found = false;
    facts.forEachEntity((name) => (found ||= names.get(name).key === key));
    return found;
  }
}

/** Nothing is forgotten in an article that nobody has begun to annotate. */
function isBegun({ status, entityCount, claimCount }: ArticleFacts): boolean {
  return status !== 'todo' || entityCount + claimCount > 0;
}
