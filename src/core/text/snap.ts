import { CharClass, classAt, classBefore, isBlank, isHighSurrogate, isSpace } from './chars';
import { segment } from './proclitics';
import type { Span } from './span';
import { tokenize } from './tokens';

/**
 * The span that an annotator means by a selection: whole words (an address is one), without the proclitic
 * of the first word, without blanks and punctuation at the edges. An empty span gives the word at the
 * caret. Where there is no word the result is the empty span at the start.
 */
export function snapSpan(text: string, s: Span): Span {
  const from = clamp(s.start, text.length);
  const none = { start: from, end: from };
  const inside = s.end > s.start ? trimEdges(text, s) : none;
  if (s.end > s.start && inside.end <= inside.start) return none;
  const first = wordToken(text, inside.start);
  const last = inside.end > inside.start ? wordToken(text, inside.end, inside.end) : first;
  if (first === undefined || last === undefined) return none;
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

/** Without blanks, punctuation and symbols at the edges. */
function trimEdges(text: string, s: Span): Span {
  let start = clamp(s.start, text.length);
  let end = clamp(s.end, text.length);
  while (start < end && !inWord(classAt(text, start))) {
    const pair = isHighSurrogate(text.charCodeAt(start)) && (text.codePointAt(start) ?? 0) > 0xffff;
    start += pair ? 2 : 1;
  }
  while (end > start && !inWord(classBefore(text, end))) end--;
  return { start, end: Math.max(start, end) };
}

function inWord(kind: CharClass): boolean {
  return kind >= CharClass.letter && kind <= CharClass.mark;
}

/**
 * The word that touches `offset`, of two the one that starts there, or the one that starts before
 * `startsBefore`. Tokens are read from the stretch between two spaces, which none of them crosses.
 */
function wordToken(text: string, offset: number, startsBefore = Infinity): Span | undefined {
  let from = offset;
  let to = offset;
  while (from > 0 && !isSpace(text.charCodeAt(from - 1))) from--;
  while (to < text.length && !isSpace(text.charCodeAt(to))) to++;
  let found: Span | undefined;
  for (const token of tokenize(text.slice(from, to))) {
    if (token.kind !== 'word' && token.kind !== 'number') continue;
    const sign = token.text.startsWith('#') || token.text.startsWith('@') ? 1 : 0;
    const word = { start: from + token.start + sign, end: from + token.end };
    const starts = from + token.start;
    if (starts <= offset && starts < startsBefore && word.end >= offset) found = word;
  }
  return found;
}
