import type { Issue, Localized, Severity } from '../model/issue';
import type { LabelSet } from '../model/labels';
import type { CorpusConfig } from './config';
import type { Artefact, ExportContext, Exporter, OptionValues } from './exporter';
import type { Files } from './files';
import { IssueKeeper } from './issueKeeper';
import type { Manifest } from './manifest';
import { ManifestBuilder } from './manifest';
import { loadConfig } from './open';
import { OutputFolder, OutputRefused } from './outputFolder';
import type { RenderInput, RenderJob, RenderedBatch } from './renderBatch';
import { batchSizeOf, bytesOf, renderBatch } from './renderBatch';
import type { SplitPlan } from './split';
import { parseSplit, splitPlan } from './split';
import type { ArticleEntry } from './walk';
import { walkCorpus } from './walk';

/** Renders batches elsewhere, such as in other threads: gives them in the order in which they come in. */
export type RenderAll = (
  job: RenderJob,
  inputs: Iterable<RenderInput>,
) => AsyncIterable<RenderedBatch>;

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
  readonly onProgress?: (done: number, total: number) => void;
  /** Where absent, batches are rendered here, one after the other. */
  readonly renderAll?: RenderAll;
}

export interface ExportReport {
  readonly outcome: 'done' | 'cancelled' | 'refused';
  /** What was wrong with the input, or why the export was refused: the first of each code. */
  readonly issues: readonly Issue[];
  /** What the format could not carry, the first of each code; the manifest counts all. */
  readonly losses: readonly Issue[];
  readonly manifest: Manifest;
}

/** So few batches are done before the first thread is ready. */
const FEW = 2;

class Cancelled extends Error {}

/**
 * Writes a corpus in a format, a batch of articles at a time. Articles that cannot be read are reported and the
 * rest is done. Rejects only when the output cannot be written; then, as after a cancel, nothing half
 * written stands under a final name.
 */
export async function exportCorpus(request: ExportRequest): Promise<ExportReport> {
  const { files, root, out } = request;
  const { config, issues } = await loadConfig(files, root);
  const plan = planOf(request, config);
  const run = new ExportRun(request, config.labels, plan, issues);
  if (plan === undefined && (request.split ?? 'none') !== 'none') {
    return run.refuse({
      en: `the split '${request.split}' is not of the form 80/10/10 or 80/20`,
      ar: `القسمة '${request.split}' ليست على صورة 80/10/10 أو 80/20`,
    });
  }
  if (trim(out) === trim(root)) {
    return run.refuse({
      en: 'the output folder is the corpus itself',
      ar: 'مجلد الإخراج هو المدونة نفسها',
    });
  }
  const inside = trim(out).startsWith(`${trim(root)}/`)
    ? trim(out).slice(trim(root).length + 1)
    : undefined;
  const walk = await walkCorpus(files, root, config, inside);
  run.report(walk.issues);
  try {
    return await run.all(walk.articles);
  } catch (error) {
    if (error instanceof OutputRefused) return run.refuse(error.reason);
    throw error;
  }
}

function trim(path: string): string {
  return path.replace(/\/+$/, '');
}

function planOf({ split, seed }: ExportRequest, config: CorpusConfig): SplitPlan | undefined {
  const chosen = seed ?? config.split?.seed ?? 0;
  const groupBy = config.split?.groupBy;
  if (split === undefined) {
    return config.split && splitPlan(config.split.ratios, chosen, groupBy);
  }
  return split === 'none' ? undefined : parseSplit(split, chosen, groupBy);
}

class ExportRun {
  private readonly builder: ManifestBuilder;
  private readonly losses = new IssueKeeper();
  private readonly issues = new IssueKeeper();
  /** Hash of every text with the article that had it first; only where the corpus is divided. */
  private readonly texts = new Map<string, { readonly path: string; readonly split: string }>();
  private readonly context: ExportContext;

  constructor(
    private readonly request: ExportRequest,
    private readonly labels: LabelSet,
    private readonly plan: SplitPlan | undefined,
    issues: readonly Issue[],
  ) {
    const { format, options } = request;
    this.builder = new ManifestBuilder(format.id, options, labels, plan);
    this.context = { labels, splits: plan?.names ?? [] };
    this.report(issues);
  }

  report(issues: readonly Issue[]): void {
    for (const issue of issues) this.issues.add(issue);
  }

  refuse(reason: Localized): ExportReport {
    const message = { en: reason.en, ar: `لم يُنفَّذ التصدير: ${reason.ar}` };
    this.report([{ code: 'export-refused', severity: 'error', message }]);
    return this.result('refused');
  }

  async all(entries: readonly ArticleEntry[]): Promise<ExportReport> {
    const { files, out, format } = this.request;
    const chosen = this.choose(entries);
    const folder = await OutputFolder.open(files, out, format.id);
    try {
      this.checkCancelled();
      await folder.mark(this.builder.build(false, []));
      return this.result('done', await this.write(folder, chosen));
    } catch (error) {
      await folder.discard();
      if (error instanceof Cancelled) return this.result('cancelled');
      throw error;
    }
  }

