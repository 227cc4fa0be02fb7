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
 * Text is written as UTF-8.
 */
export interface Artefact {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
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
}

/** An exporter that takes many articles at once is told which of its batches it is given. */
export interface BatchContext extends ExportContext {
  /** From 0 in path order. A batch of a corpus that is divided comes once for each part in it. */
  readonly batch: number;
}

/** Names that the exported records use, in code-unit order, whether or not the label set has them. */
export interface ExportUsage {
  readonly labels: readonly string[];
  readonly claimKinds: readonly string[];
  readonly modes: readonly string[];
}

export interface ArticleExport {
  readonly artefacts: readonly Artefact[];
  /** How wide what is appended is; only of an exporter that can `widen`. */
  readonly width?: number;
  /** What the format could not carry of this article, one issue for each thing. */
  readonly losses: readonly Issue[];
}

interface ExporterBase {
  readonly id: string;
  start?(options: OptionValues, context: ExportContext): readonly Artefact[];
  finish?(options: OptionValues, context: ExportContext, usage: ExportUsage): readonly Artefact[];
  /**
   * Where all of a shared file must have one width, which is known at the end only: what was appended
   * with width `from`, as it looks with width `to`.
   */
  widen?(content: string, from: number, to: number): string;
}

/** Takes an article at a time. */
export interface ArticleExporter extends ExporterBase {
  article(article: ExportArticle, options: OptionValues, context: ExportContext): ArticleExport;
}

/** Puts up to `batchSize` articles together, for files that hold many and cannot be appended to. */
export interface BatchExporter extends ExporterBase {
  readonly batchSize: number;
  batch(options: OptionValues, context: BatchContext): BatchWriter;
}

/** One batch in the making: keeps of each article only what its files need. */
export interface BatchWriter {
  add(article: ExportArticle): void;
  end(): ArticleExport;
}

/**
 * The half of a format that the export loop drives: pure, so that a corpus of any size streams through,
 * in several threads where there are some. `start` comes first, then every article in path order, then
 * `finish`.
 */
export type Exporter = ArticleExporter | BatchExporter;
