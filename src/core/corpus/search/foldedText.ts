import { normalizedView, type NormalizedView } from '../../text/normalize';
import type { Span } from '../../text/span';
import { wordSpans } from '../../text/words';

/**
 * A text as search sees it: its words folded, without tashkeel and tatweel, with one alef, one ya, one ha
 * and Western digits. Words have numbers from 0 on; every answer is in offsets of the original text.
 */
export class FoldedText {
  private readonly view: NormalizedView;
  private readonly spans: readonly Span[];

  constructor(readonly original: string) {
    this.view = normalizedView(original);
    this.spans = wordSpans(this.view.text);
  }

  get length(): number {
    return this.spans.length;
  }

  word(at: number): string {
    const { start, end } = this.spans[at] ?? NOWHERE;
    return this.view.text.slice(start, end);
  }

  /** The words as they stand folded, `count` of them from `at` on, with a blank between. */
  words(at: number, count: number): string {
    return Array.from({ length: count }, (_, i) => this.word(at + i)).join(' ');
  }

  /** Where the words stand in the original. */
  place(at: number, count = 1): Span {
    const first = this.spans[at] ?? NOWHERE;
    const last = this.spans[at + count - 1] ?? first;
    return this.view.originalSpan({ start: first.start, end: last.end });
  }

  /** The words that share a letter with the original span: the first, and how many. */
  wordsOf(s: Span): { readonly first: number; readonly count: number } {
    const first = this.countBefore((word) => word.end, this.view.normalizedOffset(s.start) + 1);
    const after = this.countBefore((word) => word.start, this.view.normalizedOffset(s.end));
    return { first, count: Math.max(0, after - first) };
  }

  /** How many words have an edge before the folded offset `limit`. */
  private countBefore(edge: (word: Span) => number, limit: number): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edge(this.spans[middle] ?? NOWHERE) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NOWHERE: Span = { start: 0, end: 0 };
