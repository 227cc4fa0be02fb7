import { endsWhole, startsWhole } from './boundaries';
import { normalizedView, type NormalizedView } from './normalize';
import { PlaceIndex } from './placeIndex';
import type { Span } from './span';

/** Only what spelling leaves open: marks and stretching. أ and ا, ة and ه stay different words. */
const OPTIONS = { alef: false, ya: false, ta: false, digits: false, quotes: false, case: false };

/**
 * Every place where the words of `quote` stand as whole words, in text order, never overlapping. A
 * proclitic written onto the first word is allowed and left out; tashkeel, tatweel and the width of blanks
 * make no difference. An empty quote stands nowhere.
 */
export function occurrences(text: string, quote: string): Span[] {
  return occurrenceFinder(text)(quote);
}

/** The same for many quotes of one text, which is folded at the first question and indexed when many come. */
export function occurrenceFinder(text: string): (quote: string) => Span[] {
  let folded: { readonly view: NormalizedView; readonly places: PlaceIndex } | undefined;
  return (quote) => {
    const needle = normalizedView(quote, OPTIONS).text.trim();
    if (needle === '') return [];
    folded ??= foldedText(text);
    return wholeWords(folded.view, folded.places.find(needle), needle.length);
  };
}

function foldedText(text: string): { view: NormalizedView; places: PlaceIndex } {
  const view = normalizedView(text, OPTIONS);
  return { view, places: new PlaceIndex(view.text) };
}

function wholeWords(view: NormalizedView, places: readonly number[], length: number): Span[] {
  const found: Span[] = [];
  let free = 0;
  for (const at of places) {
    const end = at + length;
    if (at < free || !endsWhole(view.text, end) || !startsWhole(view.text, at)) continue;
    found.push(view.originalSpan({ start: at, end }));
    free = end;
  }
  return found;
}
