import { fold, normalizedView } from '../text/normalize';
import { segmentationCandidates } from '../text/proclitics';
import { overlaps, type Span } from '../text/span';
import { wordSpans } from '../text/words';
import { similarity } from './fuzzyAlign';
import { sameEdges } from './fuzzyEdges';

/** Words less alike than this are others. */
const LEAST_LIKE = 0.7;
/** Words that are not alike at all count as so many characters further away. */
const UNLIKENESS = 60;
/** The second place must be twice as far, and so much further still. */
const MARGIN = 8;
/** How far from where they should be the words may stand: what an edit or two make, more the further off. */
const REACH = 12;
const DRIFT = 0.25;
/** Tashkeel at most doubles a text's length, long blanks aside. */
const STRETCH = 3;

/** A place that is known, and how far from it something stood when it was recorded. */
export interface Landmark {
  readonly at: number;
  /** In characters of the text that was recorded, negative before the landmark. */
  readonly distance: number;
  /** Share of those characters that the normalised text keeps, as far as is known; 1 without tashkeel. */
  readonly density: number;
}

/**
 * The words of a quote, whole and perhaps spelled otherwise, where they should stand by a landmark, or
 * near there. Undefined where there are none, or others about as near: for words of which no context is
 * recorded. Distances are those of the normalised text, in which marks and stretching do not count.
 */
export function nearestAlike(text: string, quote: string, landmark: Landmark): Span | undefined {
  const folded = fold(quote);
  const count = wordSpans(folded).length;
  if (count === 0) return undefined;
  const { at, distance, density } = landmark;
  const room = Math.abs(distance) * STRETCH + quote.length * STRETCH + 200;
  const from = Math.max(0, at - room);
  const view = normalizedView(text.slice(from, at + room));
  const expected = view.normalizedOffset(at - from) + Math.round(distance * density);
  const reach = REACH + DRIFT * Math.abs(distance);
  const best = nearest(placesOf(view.text, folded, count), expected, reach);
  if (best === undefined) return undefined;
  const { start, end } = view.originalSpan(best);
  return { start: from + start, end: from + end };
}

interface Alike extends Span {
  readonly alike: number;
}

function nearest(places: readonly Alike[], expected: number, reach: number): Span | undefined {
  const cost = ({ start, alike }: Alike): number =>
    Math.abs(start - expected) + UNLIKENESS * (1 - alike);
  const [best, ...others] = [...places].sort((a, b) => cost(a) - cost(b));
  if (best === undefined || Math.abs(best.start - expected) > reach) return undefined;
  const second = others.find((other) => !overlaps(other, best));
  return second !== undefined && cost(second) < 2 * cost(best) + MARGIN ? undefined : best;
}

/** Where about so many words of the normalised text are like the normalised quote. */
function placesOf(text: string, quote: string, count: number): Alike[] {
  const words = wordSpans(text);
  const found: Alike[] = [];
  for (const [index, word] of words.entries()) {
    // A word may have been put in or taken out.
    for (const last of words.slice(index + Math.max(0, count - 2), index + count + 1)) {
      if (Math.abs(last.end - word.start - quote.length) > quote.length / 2) continue;
      for (const start of startsOf(text, word)) {
        const alike = similarity(quote, text.slice(start, last.end));
        const whole = { start, end: last.end };
        if (alike >= LEAST_LIKE && sameEdges(text.slice(start, last.end), quote))
          found.push({ ...whole, alike });
      }
    }
  }
  return found;
}

/** Where a word begins, and where it may begin without its proclitics. */
function startsOf(text: string, word: Span): number[] {
  const cuts = segmentationCandidates(text.slice(word.start, word.end));
  return [...new Set([word.start, ...cuts.map(({ stemStart }) => word.start + stemStart)])];
}
