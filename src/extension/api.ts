import type { CancellationToken, Disposable, Event, Uri } from 'vscode';

/**
 * What `vscode.extensions.getExtension<HashiyaApi>('hashiya.hashiya')?.exports` offers to other extensions.
 * Changes that break it get another `version`. Offsets are UTF-16 code units over the article's text with
 * line feeds and without a byte order mark, as `text` in `ArticleView` has it, half-open.
 */
export interface HashiyaApi {
  readonly version: 1;
  /** Adds a detector; its suggestions appear beside ours until the result is disposed. */
  registerDetector(detector: GuestDetector): Disposable;
  /** An open article, or undefined where the file is none or not open. */
  article(uri: Uri): ArticleView | undefined;
  /** Fires when text, annotations or suggestions of an open article changed. */
  readonly onDidChangeArticle: Event<Uri>;
}

/** A detector of somebody else. */
export interface GuestDetector {
  /** Stands on the suggestions, and after it they can be told apart: letters, digits, `-`. */
  readonly id: string;
  /** Unit of the offsets in the answer; `utf16` unless said otherwise. */
  readonly unit?: 'utf16' | 'codepoint';
  /**
   * Asked when an article was opened and whenever its text has rested. The answer is a list in the form of
   * `hashiya detect`: `{kind: "entity", label, start, end, score?, why?}` or `{kind: "claim", content, cue,
   * source, claimKind?, mode?, checkworthy?, score?, why?}`. Whatever is wrong with an item is told in the
   * output channel “Hashiya”, and the item left out.
   */
  detect(article: GuestArticle, token: CancellationToken): Promise<readonly unknown[]>;
}

export interface GuestArticle {
  readonly uri: Uri;
  readonly text: string;
}

/** An open article as it is now: plain data, nothing in it is alive. */
export interface ArticleView extends GuestArticle {
  readonly status: 'todo' | 'in-progress' | 'done';
  readonly annotations: readonly AnnotationView[];
  readonly suggestions: readonly SuggestionView[];
}

export interface SpanView {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface ClaimView {
  readonly kind: string;
  readonly mode: string;
  readonly checkworthy?: boolean;
  readonly cue?: SpanView;
  readonly source?: SpanView;
}

export interface AnnotationView extends SpanView {
  readonly id: string;
  readonly label: string;
  readonly claim?: ClaimView;
  readonly note?: string;
  readonly link?: string;
}

export interface SuggestionView extends SpanView {
  readonly label: string;
  readonly score: number;
  readonly detector: string;
  readonly claim?: ClaimView;
}
