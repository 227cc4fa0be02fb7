// Trains the linear chain: follow-the-regularised-leader, one sentence at a time, with L1 for few weights.
import { Lattice, TRANSITION_COUNT } from '../../src/core/detect/model/lattice';
import { TAG_COUNT } from '../../src/core/detect/model/tags';
import type { ModelWeights } from '../../src/core/detect/model/modelFile';
import type { Example } from './examples';

export interface TrainOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l1: number;
  readonly l2: number;
  /** Features seen less often are left out. */
  readonly minimum: number;
  /** Share of the features left out at each token each time: what is left has to do. */
  readonly dropout: number;
  readonly random: () => number;
  readonly log?: (line: string) => void;
}

/** Weights by feature hash, before they are pruned and rounded. */
export interface Trained {
  readonly ids: ReadonlyMap<number, number>;
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

const N = TAG_COUNT;
const BETA = 1;

function numberFeatures(examples: readonly Example[], minimum: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes } of examples) {
    for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const ids = new Map<number, number>();
  for (const [hash, count] of counts) if (count >= minimum) ids.set(hash, ids.size);
  return ids;
}

/** Weights with the sums that the leader is found from. */
class Leader {
  readonly weights: Float32Array;
  private readonly z: Float32Array;
  private readonly n: Float32Array;

  constructor(
    size: number,
    private readonly rate: number,
    private readonly l1: number,
    private readonly l2: number,
  ) {
    this.weights = new Float32Array(size);
    this.z = new Float32Array(size);
    this.n = new Float32Array(size);
  }

  update(at: number, gradient: number): void {
    const { weights, z, n, rate, l1, l2 } = this;
    const before = n[at] ?? 0;
    const after = before + gradient * gradient;
    const sigma = (Math.sqrt(after) - Math.sqrt(before)) / rate;
    const sum = (z[at] ?? 0) + gradient - sigma * (weights[at] ?? 0);
    n[at] = after;
    z[at] = sum;
    weights[at] =
      Math.abs(sum) <= l1
        ? 0
        : -(sum - Math.sign(sum) * l1) / ((BETA + Math.sqrt(after)) / rate + l2);
  }
}

interface Numbered {
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly allowed: Int32Array;
}

function numbered(
  { hashes, starts, allowed }: Example,
  ids: ReadonlyMap<number, number>,
): Numbered {
  const features: number[] = [];
  const from = new Int32Array(starts.length);
  for (let i = 0; i < starts.length - 1; i++) {
    from[i] = features.length;
    for (let f = starts[i] ?? 0; f < (starts[i + 1] ?? 0); f++) {
      const id = ids.get(hashes[f] ?? 0);
      if (id !== undefined) features.push(id);
    }
  }
  from[starts.length - 1] = features.length;
  return { features: Int32Array.from(features), starts: from, allowed };
}

/** The mean of the models of several runs in different order: steadier than any of them. */
export function trainMean(
  examples: readonly Example[],
  options: TrainOptions,
  runs: number,
): Trained {
  const all = Array.from({ length: runs }, () => train(examples, options));
  const mean = (list: readonly Float32Array[]): Float32Array =>
    Float32Array.from(list[0] ?? [], (_, i) => {
      let sum = 0;
      for (const values of list) sum += values[i] ?? 0;
      return sum / runs;
    });
  return {
    ids: all[0]?.ids ?? new Map<number, number>(),
    weights: mean(all.map(({ weights }) => weights)),
    transitions: mean(all.map(({ transitions }) => transitions)),
  };
}

function train(examples: readonly Example[], options: TrainOptions): Trained {
  const ids = numberFeatures(examples, options.minimum);
  const data = examples.map((example) => numbered(example, ids));
  options.log?.(`${ids.size} features, ${examples.length} sentences`);
  const leader = new Leader(ids.size * N, options.rate, options.l1, options.l2);
  const arcs = new Leader(TRANSITION_COUNT, options.rate, 0, 0.1);
  const lattice = new Lattice(arcs.weights);
  const order = data.map((_, i) => i);
  const trained: Trained = { ids, weights: leader.weights, transitions: arcs.weights };
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, options.random);
    let loss = 0;
    for (const i of order) {
      const sentence = data[i];
      if (sentence === undefined) continue;
      loss += learn(thinned(sentence, options), leader, arcs, lattice);
    }
    options.log?.(`epoch ${epoch}: loss ${loss.toFixed(0)}`);
  }
  return trained;
}

