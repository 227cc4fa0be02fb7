import type { FileEntry } from './manifest';

/** Numbers of 32 bits in a SHA-256, and their digits. */
const NUMBERS = 8;
const DIGITS = 8;

/**
 * The files of an export, in the order in which they were written. Of a large corpus there are hundreds of
 * thousands, so that checksums are kept as numbers: as text they would take more memory than all the rest.
 */
export class FileList implements Iterable<FileEntry> {
  private readonly paths = new Set<string>();
  private readonly sizes: number[] = [];
  private checksums = new Uint32Array(64 * NUMBERS);

  get size(): number {
    return this.paths.size;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** `path` is in no entry so far. */
  add({ path, bytes, sha256 }: FileEntry): void {
    const from = this.size * NUMBERS;
    if (from === this.checksums.length) {
      const larger = new Uint32Array(2 * from);
      larger.set(this.checksums);
      this.checksums = larger;
    }
    for (let i = 0; i < NUMBERS; i++) {
      this.checksums[from + i] = parseInt(sha256.slice(i * DIGITS, (i + 1) * DIGITS), 16);
    }
    this.paths.add(path);
    this.sizes.push(bytes);
  }

  *[Symbol.iterator](): Generator<FileEntry> {
    let at = 0;
    for (const path of this.paths) {
      const numbers = this.checksums.subarray(at * NUMBERS, (at + 1) * NUMBERS);
      const digits = Array.from(numbers, (number) => number.toString(16).padStart(DIGITS, '0'));
      yield { path, bytes: this.sizes[at] ?? 0, sha256: digits.join('') };
      at += 1;
    }
  }
}
