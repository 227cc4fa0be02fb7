import { startsWhole } from '../text/boundaries';
import { isBlank, isWordChar } from '../text/chars';
import { fold } from '../text/normalize';
import type { Span } from '../text/span';
import { wordAt, wordSpans } from '../text/words';
import { similarity } from './fuzzyAlign';
import type { Anchor } from './score';

/** So many characters right beside an edge prove it. */
const BESIDE = 8;
/** First or last words less alike than this are others. */
const LEAST_LIKE = 0.6;
/** A word of so many letters is known again where it was joined to its neighbour. */
const KNOWN_JOINED = 4;

/**
 * A found span brought to the edges of words where the recorded one stood at them. A side that cut a word
 * (a proclitic left out, a tag inside a word) stays where it was found.
 */
export function snapLike(text: string, found: Span, anchor: Anchor): Span {
  const { quote, prefix = '', suffix = '' } = anchor;
  let { start, end } = found;
  if (isWord(quote, 0) && !isWord(prefix, prefix.length - 1))
    start = wordStart(text, start, end, quote);
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

/**
 * The span without a word that was put in between the quote's first or last word and what stood beside it,
 * where the quote begins or ends with that word and not with a mark.
 */
export function withoutAdded(text: string, s: Span, quote: string): Span {
  const found = wordSpans(text.slice(s.start, s.end));
  const wanted = wordsOf(quote);
  const is = (word: Span | undefined, other: string | undefined): boolean =>
    word !== undefined && fold(text.slice(s.start + word.start, s.start + word.end)) === other;
  const second = found[1];
  const lastButOne = found.at(-2);
  const startsLater = isWord(quote, 0) && is(second, wanted[0]) && !is(found[0], wanted[0]);
  const endsSooner =
    isWord(quote, quote.length - 1) &&
    is(lastButOne, wanted.at(-1)) &&
    !is(found.at(-1), wanted.at(-1));
  return {
    start: startsLater ? s.start + (second?.start ?? 0) : s.start,
    end: endsSooner ? s.start + (lastButOne?.end ?? 0) : s.end,
  };
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWordChar(text.charCodeAt(at));
}

function wordStart(text: string, at: number, limit: number, quote: string): number {
  const word = wordAt(text, at);
  if (word !== undefined && word.start < at && at < word.end) {
    // A proclitic may have been written onto the word since.
    if (startsWhole(text, at) && begins(text.slice(at, word.end), quote)) return at;
    return at - word.start <= word.end - at || word.end >= limit
      ? word.start
      : next(text, word.end, limit);
  }
  return isWord(text, at) ? at : next(text, at, limit);
}

/** Whether the first two letters are the same. */
function begins(word: string, quote: string): boolean {
  return fold(word).slice(0, 2) === fold(quote).slice(0, 2);
}

/**
 * Whether nobody can doubt where the span begins and ends: its first and last words are like those of the
 * quote or joined inside the span to the next one, or what is recorded right beside them stands there.
 * Inside a word the latter proves nothing: the «و» of another word may be its own first letter.
 */
export function edgesFit(
  text: string,
  s: Span,
  { quote, prefix = '', suffix = '' }: Anchor,
): boolean {
  const found = wordsOf(text.slice(s.start, s.end));
  const wanted = wordsOf(quote);
  const beside = (recorded: string, there: string, next: number): boolean =>
    recorded.length === BESIDE && fold(recorded) === fold(there) && !isWord(recorded, next);
  const before = text.slice(Math.max(0, s.start - BESIDE), s.start);
  return (
    (alike(found[0], wanted[0]) ||
      isJoined('startsWith', found[0], wanted[0]) ||
      beside(prefix.slice(-BESIDE), before, BESIDE - 1)) &&
    (alike(found.at(-1), wanted.at(-1)) ||
      isJoined('endsWith', found.at(-1), wanted.at(-1)) ||
      beside(suffix.slice(0, BESIDE), text.slice(s.end, s.end + BESIDE), 0))
  );
}

/** Whether two texts begin with words that are alike, and end so. */
export function sameEdges(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  return alike(left[0], right[0]) && alike(left.at(-1), right.at(-1));
}

function wordsOf(text: string): string[] {
  return wordSpans(text).map(({ start, end }) => fold(text.slice(start, end)));
}

function alike(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return similarity(a, b) >= LEAST_LIKE;
}

/** Whether a word is the one looked for with another written onto its far side, as where a blank was lost. */
function isJoined(
  side: 'startsWith' | 'endsWith',
  found: string | undefined,
  wanted: string | undefined,
): boolean {
  return wanted !== undefined && wanted.length >= KNOWN_JOINED && found?.[side](wanted) === true;
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