  /** Articles with a sidecar, or all; the others are counted. */
  private choose(entries: readonly ArticleEntry[]): readonly ArticleEntry[] {
    if (this.request.articles === 'all') return entries;
    const chosen = entries.filter(({ hasSidecar }) => hasSidecar);
    this.builder.leaveOut(entries.length - chosen.length);
    return chosen;
  }

  private async write(folder: OutputFolder, entries: readonly ArticleEntry[]): Promise<Manifest> {
    const { format, options, onProgress } = this.request;
    await this.put(folder, format.start?.(options, this.context));
    let done = 0;
    for await (const rendered of this.rendered(entries)) {
      for (const piece of rendered.pieces) await folder.put(piece);
      this.count(rendered);
      done = Math.min(done + batchSizeOf(format), entries.length);
      onProgress?.(done, entries.length);
      this.checkCancelled();
    }
    await this.put(folder, format.finish?.(options, this.context, this.builder.usage));
    this.checkAnyRead();
    this.checkParts();
    await folder.commit(format.widen?.bind(format));
    const manifest = this.builder.build(true, folder.entries);
    await folder.writeManifest(manifest);
    return manifest;
  }

  private async put(folder: OutputFolder, artefacts: readonly Artefact[] = []): Promise<void> {
    for (const { content, ...artefact } of artefacts) {
      await folder.put({ ...artefact, bytes: bytesOf(content), width: 0 });
    }
  }

  private rendered(entries: readonly ArticleEntry[]): AsyncIterable<RenderedBatch> {
    const { files, root, format, options, renderAll } = this.request;
    const { labels, plan } = this;
    const job: RenderJob = { root, options, labels, ...(plan === undefined ? {} : { plan }) };
    const inputs = this.inputs(entries, batchSizeOf(format));
    const few = entries.length <= FEW * batchSizeOf(format);
    if (renderAll === undefined || few) return renderHere(files, format, job, inputs);
    return renderAll(job, inputs);
  }

  private *inputs(entries: readonly ArticleEntry[], size: number): Generator<RenderInput> {
    for (let batch = 0; batch * size < entries.length; batch += 1) {
      const some = entries.slice(batch * size, (batch + 1) * size);
      yield { batch, entries: some, full: this.losses.fullCodes };
    }
  }

  private count(rendered: RenderedBatch): void {
    for (const [part, counts] of Object.entries(rendered.counts)) {
      this.builder.add(counts, this.plan === undefined ? undefined : part);
    }
    this.builder.leaveOut(rendered.foreign, rendered.unreadable);
    this.report(rendered.issues);
    this.losses.addAll(rendered.losses, rendered.lossCounts);
    this.builder.lose(rendered.lossCounts);
    for (const text of rendered.texts) this.checkLeak(text);
  }

  /** The same text in training and in test makes results look better than they are. */
  private checkLeak({ path, split, hash }: RenderedBatch['texts'][number]): void {
    const other = this.texts.get(hash);
    if (other === undefined) this.texts.set(hash, { path, split });
    else if (other.split !== split) {
      this.warn('split-same-text', path, {
        en: `the same text as ${other.path}, but in ${split} and not in ${other.split}`,
        ar: `نصه نص ${other.path} نفسه، لكنه في ${split} لا في ${other.split}`,
      });
    }
  }

  /** An export of nothing would take the place of an earlier one. */
  private checkAnyRead(): void {
    const { counts, unreadable } = this.builder;
    if (counts.articles > 0 || unreadable.length === 0) return;
    throw new OutputRefused({
      en: `none of the ${unreadable.length} articles can be read`,
      ar: `لا يمكن قراءة أي من المقالات، وعددها ${unreadable.length}`,
    });
  }

  private checkParts(): void {
    const { articles, bySplit } = this.builder.counts;
    for (const [name, part] of Object.entries(bySplit)) {
      const wanted = this.plan?.ratios[this.plan.names.indexOf(name)] ?? 0;
      if (part.articles > 0 || wanted === 0 || articles === 0) continue;
      this.warn('split-part-empty', undefined, {
        en: `no article fell into ${name}: the corpus is small; another seed may divide it better`,
        ar: `لم يقع أي مقال في ${name}: المدونة صغيرة، وقد تقسمها بذرة أخرى تقسيمًا أفضل`,
      });
    }
  }

  private warn(code: string, file: string | undefined, message: Localized): void {
    const severity: Severity = 'warning';
    this.report([{ code, severity, message, ...(file === undefined ? {} : { file }) }]);
  }

  private checkCancelled(): void {
    if (this.request.signal?.aborted === true) throw new Cancelled();
  }

  private result(
    outcome: ExportReport['outcome'],
    manifest = this.builder.build(false, []),
  ): ExportReport {
    return { outcome, issues: this.issues.issues, losses: this.losses.issues, manifest };
  }
}

async function* renderHere(
  files: Files,
  format: Exporter,
  job: RenderJob,
  inputs: Iterable<RenderInput>,
): AsyncGenerator<RenderedBatch> {
  for (const input of inputs) yield renderBatch(files, format, job, input);
}
