import { CharClass, classBefore, isBlank, unitClass } from './chars';
import type { Span } from './span';

/** Written short forms after which a full stop ends no sentence: doctor, professor, engineer, kilometre … */
const ABBREVIATIONS = new Set([
  ...[
    'د',
    'أ',
    'م',
    'ص',
    'ج',
    'هـ',
    'ه',
    'ق',
    'ت',
    'ط',
    'ع',
    'س',
    'ش',
    'ر',
    'ل',
    'ب',
    'ف',
    'ك',
    'ن',
    'و',
    'ي',
    'ا',
  ],
  ...['كم', 'كلم', 'سم', 'مم', 'كغ', 'كج', 'أ.د', 'أ.م', 'ص.ب', 'ق.م', 'إلخ', 'الخ'],
  ...['Dr', 'Mr', 'Mrs', 'Ms', 'Prof', 'St', 'Inc', 'Ltd', 'Co', 'vs', 'No', 'Jr', 'Sr'],
]);
/** Of these, the ones that may well end a sentence too; they do where the line ends. */
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

/** Past the run of terminators and what closes with it: `؟!»`, `…"`, `.)`. */
function terminatorEnd(text: string, at: number, limit: number): number {
  let i = at + 1;
  while (i < limit && (TERMINATORS.has(text.charAt(i)) || closes(text, i, limit))) i++;
  return i;
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
  if (text.charCodeAt(at) !== 0x2e) {
    // `…` and `!` inside a sentence are followed by its next word at once or by a comma.
    return end >= limit || !continues(text, end);
  }
  if (end - at > 1) return end >= limit || !continues(text, end);
  if (end < limit && continues(text, end)) return false;
  const before = classBefore(text, at);
  if (before === CharClass.digit) return !isListNumber(text, start, at);
  const word = wordBefore(text, start, at);
  if (word === '') return start < at && before !== CharClass.space;
  if (end >= limit || text.charCodeAt(end) === 0x0a) return true;
  return !ABBREVIATIONS.has(word) && !/^[A-Z]$/.test(word);
}

/** Whether the sentence goes on right after the terminator: a word without a blank, or a comma. */
function continues(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isWordStart(unit)) return unitClass(unit) !== CharClass.letter || text.charAt(at - 1) === '.';
  return unit === 0x060c || unit === 0x2c || unit === 0x061b || unit === 0x3b || unit === 0x3a;
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
