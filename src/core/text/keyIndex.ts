/** Finds 32-bit keys in a rising list: a directory by their first bits leads to the few that share them. */
export class KeyIndex {
  private readonly first: Uint32Array;
  private readonly shift: number;

  constructor(private readonly keys: Uint32Array) {
    let bits = 4;
    while (bits < 20 && 1 << bits < keys.length) bits++;
    this.shift = 32 - bits;
    this.first = new Uint32Array((1 << bits) + 1);
    let slot = 0;
    for (let i = 0; i < keys.length; i++) {
      const own = (keys[i] ?? 0) >>> this.shift;
      while (slot <= own) this.first[slot++] = i;
    }
    while (slot < this.first.length) this.first[slot++] = keys.length;
  }

  /** Place of the key in the list; −1 where it is not there. */
  find(hash: number): number {
    const { keys, first, shift } = this;
    const key = hash >>> 0;
    const slot = key >>> shift;
    const end = first[slot + 1] ?? 0;
    for (let i = first[slot] ?? 0; i < end; i++) if (keys[i] === key) return i;
    return -1;
  }
}
