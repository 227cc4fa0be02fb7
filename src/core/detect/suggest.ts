import type { Annotation, ArticleRecord, Rejection } from '../model/annotation';
import { ordered } from '../model/order';
import { intersectionOverUnion, overlaps, type Span } from '../text/span';
import { analyse } from './analysis';
import { claims } from './claims/claims';
import { withImplicitSources } from './claims/implicit';
import type { Detector, EntitySuggestion, Suggestion } from './detector';
import { gazetteer } from './gazetteer';
import { organisations } from './heads/organisations';
import { things } from './heads/things';
import { places } from './heads/places';
import { nameLists } from './people/nameParts';
import { persons } from './people/persons';
import { titles } from './people/titles';
import { dates } from './quantities/dates';
import { numbers } from './quantities/numbers';
import { shiftSuggestion } from './shift';
import { createVocabulary } from './vocabulary';

export interface EngineOptions {
  /** Ids of detectors to leave out. */
  readonly off?: readonly string[];
}

/** The detectors, put together. Holds tables only: it remembers nothing of the texts it has seen. */
export interface Engine {
  readonly detectors: readonly Detector[];
  /** Suggestions for one line, offsets in that line. */
  paragraph(text: string): readonly Suggestion[];
  /** Suggestions for a whole LF article, offsets in the article, in text order. */
  suggest(text: string): readonly Suggestion[];
}

export function createEngine(options: EngineOptions = {}): Engine {
  const off = new Set(options.off ?? []);
  const on = (detector: Detector): boolean => !off.has(detector.id);
  const vocabulary = createVocabulary();
  const names = nameLists(vocabulary);
  const entityDetectors = [
    gazetteer(),
    numbers(),
    dates(),
    organisations(vocabulary),
    places(vocabulary),
    things(vocabulary),
    titles(vocabulary, names),
    persons(names),
  ].filter(on);
  const claimDetectors = [claims(vocabulary)].filter(on);

  const paragraph = (text: string): readonly Suggestion[] => {
    if (!/[\u0600-\u06FF\u0750-\u077F\uFB50-\uFEFC]/u.test(text)) return [];
    const analysis = analyse(text);
    const proposed: Suggestion[] = [];
    for (const detector of entityDetectors) proposed.push(...detector.detect(analysis, proposed));
    const entities = flatten(text.length, proposed).sort(byPlace);
    const claims = claimDetectors.flatMap((detector) => detector.detect(analysis, entities));
    return [...entities, ...claims].sort(byPlace);
  };

  return {
    detectors: [...entityDetectors, ...claimDetectors],
    paragraph,
    suggest(text) {
      const all: Suggestion[] = [];
      let start = 0;
      for (const line of text.split('\n')) {
        for (const suggestion of paragraph(line)) all.push(shiftSuggestion(suggestion, start));
        start += line.length + 1;
      }
      return withImplicitSources(all);
    },
  };
}

/** Text order; an entity before the claim that starts with it. */
function byPlace(a: Suggestion, b: Suggestion): number {
  return a.start - b.start || compare(b.kind, a.kind) || b.end - a.end || compare(a.label, b.label);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Entities are flat: of those that share a character the one with the higher rank stays. Rank is the score,
 * and something for every further word, because the longest name that reads as one name is the entity.
 */
function flatten(length: number, proposed: readonly Suggestion[]): EntitySuggestion[] {
  const entities = proposed.filter((s): s is EntitySuggestion => s.kind === 'entity');
  const ranked = entities
    .map((suggestion, order) => ({ suggestion, order, rank: rankOf(suggestion) }))
    .sort(
      (a, b) => b.rank - a.rank || a.suggestion.start - b.suggestion.start || a.order - b.order,
    );
  const taken = new Uint8Array(length);
  const kept: EntitySuggestion[] = [];
  for (const { suggestion } of ranked) {
    if (taken.subarray(suggestion.start, suggestion.end).includes(1)) continue;
    taken.fill(1, suggestion.start, suggestion.end);
    kept.push(suggestion);
  }
  return kept;
}

function rankOf(suggestion: EntitySuggestion): number {
  let blanks = 0;
  for (let i = 0; i < suggestion.quote.length && blanks < 8; i++) {
    if (suggestion.quote.charCodeAt(i) === 0x20) blanks++;
  }
  return suggestion.score + blanks * 0.1;
}

/**
 * Leaves out what the annotator has settled: entities that overlap a saved entity, claims that share the
 * cue or most of the content of a saved claim, and suggestions that were rejected at the same place.
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
  const covered = coverage(savedEntities);
  const claimed = coverage(savedClaims.flatMap((saved) => [saved, saved.claim?.cue ?? saved]));
  return suggestions.filter((suggestion) => {
    if (rejected.size > 0 && rejected.has(rejectionKey(suggestion))) return false;
    if (suggestion.kind === 'entity') return !covered(suggestion.start, suggestion.end);
    const { start, end, cue } = suggestion;
    if (!claimed(start, end) && !claimed(cue.start, cue.end)) return true;
    return !savedClaims.some(
      (saved) =>
        intersectionOverUnion(saved, suggestion) >= 0.6 ||
        (saved.claim?.cue !== undefined && overlaps(saved.claim.cue, suggestion.cue)),
    );
  });
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
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) > start;
  };
}
