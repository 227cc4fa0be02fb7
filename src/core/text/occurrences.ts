import { endsWhole, startsWhole } from './boundaries';
import { normalizedView, type NormalizedView } from './normalize';
import type { Span } from './span';

/** Only what spelling leaves open: marks and stretching. أ and ا, ة and ه stay different words. */
const OPTIONS = { alef: false, ya: false, ta: false, digits: false, quotes: false, case: false };

/** Finds words in one text again and again; the text is normalised once, when first asked. */
export class OccurrenceIndex {
  private view: NormalizedView | undefined;

  constructor(private readonly text: string) {}

  /**
   * Every place where the words of `quote` stand as whole words, in text order, never overlapping. A
   * proclitic written onto the first word is allowed and left out; tashkeel, tatweel and the width of
   * blanks make no difference. An empty quote stands nowhere.
   */
  find(quote: string): Span[] {
    const needle = normalizedView(quote, OPTIONS).text.trim();
    if (needle === '') return [];
    const view = (this.view ??= normalizedView(this.text, OPTIONS));
    const found: Span[] = [];
    let at = view.text.indexOf(needle);
    while (at !== -1) {
      const end = at + needle.length;
      const whole = endsWhole(view.text, end) && startsWhole(view.text, at);
      if (whole) found.push(view.originalSpan({ start: at, end }));
      at = view.text.indexOf(needle, whole ? end : at + 1);
    }
    return found;
  }
}

/** The same for one quote: see `OccurrenceIndex.find`. */
export function occurrences(text: string, quote: string): Span[] {
  return occurrenceFinder(text)(quote);
}

/** The same for many quotes of one text, which is folded once. */
export function occurrenceFinder(text: string): (quote: string) => Span[] {
  const view = normalizedView(text, OPTIONS);
  return (quote) => {
    const needle = normalizedView(quote, OPTIONS).text.trim();
    return needle === '' ? [] : findAll(view, needle);
  };
}

function findAll(view: NormalizedView, needle: string): Span[] {
  const found: Span[] = [];
  let at = view.text.indexOf(needle);
  while (at !== -1) {
    const end = at + needle.length;
    const whole = endsWhole(view.text, end) && startsWhole(view.text, at);
    if (whole) found.push(view.originalSpan({ start: at, end }));
    at = view.text.indexOf(needle, whole ? end : at + 1);
  }
  return found;
}
