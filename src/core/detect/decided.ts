import type { Annotation, ArticleRecord, Rejection } from '../model/annotation';
import type { Localized } from '../model/issue';
import { ordered } from '../model/order';
import { firstStartingAt, intersectionOverUnion, overlaps, type Span } from '../text/span';
import type { Suggestion } from './detector';

/** A suggestion declined as often elsewhere in the article, under the same label, is not made any more. */
const MOST_REJECTIONS = 2;
/** What one rejection elsewhere leaves of the score. */
const DOUBT = 0.6;
const REJECTED_ELSEWHERE: Localized = {
  en: 'the same words were rejected elsewhere in the article',
  ar: 'رُفضت الكلمات نفسها في موضع آخر من المقال',
};

/**
 * Leaves out what the annotator has settled: entities that overlap a saved entity, claims that share the
 * cue or most of the content of a saved claim, and suggestions that were rejected at the same place. A
 * rejection weighs on the same words elsewhere: once, their score falls and the reasons say why; twice,
 * they are left out.
 */
export function withoutDecided(
  suggestions: readonly Suggestion[],
  record: ArticleRecord,
): Suggestion[] {
  const savedClaims: Annotation[] = [];
  const savedEntities: Span[] = [];
  for (const annotation of record.annotations) {
    if (annotation.claim !== undefined) savedClaims.push(annotation);
    else savedEntities.push(annotation, ...(annotation.parts ?? []));
  }
  const rejected = new Set(record.rejected.map(rejectionKey));
  const rejections = countOf(record.rejected);
  const covered = coverage(savedEntities);
  const claimed = coverage(savedClaims.flatMap((saved) => [saved, saved.claim?.cue ?? saved]));
  const isOpen = (suggestion: Suggestion): boolean => {
    if (rejected.size > 0 && rejected.has(rejectionKey(suggestion))) return false;
    if (timesRejected(suggestion, rejections) >= MOST_REJECTIONS) return false;
    if (suggestion.kind === 'entity') return !covered(suggestion.start, suggestion.end);
    const { start, end, cue } = suggestion;
    if (!claimed(start, end) && !claimed(cue.start, cue.end)) return true;
    return !savedClaims.some(
      (saved) =>
        intersectionOverUnion(saved, suggestion) >= 0.6 ||
        (saved.claim?.cue !== undefined && overlaps(saved.claim.cue, suggestion.cue)),
    );
  };
  const open = suggestions.filter(isOpen);
  return rejections.size === 0 ? open : open.map((suggestion) => doubted(suggestion, rejections));
}

type Rejections = ReadonlyMap<string, number>;

function countOf(rejected: readonly Rejection[]): Rejections {
  const counts = new Map<string, number>();
  for (const rejection of rejected) {
    const words = wordsKey(rejection);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}

function timesRejected(suggestion: Suggestion, rejections: Rejections): number {
  return rejections.size === 0 ? 0 : (rejections.get(wordsKey(suggestion)) ?? 0);
}

function doubted(suggestion: Suggestion, rejections: Rejections): Suggestion {
  if (timesRejected(suggestion, rejections) === 0) return suggestion;
  const { score, why } = suggestion;
  return { ...suggestion, score: score * DOUBT, why: [REJECTED_ELSEWHERE, ...why] };
}

function wordsKey({ label, quote }: Rejection | Suggestion): string {
  return `${label} ${quote}`;
}

function rejectionKey({ label, start, quote }: Rejection | Suggestion): string {
  return `${label} ${start} ${quote}`;
}

/** Whether a span shares a character with one of the spans. */
function coverage(unordered: readonly Span[]): (start: number, end: number) => boolean {
  const spans = ordered(unordered, (a, b) => a.start - b.start);
  // Furthest end of all spans up to each one, so that one binary search answers.
  const reach: number[] = [];
  for (const span of spans) reach.push(Math.max(span.end, reach.at(-1) ?? 0));
  return (start, end) => {
    const next = firstStartingAt(spans, end);
    return next > 0 && (reach[next - 1] ?? 0) > start;
  };
}
