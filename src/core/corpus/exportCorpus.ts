import type { Issue } from '../model/issue';
import type { LabelSet } from '../model/labels';
import type { ExportArticle, ExportContext, Exporter, OptionValues } from './exporter';
import type { Files } from './files';
import type { LoadedArticle } from './load';
import { loadArticle } from './load';
import type { Manifest } from './manifest';
import { ManifestBuilder, manifestText } from './manifest';
import { loadConfig } from './open';
import { OutputFolder, OutputRefused } from './outputFolder';
import type { SplitPlan } from './split';
import { parseSplit, splitOf } from './split';
import type { ArticleEntry } from './walk';
import { MANIFEST_NAME, walkCorpus } from './walk';

export interface ExportRequest {
  readonly files: Files;
  /** Folder of the corpus, in the port's paths. */
  readonly root: string;
  /** Folder that receives the export; it may stand inside the corpus. */
  readonly out: string;
  readonly format: Exporter;
  /** Every option of the format with a value: see `resolveOptions`. */
  readonly options: OptionValues;
  /** `80/10/10` or `80/20`; the corpus is not divided without it. */
  readonly split?: string;
  readonly seed?: number;
  /** `annotated` (the default) leaves out articles without a sidecar: nobody has said that they hold nothing. */
  readonly articles?: 'annotated' | 'all';
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

export interface ExportReport {
  readonly outcome: 'done' | 'cancelled' | 'refused';
  /** What was wrong with the input, or why the export was refused. */
  readonly issues: readonly Issue[];
  /** What the format could not carry, up to `LOSSES_KEPT` of each code; the manifest counts all. */
  readonly losses: readonly Issue[];
  readonly manifest: Manifest;
}

export const LOSSES_KEPT = 200;

class Cancelled extends Error {}

/**
 * Writes a corpus in a format, an article at a time. Articles that cannot be read are reported and the
 * rest is done. Rejects only when the output cannot be written; then, as after a cancel, nothing half
 * written stands under a final name.
 */
export async function exportCorpus(request: ExportRequest): Promise<ExportReport> {
  const { files, root, out } = request;
  const { config, issues } = await loadConfig(files, root);
  const plan = planOf(request);
  const run = new ExportRun(request, config.labels, plan, [...issues]);
  if (request.split !== undefined && plan === undefined) {
    return run.refuse(`the split '${request.split}' is not of the form 80/10/10 or 80/20`);
  }
  if (trim(out) === trim(root)) return run.refuse('the output folder is the corpus itself');
  const inside = trim(out).startsWith(`${trim(root)}/`)
    ? trim(out).slice(trim(root).length + 1)
    : undefined;
  const walk = await walkCorpus(files, root, config, inside);
  run.issues.push(...walk.issues);
  try {
    return await run.all(walk.articles);
  } catch (error) {
    if (error instanceof OutputRefused) return run.refuse(error.message);
    throw error;
  }
}

function trim(path: string): string {
  return path.replace(/\/+$/, '');
}

function planOf({ split, seed = 0 }: ExportRequest): SplitPlan | undefined {
  return split === undefined ? undefined : parseSplit(split, seed);
}

class ExportRun {
  private readonly builder: ManifestBuilder;
  private readonly losses: Issue[] = [];
  private readonly kept = new Map<string, number>();
  private readonly reported = new Set<string>();
  private context: ExportContext;
  private folder: OutputFolder | undefined;

  constructor(
    private readonly request: ExportRequest,
    private readonly labels: LabelSet,
    private readonly plan: SplitPlan | undefined,
    readonly issues: Issue[],
  ) {
    const { format, options } = request;
    this.builder = new ManifestBuilder(format.id, options, labels, plan);
    this.context = { labels, splits: plan?.names ?? [], surveyed: 0 };
  }

  refuse(reason: string): ExportReport {
    const message = { en: reason, ar: `لم يُنفَّذ التصدير: ${reason}` };
    const issue: Issue = { code: 'export-refused', severity: 'error', message };
    return this.report('refused', [...this.issues, issue]);
  }

