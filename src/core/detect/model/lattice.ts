import { isInside, mayFollow, OUTSIDE, TAG_COUNT } from './tags';

const N = TAG_COUNT;
/** Transitions are a table of rows: row `tag` holds the weights of what follows it, the last row those of the start. */
export const TRANSITION_COUNT = (N + 1) * N;
const START = N;

/** What sums of doubles may be off by. */
const ROUNDING = 1e-6;

/** Whether each transition is possible at all: a name goes on only in its own class. */
const POSSIBLE: readonly boolean[] = Array.from({ length: TRANSITION_COUNT }, (_, i) => {
  const from = Math.floor(i / N);
  return mayFollow(from === START ? -1 : from, i % N);
});

/** Forward and backward sums and the best path over the tags of a sentence, in buffers used again. */
export class Lattice {
  /** Probability of each tag at each token, after `run`. */
  marginals = new Float64Array(256 * N);
  private forward = new Float64Array(256 * N);
  private backward = new Float64Array(256 * N);
  private emission = new Float64Array(256 * N);
  private scales = new Float64Array(256);
  private back = new Uint8Array(256 * N);
  /** The transitions, those that are impossible at minus infinity; and e to their power. */
  private readonly steps = new Float64Array(TRANSITION_COUNT);
  private readonly factors = new Float64Array(TRANSITION_COUNT);
  /** By how much the path outside must lead that of a tag, so that no next tag is reached better from it. */
  private readonly leads = new Float64Array(N);

  /** The table is read again at each `refresh`. */
  constructor(private readonly transitions: Float32Array) {
    this.refresh();
  }

  refresh(): void {
    for (let i = 0; i < TRANSITION_COUNT; i++) {
      this.steps[i] = POSSIBLE[i] === true ? (this.transitions[i] ?? 0) : -Infinity;
      this.factors[i] = Math.exp(this.steps[i] ?? 0);
    }
    for (let tag = 1; tag < N; tag++) this.leads[tag] = this.leadOver(tag);
  }

  private leadOver(tag: number): number {
    let most = -Infinity;
    for (let next = 0; next < N; next++) {
      if (isInside(next)) continue;
      const better = (this.steps[tag * N + next] ?? 0) - (this.steps[OUTSIDE * N + next] ?? 0);
      most = Math.max(most, better);
    }
    return most + ROUNDING;
  }

  private ensure(count: number): void {
    if (this.scales.length >= count) return;
    const length = count * N;
    this.marginals = new Float64Array(length);
    this.forward = new Float64Array(length);
    this.backward = new Float64Array(length);
    this.emission = new Float64Array(length);
    this.scales = new Float64Array(count);
    this.back = new Uint8Array(length);
  }

