import { TAG_COUNT } from './tags';

/** Marks a slot that is taken, above the bits of the last weight. */
const TAKEN = 1 << 8;

/**
 * Weights by feature hash, a key and its nine weights side by side in four words: a look-up touches one
 * line of the processor's cache, which is most of what reading a text costs.
 */
export class WeightTable {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(keys: Uint32Array, weights: Int8Array) {
    let size = 16;
    while (size < keys.length * 1.5) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 4);
    const { slots, mask } = this;
    for (let i = 0; i < keys.length; i++) {
      const key = (keys[i] ?? 0) | 0;
      let at = (key & mask) << 2;
      while (slots[at + 3] !== 0) at = (at + 4) & ((mask << 2) | 3);
      const row = i * TAG_COUNT;
      slots[at] = key;
      slots[at + 1] = packed(weights, row);
      slots[at + 2] = packed(weights, row + 4);
      slots[at + 3] = ((weights[row + 8] ?? 0) & 0xff) | TAKEN;
    }
  }

  /** Sums the weights of `hashes[from]` up to, not including, `hashes[to]`; times `scale` into `scores`. */
  sum(
    hashes: Int32Array,
    from: number,
    to: number,
    scale: number,
    scores: Float32Array,
    row: number,
  ): void {
    const { slots, mask } = this;
    const wrap = (mask << 2) | 3;
    let [s0, s1, s2, s3, s4, s5, s6, s7, s8] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let f = from; f < to; f++) {
      const key = hashes[f]!;
      let at = (key & mask) << 2;
      let last = slots[at + 3]!;
      while (last !== 0 && slots[at] !== key) {
        at = (at + 4) & wrap;
        last = slots[at + 3]!;
      }
      if (last === 0) continue;
      const a = slots[at + 1]!;
      const b = slots[at + 2]!;
      s0 += (a << 24) >> 24;
      s1 += (a << 16) >> 24;
      s2 += (a << 8) >> 24;
      s3 += a >> 24;
      s4 += (b << 24) >> 24;
      s5 += (b << 16) >> 24;
      s6 += (b << 8) >> 24;
      s7 += b >> 24;
      s8 += (last << 24) >> 24;
    }
    scores[row] = s0 * scale;
    scores[row + 1] = s1 * scale;
    scores[row + 2] = s2 * scale;
    scores[row + 3] = s3 * scale;
    scores[row + 4] = s4 * scale;
    scores[row + 5] = s5 * scale;
    scores[row + 6] = s6 * scale;
    scores[row + 7] = s7 * scale;
    scores[row + 8] = s8 * scale;
  }
}

/** Four weights in a word, the first in its lowest byte. */
function packed(weights: Int8Array, at: number): number {
  const byte = (i: number): number => (weights[at + i] ?? 0) & 0xff;
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
}