  async all(entries: readonly ArticleEntry[]): Promise<ExportReport> {
    const { files, out, format } = this.request;
    const chosen = this.choose(entries);
    const folder = await OutputFolder.open(files, out, format.id);
    this.folder = folder;
    try {
      await this.survey(chosen);
      await folder.mark(manifestText(this.builder.build(false, [])));
      await this.write(folder, chosen);
    } catch (error) {
      await folder.discard();
      if (error instanceof Cancelled) return this.report('cancelled', this.issues);
      throw error;
    }
    return this.report('done', this.issues);
  }

  /** Articles with a sidecar, or all; the others are counted. */
  private choose(entries: readonly ArticleEntry[]): ArticleEntry[] {
    if (this.request.articles === 'all') return [...entries];
    return entries.filter((entry) => {
      if (!entry.hasSidecar) this.builder.leaveOut(undefined);
      return entry.hasSidecar;
    });
  }

  private async survey(entries: readonly ArticleEntry[]): Promise<void> {
    const { format, options } = this.request;
    if (format.survey === undefined) return;
    let surveyed = 0;
    for (const entry of entries) {
      const article = await this.load(entry, false);
      if (article !== undefined) {
        surveyed = Math.max(surveyed, format.survey(this.exportArticle(article), options));
      }
    }
    this.context = { ...this.context, surveyed };
  }

  private async write(folder: OutputFolder, entries: readonly ArticleEntry[]): Promise<void> {
    const { format, options, onProgress, files, out } = this.request;
    for (const artefact of format.start?.(options, this.context) ?? []) await folder.put(artefact);
    for (const [at, entry] of entries.entries()) {
      const article = await this.load(entry, true);
      if (article !== undefined) await this.article(folder, article);
      onProgress?.(at + 1, entries.length, entry.path);
    }
    const { usage } = this.builder;
    for (const artefact of format.finish?.(options, this.context, usage) ?? []) {
      await folder.put(artefact);
    }
    this.checkCancelled();
    await folder.commit();
    const manifest = manifestText(this.builder.build(true, folder.entries));
    await files.write(`${trim(out)}/${MANIFEST_NAME}`, manifest);
  }

  private async article(folder: OutputFolder, article: LoadedArticle): Promise<void> {
    const { format, options } = this.request;
    const split = this.plan && splitOf(article.path, this.plan);
    const context = split === undefined ? this.context : { ...this.context, split };
    const { artefacts, losses } = format.article(this.exportArticle(article), options, context);
    for (const artefact of artefacts) await folder.put(artefact);
    this.builder.article(article.text, article.record, split);
    for (const loss of losses) this.lose(loss);
  }

  private exportArticle({ path, text, record }: LoadedArticle): ExportArticle {
    return { path, text, record, labels: this.labels };
  }

  private lose(loss: Issue): void {
    this.builder.lose(loss.code);
    const kept = this.kept.get(loss.code) ?? 0;
    this.kept.set(loss.code, kept + 1);
    if (kept < LOSSES_KEPT) this.losses.push(loss);
  }

  /** The article, or undefined after its issues are reported; a survey reports nothing. */
  private async load(entry: ArticleEntry, report: boolean): Promise<LoadedArticle | undefined> {
    this.checkCancelled();
    const { files, root } = this.request;
    const load = await loadArticle(files, root, entry);
    if (report && !this.reported.has(entry.path)) {
      this.reported.add(entry.path);
      this.issues.push(...load.issues);
      if (!load.ok) this.builder.leaveOut(entry.path);
    }
    return load.ok ? load.article : undefined;
  }

  private checkCancelled(): void {
    if (this.request.signal?.aborted === true) throw new Cancelled();
  }

  private report(outcome: ExportReport['outcome'], issues: readonly Issue[]): ExportReport {
    const done = outcome === 'done';
    const manifest = this.builder.build(done, done ? (this.folder?.entries ?? []) : []);
    return { outcome, issues, losses: this.losses, manifest };
  }
}
