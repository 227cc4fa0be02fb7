import { occurrenceFinder } from '../text/occurrences';
import { PlaceIndex } from '../text/placeIndex';
import type { Span } from '../text/span';
import { agreesAt, type Anchor, boundariesFit, contextAgreement, scoreAt, standsAt } from './score';

export type { Anchor } from './score';

/** A place that may be meant; `score` is 0 to 1. */
export interface Candidate {
  readonly span: Span;
  readonly score: number;
}

/** An `exact` or `moved` span holds the quote; an orphan's candidates are for a person to choose from. */
export type Resolution =
  | { readonly status: 'exact' | 'moved'; readonly span: Span; readonly score: number }
  | { readonly status: 'orphan'; readonly candidates: readonly Candidate[] };

/**
 * Finds places where the quote stands, changed or not, the best first. Asked where the words do not stand
 * with what is recorded around them. `expected` are offsets at which the quote is likely to begin by now.
 */
export interface FuzzyMatcher {
  find(text: string, anchor: Anchor, expected: readonly number[]): readonly Candidate[];
}

/** A place must be at least this likely, and this much likelier than the next. */
const MINIMUM_SCORE = 0.5;
const MINIMUM_MARGIN = 0.1;
/** The words stand between those recorded, so to speak all of them: no other place needs to be looked at. */
const SURE_AGREEMENT = 0.9;
const MAX_CANDIDATES = 5;
/** A frequent word stands at thousands of places; those below the best ones need no closer look. */
const MAX_CONSIDERED = 32;

/**
 * Finds the anchor's words in a text that may have changed. In doubt the answer is an orphan: an annotation
 * that waits for a person is better than one on the wrong words.
 *
 * @param index of the same text; several questions can share one
 */
export function resolve(
  text: string,
  anchor: Anchor,
  fuzzy?: FuzzyMatcher,
  index = new PlaceIndex(text),
): Resolution {
  return new Resolver(text, fuzzy, index).resolve(anchor, anchor.start);
}

/**
 * Resolves the anchors of one article together, in the order given. An edit moves all that follows it alike,
 * so each anchor is first looked for where the one before it (in text order) went, and one between two like
 * places goes where its neighbours on both sides went.
 *
 * @param likely for each anchor, further offsets at which the fuzzy matcher may expect it
 * @param index of the same text; several questions can share one
 */
export function resolveAll(
  text: string,
  anchors: readonly Anchor[],
  fuzzy?: FuzzyMatcher,
  likely: readonly (readonly number[])[] = [],
  index = new PlaceIndex(text),
): Resolution[] {
  const resolver = new Resolver(text, fuzzy, index);
  const ordered = anchors
    .map((anchor, i) => ({ anchor, i }))
    .sort((a, b) => a.anchor.start - b.anchor.start);
  const found = new Map<number, Resolution>();
  let shift = 0;
  for (const { anchor, i } of ordered) {
    const resolution = resolver.resolveShifted(anchor, shift, likely[i]);
    found.set(i, resolution);
    shift = shiftOf(anchor, resolution) ?? shift;
  }
  let after: number | undefined;
  const before = shiftsBefore(ordered, found);
  for (const { anchor, i } of ordered.reverse()) {
    const resolution = found.get(i);
    if (resolution?.status !== 'orphan') {
      after = shiftOf(anchor, resolution) ?? after;
      continue;
    }
    const { candidates } = resolution;
    const second = resolver.resolveBetween(anchor, before.get(i), after, candidates, likely[i]);
    if (second !== undefined) found.set(i, second);
  }
  return anchors.map((_, i) => found.get(i) ?? { status: 'orphan', candidates: [] });
}

interface Numbered {
  readonly anchor: Anchor;
  readonly i: number;
}

function shiftOf(anchor: Anchor, resolution: Resolution | undefined): number | undefined {
  if (resolution === undefined || resolution.status === 'orphan') return undefined;
  return resolution.span.start - anchor.start;
}

/** For each anchor, how far the nearest resolved one before it moved. */
function shiftsBefore(
  ordered: readonly Numbered[],
  found: ReadonlyMap<number, Resolution>,
): Map<number, number | undefined> {
  const shifts = new Map<number, number | undefined>();
  let last: number | undefined;
  for (const { anchor, i } of ordered) {
    last = shiftOf(anchor, found.get(i)) ?? last;
    shifts.set(i, last);
  }
  return shifts;
}

class Resolver {
  private readonly respelledIn: (quote: string) => Span[];

  constructor(
    private readonly text: string,
    private readonly fuzzy: FuzzyMatcher | undefined,
    private readonly index: PlaceIndex,
  ) {
    this.respelledIn = occurrenceFinder(text);
  }

