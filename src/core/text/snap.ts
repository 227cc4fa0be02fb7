import { isBlank, isSpace } from './chars';
import { segment } from './proclitics';
import { overlaps, touches, type Span } from './span';
import { tokenize } from './tokens';

/**
 * The span that an annotator means by a selection: whole words (an address is one), without the proclitic
 * of the first word, without blanks and punctuation at the edges. An empty span gives the word at the
 * caret, of two the one that starts there. Where there is no word the result is the empty span at the start.
 */
export function snapSpan(text: string, s: Span): Span {
  const start = clamp(s.start, text.length);
  const wanted = { start, end: Math.max(start, clamp(s.end, text.length)) };
  const isCaret = wanted.end === start;
  const words = wordsAround(text, wanted).filter((word) =>
    isCaret ? touches(word, start) : overlaps(word, wanted),
  );
  const last = words.at(-1);
  const first = isCaret ? last : words[0];
  if (first === undefined || last === undefined) return { start, end: start };
  const { stem, stemStart } = segment(text.slice(first.start, first.end));
  // A bare pronoun (به) is nothing that anybody tags: the word then stays whole.
  return { start: first.start + (stem.length > 1 ? stemStart : 0), end: last.end };
}

/** The span without blanks at its edges; empty where nothing else is in it. */
export function trimSpan(text: string, s: Span): Span {
  let start = clamp(s.start, text.length);
  let end = Math.max(start, clamp(s.end, text.length));
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}

/** The words of the stretch from the space before the span to the space after it; none crosses a space. */
function wordsAround(text: string, s: Span): Span[] {
  let from = s.start;
  let to = s.end;
  while (from > 0 && !isSpace(text.charCodeAt(from - 1))) from--;
  while (to < text.length && !isSpace(text.charCodeAt(to))) to++;
  return tokenize(text.slice(from, to))
    .filter((token) => token.kind === 'word' || token.kind === 'number')
    .map((token) => {
      const sign = token.text.startsWith('#') || token.text.startsWith('@') ? 1 : 0;
      return { start: from + token.start + sign, end: from + token.end };
    });
}
