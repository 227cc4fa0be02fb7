import {
  resolve,
  resolveAll,
  type Anchor,
  type FuzzyMatcher,
  type Resolution,
} from '../anchor/resolve';
import { CONTEXT_LENGTH } from '../anchor/describe';
import { nearestAlike } from '../anchor/nearestAlike';
import { PlaceIndex } from '../text/placeIndex';
import type { Annotation, ClaimDetails, QuotedSpan } from '../model/annotation';
import { fold } from '../text/normalize';
import { sameSpan, type Span } from '../text/span';
import { OffsetUnits } from '../text/units';

export interface Bound {
  readonly annotation: Annotation;
  /** Whether it stands elsewhere than it was stored, or its words have changed. */
  readonly moved: boolean;
}

/** A cue or source so near to its claim, in code points, is in its sentence or the one before. */
const BESIDE = 300;

/**
 * Finds stored annotations in the article's text. Stored spans are in code points of the text that they
 * were made on; so are shifts.
 */
export class Binder {
  private readonly units: OffsetUnits;
  private readonly places: PlaceIndex;

  constructor(
    private readonly text: string,
    private readonly fuzzy: FuzzyMatcher | undefined,
  ) {
    this.units = new OffsetUnits(text);
    this.places = new PlaceIndex(text);
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
    let alike: ReadonlySet<Annotation> | undefined;
    for (const annotation of stored) {
      let main = this.withContext(annotation, shift ?? 0);
      if (main === undefined) {
        alike ??= recordedAlike(stored);
        if (!alike.has(annotation)) main = this.onlyPlace(annotation);
      }
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
    const nextShift = this.shiftsAfter(stored, mains);
    const likely = missing.map(({ annotation, index }) => {
      const shift = nextShift[index];
      return shift === undefined ? [] : [this.place(annotation, shift).start];
    });
    const takenBy = new Map<string, number>();
    for (const [index, main] of mains.entries())
      if (main !== undefined) takenBy.set(`${main.start} ${main.end}`, index);
    const found = resolveAll(this.text, anchors, this.fuzzy, likely, this.places);
    const byScore = [...found.entries()].sort(([, a], [, b]) => scoreOf(b) - scoreOf(a));
    for (const [at, resolution] of byScore) {
      const index = missing[at]?.index;
      if (index === undefined || resolution.status === 'orphan') continue;
      // Two annotations of different places cannot both have come to stand here.
      const key = `${resolution.span.start} ${resolution.span.end}`;
      const holder = stored[takenBy.get(key) ?? index];
      if (holder !== undefined && !sameWords(holder, missing[at]?.annotation)) continue;
      takenBy.set(key, index);
      mains[index] = this.quoted(resolution.span);
    }
  }

  /** For each annotation, how far the nearest one after it moved. */
  private shiftsAfter(
    stored: readonly Annotation[],
    mains: readonly (QuotedSpan | undefined)[],
  ): (number | undefined)[] {
    const shifts: (number | undefined)[] = [];
    let shift: number | undefined;
    for (let index = stored.length - 1; index >= 0; index -= 1) {
      const [annotation, main] = [stored[index], mains[index]];
      if (annotation !== undefined && main !== undefined) shift = this.shiftOf(annotation, main);
      shifts[index] = shift;
    }
    return shifts;
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
    const { quote } = stored;
    const { prefix, suffix } = inParagraph(stored);
    const enough = prefix.length + suffix.length >= CONTEXT_LENGTH;
    if (prefix === '' || suffix === '' || !enough) return undefined;
    const whole = prefix + quote + suffix;
    const [at, second] = this.places.find(whole);
    if (at === undefined || second !== undefined) return undefined;
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
    const find = (piece: QuotedSpan): QuotedSpan | undefined =>
      this.piece(piece, stored, main, shift);
    const parts = stored.parts?.map(find);
    const claim = stored.claim && bindClaim(stored.claim, find);
    if (parts?.includes(undefined) === true) return undefined;
    if (stored.claim !== undefined && claim === undefined) return undefined;
    const annotation: Annotation = {
      ...stored,
      ...main,
      ...(parts === undefined ? {} : { parts: parts.filter((part) => part !== undefined) }),
      ...(claim === undefined ? {} : { claim }),
    };
    return { annotation, moved: shift !== 0 || main.quote !== stored.quote };
  }

  /** The annotation at this place; of its parts, cue and source those that are found from there. */
  placeAt(stored: Annotation, at: Span): Annotation {
    const main = this.quoted(at);
    const shift = this.shiftOf(stored, main);
    const find = (piece: QuotedSpan | undefined): QuotedSpan | undefined =>
      piece && this.piece(piece, stored, main, shift);
    const { prefix: _before, suffix: _after, parts = [], claim, ...rest } = stored;
    const found = parts.map(find).filter((part) => part !== undefined);
    return {
      ...rest,
      ...main,
      ...(found.length === 0 ? {} : { parts: found }),
      ...(claim === undefined ? {} : { claim: withFound(claim, find) }),
    };
  }

  bindRejection<T extends QuotedSpan>(stored: T): T {
    const found = this.find(stored, 0) ?? this.units.spanToUtf16(stored);
    return { ...stored, start: found.start, end: found.end };
  }

  /** A part, cue or source. It has no context of its own but stands near its annotation. */
  private piece(
    stored: QuotedSpan,
    whole: QuotedSpan,
    main: Span,
    shift: number,
  ): QuotedSpan | undefined {
    const moved = this.standing(stored, shift);
    if (moved !== undefined) return moved;
    // What follows the annotation moved as its end did.
    const endShift = this.units.toCodePoint(main.end) - whole.end;
    const after = stored.start >= whole.end ? endShift : shift;
    const there = after === shift ? undefined : this.standing(stored, after);
    const near = there ?? this.nearby(stored, whole, main);
    if (near !== undefined) return near;
    // Gone from beside its annotation: that its words stand once somewhere else proves nothing.
    const wasBeside = Math.abs(stored.start - whole.start) < BESIDE && this.fuzzy !== undefined;
    return wasBeside ? undefined : this.find(stored, after);
  }

  /** As far from its annotation as it was, or near there. */
  private nearby(stored: QuotedSpan, whole: QuotedSpan, main: Span): QuotedSpan | undefined {
    if (this.fuzzy === undefined) return undefined;
    const [fromStart, fromEnd] = [stored.start - whole.start, stored.start - whole.end];
    const density = whole.quote === '' ? 1 : fold(whole.quote).length / whole.quote.length;
    const byEnd = Math.abs(fromEnd) < Math.abs(fromStart);
    const found = nearestAlike(this.text, stored.quote, {
      at: byEnd ? main.end : main.start,
      distance: byEnd ? fromEnd : fromStart,
      density,
    });
    return found && this.quoted(found);
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
    const resolution = resolve(this.text, anchor, this.fuzzy, this.places);
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

function bindClaim(
  claim: ClaimDetails,
  find: (piece: QuotedSpan) => QuotedSpan | undefined,
): ClaimDetails | undefined {
  const bound = withFound(claim, (piece) => piece && find(piece));
  if (claim.cue !== undefined && bound.cue === undefined) return undefined;
  if (claim.source !== undefined && bound.source === undefined) return undefined;
  return bound;
}

function withFound(
  { cue, source, ...rest }: ClaimDetails,
  find: (piece: QuotedSpan | undefined) => QuotedSpan | undefined,
): ClaimDetails {
  const [cueNow, sourceNow] = [find(cue), find(source)];
  return {
    ...rest,
    ...(cueNow === undefined ? {} : { cue: cueNow }),
    ...(sourceNow === undefined ? {} : { source: sourceNow }),
  };
}

/** What is recorded of its own paragraph. The others tell no place from another: paragraphs are moved. */
function inParagraph({ prefix = '', suffix = '' }: Annotation): { prefix: string; suffix: string } {
  return {
    prefix: prefix.slice(Math.max(0, prefix.lastIndexOf('\n'))),
    suffix: suffix.slice(0, suffix.indexOf('\n') + 1 || suffix.length),
  };
}

/** Those of which another, elsewhere, has the same words and surroundings: the only place left may be its. */
function recordedAlike(stored: readonly Annotation[]): ReadonlySet<Annotation> {
  const first = new Map<string, Annotation>();
  const alike = new Set<Annotation>();
  for (const annotation of stored) {
    const { prefix, suffix } = inParagraph(annotation);
    const key = JSON.stringify([prefix, annotation.quote, suffix]);
    const other = first.get(key) ?? annotation;
    if (other.start !== annotation.start) alike.add(other).add(annotation);
    else first.set(key, other);
  }
  return alike;
}

function scoreOf(resolution: Resolution): number {
  return resolution.status === 'orphan' ? -1 : resolution.score;
}

function sameWords(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a.start === b.start && a.end === b.end;
}
