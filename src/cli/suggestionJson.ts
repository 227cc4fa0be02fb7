import type { Suggestion } from '../core/detect/detector';
import type { QuotedSpan } from '../core/model/annotation';
import { OffsetUnits } from '../core/text/units';
import type { Language } from './command';

/** Suggestions as `detect` prints them: offsets in code points over `text`, quotes from `text`. */
export function suggestionsJson(
  text: string,
  suggestions: readonly Suggestion[],
  language: Language,
): readonly object[] {
  const units = new OffsetUnits(text);
  const place = (s: QuotedSpan) => ({
    ...units.spanToCodePoints(s),
    quote: text.slice(s.start, s.end),
  });
  return suggestions.map((suggestion) => {
    const { kind, label, score, detector } = suggestion;
    const why = suggestion.why.map((reason) => reason[language]);
    const rounded = Math.round(score * 1e6) / 1e6;
    if (suggestion.kind === 'entity') {
      return { kind, label, ...place(suggestion), score: rounded, detector, why };
    }
    const { cue, source, claimKind, mode, checkworthy } = suggestion;
    return {
      kind,
      content: place(suggestion),
      cue: place(cue),
      source: source === null ? null : place(source),
      claimKind,
      mode,
      checkworthy,
      why,
      score: rounded,
      detector,
    };
  });
}
