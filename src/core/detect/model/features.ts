import type { AnalysedToken } from '../analysis';
import { affixes, EDGE, factsOf, type Familiarity, type TokenFacts } from './tokenFacts';
import { mix, SEED, step } from '../../text/hashing';
import { FLAG_COUNT, type WordFlags } from './wordFlags';

/** Number of a template: features of different templates never mean the same. */
const T = {
  bias: 1,
  word: 2,
  stem: 10,
  pair: 20,
  prefix: 30,
  suffix: 31,
  ending: 32,
  letters: 40,
  proclitics: 50,
  shape: 60,
  shapes: 65,
  flag: 70,
  flags: 80,
  rule: 90,
  rules: 95,
  written: 100,
  known: 110,
} as const;

/** Longer words are given no features of their inner letters. */
const LONGEST_INNER = 14;

/**
 * Features of a run of tokens, as hashes. One buffer is filled over and over: what `extract` gives is
 * valid until the next call. Training and detection share it, so that both see the same features.
 */
export class FeatureExtractor {
  /** Features of token `i` are `hashes[starts[i]]` up to, not including, `hashes[starts[i + 1]]`. */
  hashes = new Int32Array(1 << 14);
  starts = new Int32Array(1 << 8);
  private size = 0;
  private readonly push = (template: number, value: number): void => {
    if (this.size === this.hashes.length) {
      const larger = new Int32Array(this.size * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.size++] = mix(template, value);
  };

  constructor(
    private readonly flags: WordFlags,
    private readonly familiarity: Familiarity,
  ) {}

  /** Fills the buffers for tokens `from` to `to`; `rules` has a mark for every token. */
  extract(tokens: readonly AnalysedToken[], from: number, to: number, rules: Int32Array): void {
    const count = to - from;
    if (this.starts.length <= count) this.starts = new Int32Array(2 * count + 2);
    const facts: TokenFacts[] = [EDGE, EDGE];
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token !== undefined)
        facts.push(factsOf(token, this.flags, this.familiarity, rules[i] ?? 0));
    }
    facts.push(EDGE, EDGE);
    this.size = 0;
    for (let i = 0; i < count; i++) {
      this.starts[i] = this.size;
      this.token(
        facts[i] ?? EDGE,
        facts[i + 1] ?? EDGE,
        facts[i + 2] ?? EDGE,
        facts[i + 3] ?? EDGE,
        facts[i + 4] ?? EDGE,
      );
    }
    this.starts[count] = this.size;
  }

  private token(
    before2: TokenFacts,
    before: TokenFacts,
    at: TokenFacts,
    after: TokenFacts,
    after2: TokenFacts,
  ): void {
    const { push } = this;
    push(T.bias, 0);
    this.words(before2, before, at, after, after2);
    this.letters(at);
    push(T.ending, before.ending);
    push(T.ending + 1, after.ending);
    push(T.ending + 2, mix(before.ending, at.ending));
    push(T.proclitics, at.proclitics);
    push(T.proclitics + 1, after.proclitics);
    push(T.proclitics + 2, mix(at.proclitics, at.flags));
    push(T.proclitics + 3, mix(at.proclitics, before.rule));
    push(T.proclitics + 4, mix(at.proclitics, before.flags));
    push(T.shape, before.shape);
    push(T.shape + 1, at.shape);
    push(T.shape + 2, after.shape);
    push(T.shapes, mix(before.shape, at.shape));
    push(T.shapes + 1, mix(at.shape, after.shape));
    push(T.shapes + 2, mix(mix(before.shape, at.shape), after.shape));
    this.known(before, at, after);
    this.lists(before2, before, at, after, after2);
  }

  private words(
    before2: TokenFacts,
    before: TokenFacts,
    at: TokenFacts,
    after: TokenFacts,
    after2: TokenFacts,
  ): void {
    const { push } = this;
    push(T.word, before2.word);
    push(T.word + 1, before.word);
    push(T.word + 2, at.word);
    push(T.word + 3, after.word);
    push(T.word + 4, after2.word);
    push(T.written, before.written);
    push(T.written + 1, at.written);
    push(T.stem, at.stem);
    push(T.stem + 1, before.stem);
    push(T.stem + 2, after.stem);
    push(T.pair, mix(before.stem, at.stem));
    push(T.pair + 1, mix(at.stem, after.stem));
    push(T.pair + 2, mix(before.word, after.word));
    push(T.pair + 3, mix(before2.word, before.word));
    push(T.pair + 4, mix(after.word, after2.word));
  }

  /** First and last letters, and all runs of three and four within. */
  private letters({ stemText }: TokenFacts): void {
    const { push } = this;
    affixes(stemText, false, (hash) => push(T.prefix, hash));
    affixes(stemText, true, (hash) => push(T.suffix, hash));
    const length = Math.min(stemText.length, LONGEST_INNER);
    for (let i = -1; i < length - 1; i++) {
      const two = step(
        step(SEED, i < 0 ? 0x20 : stemText.charCodeAt(i)),
        stemText.charCodeAt(i + 1),
      );
      const three = step(two, i + 2 < length ? stemText.charCodeAt(i + 2) : 0x20);
      push(T.letters, three);
      if (i + 2 < length) {
        push(T.letters + 1, step(three, i + 3 < length ? stemText.charCodeAt(i + 3) : 0x20));
      }
    }
  }

  /** Words that the training text did not have are often names: what is around them tells. */
  private known(before: TokenFacts, at: TokenFacts, after: TokenFacts): void {
    const { push } = this;
    push(T.known, mix(at.known, at.shape));
    push(T.known + 1, mix(before.known, before.shape));
    push(T.known + 2, mix(after.known, after.shape));
    push(T.known + 3, mix(mix(before.known, at.known), after.known));
    push(T.known + 4, mix(at.known, at.ending));
    push(T.known + 5, mix(at.known, before.flags));
    push(T.known + 6, mix(at.known, after.flags));
    push(T.known + 7, mix(at.known, before.stem));
    push(T.known + 8, mix(at.known, after.stem));
    push(T.known + 9, mix(at.known, mix(before.rule, at.rule)));
  }

  /** Word lists and the rules' proposals, here and around. */
  private lists(
    before2: TokenFacts,
    before: TokenFacts,
    at: TokenFacts,
    after: TokenFacts,
    after2: TokenFacts,
  ): void {
    const { push } = this;
    this.bits(0, before2.flags);
    this.bits(1, before.flags);
    this.bits(2, at.flags);
    this.bits(3, after.flags);
    this.bits(4, after2.flags);
    push(T.flags, at.flags);
    push(T.flags + 1, mix(before.flags, at.flags));
    push(T.flags + 2, mix(at.flags, after.flags));
    push(T.rule, at.rule);
    push(T.rule + 1, before.rule);
    push(T.rule + 2, after.rule);
    push(T.rules, mix(before.rule, at.rule));
    push(T.rules + 1, mix(at.rule, after.rule));
    if (at.rule !== 0) push(T.rules + 2, mix(at.rule, at.stem));
    push(T.rules + 3, mix(at.rule, at.shape));
    push(T.rules + 4, mix(before.rule, at.shape));
  }

  private bits(position: number, flags: number): void {
    for (let bit = 0; bit < FLAG_COUNT; bit++) {
      if ((flags & (1 << bit)) !== 0) this.push(T.flag + position, bit);
    }
  }
}
