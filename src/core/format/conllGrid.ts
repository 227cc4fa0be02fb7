import type { Span } from '../text/span';
import { segment } from '../text/proclitics';
import { sentenceSpans } from '../text/sentences';
import { tokenize, type Token } from '../text/tokens';

/** White space as Python's `str.split` sees it: no column may hold any. */
const SPACE = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const ESCAPED = new RegExp(`%|${SPACE.source}`);
const NOT_SPACE = new RegExp(`[^${SPACE.source.slice(1)}+`, 'g');

/** The tokens of an article, and where sentences begin among them. */
export interface Grid {
  readonly tokens: readonly Span[];
  /** Index of the first token of every sentence, ascending, the first one 0. */
  readonly breaks: readonly number[];
}

function pieces({ start, text }: Token): Span[] {
  return Array.from(text.matchAll(NOT_SPACE), ({ 0: piece, index }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));
}

function cutProclitics(text: string, token: Span): Span[] {
  const { proclitics } = segment(text.slice(token.start, token.end));
  const cuts: Span[] = [];
  let start = token.start;
  for (const proclitic of proclitics) {
    cuts.push({ start, end: start + proclitic.length });
    start += proclitic.length;
  }
  return [...cuts, { start, end: token.end }];
}

/** With `cut`, words are divided after their proclitics, by the text alone and never by annotations. */
export function makeGrid(text: string, cut: boolean): Grid {
  const starts = sentenceSpans(text).map(({ start }) => start);
  const tokens: Span[] = [];
  const breaks: number[] = [];
  let next = 0;
  for (const token of tokenize(text)) {
    let fresh = tokens.length === 0;
    while (next < starts.length && (starts[next] ?? 0) <= token.start) {
      fresh = true;
      next += 1;
    }
    const before = tokens.length;
    const isCut = cut && token.kind === 'word';
    for (const piece of SPACE.test(token.text) ? pieces(token) : [token]) {
      if (isCut) tokens.push(...cutProclitics(text, piece));
      else tokens.push(piece);
    }
    if (fresh && tokens.length > before) breaks.push(before);
  }
  return { tokens, breaks };
}

/** Tokens `[first, last)` that share a character with the span; equal numbers where none does. */
export function tokensOf(grid: Grid, s: Span): { readonly first: number; readonly last: number } {
  const first = lowerBound(grid.tokens, ({ end }) => end > s.start);
  const last = lowerBound(grid.tokens, ({ start }) => start >= s.end);
  return { first, last: Math.max(first, last) };
}

function lowerBound(tokens: readonly Span[], reached: (token: Span) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token !== undefined && reached(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A label or path as one column: white space and `%` as percent escapes of their code points. */
export function column(text: string): string {
  if (!ESCAPED.test(text)) return text;
  return Array.from(text, (char) =>
    char === '%' || SPACE.test(char)
      ? `%${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      : char,
  ).join('');
}

export function readColumn(text: string): string {
  return text.replace(/%([0-9A-F]{4})/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** Columns of a line, at runs of white space. */
export function splitColumns(line: string): string[] {
  return line.match(NOT_SPACE) ?? [];
}
