import type { Annotation, ClaimDetails, QuotedSpan, Rejection, Scalar } from '../model/annotation';
import type { SpanMap } from './codePoints';
import type { JsonObject } from './json';
import { asList, booleanField, defined, field, isObject, numberField, stringField } from './json';

const AS_IS: SpanMap = (span) => span;

function spanJson(span: QuotedSpan, place: SpanMap): JsonObject {
  const { start, end } = place(span);
  return { start, end, quote: span.quote };
}

/**
 * An annotation with the keys of a sidecar, for `JSON.stringify`, which leaves out what is undefined.
 * `place` gives the offsets that are written.
 */
export function annotationJson(annotation: Annotation, place = AS_IS): JsonObject {
  const { id, label, quote, prefix, suffix, parts, claim } = annotation;
  const { by, at, link, note, confidence, attributes } = annotation;
  const { start, end } = place(annotation);
  return {
    id,
    label,
    start,
    end,
    quote,
    prefix,
    suffix,
    parts: parts?.map((part) => spanJson(part, place)),
    kind: claim?.kind,
    mode: claim?.mode,
    checkworthy: claim?.checkworthy,
    cue: claim?.cue && spanJson(claim.cue, place),
    source: claim?.source && spanJson(claim.source, place),
    by,
    at,
    link,
    note,
    confidence,
    attributes,
  };
}

export function rejectionJson({ label, start, end, quote }: Rejection): JsonObject {
  return { label, quote, start, end };
}

/** The text `[start, end)` for a quote that is not stated. */
export type QuoteAt = (start: number, end: number) => string;

/** A span with its quote, or undefined where offsets are missing or no whole numbers. */
export function readSpan(value: unknown, quoteAt: QuoteAt): QuotedSpan | undefined {
  if (!isObject(value)) return undefined;
  const start = numberField(value, 'start');
  const end = numberField(value, 'end');
  if (start === undefined || end === undefined) return undefined;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  return { start, end, quote: stringField(value, 'quote') ?? quoteAt(start, end) };
}

function readClaim(value: JsonObject, quoteAt: QuoteAt): ClaimDetails | undefined {
  const kind = stringField(value, 'kind');
  const mode = stringField(value, 'mode');
  if (kind === undefined && mode === undefined) return undefined;
  return defined({
    kind: kind ?? 'other',
    mode: mode ?? 'indirect',
    checkworthy: booleanField(value, 'checkworthy'),
    cue: readSpan(field(value, 'cue'), quoteAt),
    source: readSpan(field(value, 'source'), quoteAt),
  });
}

function readAttributes(value: unknown): Readonly<Record<string, Scalar>> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).filter((entry): entry is [string, Scalar] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The inverse of `annotationJson`; undefined where label or span are missing. */
export function readAnnotation(
  value: unknown,
  fallbackId: string,
  quoteAt: QuoteAt,
): Annotation | undefined {
  if (!isObject(value)) return undefined;
  const span = readSpan(value, quoteAt);
  const label = stringField(value, 'label');
  if (span === undefined || label === undefined || label === '') return undefined;
  const parts = asList(field(value, 'parts')).map((part) => readSpan(part, quoteAt));
  return defined({
    id: stringField(value, 'id') ?? fallbackId,
    label,
    ...span,
    prefix: stringField(value, 'prefix'),
    suffix: stringField(value, 'suffix'),
    parts: parts.length === 0 ? undefined : parts.filter((part) => part !== undefined),
    claim: readClaim(value, quoteAt),
    by: stringField(value, 'by'),
    at: stringField(value, 'at'),
    link: stringField(value, 'link'),
    note: stringField(value, 'note'),
    confidence: numberField(value, 'confidence'),
    attributes: readAttributes(field(value, 'attributes')),
  });
}
