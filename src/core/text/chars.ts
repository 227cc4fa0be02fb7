/**
 * What a character is, by table: one byte for each UTF-16 code unit, from the Unicode properties that the
 * engine knows. Hot loops read the table; `\p{…}` per character is some ten times slower.
 */
export const CharClass = {
  /** Symbols, and everything that is nothing else: control characters, unassigned, lone surrogates. */
  symbol: 0,
  space: 1,
  /** Letters of any script but Latin; tatweel is one. */
  letter: 2,
  latin: 3,
  /** Decimal digits (Nd) of any script. */
  digit: 4,
  /** Other numbers: superscripts, fractions, Roman numerals. */
  number: 5,
  mark: 6,
  punctuation: 7,
  /** Invisible characters, and the underscore, that stand inside a word without ending it. */
  joiner: 8,
  /** Other invisible characters: bidi embeddings, overrides, isolates. They end a word. */
  format: 9,
  /** First half of a surrogate pair: the class is that of the pair. */
  high: 10,
} as const;

export type CharClass = (typeof CharClass)[keyof typeof CharClass];

export const TATWEEL = 0x0640;
export const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';
export const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹';
export const BOM = '\uFEFF';

/** Characters of class `joiner`: soft hyphen, ZWNJ, ZWJ, bidi marks, word joiner, BOM, underscore. */
export const JOINERS = '\u00AD\u061C\u200C\u200D\u200E\u200F\u2060\uFEFF_';

const UNKNOWN = 255;

/** Filled as characters are met: a text uses a few hundred, and a start must not pay for all 65,536. */
const TABLE = new Uint8Array(0x10000).fill(UNKNOWN);

function classify(unit: number): CharClass {
  const kind = classifyChar(String.fromCharCode(unit), unit);
  TABLE[unit] = kind;
  return kind;
}

function classifyChar(char: string, code: number): CharClass {
  if (JOINERS.includes(char)) return CharClass.joiner;
  // The zero-width space has no width but ends a word: scripts write it where a line may break.
  if (/[\s\u0085\u200B]/.test(char)) return CharClass.space;
  if (isHighSurrogate(code)) return CharClass.high;
  if (/\p{L}/u.test(char))
    return /\p{Script=Latin}/u.test(char) ? CharClass.latin : CharClass.letter;
  if (/\p{M}/u.test(char)) return CharClass.mark;
  if (/\p{N}/u.test(char)) return /\p{Nd}/u.test(char) ? CharClass.digit : CharClass.number;
  if (/\p{P}/u.test(char)) return CharClass.punctuation;
  return /\p{Cf}/u.test(char) ? CharClass.format : CharClass.symbol;
}

/** Class of one code unit; half a surrogate pair is `high` or `symbol`. */
export function unitClass(unit: number): CharClass {
  const kind = TABLE[unit];
  return kind === UNKNOWN ? classify(unit) : (kind as CharClass);
}

/** Class of the character that starts at `at`; past the end it is `space`. */
export function classAt(text: string, at: number): CharClass {
  if (!(at >= 0 && at < text.length)) return CharClass.space;
  const kind = unitClass(text.charCodeAt(at));
  if (kind !== CharClass.high) return kind;
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff ? astralClass(code) : CharClass.symbol;
}

/** Class of the character that ends right before `at`; at the start it is `space`. */
export function classBefore(text: string, at: number): CharClass {
  if (at <= 0) return CharClass.space;
  const pair =
    at > 1 && isLowSurrogate(text.charCodeAt(at - 1)) && isHighSurrogate(text.charCodeAt(at - 2));
  return classAt(text, pair ? at - 2 : at - 1);
}

function astralClass(code: number): CharClass {
  return classifyChar(String.fromCodePoint(code), code);
}

/** Class of a code point. */
export function classOf(code: number): CharClass {
  if (code > 0xffff) return astralClass(code);
  const kind = unitClass(code);
  return kind === CharClass.high ? CharClass.symbol : kind;
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** Whether `offset` falls between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1));
}

/** A letter of the Arabic script, presentation forms too; tatweel is none. */
export function isArabicLetter(code: number): boolean {
  if (code === TATWEEL || code < 0x0620) return false;
  const arabic =
    code <= 0x06ff ||
    (code >= 0x0750 && code <= 0x077f) ||
    (code >= 0x0870 && code <= 0x08c9) ||
    (code >= 0xfb50 && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc);
  return arabic && unitClass(code) === CharClass.letter;
}

/** A combining mark of any script; in Arabic text, tashkeel. */
export function isMark(code: number): boolean {
  return classOf(code) === CharClass.mark;
}

/** Vowel marks and the other combining marks of the Arabic script. */
export function isTashkeel(code: number): boolean {
  return code >= 0x0610 && code <= 0x08ff && unitClass(code) === CharClass.mark;
}

/** Letters, marks, digits and tatweel. */
export function isWordChar(code: number): boolean {
  const kind = classOf(code);
  return kind >= CharClass.letter && kind <= CharClass.mark;
}

/** White space, line feeds and the zero-width space. */
export function isSpace(code: number): boolean {
  return classOf(code) === CharClass.space;
}

/** Whether the character is drawn as nothing, or as blank: space, bidi control, joiner. */
export function isBlank(code: number): boolean {
  const kind = classOf(code);
  return (
    kind === CharClass.space ||
    kind === CharClass.format ||
    (kind === CharClass.joiner && code !== 0x5f)
  );
}

/** General category P; the underscore too, symbols such as `+` and `$` not. */
export function isPunctuation(code: number): boolean {
  return code === 0x5f || classOf(code) === CharClass.punctuation;
}

export function isDigit(code: number): boolean {
  return classOf(code) === CharClass.digit;
}

/** Value of a Western, Arabic-Indic or Persian digit, undefined for anything else. */
export function digitValue(code: number): number | undefined {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x0660 && code <= 0x0669) return code - 0x0660;
  if (code >= 0x06f0 && code <= 0x06f9) return code - 0x06f0;
  return undefined;
}
