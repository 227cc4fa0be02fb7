// What a pattern would say of the first letters of a folded word. A pattern in a function is an object that is
// made anew at every call: too much for what is asked of most words of a text.

/** و or ف, be it a conjunction or of the word itself. */
export function startsWithConjunction(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit === 0x0648 || unit === 0x0641;
}

export function startsWithDigit(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}

/** The word without a leading و or ف. */
export function withoutConjunction(word: string): string {
  return startsWithConjunction(word) ? word.slice(1) : word;
}

/** The word without ال before it. */
export function withoutArticle(word: string): string {
  return word.startsWith('ال') ? word.slice(2) : word;
}