function thinned(sentence: Numbered, { dropout, random }: TrainOptions): Numbered {
  if (dropout <= 0) return sentence;
  const { features, starts, allowed } = sentence;
  const kept = new Int32Array(features.length);
  const from = new Int32Array(starts.length);
  let size = 0;
  for (let i = 0; i < starts.length - 1; i++) {
    from[i] = size;
    for (let f = starts[i] ?? 0; f < (starts[i + 1] ?? 0); f++) {
      if (random() >= dropout) kept[size++] = features[f] ?? 0;
    }
  }
  from[starts.length - 1] = size;
  return { features: kept, starts: from, allowed };
}

let scores = new Float32Array(1024 * N);

function learn(sentence: Numbered, leader: Leader, arcs: Leader, lattice: Lattice): number {
  const { features, starts, allowed } = sentence;
  const count = allowed.length;
  if (scores.length < count * N) scores = new Float32Array(count * N);
  const { weights } = leader;
  for (let i = 0; i < count; i++) {
    const row = i * N;
    for (let tag = 0; tag < N; tag++) scores[row + tag] = 0;
    for (let f = starts[i] ?? 0; f < (starts[i + 1] ?? 0); f++) {
      const at = (features[f] ?? 0) * N;
      for (let tag = 0; tag < N; tag++) {
        scores[row + tag] = (scores[row + tag] ?? 0) + (weights[at + tag] ?? 0);
      }
    }
  }
  lattice.refresh();
  const moves = new Float64Array(TRANSITION_COUNT);
  const all = lattice.run(scores, count);
  const gradient = lattice.marginals.slice(0, count * N);
  lattice.addTransitions(moves, count, 1);
  const right = lattice.run(scores, count, allowed);
  lattice.addTransitions(moves, count, -1);
  for (let i = 0; i < count; i++) {
    for (let tag = 0; tag < N; tag++) {
      const g = (gradient[i * N + tag] ?? 0) - (lattice.marginals[i * N + tag] ?? 0);
      if (Math.abs(g) < 1e-4) continue;
      for (let f = starts[i] ?? 0; f < (starts[i + 1] ?? 0); f++) {
        leader.update((features[f] ?? 0) * N + tag, g);
      }
    }
  }
  for (let i = 0; i < TRANSITION_COUNT; i++) {
    const g = moves[i] ?? 0;
    if (g !== 0) arcs.update(i, g);
  }
  return all - right;
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
  }
}

/** Keeps the features that weigh most, of those not in `own`, and rounds to bytes. */
export function compress(
  { ids, weights, transitions }: Trained,
  own: ReadonlySet<number>,
  most: number,
  words: Pick<ModelWeights, 'rare' | 'common' | 'book'>,
): ModelWeights {
  const strength = (id: number): number => {
    let largest = 0;
    for (let tag = 0; tag < N; tag++)
      largest = Math.max(largest, Math.abs(weights[id * N + tag] ?? 0));
    return largest;
  };
  const ranked = [...ids]
    .filter(([hash]) => !own.has(hash))
    .map(([hash, id]) => ({ key: hash >>> 0, id, strength: strength(id) }))
    .filter((feature) => feature.strength > 0)
    .sort((a, b) => b.strength - a.strength || a.key - b.key)
    .slice(0, most);
  const scale = (ranked[Math.floor(ranked.length / 2000)]?.strength ?? 1) / 127;
  ranked.sort((a, b) => a.key - b.key);
  const rounded = new Int8Array(ranked.length * N);
  ranked.forEach(({ id }, i) => {
    for (let tag = 0; tag < N; tag++) {
      const value = Math.round((weights[id * N + tag] ?? 0) / scale);
      rounded[i * N + tag] = Math.max(-127, Math.min(127, value));
    }
  });
  return {
    keys: Uint32Array.from(ranked, ({ key }) => key),
    weights: rounded,
    scale,
    transitions: transitions.slice(),
    ...words,
  };
}
