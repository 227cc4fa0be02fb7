import type { ArticleRecord } from '../model/annotation';
import type { Issue } from '../model/issue';
import type { LabelSet } from '../model/labels';

/** One article as an exporter takes it. */
export interface ExportArticle {
  /** Relative to the corpus, with `/`. */
  readonly path: string;
  /** LF line ends, no BOM. */
  readonly text: string;
  /** Spans in UTF-16 over `text`; orphans as stored. */
  readonly record: ArticleRecord;
  readonly labels: LabelSet;
}

/**
 * A piece of output. `file` is a whole file; `append` goes to the end of a file that articles share.
 * Content is written as UTF-8.
 */
export interface Artefact {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly content: string;
  readonly mode: 'file' | 'append';
}

export type OptionValues = Readonly<Record<string, string>>;

/** What holds for the whole export. */
export interface ExportContext {
  readonly labels: LabelSet;
  /** Names of the parts that the corpus is split into; empty when it is not split. */
  readonly splits: readonly string[];
  /** The part that the article at hand belongs to. */
  readonly split?: string;
  /** The largest number that `survey` gave over the corpus; 0 for an exporter without one. */
  readonly surveyed: number;
}

/** Names that the exported records use, in code-unit order, whether or not the label set has them. */
export interface ExportUsage {
  readonly labels: readonly string[];
  readonly claimKinds: readonly string[];
  readonly modes: readonly string[];
}

export interface ArticleExport {
  readonly artefacts: readonly Artefact[];
  /** What the format could not carry of this article, one issue for each thing. */
  readonly losses: readonly Issue[];
}

/**
 * The half of a format that the export loop drives: pure and per article, so that a corpus of any size
 * streams through. Hooks are called in the order `survey` (every article), `start`, `article` (every
 * article, in path order), `finish`.
 */
export interface Exporter {
  readonly id: string;
  survey?(article: ExportArticle, options: OptionValues): number;
  start?(options: OptionValues, context: ExportContext): readonly Artefact[];
  article(article: ExportArticle, options: OptionValues, context: ExportContext): ArticleExport;
  finish?(options: OptionValues, context: ExportContext, usage: ExportUsage): readonly Artefact[];
}
