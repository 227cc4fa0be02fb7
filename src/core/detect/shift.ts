import type { TextChange } from '../text/edits';
import type { Span } from '../text/span';
import type { Suggestion } from './detector';

/** The suggestion with `by` added to all of its offsets. */
export function shiftSuggestion(suggestion: Suggestion, by: number): Suggestion {
  if (by === 0) return suggestion;
  const move = <T extends Span>(part: T): T => ({
    ...part,
    start: part.start + by,
    end: part.end + by,
  });
  if (suggestion.kind === 'entity') {
    // Thousands at every key in a long article: named one by one, its fields are copied several times as fast.
    const { kind, label, start, end, quote, score, detector, why } = suggestion;
    return { kind, label, start: start + by, end: end + by, quote, score, detector, why };
  }
  return {
    ...move(suggestion),
    cue: move(suggestion.cue),
    source: suggestion.source === null ? null : move(suggestion.source),
    ...(suggestion.implicitSource === undefined
      ? {}
      : { implicitSource: move(suggestion.implicitSource) }),
  };
}

/**
 * From the first to the last character that the suggestion speaks of: content, cue and source. An implicit
 * source is said elsewhere and does not count.
 */
export function extentOf(suggestion: Suggestion): Span {
  if (suggestion.kind === 'entity') return suggestion;
  const { cue, source } = suggestion;
  return {
    start: Math.min(suggestion.start, cue.start, source?.start ?? suggestion.start),
    end: Math.max(suggestion.end, cue.end, source?.end ?? suggestion.end),
  };
}

/** The suggestions at the places that their words have after the changes; those that a change touches go. */
export function followSuggestions(
  suggestions: readonly Suggestion[],
  changes: readonly TextChange[],
): readonly Suggestion[] {
  let kept = suggestions;
  for (const change of changes) {
    const shift = change.text.length - (change.end - change.start);
    const moved: Suggestion[] = [];
    for (const suggestion of kept) {
      const { start, end } = extentOf(suggestion);
      if (end < change.start) moved.push(suggestion);
      else if (start > change.end) moved.push(shiftSuggestion(suggestion, shift));
    }
    kept = moved;
  }
  return kept;
}
