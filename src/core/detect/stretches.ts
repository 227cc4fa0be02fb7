import { sentenceSpans } from '../text/sentences';
import type { Span } from '../text/span';

/**
 * UTF-16 units after which a paragraph is divided, at the end of a sentence and not inside a quotation;
 * and after which it is divided even there, or inside a sentence that does not end.
 */
const LONG = 1_200;
const LONGEST = 2_400;

const OPENERS = '«“';
const CLOSERS = '»”';

/**
 * The stretches in which a line is analysed, together the whole line. An ordinary paragraph is one. A very
 * long one is several, so that an edit in it does not cost the analysis of all of it; where they end depends
 * on the text before them in the line, and on nothing after the blank that follows.
 */
export function stretches(line: string): readonly Span[] {
  if (line.length <= LONGEST) return [{ start: 0, end: line.length }];
  const found: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    found.push({ start, end });
    start = end;
  };
  let quotations = 0;
  let counted = 0;
  for (const sentence of sentenceSpans(line)) {
    for (let cut = cutInside(line, start, sentence.end); cut > 0;) {
      close(cut);
      quotations = 0;
      counted = cut;
      cut = cutInside(line, start, sentence.end);
    }
    quotations = Math.max(0, quotations + balance(line, counted, sentence.end));
    counted = sentence.end;
    if (sentence.end - start < LONG || (quotations > 0 && sentence.end - start < LONGEST)) continue;
    close(sentence.end);
    quotations = 0;
  }
  if (start < line.length) close(line.length);
  return found;
}

/** A blank at which a stretch that would be too long ends; 0 where it would not, or has none. */
function cutInside(line: string, start: number, end: number): number {
  if (end - start <= LONGEST) return 0;
  const before = line.lastIndexOf(' ', start + LONGEST);
  if (before > start) return before;
  const after = line.indexOf(' ', start + LONGEST);
  return after > 0 && after < end ? after : 0;
}

/** Quotation marks that open less those that close. */
function balance(line: string, from: number, to: number): number {
  let open = 0;
  for (let i = from; i < to; i++) {
    const char = line.charAt(i);
    if (OPENERS.includes(char)) open++;
    else if (CLOSERS.includes(char)) open--;
  }
  return open;
}
