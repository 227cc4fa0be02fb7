import { endsWhole, startsWhole } from '../text/boundaries';
import { fold, normalizedView } from '../text/normalize';
import type { Span } from '../text/span';

/** Where the words of the quote stand whole, in whatever spelling, in text order. */
export function sameSpelled(text: string, quote: string): Span[] {
  const needle = fold(quote);
  if (needle.trim() === '') return [];
  const view = normalizedView(text);
  const found: Span[] = [];
  for (let at = view.text.indexOf(needle); at !== -1; at = view.text.indexOf(needle, at + 1)) {
    const span = view.originalSpan({ start: at, end: at + needle.length });
    if (startsWhole(text, span.start) && endsWhole(text, span.end)) found.push(span);
  }
  return found;
}
