import { CharClass, classAt, classBefore, isBlank, isHighSurrogate } from './chars';
import { segment } from './proclitics';
import type { Span } from './span';
import { wordAt } from './words';

/**
 * The span that an annotator means by a selection: whole words, without the proclitic of the first word,
 * without blanks and punctuation at the edges. An empty span gives the word at the caret. Where there is no
 * word the result is the empty span at the start.
 */
export function snapSpan(text: string, s: Span): Span {
  const inside = s.end > s.start ? trimEdges(text, s) : s;
  if (s.end > s.start && inside.end <= inside.start) return { start: s.start, end: s.start };
  const first = wordAt(text, inside.start);
  const last = inside.end > inside.start ? wordBefore(text, inside.end) : first;
  if (first === undefined || last === undefined) return { start: s.start, end: s.start };
  const { stem, stemStart } = segment(text.slice(first.start, first.end));
  // A bare pronoun (به) is nothing that anybody tags: the word then stays whole.
  return { start: first.start + (stem.length > 1 ? stemStart : 0), end: last.end };
}

/** The span without blanks at its edges, never cutting a surrogate pair; empty where nothing else is in it. */
export function trimSpan(text: string, s: Span): Span {
  let start = Math.max(0, s.start);
  let end = Math.min(text.length, s.end);
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Without blanks, punctuation and symbols at the edges. */
function trimEdges(text: string, s: Span): Span {
  let start = Math.max(0, s.start);
  let end = Math.min(text.length, s.end);
  while (start < end && !inWord(classAt(text, start))) {
    start +=
      isHighSurrogate(text.charCodeAt(start)) && (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
  }
  while (end > start && !inWord(classBefore(text, end))) end--;
  return { start, end: Math.max(start, end) };
}

function inWord(kind: CharClass): boolean {
  return kind >= CharClass.letter && kind <= CharClass.mark;
}

/** The word that holds the character before `end`. */
function wordBefore(text: string, end: number): Span | undefined {
  const word = wordAt(text, end);
  if (word !== undefined && word.start < end) return word;
  return wordAt(text, end - 1);
}
