import type { AnalysedToken } from '../analysis';
import type { Weighed } from '../wordTable';
import { AT, jointFeatures, moveTo, ROLES, Window, wordFeatures, type Push } from './features';
import { mix } from '../../text/hashing';
import { TAG_COUNT } from './tags';
import { EDGE, factsOf, type TokenFacts, type WordSources } from './tokenFacts';
import type { WeightTable } from './weightTable';

/** A written word: its facts, and the sums of the weights that it brings by itself, for each of its places. */
class Kept implements Weighed {
  constructor(
    readonly by: Scorer,
    readonly facts: TokenFacts,
    readonly sums: Int32Array,
  ) {}
}

/**
 * Scores of tags. What a word brings by itself is summed once and kept with the word, so that a token costs
 * the features of its surroundings only; the scores are sums of whole numbers, the same in whatever order.
 */
export class Scorer {
  private readonly edge: Kept;
  private hashes = new Int32Array(256);
  private size = 0;
  private readonly window = new Window();
  private readonly push: Push = (template, value) => {
    this.hashes[this.size++] = mix(template, value);
  };

  constructor(
    private readonly table: WeightTable,
    private readonly sources: WordSources,
  ) {
    this.edge = this.sumUp(EDGE);
  }

  /** Sets `sums` to the summed weights of every tag at tokens `from` to `to`. */
  score(
    tokens: readonly AnalysedToken[],
    from: number,
    to: number,
    rules: Int32Array,
    sums: Int32Array,
  ): void {
    const words: Kept[] = [];
    for (let i = from; i < to; i++) words.push(this.wordOf(tokens[i]));
    const facts = words.map((word) => word.facts);
    for (let i = 0; i < words.length; i++) {
      const row = i * TAG_COUNT;
      sums.fill(0, row, row + TAG_COUNT);
      for (let role = 0; role < ROLES; role++) {
        const own = (words[i + role - AT] ?? this.edge).sums;
        for (let tag = 0; tag < TAG_COUNT; tag++) {
          sums[row + tag]! += own[role * TAG_COUNT + tag]!;
        }
      }
      this.size = 0;
      moveTo(this.window, facts, i, rules, from);
      jointFeatures(this.window, this.push);
      this.table.add(this.hashes, this.size, sums, row);
    }
  }

  private wordOf(token: AnalysedToken | undefined): Kept {
    if (token === undefined) return this.edge;
    const { weighed } = token.word;
    if (weighed instanceof Kept && weighed.by === this) return weighed;
    return (token.word.weighed = this.sumUp(factsOf(token, this.sources)));
  }

  private sumUp(facts: TokenFacts): Kept {
    const sums = new Int32Array(ROLES * TAG_COUNT);
    for (let role = 0; role < ROLES; role++) {
      this.size = 0;
      wordFeatures(role, facts, this.push);
      this.table.add(this.hashes, this.size, sums, role * TAG_COUNT);
    }
    return new Kept(this, facts, sums);
  }
}
