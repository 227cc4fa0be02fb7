import { createEngine } from '../../../src/core/detect/suggest';
import type { ClaimSuggestion } from '../../../src/core/detect/detector';

export const engine = createEngine();

/** `LABEL:quote` of every entity, in text order. */
export function entitiesOf(text: string): string[] {
  return engine
    .suggest(text)
    .filter((suggestion) => suggestion.kind === 'entity')
    .map((suggestion) => `${suggestion.label}:${suggestion.quote}`);
}

/** The entities of some labels only. */
export function entitiesWith(text: string, ...labels: string[]): string[] {
  return entitiesOf(text).filter((entity) => labels.includes(entity.split(':')[0] ?? ''));
}

export function claimsOf(text: string): ClaimSuggestion[] {
  return engine
    .suggest(text)
    .filter((suggestion): suggestion is ClaimSuggestion => suggestion.kind === 'claim');
}
