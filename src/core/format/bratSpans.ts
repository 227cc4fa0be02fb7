import type { Annotation, QuotedSpan } from '../model/annotation';
import { defined } from './json';
import type { Span } from '../text/span';
import { sameSpan } from '../text/span';
import { quoted } from './codePoints';

/**
 * brat wants no fragment to cross a line end: a piece that does is cut there, and `joinFragments` puts
 * fragments that only line feeds separate together again. Empty fragments fall away.
 */
export function cutAtLines(text: string, pieces: readonly Span[]): Span[] {
  const fragments: Span[] = [];
  for (const piece of pieces) {
    let start = piece.start;
    while (start < piece.end) {
      const feed = text.indexOf('\n', start);
      const end = feed === -1 || feed > piece.end ? piece.end : feed;
      if (end > start) fragments.push({ start, end });
      start = end + 1;
    }
  }
  return fragments;
}

export function joinFragments(text: string, fragments: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  for (const fragment of fragments) {
    const last = pieces.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, fragment.start);
    if (last !== undefined && last.end < fragment.start && /^\n+$/.test(between)) {
      pieces[pieces.length - 1] = { start: last.start, end: fragment.end };
    } else pieces.push(fragment);
  }
  return pieces;
}

export function samePieces(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((piece, at) => sameSpan(piece, b[at] ?? piece));
}

/** Start, end, quote and further parts of an annotation from its pieces; undefined where there is none. */
export function spanOfPieces(
  text: string,
  pieces: readonly Span[],
): Pick<Annotation, 'start' | 'end' | 'quote' | 'parts'> | undefined {
  const [first, ...rest] = pieces.map((piece): QuotedSpan => quoted(text, piece));
  if (first === undefined) return undefined;
  return defined({ ...first, parts: rest.length === 0 ? undefined : rest });
}
