import { TAG_COUNT } from './tags';

/** Marks a slot that is taken, above the bits of the last weight. */
const TAKEN = 1 << 8;

const PRESENT_BITS = 21;

/**
 * Weights by feature hash, a key and its nine weights side by side in four words: a look-up touches one
 * line of the processor's cache, which is most of what reading a text costs.
 */
export class WeightTable {
  private readonly slots: Int32Array;
  /**
   * A bit for the first bits of every key. Most features of a text are in no table: this small one, which
   * stays in the cache, tells of nearly all of them.
   */
  private readonly present = new Int32Array(1 << (PRESENT_BITS - 5));
  private readonly mask: number;

  constructor(keys: Uint32Array, weights: Int8Array) {
    let size = 16;
    while (size < keys.length * 1.5) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 4);
    const { slots, mask } = this;
    for (let i = 0; i < keys.length; i++) {
      const key = (keys[i] ?? 0) | 0;
      const bit = key >>> (32 - PRESENT_BITS);
      this.present[bit >>> 5]! |= 1 << (bit & 31);
      let at = (key & mask) << 2;
      while (slots[at + 3] !== 0) at = (at + 4) & ((mask << 2) | 3);
      const row = i * TAG_COUNT;
      slots[at] = key;
      slots[at + 1] = packed(weights, row);
      slots[at + 2] = packed(weights, row + 4);
      slots[at + 3] = ((weights[row + 8] ?? 0) & 0xff) | TAKEN;
    }
  }

  /** Adds the weights of the first `count` hashes to the nine numbers of `sums` from `row` on. */
  add(hashes: Int32Array, count: number, sums: Int32Array, row: number): void {
    const { slots, mask, present } = this;
    const wrap = (mask << 2) | 3;
    let [s0, s1, s2, s3, s4, s5, s6, s7, s8] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let f = 0; f < count; f++) {
      const key = hashes[f]!;
      const bit = key >>> (32 - PRESENT_BITS);
      if ((present[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
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
    sums[row]! += s0;
    sums[row + 1]! += s1;
    sums[row + 2]! += s2;
    sums[row + 3]! += s3;
    sums[row + 4]! += s4;
    sums[row + 5]! += s5;
    sums[row + 6]! += s6;
    sums[row + 7]! += s7;
    sums[row + 8]! += s8;
  }
}

/** Four weights in a word, the first in its lowest byte. */
function packed(weights: Int8Array, at: number): number {
  const byte = (i: number): number => (weights[at + i] ?? 0) & 0xff;
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
}
