import type { Annotation, ClaimDetails, QuotedSpan, Scalar } from '../model/annotation';
import { compareText } from '../model/order';
import { sameData } from './equal';

/** One version of a value, or that there is none. */
export type Versions<T> = readonly [
  base: T | undefined,
  ours: T | undefined,
  theirs: T | undefined,
];

/** The value that three versions agree on; undefined where both sides changed it, and differently. */
export function mergeValue<T>([base, ours, theirs]: Versions<T>):
  { readonly value: T | undefined } | undefined {
  if (sameData(ours, theirs) || sameData(base, theirs)) return { value: ours };
  if (sameData(base, ours)) return { value: theirs };
  return undefined;
}

/** Of two values one, the same whichever side is asked: for differences that are nobody's decision. */
export function either<T>(a: T, b: T): T {
  return compareText(JSON.stringify(a), JSON.stringify(b)) <= 0 ? a : b;
}

type Place = Pick<Annotation, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'>;
type Authorship = Pick<Annotation, 'by' | 'at'>;

/**
 * One annotation, changed on both sides, field by field. Undefined where some field was changed on both
 * sides and differently, which only a person can decide. Who changed it last comes from the later side.
 */
export function mergeAnnotation(
  base: Annotation,
  ours: Annotation,
  theirs: Annotation,
): Annotation | undefined {
  const versions = [base, ours, theirs] as const;
  const merged = <T>(of: (annotation: Annotation) => T): { value: T | undefined } | undefined =>
    mergeValue<T>([of(base), of(ours), of(theirs)]);
  const label = merged((one) => one.label);
  const claim = mergeClaim(versions.map((one) => one.claim));
  const place = merged(placeOf) ?? sameWords(placeOf(ours), placeOf(theirs));
  const parts = merged((one) => one.parts) ?? sameParts(ours.parts, theirs.parts);
  const link = merged((one) => one.link);
  const note = merged((one) => one.note);
  const confidence = merged((one) => one.confidence);
  const attributes = mergeAttributes(versions.map((one) => one.attributes ?? {}));
  if (!label || !claim || !place || !parts || !link || !note || !confidence || !attributes) {
    return undefined;
  }
  const authors = merged(authorsOf)?.value ?? later(authorsOf(ours), authorsOf(theirs));
  if (label.value === undefined || place.value === undefined) return undefined;
  const result = {
    id: base.id,
    label: label.value,
    ...place.value,
    parts: parts.value,
    claim: claim.value,
    ...authors,
    link: link.value,
    note: note.value,
    confidence: confidence.value,
    attributes: Object.keys(attributes).length === 0 ? undefined : attributes,
  };
  return defined(result) as Annotation;
}

function mergeClaim(
  claims: readonly (ClaimDetails | undefined)[],
): { value: ClaimDetails | undefined } | undefined {
  const [base, ours, theirs] = claims;
  const whole = mergeValue([base, ours, theirs]);
  if (whole !== undefined) return whole;
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const merged = <T>(of: (claim: ClaimDetails) => T): { value: T | undefined } | undefined =>
    mergeValue<T>([of(base), of(ours), of(theirs)]);
  const kind = merged((claim) => claim.kind);
  const mode = merged((claim) => claim.mode);
  const checkworthy = merged((claim) => claim.checkworthy);
  const cue = merged((claim) => claim.cue) ?? sameWords(ours.cue, theirs.cue);
  const source = merged((claim) => claim.source) ?? sameWords(ours.source, theirs.source);
  if (!kind || !mode || !checkworthy || !cue || !source) return undefined;
  const value = {
    kind: kind.value,
    mode: mode.value,
    checkworthy: checkworthy.value,
    cue: cue.value,
    source: source.value,
  };
  return { value: defined(value) as ClaimDetails };
}

function mergeAttributes(
  versions: readonly Readonly<Record<string, Scalar>>[],
): Record<string, Scalar> | undefined {
  const names = [...new Set(versions.flatMap((one) => Object.keys(one)))].sort(compareText);
  const result: Record<string, Scalar> = {};
  for (const name of names) {
    const [base, ours, theirs] = versions.map((one) =>
      Object.hasOwn(one, name) ? one[name] : undefined,
    );
    const merged = mergeValue([base, ours, theirs]);
    if (merged === undefined) return undefined;
    if (merged.value !== undefined) result[name] = merged.value;
  }
  return result;
}

function placeOf({ start, end, quote, prefix, suffix }: Annotation): Place {
  return defined({ start, end, quote, prefix, suffix }) as Place;
}

/**
 * The same words at two places: the article changed on both branches and each followed it. That is no
 * conflict: whichever is taken, the words are found again in the merged article.
 */
function sameWords<T extends QuotedSpan>(
  a: T | undefined,
  b: T | undefined,
): { value: T | undefined } | undefined {
  if (a === undefined || b === undefined || a.quote !== b.quote) return undefined;
  return { value: either(a, b) };
}

function sameParts(
  a: readonly QuotedSpan[] | undefined,
  b: readonly QuotedSpan[] | undefined,
): { value: readonly QuotedSpan[] | undefined } | undefined {
  if (a === undefined || b?.length !== a.length) return undefined;
  if (a.some(({ quote }, index) => quote !== b[index]?.quote)) return undefined;
  return { value: either(a, b) };
}

function authorsOf({ by, at }: Annotation): Authorship {
  return defined({ by, at });
}

function later(a: Authorship, b: Authorship): Authorship {
  if (a.at === b.at) return either(a, b);
  return (a.at ?? '') > (b.at ?? '') ? a : b;
}

/** Without keys that hold undefined. */
function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== undefined),
  ) as Partial<T>;
}
