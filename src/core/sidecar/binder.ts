import { resolve, resolveAll, type Anchor, type FuzzyMatcher } from '../anchor/resolve';
import type { Annotation, ClaimDetails, QuotedSpan } from '../model/annotation';
import { sameSpan, type Span } from '../text/span';
import { OffsetUnits } from '../text/units';

export interface Bound {
  readonly annotation: Annotation;
  readonly moved: boolean;
}

/**
 * Finds stored annotations in the article's text. Stored spans are in code points of the text that they
 * were made on; so are shifts.
 */
export class Binder {
  private readonly units: OffsetUnits;

  constructor(
    private readonly text: string,
    private readonly fuzzy: FuzzyMatcher | undefined,
  ) {
    this.units = new OffsetUnits(text);
  }

  /**
   * Each annotation where it stands now, or undefined. Most stand where they were stored, or as far from
   * there as the one before, which is seen at once; only the rest is searched for.
   */
  bindAll(stored: readonly Annotation[]): readonly (Bound | undefined)[] {
    const mains: (QuotedSpan | undefined)[] = [];
    /** For each, how far the nearest one before it moved, or it itself. */
    const shifts: (number | undefined)[] = [];
    let shift: number | undefined;
    for (const annotation of stored) {
      const main = this.withContext(annotation, shift ?? 0) ?? this.onlyPlace(annotation);
      if (main !== undefined) shift = this.shiftOf(annotation, main);
      mains.push(main);
      shifts.push(shift);
    }
    this.searchMissing(stored, mains, shifts);
    return stored.map((annotation, index) => {
      const main = mains[index];
      return main === undefined ? undefined : this.bind(annotation, main);
    });
  }

  /** Fills in what is found of the annotations that have no place yet. */
  private searchMissing(
    stored: readonly Annotation[],
    mains: (QuotedSpan | undefined)[],
    shifts: readonly (number | undefined)[],
  ): void {
    const missing = stored.flatMap((annotation, index) =>
      mains[index] === undefined ? [{ annotation, index }] : [],
    );
    if (missing.length === 0) return;
    const first = shifts.find((one) => one !== undefined) ?? 0;
    const anchors = missing.map(({ annotation, index }) =>
      this.anchorOf(annotation, shifts[index] ?? first),
    );
    for (const [at, resolution] of resolveAll(this.text, anchors, this.fuzzy).entries()) {
      const index = missing[at]?.index;
      if (index === undefined || resolution.status === 'orphan') continue;
      mains[index] = this.quoted(resolution.span);
    }
  }

  private shiftOf(stored: Span, found: Span): number {
    return this.units.toCodePoint(found.start) - stored.start;
  }

  /** Where it was stored, or `shift` further on, if its words and all that is recorded around them stand there. */
  private withContext(stored: Annotation, shift: number): QuotedSpan | undefined {
    const { prefix = '', suffix = '' } = stored;
    const agrees = ({ start, end }: Span): boolean =>
      start >= prefix.length &&
      this.text.startsWith(prefix, start - prefix.length) &&
      this.text.startsWith(suffix, end);
    const here = this.standing(stored, 0);
    if (here !== undefined && agrees(here)) return here;
    if (shift === 0 || prefix + suffix === '') return undefined;
    const along = this.standing(stored, shift);
    return along !== undefined && agrees(along) ? along : undefined;
  }

  /** The only place in the text where its words stand between those recorded on both sides. */
  private onlyPlace(stored: Annotation): QuotedSpan | undefined {
    const { prefix = '', quote, suffix = '' } = stored;
    if (prefix === '' || suffix === '') return undefined;
    const whole = prefix + quote + suffix;
    const at = this.text.indexOf(whole);
    if (at === -1 || this.text.indexOf(whole, at + 1) !== -1) return undefined;
    const start = at + prefix.length;
    return { start, end: start + quote.length, quote };
  }

  private anchorOf(stored: Annotation, shift: number): Anchor {
    const { quote, prefix, suffix } = stored;
    return {
      ...this.place(stored, shift),
      quote,
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    };
  }

  private bind(stored: Annotation, main: QuotedSpan): Bound | undefined {
    const shift = this.shiftOf(stored, main);
    const isWhole = stored.parts === undefined && stored.claim === undefined;
    // Nothing to change: the very same object, of which there are thousands.
    if (isWhole && shift === 0 && sameSpan(main, stored) && main.quote === stored.quote) {
      return { annotation: stored, moved: false };
    }
    const parts = stored.parts?.map((part) => this.find(part, shift));
    const claim = stored.claim && this.bindClaim(stored.claim, shift);
    if (parts?.includes(undefined) === true) return undefined;
    if (stored.claim !== undefined && claim === undefined) return undefined;
    const annotation: Annotation = {
      ...stored,
      ...main,
      ...(parts === undefined ? {} : { parts: parts.filter((part) => part !== undefined) }),
      ...(claim === undefined ? {} : { claim }),
    };
    return { annotation, moved: shift !== 0 };
  }

  bindRejection<T extends QuotedSpan>(stored: T): T {
    const found = this.find(stored, 0) ?? this.units.spanToUtf16(stored);
    return { ...stored, start: found.start, end: found.end };
  }

  private bindClaim(claim: ClaimDetails, shift: number): ClaimDetails | undefined {
    const cue = claim.cue && this.find(claim.cue, shift);
    const source = claim.source && this.find(claim.source, shift);
    if (claim.cue !== undefined && cue === undefined) return undefined;
    if (claim.source !== undefined && source === undefined) return undefined;
    return {
      ...claim,
      ...(cue === undefined ? {} : { cue }),
      ...(source === undefined ? {} : { source }),
    };
  }

  /** Looks where the span is when it moved along with its annotation, where it was stored, then all over. */
  private find(stored: QuotedSpan, shift: number): QuotedSpan | undefined {
    const here = this.standing(stored, shift);
    return (
      here ?? (shift === 0 ? undefined : this.standing(stored, 0)) ?? this.search(stored, shift)
    );
  }

  /** The span, so far from the stored place, when its words stand just there. */
  private standing(stored: QuotedSpan, shift: number): QuotedSpan | undefined {
    const { quote } = stored;
    const { start, end } = this.place(stored, shift);
    const fits = start >= 0 && end <= this.text.length && end - start === quote.length;
    return fits && this.text.startsWith(quote, start) ? { start, end, quote } : undefined;
  }

  private search(stored: QuotedSpan, shift: number): QuotedSpan | undefined {
    const anchor: Anchor = { ...stored, ...this.place(stored, shift) };
    const resolution = resolve(this.text, anchor, this.fuzzy);
    if (resolution.status === 'orphan') return undefined;
    return this.quoted(resolution.span);
  }

  private quoted({ start, end }: Span): QuotedSpan {
    return { start, end, quote: this.text.slice(start, end) };
  }

  private place(stored: Span, shift: number): Span {
    return this.units.spanToUtf16({ start: stored.start + shift, end: stored.end + shift });
  }
}
