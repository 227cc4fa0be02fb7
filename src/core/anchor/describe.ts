import { splitsPair } from '../text/chars';
import type { Span } from '../text/span';

/** Length of the context kept on each side, in UTF-16 code units, at most. */
export const CONTEXT_LENGTH = 24;

export interface Description {
  readonly quote: string;
  /** Text right before the span; shorter at the article's edges. */
  readonly prefix: string;
  readonly suffix: string;
}

/** What finds the span again after edits. No piece begins or ends inside a surrogate pair. */
export function describe(text: string, s: Span): Description {
  let from = Math.max(0, s.start - CONTEXT_LENGTH);
  if (splitsPair(text, from)) from++;
  let to = Math.min(text.length, s.end + CONTEXT_LENGTH);
  if (splitsPair(text, to)) to--;
  return {
    quote: text.slice(s.start, s.end),
    prefix: text.slice(Math.min(from, s.start), s.start),
    suffix: text.slice(s.end, Math.max(to, s.end)),
  };
}
