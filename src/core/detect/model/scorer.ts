import type { AnalysedToken } from '../analysis';
import type { Weighed } from '../wordTable';
import {
  jointFeatures,
  moveTo,
  type Marks,
  NO_MARKS,
  proposalAmong,
  proposals,
  ROLES,
  Window,
  wordFeatures,
  type Push,
} from './features';
import { mix } from '../../text/hashing';
import { TAG_COUNT } from './tags';
import { EDGE, factsOf, type TokenFacts, type WordSources } from './tokenFacts';
import type { WeightTable } from './weightTable';

/** Row of the sums of a word where the rules propose nothing for it or beside it, as for most words. */
const UNMARKED = ROLES;
const WORD_SUMS = (ROLES + 1) * TAG_COUNT;
/** Words whose sums are kept. */
const MOST_KEPT = 1 << 14;

/** A written word: its facts, and where the sums of the weights stand that it brings by itself. */
class Kept implements Weighed {
  constructor(
    readonly facts: TokenFacts,
    readonly place: number,
  ) {}
}

/**
 * Scores of tags. What a word brings by itself is summed once and kept, so that a token costs the features
 * of its surroundings only; the scores are sums of whole numbers, the same in whatever order.
 */
export class Scorer {
  /**
   * Rows for each place around a word, and one more, word after word. An array for every word would take
   * longer to make and to free than its sums. Who came first makes room for who comes.
   */
  private readonly kept: Int16Array;
  private readonly owners: (Kept | undefined)[] = [];
  private next = 0;
  private readonly edge: Kept;
  private hashes = new Int32Array(256);
  private size = 0;
  private readonly window = new Window();
  private readonly ofWord = new Int32Array(WORD_SUMS);
  private readonly push: Push = (template, value) => {
    this.hashes[this.size++] = mix(template, value);
  };

  /**
   * A token at which the tag outside leads by more than `sure` without its surroundings is not asked about
   * them: they turn none so far. `most` words are kept: more than there are in a run.
   */
  constructor(
    private readonly table: WeightTable,
    private readonly sources: WordSources,
    private readonly sure: number,
    private readonly most = MOST_KEPT,
  ) {
    this.kept = new Int16Array(most * WORD_SUMS);
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
    const { window, push, edge } = this;
    this.makeRoom(to - from);
    const words: Kept[] = [];
    for (let i = from; i < to; i++) words.push(this.wordOf(tokens[i]));
    const facts = words.map((word) => word.facts);
    for (let i = 0; i < words.length; i++) {
      const row = i * TAG_COUNT;
      this.startWith(words, i, sums);
      this.size = 0;
      moveTo(window, facts, i, rules, from);
      if (isMarked(window)) {
        proposals(window.at, window, push);
        this.addPushed(sums, row);
      } else this.addRow(words[i] ?? edge, UNMARKED, sums, row);
      if (outsideLead(sums, row) > this.sure) continue;
      jointFeatures(window, push);
      proposalAmong(window, push);
      this.addPushed(sums, row);
    }
  }

  /** Adds the weights of the features that were pushed last, and forgets them. */
  private addPushed(sums: Int32Array, row: number): void {
    this.table.add(this.hashes, this.size, sums, row);
    this.size = 0;
  }

  /** Sets the sums of token `i` to what it and the two words on either side bring in their places. */
  private startWith(words: readonly Kept[], i: number, sums: Int32Array): void {
    const { kept } = this;
    const a = this.rowOf(words[i - 2], 0);
    const b = this.rowOf(words[i - 1], 1);
    const c = this.rowOf(words[i], 2);
    const d = this.rowOf(words[i + 1], 3);
    const e = this.rowOf(words[i + 2], 4);
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      sums[i * TAG_COUNT + tag] =
        kept[a + tag]! + kept[b + tag]! + kept[c + tag]! + kept[d + tag]! + kept[e + tag]!;
    }
  }

  private rowOf(word: Kept | undefined, role: number): number {
    return (word ?? this.edge).place * WORD_SUMS + role * TAG_COUNT;
  }

  /** For as many new words: none may take the place of another that the run still needs. */
  private makeRoom(count: number): void {
    if (this.next + count > this.most) this.next = this.edge.place + 1;
    this.owners.fill(undefined, this.next, this.next + count);
  }

  private wordOf(token: AnalysedToken | undefined): Kept {
    if (token === undefined) return this.edge;
    const { weighed } = token.word;
    if (weighed instanceof Kept && this.owners[weighed.place] === weighed) return weighed;
    return (token.word.weighed = this.sumUp(factsOf(token, this.sources)));
  }

  private sumUp(facts: TokenFacts): Kept {
    const { table, push, ofWord } = this;
    ofWord.fill(0);
    for (let row = 0; row <= UNMARKED; row++) {
      this.size = 0;
      if (row === UNMARKED) proposals(facts, NO_MARKS, push);
      else wordFeatures(row, facts, push);
      table.add(this.hashes, this.size, ofWord, row * TAG_COUNT);
    }
    const word = new Kept(facts, this.next);
    this.kept.set(ofWord, this.next * WORD_SUMS);
    this.owners[this.next++] = word;
    return word;
  }

  /** Adds a row of a word's sums to those of a token. */
  private addRow({ place }: Kept, from: number, sums: Int32Array, row: number): void {
    const { kept } = this;
    const first = place * WORD_SUMS + from * TAG_COUNT;
    for (let tag = 0; tag < TAG_COUNT; tag++) sums[row + tag]! += kept[first + tag]!;
  }
}

/** By how much the tag outside leads the best of the others, of the nine numbers from `row` on. */
export function outsideLead(sums: Int32Array, row: number): number {
  let most = sums[row + 1]!;
  for (let tag = 2; tag < TAG_COUNT; tag++) {
    const sum = sums[row + tag]!;
    if (sum > most) most = sum;
  }
  return sums[row]! - most;
}

function isMarked({ ruleBefore, rule, ruleAfter }: Marks): boolean {
  return (ruleBefore | rule | ruleAfter) !== 0;
}
