import { endsWhole, startsWhole } from '../text/boundaries';
import { isWordChar } from '../text/chars';
import type { Span } from '../text/span';
import { CONTEXT_LENGTH } from './describe';
import { PlaceIndex } from './places';

/** Offsets are UTF-16 over the LF text. */
export interface Anchor extends Span {
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A place that may be meant; `score` is 0 to 1. */
export interface Candidate {
  readonly span: Span;
  readonly score: number;
}

/** An `exact` or `moved` span holds the quote; an orphan's candidates are for a person to choose from. */
export type Resolution =
  | { readonly status: 'exact' | 'moved'; readonly span: Span; readonly score: number }
  | { readonly status: 'orphan'; readonly candidates: readonly Candidate[] };

/** Finds places where the quote stands changed, the best first. Asked when it stands nowhere as it was. */
export interface FuzzyMatcher {
  find(text: string, anchor: Anchor): readonly Candidate[];
}

/** A place must be at least this likely, and this much likelier than the next. */
const MINIMUM_SCORE = 0.5;
const MINIMUM_MARGIN = 0.1;
const MAX_CANDIDATES = 5;
const MAX_CONSIDERED = 32;

/** What a place earns: by its context, by being near, by standing where expected, by a long quote. */
const CONTEXT_WEIGHT = 0.6;
const NEAR_WEIGHT = 0.25;
const POSITION_BONUS = 0.3;
const LENGTH_BONUS = 0.5;
/** Distance, in code units, at which nearness has fallen to a half. */
const HALF_DISTANCE = 400;

/**
 * Finds the anchor's words in a text that may have changed. In doubt the answer is an orphan: an annotation
 * that waits for a person is better than one on the wrong words.
 */
export function resolve(text: string, anchor: Anchor, fuzzy?: FuzzyMatcher): Resolution {
  return resolveWith(text, new PlaceIndex(text, false), anchor, anchor.start, fuzzy);
}

/** Resolves the anchors of one article together; an edit that moved the neighbours tells where to look. */
export function resolveAll(
  text: string,
  anchors: readonly Anchor[],
  fuzzy?: FuzzyMatcher,
): Resolution[] {
  const index = new PlaceIndex(text, true);
  const first = anchors.map((anchor) => resolveWith(text, index, anchor, anchor.start, fuzzy));
  if (first.every((resolution) => resolution.status === 'exact')) return first;
  const shifts = agreedShifts(anchors, first);
  return first.map((resolution, i) => {
    const anchor = anchors[i];
    const shift = shifts[i];
    if (anchor === undefined || shift === undefined || resolution.status !== 'orphan')
      return resolution;
    if (resolution.candidates.length < 2) return resolution;
    return resolveWith(text, index, anchor, anchor.start + shift, fuzzy);
  });
}

/** How far each anchor's neighbours moved, where the nearest resolved ones on both sides agree. */
function agreedShifts(
  anchors: readonly Anchor[],
  resolutions: readonly Resolution[],
): (number | undefined)[] {
  const order = anchors
    .map((_, i) => i)
    .sort((a, b) => (anchors[a]?.start ?? 0) - (anchors[b]?.start ?? 0));
  const shiftOf = (i: number): number | undefined => {
    const resolution = resolutions[i];
    const anchor = anchors[i];
    if (resolution === undefined || anchor === undefined || resolution.status === 'orphan')
      return undefined;
    return resolution.span.start - anchor.start;
  };
  const before: (number | undefined)[] = [];
  let last: number | undefined;
  for (const i of order) before[i] = last = shiftOf(i) ?? last;
  const agreed: (number | undefined)[] = [];
  last = undefined;
  for (const i of order.reverse()) {
    last = shiftOf(i) ?? last;
    agreed[i] = before[i] === last ? last : undefined;
  }
  return agreed;
}

function resolveWith(
  text: string,
  index: PlaceIndex,
  anchor: Anchor,
  expected: number,
  fuzzy: FuzzyMatcher | undefined,
): Resolution {
  if (standsAt(text, anchor) && agreesAt(text, anchor)) {
    return { status: 'exact', span: { start: anchor.start, end: anchor.end }, score: 1 };
  }
  const places = likeliest(text, index.find(anchor.quote), anchor, expected).filter((place) =>
    boundariesFit(text, anchor, place.span.start),
  );
  if (places.length > 0) return decide(places, anchor);
  const near = fuzzy?.find(text, anchor) ?? [];
  if (near.length > 0) return decide(near, anchor);
  return { status: 'orphan', candidates: respelled(text, index, anchor) };
}

/** The best of the places by score; a frequent word stands at thousands, and the rest need no closer look. */
function likeliest(
  text: string,
  places: readonly number[],
  anchor: Anchor,
  expected: number,
): Candidate[] {
  const best: Candidate[] = [];
  for (const at of places) {
    const place = {
      span: { start: at, end: at + anchor.quote.length },
      score: score(text, anchor, at, expected),
    };
    if (best.length === MAX_CONSIDERED && place.score <= (best.at(-1)?.score ?? 0)) continue;
    const rank = best.findIndex((other) => other.score < place.score);
    best.splice(rank === -1 ? best.length : rank, 0, place);
    if (best.length > MAX_CONSIDERED) best.pop();
  }
  return best;
}

function standsAt(text: string, anchor: Anchor): boolean {
  return (
    anchor.quote.length > 0 &&
    anchor.start >= 0 &&
    anchor.end - anchor.start === anchor.quote.length &&
    text.startsWith(anchor.quote, anchor.start)
  );
}

/** Whether the words around the position are those recorded; nothing recorded, nothing to disagree with. */
function agreesAt(text: string, anchor: Anchor): boolean {
  if (anchor.prefix === undefined && anchor.suffix === undefined) return true;
  return (
    contextAgreement(text, anchor, anchor.start) >= 0.5 && boundariesFit(text, anchor, anchor.start)
  );
}

/**
 * Whether the quote stands there as words of its own, proclitics before it allowed, or cuts a word as the
 * annotator cut it. Without this «عمر» would be found in «عمران».
 */
function boundariesFit(text: string, anchor: Anchor, at: number): boolean {
  const end = at + anchor.quote.length;
  return (
    (startsWhole(text, at) ||
      sameLetter(text.codePointAt(at - 1), anchor.prefix?.codePointAt(anchor.prefix.length - 1))) &&
    (endsWhole(text, end) || sameLetter(text.codePointAt(end), anchor.suffix?.codePointAt(0)))
  );
}

function sameLetter(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && a === b && isWordChar(a);
}

/** Evidence for a place, from 0 to some 1.65; comparisons use it unclipped. */
function score(text: string, anchor: Anchor, at: number, expected: number): number {
  const nearness = 1 / (1 + Math.abs(at - expected) / HALF_DISTANCE);
  const long = Math.max(0, Math.min(1, (anchor.quote.length - 8) / 32));
  return (
    CONTEXT_WEIGHT * contextAgreement(text, anchor, at) +
    NEAR_WEIGHT * nearness +
    LENGTH_BONUS * long +
    (at === expected ? POSITION_BONUS : 0)
  );
}

/**
 * 0 to 1: how far the recorded context stands around the place. One side whole is most of it, since an edit
 * next to the span as a rule leaves the other side alone. An anchor without context agrees everywhere.
 */
function contextAgreement(text: string, anchor: Anchor, at: number): number {
  const { prefix, suffix } = anchor;
  if (prefix === undefined && suffix === undefined) return 0.5;
  const end = at + anchor.quote.length;
  const before = prefix === undefined ? 0 : agreementBefore(text, at, prefix);
  const after = suffix === undefined ? 0 : agreementAfter(text, end, suffix);
  return 0.75 * Math.max(before, after) + 0.25 * Math.min(before, after);
}

function agreementBefore(text: string, at: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && n < at && text[at - n - 1] === prefix[prefix.length - n - 1]) n++;
  return agreement(n, prefix.length, n === at);
}

