import type { Annotation } from '../../model/annotation';
import { isClaim, piecesOf } from '../../model/lookup';
import type { Span } from '../../text/span';

/** A stretch of text under the same annotations. */
export interface Stretch extends Span {
  /** The outer ones first. */
  readonly entities: readonly Annotation[];
  readonly claims: readonly Annotation[];
}

interface Piece extends Span {
  readonly annotation: Annotation;
}

/**
 * The text cut at line feeds, which are in no stretch, at the given offsets, and wherever an annotation
 * begins or ends: for each line its stretches. One pass, however many annotations there are.
 */
export function stretchesByLine(
  text: string,
  annotations: readonly Annotation[],
  offsets: Iterable<number> = [],
): Stretch[][] {
  const pieces = annotations
    .flatMap((annotation) =>
      piecesOf(annotation).map(({ start, end }) => ({ start, end, annotation })),
    )
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const ends = pieces.flatMap(({ start, end }) => [start, end]);
  const edges = [...new Set([...ends, ...offsets])].sort((a, b) => a - b);
  const sweep = new Sweep(pieces);
  let edge = 0;
  let start = 0;
  return text.split('\n').map((line) => {
    const end = start + line.length;
    const stretches: Stretch[] = [];
    while ((edges[edge] ?? Infinity) <= start) edge += 1;
    for (let at = start; at < end;) {
      const to = Math.min(edges[edge] ?? end, end);
      stretches.push({ start: at, end: to, ...sweep.at(at) });
      if (to < end) edge += 1;
      at = to;
    }
    start = end + 1;
    return stretches;
  });
}

/** The annotations at places that come in text order. */
class Sweep {
  private open: Piece[] = [];
  private next = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  at(offset: number): Pick<Stretch, 'entities' | 'claims'> {
    for (;;) {
      const piece = this.pieces[this.next];
      if (piece === undefined || piece.start > offset) break;
      this.open.push(piece);
      this.next += 1;
    }
    this.open = this.open.filter(({ end }) => end > offset);
    const here = this.open.map(({ annotation }) => annotation);
    return { entities: here.filter((one) => !isClaim(one)), claims: here.filter(isClaim) };
  }
}
