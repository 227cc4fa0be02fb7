import { endsWhole, startsWhole } from '../text/boundaries';
import { isWordChar } from '../text/chars';
import { fold } from '../text/normalize';
import { overlaps, sameSpan, type Span } from '../text/span';
import { Aligner, likeness, similarity } from './fuzzyAlign';
import { edgesFit, snapLike, withoutAdded } from './fuzzyEdges';
import { FuzzyIndex } from './fuzzyIndex';
import type { Candidate, FuzzyMatcher } from './resolve';
import type { Anchor } from './score';

/** What a place earns by the words around it, by standing where expected, by a long quote, by the very words. */
const CONTEXT_WEIGHT = 0.6;
const NEAR_WEIGHT = 0.25;
const LENGTH_BONUS = 0.4;
const SAME_BONUS = 0.05;
/** Distance from the expected place, in code units, at which nearness has fallen to a half. */
const HALF_DISTANCE = 60;
/** Unrelated Arabic texts are this alike, letter by letter. */
const CHANCE = 0.35;
/** Below this the words are others. */
const LEAST_LIKE = 0.6;
/** So many places of a quote that stands unchanged get a closer look. */
const MOST_SAME = 12;
/** Characters by which an alignment may stray from the diagonals that were voted for. */
const SLACK = 10;
/** Aligning grows with the square of the length; nobody tags as much as this. */
const LONGEST = 4000;

/** A place with all that speaks for it but where it lies. */
interface Place extends Span {
  /** Of the quote, 0 to 1 on the normalised texts. */
  readonly likeness: number;
  /** Of what is around it, 0 to 1. */
  readonly context: number;
}

/** An anchor's texts as they are compared. */
interface Folded {
  readonly prefix: string;
  readonly quote: string;
  readonly suffix: string;
  /** 0 to 1: a long quote is found by itself. */
  readonly long: number;
}

/**
 * Finds quotes whose words were changed: other tashkeel, spelling, blanks, marks or digits, a word of
 * several. One matcher serves all anchors of an article: the text is normalised and indexed once.
 */
export class QuoteMatcher implements FuzzyMatcher {
  private indexed: { readonly text: string; readonly index: FuzzyIndex } | undefined;
  private readonly aligner = new Aligner();
  private known = new WeakMap<Anchor, readonly Place[]>();

  /** Likely places with their scores, the best first; no two overlap. */
  find(
    text: string,
    anchor: Anchor,
    expected: readonly number[] = [anchor.start],
  ): readonly Candidate[] {
    if (anchor.quote.length === 0 || anchor.quote.length > LONGEST) return [];
    const folded = foldAnchor(anchor);
    if (folded.quote.trim() === '') return [];
    const index = this.indexOf(text);
    let places = this.known.get(anchor);
    if (places === undefined) {
      places = this.places(index, text, anchor, folded);
      this.known.set(anchor, places);
    }
    const scored = places.map(({ start, end, ...place }) => ({
      span: { start, end },
      score: scoreOf(place, folded, Math.min(...expected.map((at) => Math.abs(start - at)))),
    }));
    scored.sort((a, b) => b.score - a.score || a.span.start - b.span.start);
    return scored.filter(
      ({ span }, at) => !scored.slice(0, at).some((better) => overlaps(better.span, span)),
    );
  }

  private indexOf(text: string): FuzzyIndex {
    if (this.indexed?.text !== text) {
      this.indexed = { text, index: new FuzzyIndex(text) };
      this.known = new WeakMap();
    }
    return this.indexed.index;
  }

  private places(index: FuzzyIndex, text: string, anchor: Anchor, folded: Folded): Place[] {
    const found = this.unchanged(index, text, anchor, folded);
    // Where the words stand with all that was around them nothing else can be meant.
    if (found.some((place) => place.context > 0.95)) return found;
    return [...found, ...this.changed(index, text, anchor, folded)];
  }

