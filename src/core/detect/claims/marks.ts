import type { AnalysedToken } from '../analysis';

/** Marks that open a quotation, and what may close each: its own partner first. */
export const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', ['"', '”', '»']],
  ['«', ['»', '"', '”']],
  ['“', ['”', '“', '"']],
  ['”', ['”', '“', '"']],
  ['‘', ['’']],
  ["'", ["'", '’']],
]);

export function isOpening(token: AnalysedToken | undefined): boolean {
  return token?.kind === 'punctuation' && CLOSERS.has(token.text);
}

/** The Arabic comma, or the Latin one that many keyboards give. */
export function isComma(token: AnalysedToken | undefined): boolean {
  return token?.text === '،' || token?.text === ',';
}
