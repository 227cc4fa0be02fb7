import { mapPosition, mapSpan, type TextChange } from '../text/edits';
import type { Span } from '../text/span';
import { OffsetUnits } from '../text/units';
import type { Annotation, ArticleRecord, ClaimDetails, QuotedSpan, Rejection } from './annotation';
import type { Operation } from './operations';
import { compareAnnotations, compareRejections, ordered } from './order';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The record after the text was edited. `text` is the text after all `changes`, which apply one after the
 * other. Spans move by the policy of `mapSpan` and take their quotes from `text`. An annotation of which
 * nothing is left becomes an orphan: its last quote, at the place where it stood; a claim whose cue or
 * source is gone loses that part only; a discontinuous annotation loses the pieces that are gone.
 * What no change reaches is the very same object as before.
 */
export function mapRecord(
  record: ArticleRecord,
  text: string,
  changes: readonly TextChange[],
): ArticleRecord {
  if (changes.length === 0) return record;
  const annotations: Annotation[] = [];
  const lost: Annotation[] = [];
  for (const annotation of record.annotations) {
    const mapped = mapAnnotation(annotation, text, changes);
    if (mapped === undefined) lost.push(annotation);
    else annotations.push(mapped);
  }
  const units = lost.length === 0 ? undefined : new OffsetUnits(text);
  const orphans = units === undefined ? [] : lost.map((gone) => orphaned(gone, units, changes));
  return {
    ...record,
    annotations: ordered(annotations, compareAnnotations),
    rejected: ordered(mapRejections(record.rejected, text, changes), compareRejections),
    orphans:
      orphans.length === 0
        ? record.orphans
        : ordered([...record.orphans, ...orphans], compareAnnotations),
  };
}

/** The operation as it must be after the text was edited, so that undo works across edits. */
export function mapOperation(
  op: Operation,
  text: string,
  changes: readonly TextChange[],
): Operation {
  switch (op.type) {
    case 'add':
    case 'replace': {
      const annotation = mapAnnotation(op.annotation, text, changes);
      if (annotation !== undefined) return { ...op, annotation };
      const gone = orphaned(op.annotation, new OffsetUnits(text), changes);
      return { type: 'orphan', annotation: gone };
    }
    case 'reject':
    case 'unreject': {
      const [rejection] = mapRejections([op.rejection], text, changes);
      return rejection === undefined ? { type: 'batch', operations: [] } : { ...op, rejection };
    }
    case 'batch':
      return { ...op, operations: op.operations.map((part) => mapOperation(part, text, changes)) };
    case 'remove':
    case 'orphan':
    case 'status':
      return op;
  }
}

/** Undefined when nothing of the annotation's own span and parts is left. */
export function mapAnnotation(
  annotation: Annotation,
  text: string,
  changes: readonly TextChange[],
): Annotation | undefined {
  const before: readonly QuotedSpan[] = [annotation, ...(annotation.parts ?? [])];
  const after = before.map((piece) => mapQuoted(piece, text, changes));
  const [first, ...further] = after.filter((piece) => piece !== undefined);
  if (first === undefined) return undefined;
  const claim = annotation.claim && mapClaim(annotation.claim, text, changes);
  const same = after.every((piece, index) => piece === before[index]);
  if (same && claim === annotation.claim) return annotation;
  const mapped: Mutable<Annotation> = { ...annotation, ...place(first) };
  if (further.length > 0) mapped.parts = further;
  else delete mapped.parts;
  if (claim !== undefined) mapped.claim = claim;
  return mapped;
}

function mapClaim(claim: ClaimDetails, text: string, changes: readonly TextChange[]): ClaimDetails {
  const cue = claim.cue && mapQuoted(claim.cue, text, changes);
  const source = claim.source && mapQuoted(claim.source, text, changes);
  if (cue === claim.cue && source === claim.source) return claim;
  const mapped: Mutable<ClaimDetails> = { ...claim };
  delete mapped.cue;
  delete mapped.source;
  if (cue !== undefined) mapped.cue = cue;
  if (source !== undefined) mapped.source = source;
  return mapped;
}

function mapRejections(
  rejected: readonly Rejection[],
  text: string,
  changes: readonly TextChange[],
): readonly Rejection[] {
  const mapped: Rejection[] = [];
  for (const rejection of rejected) {
    const moved = mapQuoted(rejection, text, changes);
    if (moved !== undefined)
      mapped.push(moved === rejection ? rejection : { ...rejection, ...place(moved) });
  }
  return mapped;
}

function place(q: QuotedSpan): QuotedSpan {
  return { start: q.start, end: q.end, quote: q.quote };
}

/** Moves one span; the quote is read again only where a change reached into it. */
function mapQuoted(
  quoted: QuotedSpan,
  text: string,
  changes: readonly TextChange[],
): QuotedSpan | undefined {
  let current: Span = quoted;
  let touched = false;
  for (const change of changes) {
    const mapped = mapSpan(current, change);
    if (mapped === undefined) return undefined;
    if (change.start < current.end && change.end > current.start) touched = true;
    else if (mapped.end - mapped.start !== current.end - current.start) touched = true;
    current = mapped;
  }
  if (current === quoted) return quoted;
  const { start, end } = current;
  return { start, end, quote: touched ? text.slice(start, end) : quoted.quote };
}

/** The annotation as an orphan: its last words, in code points, where they stood in the new text. */
function orphaned(
  annotation: Annotation,
  units: OffsetUnits,
  changes: readonly TextChange[],
): Annotation {
  const toStored = <T extends QuotedSpan>(part: T): T => {
    const at = changes.reduce(
      (offset, change) => mapPosition(offset, change, 'before'),
      part.start,
    );
    const start = units.toCodePoint(at);
    return { ...part, start, end: start + new OffsetUnits(part.quote).codePointLength };
  };
  const { parts, claim } = annotation;
  return {
    ...toStored(annotation),
    ...(parts === undefined ? {} : { parts: parts.map(toStored) }),
    ...(claim === undefined ? {} : { claim: orphanedClaim(claim, toStored) }),
  };
}

function orphanedClaim(
  claim: ClaimDetails,
  toStored: (part: QuotedSpan) => QuotedSpan,
): ClaimDetails {
  return {
    ...claim,
    ...(claim.cue === undefined ? {} : { cue: toStored(claim.cue) }),
    ...(claim.source === undefined ? {} : { source: toStored(claim.source) }),
  };
}