  /**
   * Sums over all paths that the `allowed` tags (a bit each) permit, and sets `marginals`.
   * Returns the logarithm of the sum.
   */
  run(scores: Float32Array, count: number, allowed?: Int32Array): number {
    this.ensure(count);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const most = this.emit(scores, i, allowed === undefined ? -1 : (allowed[i] ?? -1));
      total += most + Math.log(this.step(i));
    }
    for (let i = count - 1; i >= 0; i--) this.stepBack(i, i === count - 1);
    return total;
  }

  /** Sets the factors of the tags at one token; returns the score that they are relative to. */
  private emit(scores: Float32Array, i: number, mask: number): number {
    const row = i * N;
    let most = -Infinity;
    for (let tag = 0; tag < N; tag++) most = Math.max(most, scores[row + tag] ?? 0);
    for (let tag = 0; tag < N; tag++) {
      const possible = (mask & (1 << tag)) !== 0;
      this.emission[row + tag] = possible ? Math.exp((scores[row + tag] ?? 0) - most) : 0;
    }
    return most;
  }

  /** One token forward; returns the sum that its values were divided by. */
  private step(i: number): number {
    const { forward, emission, factors } = this;
    const row = i * N;
    let sum = 0;
    for (let tag = 0; tag < N; tag++) {
      let reach = 0;
      if (i === 0) reach = factors[START * N + tag] ?? 0;
      else {
        for (let from = 0; from < N; from++) {
          reach += (forward[row - N + from] ?? 0) * (factors[from * N + tag] ?? 0);
        }
      }
      const value = reach * (emission[row + tag] ?? 0);
      forward[row + tag] = value;
      sum += value;
    }
    const scale = sum > 0 ? sum : 1e-300;
    this.scales[i] = scale;
    for (let tag = 0; tag < N; tag++) forward[row + tag] = (forward[row + tag] ?? 0) / scale;
    return scale;
  }

  private stepBack(i: number, last: boolean): void {
    const { forward, backward, emission, factors, marginals } = this;
    const row = i * N;
    const next = row + N;
    const scale = this.scales[i + 1] ?? 1;
    for (let tag = 0; tag < N; tag++) {
      let onward = 1;
      if (!last) {
        onward = 0;
        for (let to = 0; to < N; to++) {
          onward +=
            (factors[tag * N + to] ?? 0) * (emission[next + to] ?? 0) * (backward[next + to] ?? 0);
        }
        onward /= scale;
      }
      backward[row + tag] = onward;
      marginals[row + tag] = (forward[row + tag] ?? 0) * onward;
    }
  }

  /** Adds `sign` × the expected number of each transition of the last `run` to `into`. */
  addTransitions(into: Float64Array, count: number, sign: number): void {
    const { forward, backward, emission, scales, marginals, factors } = this;
    for (let tag = 0; tag < N; tag++) {
      into[START * N + tag] = (into[START * N + tag] ?? 0) + sign * (marginals[tag] ?? 0);
    }
    for (let i = 1; i < count; i++) {
      const scale = sign / (scales[i] ?? 1);
      for (let from = 0; from < N; from++) {
        const before = (forward[(i - 1) * N + from] ?? 0) * scale;
        if (before === 0) continue;
        for (let to = 0; to < N; to++) {
          const at = i * N + to;
          into[from * N + to] =
            (into[from * N + to] ?? 0) +
            before * (factors[from * N + to] ?? 0) * (emission[at] ?? 0) * (backward[at] ?? 0);
        }
      }
    }
  }

  /** For each tag at token `i`, the tag before from which it is reached best: the first of several. */
  private bestStep(i: number, scores: Float32Array): void {
    const { back, forward, steps } = this;
    const row = i * N;
    const before = row - N;
    const leads = this.outsideLeads(before);
    for (let tag = 0; tag < N; tag++) {
      const inside = isInside(tag);
      let from = inside ? tag - 1 : OUTSIDE;
      let most = forward[before + from]! + steps[from * N + tag]!;
      const end = inside ? tag + 1 : leads ? 0 : N;
      for (let other = from + 1; other < end; other++) {
        const value = forward[before + other]! + steps[other * N + tag]!;
        if (value > most) {
          most = value;
          from = other;
        }
      }
      forward[row + tag] = most + scores[row + tag]!;
      back[row + tag] = from;
    }
  }

  /**
   * Whether, at the token whose values begin at `row`, the path outside of names is so far ahead that
   * whatever begins next is reached best from it: so it is nearly everywhere.
   */
  private outsideLeads(row: number): boolean {
    const { forward, leads } = this;
    const outside = forward[row]!;
    for (let tag = 1; tag < N; tag++) if (outside - forward[row + tag]! < leads[tag]!) return false;
    return true;
  }

  /** The likeliest path, written to `tags`. */
  best(scores: Float32Array, count: number, tags: Uint8Array): void {
    this.ensure(count);
    const { back, forward, steps } = this;
    for (let tag = 0; tag < N; tag++) {
      forward[tag] = (steps[START * N + tag] ?? 0) + (scores[tag] ?? 0);
      back[tag] = START;
    }
    for (let i = 1; i < count; i++) this.bestStep(i, scores);
    let tag = 0;
    const last = (count - 1) * N;
    for (let t = 1; t < N; t++) {
      if ((forward[last + t] ?? 0) > (forward[last + tag] ?? 0)) tag = t;
    }
    for (let i = count - 1; i >= 0; i--) {
      tags[i] = tag;
      tag = back[i * N + tag] ?? 0;
    }
  }
}
