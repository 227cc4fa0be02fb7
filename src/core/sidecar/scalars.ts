/**
 * How scalars are written, so that YAML 1.2 and 1.1 readers (PyYAML among them) agree on what they are.
 * Everything that is not plainly a word is double quoted.
 */
const QUOTED =
  '"(?:[^"\\\\\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]|\\\\(?:["\\\\bfnrt]|u[0-9a-f]{4}))*"';

/** Source of a pattern for a double-quoted scalar on one line, in the form that `quoted` writes. */
export const QUOTED_PATTERN = QUOTED;

const NEEDS_ESCAPE =
  /["\\\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/**
 * Double quoted, with JSON's escapes. Control characters, bidi controls, lone surrogates and what YAML 1.1
 * takes for line ends are escaped, so that nothing invisible decides how the line reads.
 */
export function quoted(text: string): string {
  return `"${text.replace(NEEDS_ESCAPE, escape)}"`;
}

function escape(char: string): string {
  return SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Pattern of words that YAML 1.1 or 1.2 reads as something else than text, none longer than five. */
const RESERVED = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
const ASCII_WORD = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** A letter first; a colon only before a character that keeps it inside the word; inner single spaces. */
const WORDS = /^\p{L}[\p{L}\p{M}\p{N}_./@+-]*(?:[: ][\p{L}\p{N}_/][\p{L}\p{M}\p{N}_./@+-]*)*$/u;

/** Whether the text, unquoted, is that same text for every YAML reader, in block and in flow. */
export function isPlain(text: string): boolean {
  if (!ASCII_WORD.test(text) && !WORDS.test(text)) return false;
  return text.length > 5 || !RESERVED.test(text);
}

/** Whether the text is a hash that no reader takes for a number. */
export function isPlainHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text) && !/^[0-9]+(?:e[0-9]+)?$/.test(text);
}

/** A time to the second in UTC: YAML 1.1 readers give a date-time, which it is. */
export function isPlainTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text);
}

/** Plain where that is safe, else quoted. */
export function word(text: string): string {
  return isPlain(text) ? text : quoted(text);
}

export function scalar(value: string | number | boolean): string {
  if (typeof value === 'string') return word(value);
  if (typeof value === 'boolean') return String(value);
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  // YAML 1.1 wants a point and a signed exponent where there is an exponent.
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}
