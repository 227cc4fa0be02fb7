import { overlaps } from '../text/span';
import type { EntitySuggestion, Suggestion } from './detector';

/**
 * Entities are flat: of those that share a character the one with the higher rank stays. Rank is the score,
 * and something for every further word, because the longest name that reads as one name is the entity. The
 * answer is in text order.
 */
export function flatten(proposed: readonly Suggestion[]): EntitySuggestion[] {
  const entities = proposed
    .filter((s): s is EntitySuggestion => s.kind === 'entity')
    .sort((a, b) => a.start - b.start);
  const kept: EntitySuggestion[] = [];
  for (let i = 0; i < entities.length;) {
    let end = entities[i]?.end ?? 0;
    let next = i + 1;
    for (; (entities[next]?.start ?? end) < end; next++) {
      end = Math.max(end, entities[next]?.end ?? end);
    }
    if (next === i + 1) kept.push(entities[i]!);
    else kept.push(...highest(entities.slice(i, next)));
    i = next;
  }
  return kept;
}

/** Of entities of which some overlap, those that stay; of two of one rank the first. */
function highest(entities: readonly EntitySuggestion[]): EntitySuggestion[] {
  const ranked = entities
    .map((suggestion) => ({ suggestion, rank: rankOf(suggestion) }))
    .sort((a, b) => b.rank - a.rank);
  const kept: EntitySuggestion[] = [];
  for (const { suggestion } of ranked) {
    if (!kept.some((other) => overlaps(other, suggestion))) kept.push(suggestion);
  }
  return kept.sort(byPlace);
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
