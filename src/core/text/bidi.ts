import { CharClass, classAt, isArabicLetter } from './chars';

const FSI = '\u2068';
const PDI = '\u2069';

/** What sets a run apart that is laid out from right to left; for texts whose own isolates are to stay. */
export const RTL_ISOLATE = { open: '\u2067', close: PDI } as const;

/** Source of a pattern for one bidi control: marks, embeddings, overrides, isolates. */
export const BIDI_CONTROL_PATTERN = '[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]';

const CONTROLS = new RegExp(BIDI_CONTROL_PATTERN, 'g');
const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The text as one unit that takes its direction from its first strong letter and disturbs nothing around
 * it. Controls inside are dropped, so that an unbalanced one cannot escape.
 */
export function isolate(text: string): string {
  return FSI + plainLetters(text) + PDI;
}

/** The same, always laid out from right to left. */
export function isolateRtl(text: string): string {
  return RTL_ISOLATE.open + plainLetters(text) + RTL_ISOLATE.close;
}

/**
 * Text of files as letters only. Besides direction controls, `[text](address)` and `$(name)` lose their
 * meaning: editors make links, commands among them, and icons of these in messages and lists. A word
 * joiner, which nobody sees, stands between the two.
 */
export function plainLetters(text: string): string {
  return stripBidiControls(text).replace(/[\]$](?=\()/g, '$&\u2060');
}

export function stripBidiControls(text: string): string {
  return text.replace(CONTROLS, '');
}

export interface BidiControl {
  readonly offset: number;
  readonly char: string;
}

/** Every bidi control in text order; in an article they can make words appear in another place. */
export function bidiControls(text: string): BidiControl[] {
  return Array.from(text.matchAll(CONTROLS), (match) => ({ offset: match.index, char: match[0] }));
}

/** Direction of the first letter that has one; undefined for digits, punctuation and the empty text. */
export function firstStrong(text: string): 'rtl' | 'ltr' | undefined {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isArabicLetter(unit) || unit === 0x061c || unit === 0x200f) return 'rtl';
    if (unit === 0x200e) return 'ltr';
    const kind = classAt(text, i);
    if (kind !== CharClass.letter && kind !== CharClass.latin) continue;
    return RTL.test(String.fromCodePoint(text.codePointAt(i) ?? 0)) ? 'rtl' : 'ltr';
  }
  return undefined;
}