  /** Places where the words stand but for their spelling, those with the likeliest surroundings. */
  private unchanged(index: FuzzyIndex, text: string, anchor: Anchor, folded: Folded): Place[] {
    const { view } = index;
    const best: { at: number; agreed: number }[] = [];
    for (const at of index.places(folded.quote)) {
      const agreed = agreement(view.text, at, folded);
      if (best.length === MOST_SAME && agreed <= (best.at(-1)?.agreed ?? 0)) continue;
      const rank = best.findIndex((other) => other.agreed < agreed);
      best.splice(rank === -1 ? best.length : rank, 0, { at, agreed });
      if (best.length > MOST_SAME) best.pop();
    }
    return best.flatMap(({ at }) => {
      const end = at + folded.quote.length;
      const span = view.originalSpan({ start: at, end });
      if (!standsWhole(text, span, anchor)) return [];
      return [{ ...span, likeness: 1, context: contextAt(view.text, at, end, folded) }];
    });
  }

  private changed(index: FuzzyIndex, text: string, anchor: Anchor, folded: Folded): Place[] {
    const { view } = index;
    const { prefix, quote, suffix } = folded;
    const fragment = prefix + quote + suffix;
    const range = [prefix.length, prefix.length + quote.length] as const;
    return index.clusters(fragment).flatMap(({ low, high }) => {
      const aligned = this.aligner.align(fragment, view.text, low - SLACK, high + SLACK, range);
      if (aligned === undefined || aligned.end <= aligned.start) return [];
      const snapped = snapLike(text, view.originalSpan(aligned), anchor);
      const span = withoutAdded(text, snapped, anchor.quote);
      if (span.end <= span.start) return [];
      const start = view.normalizedOffset(span.start);
      const end = view.normalizedOffset(span.end);
      const errors = aligned.errors + Math.abs(start - aligned.start) + Math.abs(end - aligned.end);
      const alike = sameSpan(span, snapped)
        ? 1 - errors / Math.max(quote.length, end - start)
        : similarity(quote, view.text.slice(start, end));
      if (alike < LEAST_LIKE || !edgesFit(text, span, anchor)) return [];
      return [{ ...span, likeness: alike, context: contextAt(view.text, start, end, folded) }];
    });
  }
}

function foldAnchor({ quote, prefix, suffix }: Anchor): Folded {
  const folded = fold(quote);
  return {
    prefix: fold(prefix ?? ''),
    quote: folded,
    suffix: fold(suffix ?? ''),
    long: Math.max(0, Math.min(1, (folded.length - 8) / 32)),
  };
}

function scoreOf(
  { likeness: alike, context }: Omit<Place, 'start' | 'end'>,
  { long }: Folded,
  distance: number,
): number {
  // Changed words need surroundings that did not change, the more so the more they changed.
  if (alike < 1 && context + long < 1.6 - 1.2 * alike) return 0;
  const near = 1 / (1 + distance / HALF_DISTANCE);
  const evidence = CONTEXT_WEIGHT * context + NEAR_WEIGHT * near + LENGTH_BONUS * long;
  return Math.min(1, (1 - 1.2 * (1 - alike)) * evidence + (alike === 1 ? SAME_BONUS : 0));
}

/** How many characters around the place are those recorded, counted from the quote outwards. */
function agreement(text: string, at: number, { prefix, quote, suffix }: Folded): number {
  let before = 0;
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before])
    before++;
  const end = at + quote.length;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return before + after;
}

function contextAt(text: string, start: number, end: number, folded: Folded): number {
  const before = side(likeness(folded.prefix, text, start, true), folded.prefix, start === 0);
  const after = side(likeness(folded.suffix, text, end, false), folded.suffix, end === text.length);
  return 0.7 * Math.max(before, after) + 0.3 * Math.min(before, after);
}

/** A short context proves little, unless it is short because the article begins or ends there. */
function side(alike: number, recorded: string, atEdge: boolean): number {
  if (recorded.length === 0) return atEdge ? 1 : 0;
  const weight = atEdge && alike === 1 ? 1 : Math.min(1, recorded.length / 12);
  return weight * Math.max(0, Math.min(1, (alike - CHANCE) / (0.95 - CHANCE)));
}

/** Whether the words are whole there, or cut as they were: after the same letter, before the same letter. */
function standsWhole(text: string, s: Span, { prefix = '', suffix = '' }: Anchor): boolean {
  const cut = (recorded: string, there: string): boolean =>
    recorded !== '' && isWordChar(recorded.charCodeAt(0)) && fold(recorded) === fold(there);
  return (
    (startsWhole(text, s.start) || cut(prefix.slice(-1), text.slice(s.start - 1, s.start))) &&
    (endsWhole(text, s.end) || cut(suffix.slice(0, 1), text.slice(s.end, s.end + 1)))
  );
}
