import assert from 'node:assert/strict';
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

/** By kind: a sentence, and every entity in it as the rules alone find them. */
export type EntityCases = Readonly<Record<string, readonly (readonly [string, ...string[]])[]>>;

/** A test for each sentence. */
export function checkEntities(kinds: EntityCases): void {
  for (const [title, cases] of Object.entries(kinds)) {
    describe(title, () => {
      for (const [text, ...expected] of cases) {
        it(text, () => assert.deepEqual(entitiesOf(text), expected));
      }
    });
  }
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

/** A claim as a row: cue, source (none: -), kind, mode, content. */
export type ClaimRow = readonly [string, string, string, string, string];

export function claimRows(text: string): ClaimRow[] {
  return claimsOf(text).map(({ cue, source, claimKind, mode, quote }) => [
    cue.quote,
    source?.quote ?? '-',
    claimKind,
    mode,
    quote,
  ]);
}
