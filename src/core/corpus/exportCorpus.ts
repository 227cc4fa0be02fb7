import type { Issue, Localized, Severity } from '../model/issue';
import type { LabelSet } from '../model/labels';
import { sha256 } from '../sidecar/hash';
import { looksArabic } from '../text/recognise';
import type { CorpusConfig } from './config';
import type { ExportArticle, ExportContext, Exporter, OptionValues } from './exporter';
import type { Files } from './files';
import type { LoadedArticle } from './load';
import { loadArticle } from './load';
import type { Manifest } from './manifest';
import { ManifestBuilder, manifestText } from './manifest';
import { loadConfig } from './open';
import { OutputFolder, OutputRefused } from './outputFolder';
import type { SplitPlan } from './split';
import { parseSplit, splitOf, splitPlan } from './split';
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
  /** `80/10/10`, `80/20`, or `none`; without it as `hashiya.yaml` says, which is `none` by default. */
  readonly split?: string;
  /** Seed of the split; without it that of `hashiya.yaml`, or 0. */
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
  const plan = planOf(request, config);
  const run = new ExportRun(request, config.labels, plan, [...issues]);
  if (plan === undefined && (request.split ?? 'none') !== 'none') {
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

function planOf({ split, seed }: ExportRequest, config: CorpusConfig): SplitPlan | undefined {
  const chosen = seed ?? config.split?.seed ?? 0;
  const byFolder = config.split?.groupBy === 'folder';
  if (split === undefined) {
    return config.split && splitPlan(config.split.ratios, chosen, byFolder);
  }
  return split === 'none' ? undefined : parseSplit(split, chosen, byFolder);
}

class ExportRun {
  private readonly builder: ManifestBuilder;
  private readonly losses: Issue[] = [];
  private readonly kept = new Map<string, number>();
  private readonly reported = new Set<string>();
  /** Hash of every text with the article that had it first; only where the corpus is divided. */
  private readonly texts = new Map<string, { readonly path: string; readonly split: string }>();
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
    this.checkParts();
    await folder.commit();
    const manifest = manifestText(this.builder.build(true, folder.entries));
    await files.write(`${trim(out)}/${MANIFEST_NAME}`, manifest);
  }

  private async article(folder: OutputFolder, article: LoadedArticle): Promise<void> {
    const { format, options } = this.request;
    const split = this.plan && splitOf(article.path, this.plan);
    if (split !== undefined) this.checkLeak(article, split);
    const context = split === undefined ? this.context : { ...this.context, split };
    const { artefacts, losses } = format.article(this.exportArticle(article), options, context);
    for (const artefact of artefacts) await folder.put(artefact);
    this.builder.article(article.text, article.record, split);
    for (const loss of losses) this.lose(loss);
  }

  /** The same text in training and in test makes results look better than they are. */
  private checkLeak({ path, text }: LoadedArticle, split: string): void {
    const hash = sha256(text);
    const other = this.texts.get(hash);
    if (other === undefined) this.texts.set(hash, { path, split });
    else if (other.split !== split) {
      this.warn('split-same-text', path, {
        en: `the same text as ${other.path}, but in ${split} and not in ${other.split}`,
        ar: `نصه نص ${other.path} نفسه، لكنه في ${split} لا في ${other.split}`,
      });
    }
  }

  private checkParts(): void {
    const { articles, bySplit } = this.builder.counts;
    for (const [name, count] of Object.entries(bySplit)) {
      const wanted = this.plan?.ratios[this.plan.names.indexOf(name)] ?? 0;
      if (count > 0 || wanted === 0 || articles === 0) continue;
      this.warn('split-part-empty', undefined, {
        en: `no article fell into ${name}: the corpus is small; another seed may divide it better`,
        ar: `لم يقع أي مقال في ${name}: المدونة صغيرة، وقد تقسمها بذرة أخرى تقسيمًا أفضل`,
      });
    }
  }

  private warn(
    code: string,
    file: string | undefined,
    message: Localized,
    severity: Severity = 'warning',
  ): void {
    this.issues.push({ code, severity, message, ...(file === undefined ? {} : { file }) });
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
    if (!load.ok) return undefined;
    // With `all`, notes in other languages that lie in the folder are no articles either.
    if (entry.hasSidecar || looksArabic(load.article.text)) return load.article;
    if (report) {
      this.builder.leaveOut(undefined);
      const message = {
        en: 'not Arabic, and without a sidecar: left out',
        ar: 'ليس عربيًا وبلا ملف جانبي: تُرك',
      };
      this.warn('not-arabic', entry.path, message, 'info');
    }
    return undefined;
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
