import type { QuotedSpan, Scalar } from '../model/annotation';
import { isPlain, QUOTED_PATTERN } from './scalars';

/**
 * Values in `[from, to)` of a sidecar in exactly the form that we write. Undefined stands for every other
 * form, valid or not: the `yaml` package judges those.
 */

/** Double quoted and without an escape: by far the most, and read without a copy. */
const SIMPLE = new RegExp(
  '"[^"\\\\\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]*"',
  'y',
);
const QUOTED = new RegExp(QUOTED_PATTERN, 'y');
const NUMBER = '(0|[1-9][0-9]{0,14})';
const FLOW_SPAN = new RegExp(
  `\\{start: ${NUMBER}, end: ${NUMBER}, quote: (${QUOTED_PATTERN})\\}`,
  'y',
);
const REJECTION = new RegExp(
  `\\{label: ([^",{}]+|${QUOTED_PATTERN}), start: ${NUMBER}, end: ${NUMBER}, quote: (${QUOTED_PATTERN})\\}`,
  'y',
);

export function quotedAt(source: string, from: number, to: number): string | undefined {
  SIMPLE.lastIndex = from;
  if (SIMPLE.test(source) && SIMPLE.lastIndex === to) return source.slice(from + 1, to - 1);
  QUOTED.lastIndex = from;
  if (!QUOTED.test(source) || QUOTED.lastIndex !== to) return undefined;
  return unquote(source.slice(from, to));
}

/** A double-quoted scalar, or a word that needs no quotes. */
export function textAt(source: string, from: number, to: number): string | undefined {
  if (source.charCodeAt(from) === 0x22) return quotedAt(source, from, to);
  const text = source.slice(from, to);
  return isPlain(text) ? text : undefined;
}

/** A whole number of at most 15 digits, without sign. */
export function numberAt(source: string, from: number, to: number): number | undefined {
  const size = to - from;
  if (size < 1 || size > 15 || (size > 1 && source.charCodeAt(from) === 0x30)) return undefined;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = source.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

export function scalarAt(source: string, from: number, to: number): Scalar | undefined {
  const text = source.slice(from, to);
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (/^-?[0-9]/.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) && String(value) === text ? value : undefined;
  }
  return textAt(source, from, to);
}

export function spanAt(source: string, from: number, to: number): QuotedSpan | undefined {
  FLOW_SPAN.lastIndex = from;
  const match = FLOW_SPAN.exec(source);
  if (match === null || FLOW_SPAN.lastIndex !== to) return undefined;
  return quotedSpan(match[1], match[2], match[3]);
}

export function rejectionAt(
  source: string,
  from: number,
  to: number,
): (QuotedSpan & { readonly label: string }) | undefined {
  REJECTION.lastIndex = from;
  const match = REJECTION.exec(source);
  if (match === null || REJECTION.lastIndex !== to) return undefined;
  const written = match[1] ?? '';
  const label = textAt(written, 0, written.length);
  const span = quotedSpan(match[2], match[3], match[4]);
  return span === undefined || !label ? undefined : { label, ...span };
}

function quotedSpan(
  start: string | undefined,
  end: string | undefined,
  quote: string | undefined,
): QuotedSpan | undefined {
  const [from, to] = [Number(start), Number(end)];
  if (quote === undefined || to <= from) return undefined;
  return { start: from, end: to, quote: unquote(quote) };
}

/** The pattern has made sure that JSON reads it. */
function unquote(text: string): string {
  return text.includes('\\') ? (JSON.parse(text) as string) : text.slice(1, -1);
}
