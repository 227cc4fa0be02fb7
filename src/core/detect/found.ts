import { startOf, type AnalysedToken, type Analysis } from './analysis';
import type { EntitySuggestion, Suggestion } from './detector';
import type { Localized } from '../model/issue';

/** What was proposed before, by the offset at which it starts: the longest proposal at each place. */
export class FoundIndex {
  private readonly byStart = new Map<number, EntitySuggestion>();

  constructor(found: readonly Suggestion[]) {
    for (const suggestion of found) this.add(suggestion);
  }

  add(suggestion: Suggestion): void {
    if (suggestion.kind !== 'entity') return;
    const present = this.byStart.get(suggestion.start);
    if (present === undefined || present.end < suggestion.end) {
      this.byStart.set(suggestion.start, suggestion);
    }
  }

  /** The longest entity that starts at the offset. */
  at(start: number): EntitySuggestion | undefined {
    return this.byStart.get(start);
  }

  /** The longest entity that starts behind a proclitic of the token. */
  behind(token: AnalysedToken | undefined, proclitic: string): EntitySuggestion | undefined {
    const reading = token?.readings.find(({ proclitics }) => proclitics === proclitic);
    return reading && this.at(startOf(token, reading));
  }

  /** The longest entity of one of the labels that starts at the token, proclitics left out or not. */
  atToken(
    token: AnalysedToken | undefined,
    labels: ReadonlySet<string>,
  ): EntitySuggestion | undefined {
    if (token === undefined) return undefined;
    for (const { cut } of token.readings) {
      const entity = this.byStart.get(token.start + cut);
      if (entity !== undefined && labels.has(entity.label)) return entity;
    }
    return undefined;
  }
}

/** Index of the first token that starts at or after the offset, searching on from `from`. */
export function tokenAfter(tokens: readonly AnalysedToken[], offset: number, from: number): number {
  let i = from;
  while (i < tokens.length && (tokens[i]?.start ?? offset) < offset) i++;
  return i;
}

/** Builds an entity suggestion of the tokens up to, not including, index `end`. */
export function entity(
  analysis: Analysis,
  detector: string,
  label: string,
  start: number,
  end: number,
  score: number,
  why: Localized,
): EntitySuggestion {
  const stop = analysis.tokens[end - 1]?.end ?? start;
  return {
    kind: 'entity',
    label,
    start,
    end: stop,
    quote: analysis.text.slice(start, stop),
    score,
    detector,
    why: [why],
  };
}
