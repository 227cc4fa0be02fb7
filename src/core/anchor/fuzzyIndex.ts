import { normalizedView, type NormalizedView } from '../text/normalize';
import { PlaceIndex } from '../text/placeIndex';

/** Pieces of this many characters vote for places. */
const GRAM = 5;
/** A piece that stands at more places says little about which is meant. */
const MOST_PLACES = 48;
/** So many pieces vote, the rarest. */
const MOST_VOTERS = 20;
/** Votes so near to each other, in characters, are for one place: words between may have changed length. */
const REACH = 24;
const MOST_CLUSTERS = 5;

/** Where a fragment may begin: diagonals (place in the text less place in the fragment), both inclusive. */
export interface Cluster {
  readonly low: number;
  readonly high: number;
  readonly votes: number;
}

/** The normalised form of one article, indexed by its short pieces: built once, asked for every orphan. */
export class FuzzyIndex {
  readonly view: NormalizedView;
  /** For quotes that are shorter than a piece. */
  private readonly short: PlaceIndex;
  private readonly heads: Int32Array;
  private readonly counts: Uint16Array;
  private readonly next: Int32Array;

  constructor(text: string) {
    this.view = normalizedView(text);
    const folded = this.view.text;
    this.short = new PlaceIndex(folded);
    let size = 1024;
    while (size < folded.length * 2) size *= 2;
    // Chains hold offset + 1, so that 0 ends them.
    this.heads = new Int32Array(size);
    this.counts = new Uint16Array(size);
    this.next = new Int32Array(folded.length);
    for (let at = folded.length - GRAM; at >= 0; at--) {
      const slot = this.slot(folded, at);
      this.next[at] = this.heads[slot] ?? 0;
      this.heads[slot] = at + 1;
      if ((this.counts[slot] ?? 0) <= MOST_PLACES) this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    }
  }

  /** Normalised offsets at which the normalised quote stands, ascending. */
  places(quote: string): number[] {
    if (quote.length < GRAM) return this.short.find(quote);
    const { at, slot } = this.rarest(quote);
    const found: number[] = [];
    for (let place = (this.heads[slot] ?? 0) - 1; place >= 0; place = (this.next[place] ?? 0) - 1) {
      if (place >= at && this.view.text.startsWith(quote, place - at)) found.push(place - at);
    }
    return found;
  }

  /** The first of the quote's pieces that stand at the fewest places. */
  private rarest(quote: string): { readonly at: number; readonly slot: number } {
    let [rarest, slotThere, least] = [0, this.slot(quote, 0), Infinity];
    for (let at = 0; at + GRAM <= quote.length && least > 1; at++) {
      const slot = this.slot(quote, at);
      const count = this.counts[slot] ?? 0;
      if (count < least) [rarest, slotThere, least] = [at, slot, count];
    }
    return { at: rarest, slot: slotThere };
  }

  /** Where the normalised fragment may stand changed, by the votes of its rare pieces, the most first. */
  clusters(fragment: string): Cluster[] {
    const voters: { readonly at: number; readonly slot: number; readonly count: number }[] = [];
    for (let at = 0; at + GRAM <= fragment.length; at++) {
      const slot = this.slot(fragment, at);
      const count = this.counts[slot] ?? 0;
      if (count > 0 && count <= MOST_PLACES) voters.push({ at, slot, count });
    }
    voters.sort((a, b) => a.count - b.count || a.at - b.at);
    const diagonals: number[] = [];
    for (const { at, slot } of voters.slice(0, MOST_VOTERS)) {
      for (let place = (this.heads[slot] ?? 0) - 1; place >= 0; place = (this.next[place] ?? 0) - 1)
        diagonals.push(place - at);
    }
    return clustersOf(Int32Array.from(diagonals).sort());
  }

  private slot(text: string, at: number): number {
    let value = 0;
    for (let i = at; i < at + GRAM; i++) {
      value = (Math.imul(value, 0x01000193) ^ text.charCodeAt(i)) | 0;
    }
    return (value ^ (value >>> 15)) & (this.heads.length - 1);
  }
}

/** The densest stretches of the sorted diagonals; no two share one. */
function clustersOf(sorted: Int32Array): Cluster[] {
  const found: Cluster[] = [];
  for (let from = 0; from < sorted.length;) {
    const low = sorted[from] ?? 0;
    let to = from + 1;
    while (to < sorted.length && (sorted[to] ?? 0) - (sorted[to - 1] ?? 0) <= REACH) to++;
    const high = Math.min(sorted[to - 1] ?? low, low + 2 * REACH);
    if (to - from > 1) found.push({ low, high, votes: to - from });
    from = to;
  }
  return found.sort((a, b) => b.votes - a.votes || a.low - b.low).slice(0, MOST_CLUSTERS);
}
