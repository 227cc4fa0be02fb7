import type { AnalysedToken } from '../analysis';
import { KeyIndex } from '../../text/keyIndex';
import { Lattice } from './lattice';
import { parseModel, type ModelWeights } from './modelFile';
import { Scorer } from './scorer';
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
    return new Scorer(this.table, { flags, familiarity: this.familiarity, book: this.book });
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

  /** Probability of tag `tag` at token `at` of the run that was read last. */
  marginal(at: number, tag: number): number {
    return this.lattice.marginals[at * TAG_COUNT + tag] ?? 0;
  }

  private makeRoom(count: number): void {
    if (this.tags.length >= count) return;
    this.sums = new Int32Array(count * TAG_COUNT);
    this.scores = new Float32Array(count * TAG_COUNT);
    this.tags = new Uint8Array(count);
  }

  private decode(count: number): void {
    const { sums, scores, scale } = this;
    for (let i = 0; i < count * TAG_COUNT; i++) scores[i] = (sums[i] ?? 0) * scale;
    this.lattice.best(scores, count, this.tags);
    // How sure it is of its names is asked where there are some.
    if (!this.tags.subarray(0, count).every((tag) => tag === OUTSIDE))
      this.lattice.run(scores, count);
  }

  private collect(offset: number, count: number, found: ModelSpan[]): void {
    for (let i = 0; i < count;) {
      const tag = this.tags[i] ?? 0;
      const name = classOf(tag);
      let end = i + 1;
      if (name !== undefined) {
        let probability = this.marginal(i, tag);
        for (; end < count && isInside(this.tags[end] ?? 0); end++) {
          probability = Math.min(probability, this.marginal(end, this.tags[end] ?? 0));
        }
        // Nor may the name go on after its end.
        if (end < count) probability = Math.min(probability, 1 - this.marginal(end, tag + 1));
        found.push({ name, from: offset + i, to: offset + end, probability });
      }
      i = end;
    }
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
