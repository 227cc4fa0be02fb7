/**
 * What a character is, by table: one byte for each UTF-16 code unit, filled once from the Unicode
 * properties of the engine. Hot loops read the table; `\p{…}` per character is some ten times slower.
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

const TABLE: Uint8Array = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const units = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join('');
  const rest = Array.from({ length: 0x2000 }, (_, code) => String.fromCharCode(0xe000 + code)).join(
    '',
  );
  const fill = (pattern: RegExp, kind: CharClass): void => {
    for (const run of units.matchAll(pattern))
      table.fill(kind, run.index, run.index + run[0].length);
    for (const run of rest.matchAll(pattern)) {
      table.fill(kind, 0xe000 + run.index, 0xe000 + run.index + run[0].length);
    }
  };
  fill(/\p{L}+/gu, CharClass.letter);
  fill(/(?:(?=\p{L})\p{Script=Latin})+/gu, CharClass.latin);
  fill(/\p{M}+/gu, CharClass.mark);
  fill(/\p{N}+/gu, CharClass.number);
  fill(/\p{Nd}+/gu, CharClass.digit);
  fill(/\p{P}+/gu, CharClass.punctuation);
  fill(/\p{Cf}+/gu, CharClass.format);
  // The zero-width space has no width but ends a word: scripts write it where a line may break.
  fill(/[\s\u0085\u200B]+/gu, CharClass.space);
  for (const joiner of JOINERS) table[joiner.charCodeAt(0)] = CharClass.joiner;
  table.fill(CharClass.high, 0xd800, 0xdc00);
  return table;
}

/** Class of one code unit; half a surrogate pair is `high` or `symbol`. */
export function unitClass(unit: number): CharClass {
  return TABLE[unit] as CharClass;
}

/** Class of the character that starts at `at`; past the end it is `space`. */
export function classAt(text: string, at: number): CharClass {
  const kind = TABLE[text.charCodeAt(at)] as CharClass | undefined;
  if (kind === undefined) return CharClass.space;
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
  const char = String.fromCodePoint(code);
  if (/\p{L}/u.test(char))
    return /\p{Script=Latin}/u.test(char) ? CharClass.latin : CharClass.letter;
  if (/\p{Nd}/u.test(char)) return CharClass.digit;
  if (/\p{N}/u.test(char)) return CharClass.number;
  if (/\p{M}/u.test(char)) return CharClass.mark;
  if (/\p{P}/u.test(char)) return CharClass.punctuation;
  return /\p{Cf}/u.test(char) ? CharClass.format : CharClass.symbol;
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
  return arabic && TABLE[code] === CharClass.letter;
}

/** A combining mark of any script; in Arabic text, tashkeel. */
export function isMark(code: number): boolean {
  return classOf(code) === CharClass.mark;
}

/** Vowel marks and the other combining marks of the Arabic script. */
export function isTashkeel(code: number): boolean {
  return code >= 0x0610 && code <= 0x08ff && TABLE[code] === CharClass.mark;
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
