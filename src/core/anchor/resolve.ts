import type { Span } from '../text/span';

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

export type Resolution =
  | { readonly status: 'exact' | 'moved'; readonly span: Span; readonly score: number }
  | { readonly status: 'orphan'; readonly candidates: readonly Candidate[] };

/** Finds places where the quote stands changed; the best first. Asked when it stands nowhere as it was. */
export interface FuzzyMatcher {
  find(text: string, anchor: Anchor): readonly Candidate[];
}

/** A place must be at least this likely, and this much likelier than the next. */
const MINIMUM_SCORE = 0.5;
const MINIMUM_MARGIN = 0.1;
const MAX_CANDIDATES = 5;
/** Weights of the context on both sides and of nearness. */
const CONTEXT_WEIGHT = 0.7;
const DISTANCE_WEIGHT = 0.3;

export function resolve(text: string, anchor: Anchor, fuzzy?: FuzzyMatcher): Resolution {
  if (standsAt(text, anchor)) {
    return { status: 'exact', span: { start: anchor.start, end: anchor.end }, score: 1 };
  }
  if (anchor.quote === '') return { status: 'orphan', candidates: [] };
  const places = exactPlaces(text, anchor);
  if (places.length > 0) return decide(places);
  return decide([...(fuzzy?.find(text, anchor) ?? [])].sort((a, b) => b.score - a.score));
}

export function resolveAll(
  text: string,
  anchors: readonly Anchor[],
  fuzzy?: FuzzyMatcher,
): Resolution[] {
  return anchors.map((anchor) => resolve(text, anchor, fuzzy));
}

function standsAt(text: string, anchor: Anchor): boolean {
  return (
    anchor.quote.length > 0 &&
    anchor.start >= 0 &&
    anchor.end - anchor.start === anchor.quote.length &&
    text.startsWith(anchor.quote, anchor.start)
  );
}

function exactPlaces(text: string, anchor: Anchor): Candidate[] {
  const places: Candidate[] = [];
  for (let at = text.indexOf(anchor.quote); at !== -1; at = text.indexOf(anchor.quote, at + 1)) {
    places.push({
      span: { start: at, end: at + anchor.quote.length },
      score: score(text, anchor, at),
    });
  }
  return places.sort((a, b) => b.score - a.score || a.span.start - b.span.start);
}

function score(text: string, anchor: Anchor, at: number): number {
  const prefix = anchor.prefix ?? '';
  const suffix = anchor.suffix ?? '';
  const before = agreementBefore(text, at, prefix);
  const after = agreementAfter(text, at + anchor.quote.length, suffix);
  const context = prefix.length + suffix.length;
  const nearness = 1 / (1 + Math.abs(at - anchor.start) / 400);
  if (context === 0) return CONTEXT_WEIGHT * 0.5 + DISTANCE_WEIGHT * nearness;
  return (CONTEXT_WEIGHT * (before + after)) / context + DISTANCE_WEIGHT * nearness;
}

/** How many units right before `at` agree with the end of the prefix. */
function agreementBefore(text: string, at: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && at - n > 0 && text[at - n - 1] === prefix[prefix.length - n - 1]) n++;
  return n;
}

function agreementAfter(text: string, at: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && text[at + n] === suffix[n] && at + n < text.length) n++;
  return n;
}

function decide(places: readonly Candidate[]): Resolution {
  const [best, second] = places;
  const sure =
    best !== undefined &&
    best.score >= MINIMUM_SCORE &&
    best.score - (second?.score ?? 0) >= MINIMUM_MARGIN;
  if (sure) return { status: 'moved', span: best.span, score: best.score };
  return { status: 'orphan', candidates: places.slice(0, MAX_CANDIDATES) };
}
