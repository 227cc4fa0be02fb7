import { normalizedView, type NormalizedView } from '../text/normalize';

/** One set of options for lists and for texts, so that the tables behind it are made once. */
const OPTIONS = { quotes: false, spaces: false } as const;

/** The folded view of a paragraph in which words are looked up. */
export function foldedView(text: string): NormalizedView {
  return normalizedView(text, OPTIONS);
}

/** Folds a list in one go; a call for every word would make the start slow. */
export function foldAll(list: readonly string[]): readonly string[] {
  if (list.length === 0) return [];
  return foldedView(list.join('\n')).text.split('\n');
}

/** Folded form of one word or phrase. */
export function foldWord(word: string): string {
  return foldedView(word).text;
}
