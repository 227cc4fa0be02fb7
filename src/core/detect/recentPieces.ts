import { hashText } from '../text/hashing';

/** A value that is kept by letters of its own. */
interface Lettered {
  readonly text: string;
}

/**
 * What was met lately, by the letters of a piece of text, which need not be cut out to be looked up: up to
 * twice `size` values. Those that nobody asked for while as many others came go together.
 */
export class RecentPieces<V extends Lettered> {
  /** Made when there is something to keep. */
  private young: Generation<V> | undefined;
  private old: Generation<V> | undefined;

  /** `size` is a power of two. */
  constructor(private readonly size: number) {}

  /** The value whose letters stand from `start` up to, not including, `end`, UTF-16 offsets. */
  get(text: string, start: number, end: number): V | undefined {
    const hash = hashText(text, start, end);
    const value = this.young?.find(hash, text, start, end);
    if (value !== undefined) return value;
    const kept = this.old?.find(hash, text, start, end);
    if (kept !== undefined) this.keep(hash, kept);
    return kept;
  }

  set(value: V): void {
    this.keep(hashText(value.text), value);
  }

  private keep(hash: number, value: V): void {
    if (this.young !== undefined && this.young.count >= this.size) {
      const emptied = this.old;
      emptied?.clear();
      this.old = this.young;
      this.young = emptied;
    }
    this.young ??= new Generation(this.size);
    this.young.put(hash, value);
  }
}

/** Furthest from its first slot that a value may lie: texts made to collide lose values, and no time. */
const FURTHEST = 16;

/** An open hash table that may lose values. */
class Generation<V extends Lettered> {
  count = 0;
  private readonly hashes: Int32Array;
  private readonly values: (V | undefined)[];
  private readonly mask: number;

  /** For `size` values, a power of two. */
  constructor(size: number) {
    this.mask = 2 * size - 1;
    this.hashes = new Int32Array(2 * size);
    this.values = new Array<V | undefined>(2 * size).fill(undefined);
  }

  find(hash: number, text: string, start: number, end: number): V | undefined {
    const { hashes, values, mask } = this;
    for (let step = 0; step < FURTHEST; step++) {
      const at = (hash + step) & mask;
      const value = values[at];
      if (value === undefined) return undefined;
      if (hashes[at] === hash && stands(value.text, text, start, end)) return value;
    }
    return undefined;
  }

  put(hash: number, value: V): void {
    let at = hash & this.mask;
    for (let step = 1; step < FURTHEST && this.values[at] !== undefined; step++) {
      at = (hash + step) & this.mask;
    }
    if (this.values[at] === undefined) this.count++;
    this.hashes[at] = hash;
    this.values[at] = value;
  }

  clear(): void {
    this.values.fill(undefined);
    this.count = 0;
  }
}

/** Whether the letters are those from `start` to `end`. */
function stands(letters: string, text: string, start: number, end: number): boolean {
  if (letters.length !== end - start) return false;
  for (let i = 0; i < letters.length; i++) {
    if (letters.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}