function agreementAfter(text: string, at: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && at + n < text.length && text[at + n] === suffix[n]) n++;
  return agreement(n, suffix.length, at + n === text.length);
}

/** A short context proves little, unless it is short because the article begins or ends there. */
function agreement(matched: number, recorded: number, atEdge: boolean): number {
  if (matched === recorded && atEdge) return 1;
  const enough = Math.min(recorded, CONTEXT_LENGTH / 2);
  return recorded === 0 ? 0 : (matched / recorded) * (enough / (CONTEXT_LENGTH / 2));
}

function decide(places: readonly Candidate[], anchor: Anchor): Resolution {
  const ranked = [...places].sort((a, b) => b.score - a.score || a.span.start - b.span.start);
  const [best, second] = ranked;
  const clip = (place: Candidate): Candidate => ({
    span: place.span,
    score: Math.min(1, place.score),
  });
  const unmarked = anchor.prefix === undefined && anchor.suffix === undefined;
  const sure =
    best !== undefined &&
    (second === undefined
      ? best.score >= MINIMUM_SCORE || unmarked
      : best.score >= MINIMUM_SCORE && best.score - second.score >= MINIMUM_MARGIN);
  if (!sure) return { status: 'orphan', candidates: ranked.slice(0, MAX_CANDIDATES).map(clip) };
  const { span, score } = clip(best);
  return {
    status: span.start === anchor.start && span.end === anchor.end ? 'exact' : 'moved',
    span,
    score,
  };
}

/** Places of the same words with other tashkeel, offered and never taken: the quote is not what stands there. */
function respelled(text: string, index: PlaceIndex, anchor: Anchor): Candidate[] {
  return index
    .respelled(anchor.quote)
    .map((span) => ({ span, score: Math.min(0.9, score(text, anchor, span.start, anchor.start)) }))
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
    .slice(0, MAX_CANDIDATES);
}
