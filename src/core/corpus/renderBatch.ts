import type { Issue } from '../model/issue';
import type { LabelSet } from '../model/labels';
import { looksArabic } from '../text/recognise';
import type {
  Artefact,
  ArticleExport,
  BatchWriter,
  ExportContext,
  Exporter,
  OptionValues,
} from './exporter';
import type { Files } from './files';
import { hashOf } from './files';
import { IssueKeeper } from './issueKeeper';
import type { LoadedArticle } from './load';
import { loadArticle } from './load';
import type { RecordCounts } from './recordCounts';
import { RecordCounter } from './recordCounts';
import type { SplitPlan } from './split';
import { splitOf } from './split';
import type { Counts } from './tally';
import type { ArticleEntry } from './walk';
import { toUtf8 } from '../text/utf8';

/** So many articles are rendered at a time, where the format does not say. */
const BATCH = 64;

export function batchSizeOf(format: Exporter): number {
  return 'batch' in format ? format.batchSize : BATCH;
}

/** What holds for every batch of an export; plain data but for the format, which has a name. */
export interface RenderJob {
  readonly root: string;
  readonly options: OptionValues;
  readonly labels: LabelSet;
  readonly plan?: SplitPlan;
}

/** Some articles of an export, in path order. */
export interface RenderInput {
  /** Index of the batch, from 0. */
  readonly batch: number;
  readonly entries: readonly ArticleEntry[];
  /** Codes of losses of which enough were kept. */
  readonly full: readonly string[];
}

/** Bytes for a file; those to append stand together for all articles of the batch. */
export interface Piece {
  readonly path: string;
  readonly mode: Artefact['mode'];
  readonly bytes: Uint8Array;
  /** See `Exporter.widen`. */
  readonly width: number;
}

/** What became of a batch; plain data, so that it can come from another thread. */
export interface RenderedBatch {
  readonly pieces: readonly Piece[];
  /** By part; under the empty name where the corpus is not divided. */
  readonly counts: Readonly<Record<string, RecordCounts>>;
  readonly losses: readonly Issue[];
  readonly lossCounts: Counts;
  readonly issues: readonly Issue[];
  readonly unreadable: readonly string[];
  /** Articles that are not Arabic and have no sidecar. */
  readonly foreign: number;
  /** Where the corpus is divided: hashes of the texts. */
  readonly texts: readonly {
    readonly path: string;
    readonly split: string;
    readonly hash: string;
  }[];
}

/** Loads and renders a batch. Articles that cannot be read are named in it; it rejects for nothing else. */
export async function renderBatch(
  files: Files,
  format: Exporter,
  job: RenderJob,
  input: RenderInput,
): Promise<RenderedBatch> {
  const batch = new Batch(files, format, job, input);
  for (const entry of input.entries) await batch.load(entry);
  return batch.render();
}

const NOT_ARABIC = {
  en: 'not Arabic, and without a sidecar: left out',
  ar: 'ليس عربيًا وبلا ملف جانبي: تُرك',
};

/** The articles of a batch that belong to one part of the corpus. */
interface Part {
  readonly context: ExportContext;
  /** Only of a format that puts articles together itself. */
  readonly writer: BatchWriter | undefined;
  readonly joiner: Joiner;
  readonly counter: RecordCounter;
}

class Batch {
  private readonly parts = new Map<string, Part>();
  private readonly losses: IssueKeeper;
  private readonly issues: Issue[] = [];
  private readonly unreadable: string[] = [];
  private readonly texts: RenderedBatch['texts'][number][] = [];
  private foreign = 0;

  constructor(
    private readonly files: Files,
    private readonly format: Exporter,
    private readonly job: RenderJob,
    private readonly input: RenderInput,
  ) {
    this.losses = new IssueKeeper(new Set(input.full));
  }

  async load(entry: ArticleEntry): Promise<void> {
    const load = await loadArticle(this.files, this.job.root, entry);
    this.issues.push(...load.issues);
    if (!load.ok) this.unreadable.push(entry.path);
    else if (entry.hasSidecar || looksArabic(load.article.text)) this.take(load.article);
    else {
      // Where all articles are taken, notes in other languages that lie in the folder are none.
      this.foreign += 1;
      const severity = 'info' as const;
      this.issues.push({ code: 'not-arabic', severity, message: NOT_ARABIC, file: entry.path });
    }
  }

  /** Rendered at once: what is kept of an article is its bytes, not its objects. */
  private take({ path, text, record }: LoadedArticle): void {
    const { plan, labels } = this.job;
    const split = plan === undefined ? '' : splitOf(path, plan);
    if (plan !== undefined) this.texts.push({ path, split, hash: hashOf(this.files, text) });
    const part = this.part(split);
    part.counter.add(text, record);
    const article = { path, text, record, labels };
    if (part.writer !== undefined) part.writer.add(article);
    else if ('article' in this.format) {
      this.keep(part, this.format.article(article, this.job.options, part.context));
    }
  }

  private part(split: string): Part {
    const known = this.parts.get(split);
    if (known !== undefined) return known;
    const { format, job } = this;
    const context: ExportContext = {
      labels: job.labels,
      splits: job.plan?.names ?? [],
      ...(split === '' ? {} : { split }),
    };
    const writer =
      'batch' in format
        ? format.batch(job.options, { ...context, batch: this.input.batch })
        : undefined;
    const part = { context, writer, joiner: new Joiner(format), counter: new RecordCounter() };
    this.parts.set(split, part);
    return part;
  }

  private keep({ joiner }: Part, made: ArticleExport): void {
    joiner.add(made);
    for (const loss of made.losses) this.losses.add(loss);
  }

  render(): RenderedBatch {
    for (const part of this.parts.values()) {
      if (part.writer !== undefined) this.keep(part, part.writer.end());
    }
    const parts = [...this.parts];
    const { losses, issues, unreadable, foreign, texts } = this;
    return {
      pieces: parts.flatMap(([, { joiner }]) => joiner.pieces()),
      counts: Object.fromEntries(parts.map(([name, { counter }]) => [name, counter.toCounts()])),
      losses: losses.issues,
      lossCounts: losses.toCounts(),
      issues,
      unreadable,
      foreign,
      texts,
    };
  }
}

/** Puts together what is appended to the same file, in one width. */
class Joiner {
  private readonly whole: Piece[] = [];
  private readonly shared = new Map<string, { content: string; width: number }[]>();

  constructor(private readonly format: Exporter) {}

  add({ artefacts, width = 0 }: ArticleExport): void {
    for (const { path, mode, content } of artefacts) {
      if (mode === 'append' && typeof content === 'string') {
        const texts = this.shared.get(path) ?? [];
        texts.push({ content, width });
        this.shared.set(path, texts);
      } else this.whole.push({ path, mode, bytes: bytesOf(content), width });
    }
  }

  pieces(): Piece[] {
    const shared = [...this.shared].map(([path, texts]): Piece => {
      const width = texts.reduce((most, one) => Math.max(most, one.width), 0);
      const widened = texts.map(({ content, width: from }) =>
        from === width ? content : (this.format.widen?.(content, from, width) ?? content),
      );
      return { path, mode: 'append', bytes: toUtf8(widened.join('')), width };
    });
    return [...this.whole, ...shared];
  }
}

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? toUtf8(content) : content;
}
