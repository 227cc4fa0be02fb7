import { CharClass, classBefore, isBlank, unitClass } from './chars';
import type { Span } from './span';

/** Short forms that a name follows, so that their full stop ends no sentence: doctor, engineer, page … */
const ABBREVIATIONS = new Set(
  'د أ م ا ص ج ت ط ع س ش ر ل ق هـ ه أ.د أ.م ا.د د.م ص.ب ق.م Dr Mr Mrs Ms Prof St Gen Col Lt Sen Rep vs No Jr Sr'.split(
    ' ',
  ),
);
const CLOSERS = new Set('»”’"\')]}›');
const TERMINATORS = new Set('.؟!?…۔');

/**
 * Sentences in text order, without the blanks around them. A sentence ends at a line end, or after
 * `. ؟ ! ? …` with the quotation marks and brackets that close there; not after an abbreviation such as
 * `د.`, an initial, or inside a number, an address or a Latin name. A quotation of several sentences splits.
 */
export function sentenceSpans(text: string, within?: Span): Span[] {
  const limit = Math.min(within?.end ?? text.length, text.length);
  const sentences: Span[] = [];
  let start = Math.max(0, within?.start ?? 0);
  let i = start;
  const close = (end: number): void => {
    const s = trimBlank(text, start, end);
    if (s.end > s.start) sentences.push(s);
    start = end;
  };
  while (i < limit) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) {
      close(i);
      i++;
    } else if (isTerminator(unit)) {
      const end = terminatorEnd(text, i, limit);
      if (endsSentence(text, start, i, end, limit)) close(end);
      i = end;
    } else i++;
  }
  close(limit);
  return sentences;
}

function isTerminator(unit: number): boolean {
  return (
    unit === 0x2e ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x061f ||
    unit === 0x2026 ||
    unit === 0x06d4
  );
}

/** Past the run of terminators and what closes with it: `؟!»`, `…"`, `.)`, and `. »` with its blank. */
function terminatorEnd(text: string, at: number, limit: number): number {
  let i = at + 1;
  while (i < limit) {
    if (TERMINATORS.has(text.charAt(i)) || closes(text, i, limit)) i++;
    else if (isThinBlank(text.charCodeAt(i)) && i + 1 < limit && '»”'.includes(text.charAt(i + 1)))
      i += 2;
    else break;
  }
  return i;
}

function isThinBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x202f;
}

/** A straight quotation mark closes only where a blank, punctuation or the end follows; it may open. */
function closes(text: string, at: number, limit: number): boolean {
  if (!CLOSERS.has(text.charAt(at))) return false;
  const char = text.charAt(at);
  if (char !== '"' && char !== "'") return true;
  return at + 1 >= limit || !isWordStart(text.charCodeAt(at + 1));
}

function isWordStart(unit: number): boolean {
  const kind = unitClass(unit);
  return kind >= CharClass.letter && kind <= CharClass.number;
}

function endsSentence(
  text: string,
  start: number,
  at: number,
  end: number,
  limit: number,
): boolean {
  if (end >= limit) return true;
  if (continues(text, end)) return false;
  if (text.charCodeAt(at) !== 0x2e || end - at > 1) return true;
  const before = classBefore(text, at);
  if (before === CharClass.digit) return !isListNumber(text, start, at);
  const word = wordBefore(text, start, at);
  if (!ABBREVIATIONS.has(word) && !/^(?:[A-Z]|[A-Z](?:\.[A-Z])+)$/.test(word)) return true;
  // `2023 م.` and `1445 هـ.` are years, after which a sentence may well end.
  return classBefore(text, at - word.length - 1) === CharClass.digit;
}

/** Whether the sentence goes on right after the terminator: a word without a blank, or a comma. */
function continues(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isWordStart(unit)) {
    // Arabic text often lacks the blank after a full stop; `أ.د` and `example.org` are one word.
    if (unitClass(unit) !== CharClass.letter) return true;
    return text.charAt(at - 1) === '.' && startsShortForm(text, at - 1);
  }
  return unit === 0x060c || unit === 0x2c || unit === 0x061b || unit === 0x3b || unit === 0x3a;
}

/** Whether a single letter stands before the full stop, as in `أ.د` and `ص.ب`. */
function startsShortForm(text: string, at: number): boolean {
  return !isWordStart(text.charCodeAt(at - 2)) && isWordStart(text.charCodeAt(at - 1));
}

/** `1.` at the start of a line or sentence numbers a list. */
function isListNumber(text: string, start: number, at: number): boolean {
  for (let i = at - 1; i >= start; i--) {
    const kind = unitClass(text.charCodeAt(i));
    if (kind === CharClass.digit) continue;
    return kind === CharClass.space && text.slice(start, i).trim() === '';
  }
  return true;
}

/** The word that ends at `at`, dots inside included, without the marks and brackets before it. */
function wordBefore(text: string, start: number, at: number): string {
  let i = at;
  while (i > start && at - i < 8) {
    const unit = text.charCodeAt(i - 1);
    if (
      unitClass(unit) === CharClass.space ||
      (unitClass(unit) === CharClass.punctuation && unit !== 0x2e)
    )
      break;
    i--;
  }
  return at - i >= 8 ? ' ' : text.slice(i, at);
}

function trimBlank(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}
