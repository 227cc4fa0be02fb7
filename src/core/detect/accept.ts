import { CLAIM, type Annotation } from '../model/annotation';
import type { Suggestion } from './detector';

/** Who makes an annotation, when, and under which id. */
export interface Authorship {
  readonly id: string;
  readonly by?: string;
  /** ISO 8601, UTC, to the second. */
  readonly at?: string;
}

/** The annotation that accepting the suggestion makes. Offsets stay in the suggestion's unit. */
export function annotationOf(suggestion: Suggestion, authorship: Authorship): Annotation {
  const { start, end, quote } = suggestion;
  if (suggestion.kind === 'entity') {
    return { ...authorship, label: suggestion.label, start, end, quote };
  }
  const { claimKind, mode, checkworthy, cue, source } = suggestion;
  return {
    ...authorship,
    label: CLAIM,
    start,
    end,
    quote,
    claim: { kind: claimKind, mode, checkworthy, cue, ...(source === null ? {} : { source }) },
  };
}

/** Time in the form that sidecars hold. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
