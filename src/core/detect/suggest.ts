import type { ArticleRecord } from '../model/annotation';
import { intersectionOverUnion, overlaps } from '../text/span';
import { analyse } from './analysis';
import { claims } from './claims/claims';
import type { DetectorInfo, Suggestion } from './detector';
import { byPlace, flatten } from './flatten';
import { gazetteer } from './gazetteer';
import { organisations } from './heads/organisations';
import { things } from './heads/things';
import { places } from './heads/places';
import { nameLists } from './people/nameParts';
import { entities } from './model/entities';
import type { EntityModel } from './model/entityModel';
import { persons } from './people/persons';
import { titles } from './people/titles';
import { dates } from './quantities/dates';
import { numbers } from './quantities/numbers';
import { createVocabulary } from './vocabulary';

export interface EngineOptions {
  /** Ids of detectors to leave out. */
  readonly off?: readonly string[];
  /** Trained weights for names; without them the rules stand alone. */
  readonly model?: EntityModel;
}

/** The detectors, put together. Holds tables only: it remembers nothing of the texts it has seen. */
export interface Engine {
  readonly detectors: readonly DetectorInfo[];
  /** Suggestions for one line, offsets in that line. */
  paragraph(text: string): readonly Suggestion[];
  /** Suggestions for a whole LF article, offsets in the article, in text order. */
  suggest(text: string): readonly Suggestion[];
}

export function createEngine(options: EngineOptions = {}): Engine {
  const off = new Set(options.off ?? []);
  const on = (detector: DetectorInfo): boolean => !off.has(detector.id);
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
  const refiners = (
    options.model === undefined ? [] : [entities(options.model, vocabulary)]
  ).filter(on);
  const claimDetectors = [claims(vocabulary)].filter(on);

  const paragraph = (text: string): readonly Suggestion[] => {
    if (!/[\u0600-\u06FF\u0750-\u077F\uFB50-\uFEFC]/u.test(text)) return [];
    const analysis = analyse(text);
    const proposed: Suggestion[] = [];
    for (const detector of entityDetectors) proposed.push(...detector.detect(analysis, proposed));
    let flat = flatten(text.length, proposed).sort(byPlace);
    for (const refiner of refiners) {
      flat = flatten(text.length, refiner.refine(analysis, flat)).sort(byPlace);
    }
    const claims = claimDetectors.flatMap((detector) => detector.detect(analysis, flat));
    return [...flat, ...claims].sort(byPlace);
  };

  return {
    detectors: [...entityDetectors, ...refiners, ...claimDetectors],
    paragraph,
    suggest(text) {
      const all: Suggestion[] = [];
      let start = 0;
      for (const line of text.split('\n')) {
        for (const suggestion of paragraph(line)) all.push(moved(suggestion, start));
        start += line.length + 1;
      }
      return all;
    },
  };
}

function moved(suggestion: Suggestion, by: number): Suggestion {
  if (by === 0) return suggestion;
  const shift = <S extends { readonly start: number; readonly end: number }>(s: S): S => ({
    ...s,
    start: s.start + by,
    end: s.end + by,
  });
  if (suggestion.kind === 'entity') return shift(suggestion);
  return {
    ...shift(suggestion),
    cue: shift(suggestion.cue),
    source: suggestion.source === null ? null : shift(suggestion.source),
  };
}

/**
 * Leaves out what the annotator has settled: entities that overlap a saved entity, claims that share the
 * cue or most of the content of a saved claim, and suggestions that were rejected at the same place.
 */
export function withoutDecided(
  suggestions: readonly Suggestion[],
  record: ArticleRecord,
): Suggestion[] {
  const savedClaims = record.annotations.filter((annotation) => annotation.claim !== undefined);
  const savedEntities = record.annotations
    .filter((annotation) => annotation.claim === undefined)
    .flatMap((annotation) => [annotation, ...(annotation.parts ?? [])])
    .sort((a, b) => a.start - b.start);
  const rejected = new Set(record.rejected.map((r) => `${r.label} ${r.start} ${r.quote}`));
  const covered = coverage(savedEntities);
  return suggestions.filter((suggestion) => {
    if (rejected.has(`${suggestion.label} ${suggestion.start} ${suggestion.quote}`)) return false;
    if (suggestion.kind === 'entity') return !covered(suggestion.start, suggestion.end);
    return !savedClaims.some(
      (saved) =>
        intersectionOverUnion(saved, suggestion) >= 0.6 ||
        (saved.claim?.cue !== undefined && overlaps(saved.claim.cue, suggestion.cue)),
    );
  });
}

/** Whether a span shares a character with one of the spans, which are in order of their starts. */
function coverage(
  spans: readonly { readonly start: number; readonly end: number }[],
): (start: number, end: number) => boolean {
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
