import type { Span } from '../text/span';
import type { Fix } from './fix';

/** A text in both languages of the interface. */
export interface Localized {
  readonly en: string;
  readonly ar: string;
}

export type Severity = 'error' | 'warning' | 'info';

/**
 * Something that is wrong, or was left out, as data: the command line prints it, the extension shows it at
 * its place. `code` is stable and kebab-case; `span` is in UTF-16 over the LF text of `file` where that is
 * an article; `line` and `column` are 1-based and stand for files that are not (sidecars, configurations).
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly span?: Span;
  /** Id of the annotation concerned. */
  readonly annotation?: string;
  /** Ways to mend it, the likeliest first. */
  readonly fixes?: readonly Fix[];
}

/** Either a value, or why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** `file:line:column: severity: message [code]`, the form that editors and terminals link. */
export function formatIssue(issue: Issue, language: 'en' | 'ar' = 'en'): string {
  const place = [issue.file, issue.line, issue.column]
    .filter((part) => part !== undefined)
    .join(':');
  const head = place === '' ? '' : `${place}: `;
  return `${head}${issue.severity}: ${issue.message[language]} [${issue.code}]`;
}
