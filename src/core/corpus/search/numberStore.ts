/** Numbers in one piece of memory: 1 MB. */
const PIECE = 2 ** 18;

/**
 * Room for many short rows of numbers in few pieces of memory. An array for each row would be a piece of
 * its own, and a hundred thousand of them make every clean-up of memory stand still for as long as it takes
 * to look at them all.
 */
export class NumberStore {
  private piece = new Uint32Array(0);
  private used = 0;

  /** A row of zeros, which is never taken back. */
  take(length: number): Uint32Array {
    if (length > PIECE) return new Uint32Array(length);
    if (this.used + length > this.piece.length) {
      this.piece = new Uint32Array(PIECE);
      this.used = 0;
    }
    this.used += length;
    return this.piece.subarray(this.used - length, this.used);
  }
}
