import type { Span } from './span';

const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * Converts offsets of one text between UTF-16 code units (in memory) and code points (on disk and in
 * exports). A lone surrogate counts as one code point, as Python counts it. A UTF-16 offset inside a
 * pair maps to that pair's own code point. This is the only place where the two units meet.
 */
export class OffsetUnits {
  /** UTF-16 offset of the first half of every surrogate pair, ascending. */
  private readonly pairs: readonly number[];

  constructor(private readonly text: string) {
    const pairs: number[] = [];
    for (const match of text.matchAll(SURROGATE_PAIR)) pairs.push(match.index);
    this.pairs = pairs;
  }

  /** Length of the text in code points. */
  get codePointLength(): number {
    return this.text.length - this.pairs.length;
  }

  /** Whether both units count the same in this text, as in most Arabic. */
  get areEqual(): boolean {
    return this.pairs.length === 0;
  }

  toCodePoint(utf16: number): number {
    return utf16 - countBelow(this.pairs, utf16);
  }

  toUtf16(codePoint: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] ?? 0) - middle < codePoint) low = middle + 1;
      else high = middle;
    }
    return codePoint + low;
  }

  spanToCodePoints(s: Span): Span {
    return { start: this.toCodePoint(s.start), end: this.toCodePoint(s.end) };
  }

  spanToUtf16(s: Span): Span {
    return { start: this.toUtf16(s.start), end: this.toUtf16(s.end) };
  }
}

/** How many of the ascending values are smaller than `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
