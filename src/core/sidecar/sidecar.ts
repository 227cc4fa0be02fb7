import type { Annotation, Rejection, Status } from '../model/annotation';
import type { Span } from '../text/span';

/** The version of the format that is written; older ones are migrated, newer ones only shown. */
export const SIDECAR_VERSION = 1;
export const SCHEMA_LINE =
  '# yaml-language-server: $schema=https://hashiya.github.io/schema/sidecar-1.json';

export interface ArticleReference {
  /** File name of the article, beside the sidecar. */
  readonly file: string;
  /** Of the LF, BOM-less UTF-8 text that the offsets count in. */
  readonly sha256?: string;
  readonly unit: 'codepoint';
}

/** What a sidecar says. All offsets are code points; lists are in the file's order. */
export interface SidecarData {
  readonly article: ArticleReference;
  readonly status: Status;
  readonly annotations: readonly Annotation[];
  readonly rejected: readonly Rejection[];
}

/** Where one list stands in the source; every range is in UTF-16 over it and covers whole lines. */
export interface ListLayout {
  /** The line of the key, absent when the file has none. */
  readonly head?: Span;
  /** Between the colon and the end of the value `[]` or nothing, in a list without items. */
  readonly emptyValue?: Span;
  /** The lines of each item, in the file's order; comments between items belong to none. */
  readonly items: readonly Span[];
  /** What stands before each dash. */
  readonly indent: string;
}

/** Where a scalar stands, or at the start of which line a new one can go. */
export type ScalarLayout =
  { readonly value: Span } | { readonly insertAt: number; readonly indent: string };

export type HeadKey = 'file' | 'sha256' | 'status';

/** What the writer needs to leave the rest of a file alone. */
export interface Layout {
  readonly eol: '\n' | '\r\n';
  readonly head: Readonly<Record<HeadKey, ScalarLayout>>;
  readonly annotations: ListLayout;
  readonly rejected: ListLayout;
  /** End of the last line of the root map. */
  readonly end: number;
  /** What stands before each key of the root map. */
  readonly indent: string;
}

/** A sidecar as read: its data and its text. Without a layout the writer edits the document as a whole. */
export interface Sidecar {
  readonly data: SidecarData;
  readonly source: string;
  readonly layout?: Layout;
}
