import { EMPTY_RECORD, type Annotation } from '../model/annotation';
import type { Suggestion } from './detector';
import { byPlace, flatten } from './flatten';
import { withoutDecided } from './decided';

/**
 * Our suggestions, and those of guests where ours leave room: a guest's entity that shares a character with
 * one of ours is left out, and so is a claim that has the cue or most of the content of one of ours.
 */
export function withGuests(
  own: readonly Suggestion[],
  guests: readonly Suggestion[],
): readonly Suggestion[] {
  if (guests.length === 0) return own;
  const taken = { ...EMPTY_RECORD, annotations: own.map(asSaved) };
  const free = withoutDecided(guests, taken);
  const claims = free.filter(({ kind }) => kind === 'claim');
  return [...own, ...flatten(free), ...claims].sort(byPlace);
}

function asSaved(suggestion: Suggestion): Annotation {
  const { start, end, quote, label } = suggestion;
  const annotation = { id: '', label, start, end, quote };
  if (suggestion.kind === 'entity') return annotation;
  const { claimKind, mode, cue } = suggestion;
  return { ...annotation, claim: { kind: claimKind, mode, cue } };
}
