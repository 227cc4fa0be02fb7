import { CLAIM, type Annotation, type ClaimDetails } from '../../model/annotation';
import { piecesOf } from '../../model/lookup';
import { overlaps, sameSpan, type Span } from '../../text/span';

/** The cue and the source of a claim count as spans of their own. */
export const CUE = `${CLAIM}.cue`;
export const SOURCE = `${CLAIM}.source`;

/** A span that an annotator marked. */
export interface Mark {
  readonly label: string;
  /** In text order; several where the span is discontinuous. UTF-16. */
  readonly pieces: readonly Span[];
  readonly claim?: ClaimDetails;
}

export function marksOf(annotations: readonly Annotation[]): Mark[] {
  return annotations.flatMap((annotation): Mark[] => {
    const { label, claim } = annotation;
    const pieces = piecesOf(annotation);
    if (claim === undefined) return [{ label, pieces }];
    return [
      { label, pieces, claim },
      ...(claim.cue === undefined ? [] : [{ label: CUE, pieces: [claim.cue] }]),
      ...(claim.source === undefined ? [] : [{ label: SOURCE, pieces: [claim.source] }]),
    ];
  });
}

export function isOfClaim({ label }: Mark): boolean {
  return label === CLAIM || label === CUE || label === SOURCE;
}

/** Marks of two annotators that are taken for the same, each at most once. */
export type Pairing = readonly (readonly [Mark, Mark])[];

/** Those with the same label and the same pieces to the letter. */
export function pairExactly(ours: readonly Mark[], theirs: readonly Mark[]): Pairing {
  return pairBest(ours, theirs, (a, b) => Number(a.label === b.label && samePieces(a, b)));
}

/** Those with the same label that share a character; the most alike first. */
export function pairOverlapping(ours: readonly Mark[], theirs: readonly Mark[]): Pairing {
  return pairBest(ours, theirs, (a, b) => (a.label === b.label ? likeness(a, b) : 0));
}

/** Those that share a character under any labels; where several are as alike, the same label first. */
export function pairAnyLabel(ours: readonly Mark[], theirs: readonly Mark[]): Pairing {
  return pairBest(ours, theirs, likeness);
}

function pairBest(
  ours: readonly Mark[],
  theirs: readonly Mark[],
  likeness: (a: Mark, b: Mark) => number,
): Pairing {
  const candidates = ours.flatMap((a) =>
    theirs.flatMap((b) => {
      const alike = likeness(a, b);
      return alike === 0 ? [] : [{ a, b, alike, same: Number(a.label === b.label) }];
    }),
  );
  // Sorting is stable: what is alike stays in text order.
  candidates.sort((x, y) => y.alike - x.alike || y.same - x.same);
  const taken = new Set<Mark>();
  return candidates.flatMap(({ a, b }): [Mark, Mark][] => {
    if (taken.has(a) || taken.has(b)) return [];
    taken.add(a).add(b);
    return [[a, b]];
  });
}

function samePieces(a: Mark, b: Mark): boolean {
  return (
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, at) => sameSpan(piece, b.pieces[at] ?? { start: -1, end: -1 }))
  );
}

/** Characters that both cover, of those that either covers; 1 for the same pieces, even without length. */
function likeness(a: Mark, b: Mark): number {
  if (samePieces(a, b)) return 1;
  let shared = 0;
  for (const one of a.pieces) {
    for (const other of b.pieces) {
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return shared / (size(a) + size(b) - shared || 1);
}

function size({ pieces }: Mark): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The labels that stand on each of the words, in text order, by the word's number. */
export function labelsByWord(
  marks: readonly Mark[],
  words: readonly Span[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const { label, pieces } of marks) {
    for (const piece of pieces) {
      let at = firstEndingAfter(words, piece.start);
      for (let word = words[at]; word !== undefined && overlaps(word, piece); word = words[++at]) {
        found.set(at, (found.get(at) ?? new Set()).add(label));
      }
    }
  }
  return found;
}

function firstEndingAfter(words: readonly Span[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
