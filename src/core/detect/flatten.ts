import type { EntitySuggestion, Suggestion } from './detector';

/**
 * Entities are flat: of those that share a character the one with the higher rank stays. Rank is the score,
 * and something for every further word, because the longest name that reads as one name is the entity.
 */
export function flatten(length: number, proposed: readonly Suggestion[]): EntitySuggestion[] {
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

/** Text order; an entity before the claim that starts with it. */
export function byPlace(a: Suggestion, b: Suggestion): number {
  return a.start - b.start || compare(b.kind, a.kind) || b.end - a.end || compare(a.label, b.label);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
