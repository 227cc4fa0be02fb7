import type { AnalysedToken } from '../analysis';
import { KeyIndex } from '../../text/keyIndex';
import { Lattice } from './lattice';
import { parseModel, type ModelWeights } from './modelFile';
import { outsideLead, Scorer } from './scorer';
import { classOf, isInside, OUTSIDE, TAG_COUNT, type EntityClass } from './tags';
import { WeightTable } from './weightTable';
import { WordBook } from './wordBook';
import type { WordFlags } from './wordFlags';

/** A name as the model sees it: tokens `from` to `to`, proclitics of the first one included. */
export interface ModelSpan {
  readonly name: EntityClass;
  readonly from: number;
  readonly to: number;
  /** How sure the model is, 0 to 1: of its least sure token, the one after it included. */
  readonly probability: number;
}

/**
 * A score by which the tag outside leads so far that surroundings turn it no more: of 18,300 tokens of
 * unseen news, one in 10,000 was moved by more.
 */
const SURE_LEAD = 4;
/** Leads of this score together between two names: what one is bears on the other no more. */
const APART = 10;
/** Longer sentences are read in pieces: the buffers stay small whatever the text. */
const LONGEST_RUN = 400;

/** A linear-chain model over hashed features. Holds weights and buffers, nothing of the texts. */
export class EntityModel {
  private readonly features: Pick<ModelWeights, 'keys' | 'weights'>;
  /** Made for the first scorer: a model is loaded before there is a text to read. */
  private table: WeightTable | undefined;
  private readonly rare: KeyIndex;
  private readonly common: KeyIndex;
  private readonly scale: number;
  private readonly lattice: Lattice;
  private readonly book: WordBook;
  private sums = new Int32Array(256 * TAG_COUNT);
  private scores = new Float32Array(256 * TAG_COUNT);
  private tags = new Uint8Array(256);

  constructor({ keys, weights, scale, transitions, rare, common, book }: ModelWeights) {
    this.features = { keys, weights };
    this.rare = new KeyIndex(rare);
    this.common = new KeyIndex(common);
    this.scale = scale;
    this.lattice = new Lattice(transitions);
    this.book = new WordBook(book);
  }

  /** How common a stem was in the training text, by its hash. */
  readonly familiarity = (stem: number): number =>
    this.common.find(stem) >= 0 ? 2 : this.rare.find(stem) >= 0 ? 1 : 0;

  /** What scores tokens by this model, with the word lists of an engine. */
  scorer(flags: WordFlags): Scorer {
    const { keys, weights } = this.features;
    this.table ??= new WeightTable(keys, weights);
    const sources = { flags, familiarity: this.familiarity, book: this.book };
    return new Scorer(this.table, sources, SURE_LEAD / this.scale);
  }

  /** Names in tokens `from` to `to`, which are of one sentence. `rules` has a mark for every token. */
  spans(
    scorer: Scorer,
    tokens: readonly AnalysedToken[],
    from: number,
    to: number,
    rules: Int32Array,
  ): ModelSpan[] {
    const found: ModelSpan[] = [];
    for (let start = from; start < to; start += LONGEST_RUN) {
      const end = Math.min(to, start + LONGEST_RUN);
      this.makeRoom(end - start);
      scorer.score(tokens, start, end, rules, this.sums);
      this.decode(end - start);
      this.collect(start, end - start, found);
    }
    return found;
  }

  private makeRoom(count: number): void {
    if (this.tags.length >= count) return;
    this.sums = new Int32Array(count * TAG_COUNT);
    this.scores = new Float32Array(count * TAG_COUNT);
    this.tags = new Uint8Array(count);
  }

  /** Sets the likeliest tags. */
  private decode(count: number): void {
    const { sums, scores, scale } = this;
    for (let i = 0; i < count * TAG_COUNT; i++) scores[i] = sums[i]! * scale;
    this.lattice.best(scores, count, this.tags);
  }

  /** Takes the names from the tags. How sure the model is of them is asked where there are some. */
  private collect(offset: number, count: number, found: ModelSpan[]): void {
    let [first, limit] = [0, 0];
    for (let i = 0; i < count; i++) {
      const tag = this.tags[i]!;
      if (tag === OUTSIDE) continue;
      if (i >= limit) {
        first = this.reach(i, -1, -1) + 1;
        limit = this.reach(i, 1, count);
        this.lattice.run(this.scores.subarray(first * TAG_COUNT, limit * TAG_COUNT), limit - first);
      }
      const end = this.nameEnd(i, limit);
      const probability = this.probability(i, end, first, limit);
      found.push({ name: classOf(tag)!, from: offset + i, to: offset + end, probability });
      i = end - 1;
    }
  }

  /** One way from a name at `i`, past all that bears on it, and on the names that do; no further than `end`. */
  private reach(i: number, way: 1 | -1, end: number): number {
    const enough = APART / this.scale;
    let at = i;
    for (let lead = 0; at !== end && lead < enough; at += way) {
      if (this.tags[at] === OUTSIDE) lead += Math.max(0, outsideLead(this.sums, at * TAG_COUNT));
      else lead = 0;
    }
    return at;
  }

  private nameEnd(start: number, limit: number): number {
    let end = start + 1;
    while (end < limit && isInside(this.tags[end]!)) end++;
    return end;
  }

  /** Of the least sure token of a name; of the one after it, that it is none. The lattice is of tokens `first` to `limit`. */
  private probability(start: number, end: number, first: number, limit: number): number {
    const { tags, lattice } = this;
    const of = (at: number, tag: number): number =>
      lattice.marginals[(at - first) * TAG_COUNT + tag]!;
    let least = 1;
    for (let at = start; at < end; at++) least = Math.min(least, of(at, tags[at]!));
    if (end < limit) least = Math.min(least, 1 - of(end, tags[start]! + 1));
    return least;
  }
}

export type LoadedModel =
  | { readonly ok: true; readonly model: EntityModel }
  | { readonly ok: false; readonly problem: string };

/** Loads a model from the bytes of its file; a damaged one gives a problem in words. */
export function loadModel(bytes: Uint8Array): LoadedModel {
  const file = parseModel(bytes);
  return file.ok ? { ok: true, model: new EntityModel(file.weights) } : file;
}
