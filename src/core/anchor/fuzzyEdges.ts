import { startsWhole } from '../text/boundaries';
import { isBlank, isWordChar } from '../text/chars';
import type { Span } from '../text/span';
import { wordAt } from '../text/words';
import type { Anchor } from './score';

/**
 * A found span brought to the edges of words where the recorded one stood at them. A side that cut a word
 * (a proclitic left out, a tag inside a word) stays where it was found.
 */
export function snapLike(text: string, found: Span, anchor: Anchor): Span {
  const { quote, prefix = '', suffix = '' } = anchor;
  let { start, end } = found;
  if (isWord(quote, 0) && !isWord(prefix, prefix.length - 1)) start = wordStart(text, start, end);
  if (isWord(quote, quote.length - 1) && !isWord(suffix, 0)) end = wordEndNear(text, start, end);
  while (start < end && isBlank(text.charCodeAt(start)) && !isBlank(quote.charCodeAt(0))) start++;
  while (
    end > start &&
    isBlank(text.charCodeAt(end - 1)) &&
    !isBlank(quote.charCodeAt(quote.length - 1))
  )
    end--;
  return { start, end };
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWordChar(text.charCodeAt(at));
}

function wordStart(text: string, at: number, limit: number): number {
  const word = wordAt(text, at);
  if (word !== undefined && word.start < at && at < word.end) {
    // A proclitic may have been written onto the word since.
    if (startsWhole(text, at)) return at;
    return at - word.start <= word.end - at || word.end >= limit
      ? word.start
      : next(text, word.end, limit);
  }
  return isWord(text, at) ? at : next(text, at, limit);
}

/** The first word character from `at` on, or `at` where there is none before the limit. */
function next(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && !isWord(text, i)) i++;
  return i < limit ? i : at;
}

function wordEndNear(text: string, start: number, at: number): number {
  const word = wordAt(text, at);
  if (word !== undefined && word.start < at && at < word.end) {
    if (word.end - at <= at - word.start || word.start <= start) return word.end;
    at = word.start;
  }
  let i = at;
  while (i > start && !isWord(text, i - 1)) i--;
  return i > start ? i : at;
}
