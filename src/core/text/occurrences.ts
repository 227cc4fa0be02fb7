import { endsWhole, startsWhole } from './boundaries';
import { normalizedView } from './normalize';
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
  return finder(text, false)(quote);
}

/** The same for many quotes of one text, which is folded and indexed once. */
export function occurrenceFinder(text: string): (quote: string) => Span[] {
  return finder(text, true);
}

function finder(text: string, many: boolean): (quote: string) => Span[] {
  const view = normalizedView(text, OPTIONS);
  const index = new PlaceIndex(view.text, many);
  return (quote) => {
    const needle = normalizedView(quote, OPTIONS).text.trim();
    const found: Span[] = [];
    let free = 0;
    for (const at of index.find(needle)) {
      const end = at + needle.length;
      if (at < free || !endsWhole(view.text, end) || !startsWhole(view.text, at)) continue;
      found.push(view.originalSpan({ start: at, end }));
      free = end;
    }
    return found;
  };
}
