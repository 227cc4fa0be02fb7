import type { Annotation, ClaimDetails, QuotedSpan, Scalar } from '../model/annotation';
import { CLAIM } from '../model/annotation';
import type { Localized } from '../model/issue';
import { isAnnotationKey, isAttributeName } from '../sidecar/serialize';
import { defined } from './json';

/** What was changed to make an annotation one that a sidecar can hold. */
export interface Adjustment {
  readonly code: string;
  readonly message: Localized;
}

/**
 * The annotation in a form that sidecars hold: a claim is labelled CLAIM and nothing else is, names are
 * not empty, attributes have names of their own. Every change is told; nothing is dropped.
 */
export function storable(annotation: Annotation): {
  readonly annotation: Annotation;
  readonly adjustments: readonly Adjustment[];
} {
  const adjustments: Adjustment[] = [];
  const { label, attributes } = annotation;
  let { claim } = annotation;
  const note = (code: string, en: string, ar: string): void => {
    adjustments.push({ code, message: { en, ar } });
  };
  if (claim !== undefined && label !== CLAIM) {
    note(
      'claim-label-changed',
      `a claim labelled ${label}: its label is now CLAIM`,
      `ادعاء بوسم ${label}: صار وسمه CLAIM`,
    );
  }
  if (claim === undefined && label === CLAIM) {
    claim = { kind: 'other', mode: 'indirect' };
    note(
      'claim-details-missing',
      'a CLAIM without kind and mode: read as other, indirect',
      'وسم CLAIM بلا نوع ونمط: قُرئ other وindirect',
    );
  }
  const renamed = storableAttributes(attributes, note);
  return {
    annotation: defined({
      ...annotation,
      label: claim === undefined ? label : CLAIM,
      claim: claim && named(claim),
      attributes: renamed,
    }),
    adjustments,
  };
}

function named(claim: ClaimDetails): ClaimDetails {
  return { ...claim, kind: claim.kind || 'other', mode: claim.mode || 'indirect' };
}

/** Attributes stand beside the keys of a sidecar's annotation, and may not be taken for one of them. */
function storableAttributes(
  attributes: Readonly<Record<string, Scalar>> | undefined,
  note: (code: string, en: string, ar: string) => void,
): Readonly<Record<string, Scalar>> | undefined {
  if (attributes === undefined) return undefined;
  const free = (name: string): boolean => isAttributeName(name) && !isAnnotationKey(name);
  const entries = Object.entries(attributes).map(([name, value]): [string, Scalar] => {
    if (free(name)) return [name, value];
    const safe = `attribute-${name.replace(/[^\p{L}\p{N}_-]/gu, '_')}`;
    note(
      'attribute-renamed',
      `the attribute ${JSON.stringify(name)} cannot stand in a sidecar under this name; it is ${safe} now`,
      `لا يصلح ${JSON.stringify(name)} اسم خاصية في الملف الجانبي؛ صار ${safe}`,
    );
    return [safe, value];
  });
  return Object.fromEntries(entries);
}

/** Offsets that a sidecar can hold, for an orphan, whose own are a memory at best. */
export function storableSpan<T extends QuotedSpan>(span: T): T {
  const whole = (offset: number): number => Math.max(0, Math.trunc(offset) || 0);
  const start = whole(span.start);
  return { ...span, start, end: Math.max(start, whole(span.end)) };
}

/** An orphan with all its spans in a form that a sidecar can hold. */
export function storableOrphan(orphan: Annotation): Annotation {
  const { parts, claim } = orphan;
  return defined({
    ...storableSpan(orphan),
    parts: parts?.map(storableSpan),
    claim:
      claim &&
      defined({
        ...claim,
        cue: claim.cue && storableSpan(claim.cue),
        source: claim.source && storableSpan(claim.source),
      }),
  });
}
