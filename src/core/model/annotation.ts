import type { Span } from '../text/span';

/** A span together with the words that it covers. */
export interface QuotedSpan extends Span {
  readonly quote: string;
}

export type Scalar = string | number | boolean;

/** What makes an annotation a claim, besides its content, which is the annotation's own span. */
export interface ClaimDetails {
  /** One of the label set's claim kinds, for example `statement`. */
  readonly kind: string;
  /** `direct`, `indirect` or `mixed`. */
  readonly mode: string;
  readonly checkworthy?: boolean;
  readonly cue?: QuotedSpan;
  /** Who says it; absent when the sentence leaves it implicit. */
  readonly source?: QuotedSpan;
}

/**
 * A saved span with a label. Offsets are UTF-16 over the LF text in memory; in a `SidecarData` the same
 * shape holds code points.
 */
export interface Annotation extends QuotedSpan {
  /** Short, random, unique within its sidecar: letters and digits, a letter first. */
  readonly id: string;
  /** Name in the label set; `CLAIM` exactly where `claim` is present. */
  readonly label: string;
  /** Some text right before and after the span, to find it again after edits. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** Further pieces of a discontinuous span, after the first, in text order. */
  readonly parts?: readonly QuotedSpan[];
  readonly claim?: ClaimDetails;
  readonly by?: string;
  /** ISO 8601, UTC, to the second. */
  readonly at?: string;
  readonly link?: string;
  readonly note?: string;
  readonly confidence?: number;
  /** Attributes that the label set defines beyond these. */
  readonly attributes?: Readonly<Record<string, Scalar>>;
}

export const CLAIM = 'CLAIM';

/** A suggestion that the annotator declined. */
export interface Rejection extends QuotedSpan {
  readonly label: string;
}

export const STATUSES = ['todo', 'in-progress', 'done'] as const;
export type Status = (typeof STATUSES)[number];

export const MODES = ['direct', 'indirect', 'mixed'] as const;
export type Mode = (typeof MODES)[number];

/** All that is saved about one article. Annotations are in text order. */
export interface ArticleRecord {
  readonly status: Status;
  readonly annotations: readonly Annotation[];
  readonly rejected: readonly Rejection[];
  /** Annotations whose anchor does not resolve, as stored (code points of the text they were made on). */
  readonly orphans: readonly Annotation[];
}

export const EMPTY_RECORD: ArticleRecord = {
  status: 'todo',
  annotations: [],
  rejected: [],
  orphans: [],
};
