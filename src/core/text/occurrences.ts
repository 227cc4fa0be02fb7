import { CharClass, classAt, classBefore } from './chars';
import { normalizedView } from './normalize';
import { segmentationCandidates } from './proclitics';
import type { Span } from './span';

/** Only what spelling leaves open: marks and stretching. أ and ا, ة and ه stay different words. */
const OPTIONS = { alef: false, ya: false, ta: false, digits: false, quotes: false, case: false };

/**
 * Every place where the words of `quote` stand as whole words, in text order, never overlapping. A
 * proclitic written onto the first word is allowed and left out; tashkeel, tatweel and the width of blanks
 * make no difference. An empty quote stands nowhere.
 */
export function occurrences(text: string, quote: string): Span[] {
  const needle = normalizedView(quote, OPTIONS).text.trim();
  if (needle === '') return [];
  const view = normalizedView(text, OPTIONS);
  const found: Span[] = [];
  let at = view.text.indexOf(needle);
  while (at !== -1) {
    const end = at + needle.length;
    const whole =
      endsWord(view.text, end) && (startsAtWord(view.text, at) || followsProclitic(view.text, at));
    if (whole) found.push(view.originalSpan({ start: at, end }));
    at = view.text.indexOf(needle, whole ? end : at + 1);
  }
  return found;
}

function inWord(kind: CharClass): boolean {
  return kind >= CharClass.letter && kind <= CharClass.mark;
}

function startsAtWord(text: string, at: number): boolean {
  return !inWord(classBefore(text, at)) || !inWord(classAt(text, at));
}

function endsWord(text: string, end: number): boolean {
  return !inWord(classAt(text, end)) || !inWord(classBefore(text, end));
}

/** Whether what stands before `at` in the same word can be its proclitics. */
function followsProclitic(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 3 && inWord(classBefore(text, start))) start--;
  if (inWord(classBefore(text, start))) return false;
  const word = text.slice(start, at + 2);
  return segmentationCandidates(word).some((candidate) => candidate.stemStart === at - start);
}
