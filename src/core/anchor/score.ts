import { endsWhole, startsWhole } from '../text/boundaries';
import { isWordChar } from '../text/chars';
import type { Span } from '../text/span';
import { CONTEXT_LENGTH } from './describe';

/** Offsets are UTF-16 over the LF text. */
export interface Anchor extends Span {
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What a place earns: by its context, by being near, by standing where expected, by a long quote. */
const CONTEXT_WEIGHT = 0.6;
const NEAR_WEIGHT = 0.25;
const POSITION_BONUS = 0.3;
const LENGTH_BONUS = 0.5;
/** Distance, in code units, at which nearness has fallen to a half. */
const HALF_DISTANCE = 400;

/** Whether the text at the anchor's own position is its quote. */
export function standsAt(text: string, anchor: Anchor): boolean {
  return (
    anchor.quote.length > 0 &&
    anchor.start >= 0 &&
    anchor.end - anchor.start === anchor.quote.length &&
    text.startsWith(anchor.quote, anchor.start)
  );
}

/** Whether the words around the position are those recorded; nothing recorded, nothing to disagree with. */
export function agreesAt(text: string, anchor: Anchor): boolean {
  if (anchor.prefix === undefined && anchor.suffix === undefined) return true;
  const agreement = contextAgreement(text, anchor, anchor.start);
  // Where all of the context stands, the words are cut as they were.
  return agreement === 1 || (agreement >= 0.5 && boundariesFit(text, anchor, anchor.start));
}

/**
 * Whether the quote stands there as words of its own, proclitics before it allowed, or cuts a word as the
 * annotator cut it. Without this «عمر» would be found in «عمران».
 */
export function boundariesFit(text: string, anchor: Anchor, at: number): boolean {
  const end = at + anchor.quote.length;
  return (
    (startsWhole(text, at) ||
      sameLetter(text.codePointAt(at - 1), anchor.prefix?.codePointAt(anchor.prefix.length - 1))) &&
    (endsWhole(text, end) || sameLetter(text.codePointAt(end), anchor.suffix?.codePointAt(0)))
  );
}

function sameLetter(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && a === b && isWordChar(a);
}

/** Evidence for a place, from 0 to some 1.65; comparisons use it unclipped. */
export function scoreAt(text: string, anchor: Anchor, at: number, expected: number): number {
  const nearness = 1 / (1 + Math.abs(at - expected) / HALF_DISTANCE);
  const long = Math.max(0, Math.min(1, (anchor.quote.length - 8) / 32));
  return (
    CONTEXT_WEIGHT * contextAgreement(text, anchor, at) +
    NEAR_WEIGHT * nearness +
    LENGTH_BONUS * long +
    (at === expected ? POSITION_BONUS : 0)
  );
}

/**
 * 0 to 1: how far the recorded context stands around the place. One side whole is most of it, since an edit
 * next to the span as a rule leaves the other side alone. An anchor without context agrees everywhere.
 */
export function contextAgreement(text: string, anchor: Anchor, at: number): number {
  const { prefix, suffix } = anchor;
  if (prefix === undefined && suffix === undefined) return 0.5;
  const end = at + anchor.quote.length;
  const before = prefix === undefined ? 0 : agreementBefore(text, at, prefix);
  const after = suffix === undefined ? 0 : agreementAfter(text, end, suffix);
  return 0.75 * Math.max(before, after) + 0.25 * Math.min(before, after);
}

function agreementBefore(text: string, at: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && n < at && text[at - n - 1] === prefix[prefix.length - n - 1]) n++;
  return agreement(n, prefix.length, n === at);
}

function agreementAfter(text: string, at: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && at + n < text.length && text[at + n] === suffix[n]) n++;
  return agreement(n, suffix.length, at + n === text.length);
}

/** A short context proves little, unless it is short because the article begins or ends there. */
function agreement(matched: number, recorded: number, atEdge: boolean): number {
  if (matched === recorded && atEdge) return 1;
  const enough = Math.min(recorded, CONTEXT_LENGTH / 2);
  return recorded === 0 ? 0 : (matched / recorded) * (enough / (CONTEXT_LENGTH / 2));
}