  /** @param likely offsets at which the fuzzy matcher may expect it */
  resolve(anchor: Anchor, expected: number, likely: readonly number[] = [expected]): Resolution {
    if (this.standsExactly(anchor)) {
      return { status: 'exact', span: { start: anchor.start, end: anchor.end }, score: 1 };
    }
    const places = this.likeliest(anchor, expected).filter((place) =>
      boundariesFit(this.text, anchor, place.span.start),
    );
    const unmarked = anchor.prefix === undefined && anchor.suffix === undefined;
    // Where nothing around the words is recorded, the only place where they stand is theirs.
    const plain =
      places.length === 0
        ? undefined
        : this.decide(places, anchor, unmarked && places.length === 1);
    if (plain !== undefined && (unmarked || this.isSure(plain, anchor))) return plain;
    const near = this.fuzzy?.find(this.text, anchor, likely) ?? [];
    if (near.length > 0) return this.decide(near, anchor, false);
    return plain ?? { status: 'orphan', candidates: this.respelled(anchor) };
  }

  /** Whether it was found with all its surroundings, or nobody could find it better. */
  private isSure(found: Resolution, anchor: Anchor): boolean {
    if (this.fuzzy === undefined) return true;
    if (found.status === 'orphan') return false;
    return contextAgreement(this.text, anchor, found.span.start) >= SURE_AGREEMENT;
  }

  /** Another try for an orphan, knowing where its neighbours went; undefined where that tells nothing. */
  resolveBetween(
    anchor: Anchor,
    before: number | undefined,
    after: number | undefined,
    candidates: readonly Candidate[],
    likely: readonly number[] = [],
  ): Resolution | undefined {
    const agreed = before === after && candidates.length > 1 ? after : undefined;
    const shifts = [before, after].filter((shift) => shift !== undefined);
    if (this.fuzzy === undefined || candidates.length === 0) {
      return agreed === undefined ? undefined : this.resolve(anchor, anchor.start + agreed);
    }
    const places = [...shifts.map((shift) => anchor.start + shift), ...likely];
    if (places.length === 0) return undefined;
    return this.resolve(anchor, anchor.start + (agreed ?? 0), places);
  }

  /** The place `shift` further on, where the words and all that is recorded around them stand; else a search. */
  resolveShifted(anchor: Anchor, shift: number, likely: readonly number[] = []): Resolution {
    const start = anchor.start + shift;
    const there: Anchor = { ...anchor, start, end: anchor.end + shift };
    const stands = shift !== 0 && standsAt(this.text, there);
    if (stands && contextAgreement(this.text, there, start) === 1 && !this.standsExactly(anchor)) {
      return { status: 'moved', span: { start, end: there.end }, score: 1 };
    }
    return this.resolve(anchor, anchor.start, [start, anchor.start, ...likely]);
  }

  private standsExactly(anchor: Anchor): boolean {
    return standsAt(this.text, anchor) && agreesAt(this.text, anchor);
  }

  /** The best places of the quote by score. */
  private likeliest(anchor: Anchor, expected: number): Candidate[] {
    const best: Candidate[] = [];
    for (const at of this.index.find(anchor.quote)) {
      const score = scoreAt(this.text, anchor, at, expected);
      if (best.length === MAX_CONSIDERED && score <= (best.at(-1)?.score ?? 0)) continue;
      const rank = best.findIndex((other) => other.score < score);
      const span = { start: at, end: at + anchor.quote.length };
      best.splice(rank === -1 ? best.length : rank, 0, { span, score });
      if (best.length > MAX_CONSIDERED) best.pop();
    }
    return best;
  }

  /** Places of the same words with other tashkeel: offered and never taken, the quote is not what stands there. */
  private respelled(anchor: Anchor): Candidate[] {
    const candidates = this.respelledIn(anchor.quote).map((span) => ({
      span,
      score: Math.min(0.9, scoreAt(this.text, anchor, span.start, anchor.start)),
    }));
    return candidates.sort(byScore).slice(0, MAX_CANDIDATES);
  }

  private decide(places: readonly Candidate[], anchor: Anchor, certain: boolean): Resolution {
    const ranked = [...places].sort(byScore);
    const clip = ({ span, score }: Candidate): Candidate => ({ span, score: Math.min(1, score) });
    const [best, second] = ranked;
    const margin = (best?.score ?? 0) - (second?.score ?? -Infinity);
    const likely = best !== undefined && best.score >= MINIMUM_SCORE && margin >= MINIMUM_MARGIN;
    if (best === undefined || !(likely || certain)) {
      return { status: 'orphan', candidates: ranked.slice(0, MAX_CANDIDATES).map(clip) };
    }
    const { span, score } = clip(best);
    const stayed = span.start === anchor.start && span.end === anchor.end;
    const same = stayed && this.text.startsWith(anchor.quote, span.start);
    return { status: same ? 'exact' : 'moved', span, score };
  }
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.span.start - b.span.start;
}
