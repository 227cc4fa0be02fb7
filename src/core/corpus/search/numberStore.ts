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

  /** Keeps a row for good: the piece of memory where it is, and where it begins there. */
  keep(row: readonly number[]): { readonly piece: Uint32Array; readonly from: number } {
    const { length } = row;
    if (length > PIECE) return { piece: Uint32Array.from(row), from: 0 };
    if (this.used + length > this.piece.length) {
      this.piece = new Uint32Array(PIECE);
      this.used = 0;
    }
    const from = this.used;
    this.piece.set(row, from);
    this.used += length;
    return { piece: this.piece, from };
  }
}
