import { BusyError, busy, exclusively } from '../../core/corpus/exclusive';
import { CONFIG_NAME, SIDECAR_SUFFIX } from '../../core/corpus/walk';
import type { Files } from '../../core/corpus/files';
import { compareStrings, joinPath, removeLeftovers } from '../../core/corpus/files';
import { folderOf, liesBelow } from '../../core/corpus/inside';
import { Tally } from '../../core/corpus/tally';
import { loadConfig } from '../../core/corpus/open';
import type { Issue } from '../../core/model/issue';
import { CLAIM } from '../../core/model/annotation';
import type { Command, Invocation } from '../command';
import {
  EXIT,
  JOBS_OPTION,
  JSON_OPTION,
  jobsOf,
  onlyPath,
  printIssues,
  requiredValue,
  say,
} from '../command';
import type { ImportJob, ReadArticle, ReadGroup } from '../importTask';
import { readInput } from '../importTask';
import type { ImportInput } from '../importInputs';
import { importInputs } from '../importInputs';
import { isFolder, noSuchPath, portPath } from '../corpusPath';
import { MEGABYTES, progressOf } from '../progress';
import { IMPORT_FORMATS } from '../../core/format/registry';
import { chosenImportFormat, formatOptionSpecs } from '../formatOptions';

/** Files below a folder, relative to it; hidden ones and links left out. */
async function filesBelow(files: Files, root: string, path = ''): Promise<string[]> {
  const found: string[] = [];
  const entries = await files.list(joinPath(root, path));
  for (const { name, kind } of [...entries].sort((a, b) => compareStrings(a.name, b.name))) {
    if (name.startsWith('.')) continue;
    const below = joinPath(path, name);
    if (kind === 'dir') found.push(...(await filesBelow(files, root, below)));
    else if (kind === 'file') found.push(below);
  }
  return found;
}

const EXISTS = {
  code: 'import-exists',
  message: { en: 'exists already and is not overwritten', ar: 'موجود من قبل ولا يُكتب فوقه' },
};
const LEADS_OUT = {
  code: 'link-outside',
  message: {
    en: 'would be put through a symbolic link that leads out of the folder',
    ar: 'كان سيوضع عبر وصلة رمزية تقود إلى خارج المجلد',
  },
};

/** So much is read here, before it is worth while to start threads that nobody asked for. */
const FEW = 16;

class ImportRun {
  readonly labels = new Tally();
  articles = 0;
  annotations = 0;
  unreadable = false;
  problems = false;
  private readonly entered = new Map<string, boolean>();

  constructor(
    private readonly invocation: Invocation,
    private readonly out: string,
  ) {}

  async group({ articles, issues }: ReadGroup): Promise<void> {
    for (const issue of issues) {
      if (issue.severity === 'error') this.unreadable = true;
      await this.report(issue);
    }
    for (const article of articles) await this.save(article);
  }

  private async save({ path, text, sidecar, annotations, labels }: ReadArticle): Promise<void> {
    const target = joinPath(this.out, path);
    const both = [
      [target, text],
      [target + SIDECAR_SUFFIX, sidecar],
    ] as const;
    if (!(await this.enter(folderOf(target)))) return this.refuse(target, LEADS_OUT);
    const isPut = await this.putBoth(target, both).catch((error: unknown) => {
      if (error instanceof BusyError) return busy(target);
      throw error;
    });
    if (isPut !== true) return this.refuse(target, isPut === false ? EXISTS : isPut);
    this.articles += 1;
    this.annotations += annotations;
    for (const label of labels) this.labels.add(label);
  }

  /** Whether nothing stood in the way, which is looked at while nobody else writes the sidecar. */
  private putBoth(
    target: string,
    both: readonly (readonly [file: string, content: string | undefined])[],
  ): Promise<boolean> {
    return exclusively(this.invocation.io.files, target + SIDECAR_SUFFIX, async () => {
      for (const [file, content] of both) if (await this.isInTheWay(file, content)) return false;
      for (const [file, content] of both) {
        if (content !== undefined) await this.put(file, Buffer.from(content));
      }
      return true;
    });
  }

  /** Whether something else stands there. What an import that was cut short left there is just the same. */
  private async isInTheWay(file: string, content: string | undefined): Promise<boolean> {
    const { files } = this.invocation.io;
    if (!(await files.exists(file))) return false;
    if (content === undefined) return true;
    const there = Buffer.from(await files.read(file));
    return !there.equals(Buffer.from(content));
  }

  private async put(file: string, content: Uint8Array): Promise<void> {
    const { files } = this.invocation.io;
    if (await files.exists(file)) return;
    await (files.put?.(file, content, true) ?? files.write(file, content));
  }

  /**
   * Whether files may be put into the folder: it is no link to elsewhere. Removes what a killed import
   * left there, before the first file comes.
   */
  private async enter(folder: string): Promise<boolean> {
    const known = this.entered.get(folder);
    if (known !== undefined) return known;
    const { files } = this.invocation.io;
    const inside = folder === this.out || (await liesBelow(files, folder, this.out));
    this.entered.set(folder, inside);
    if (inside) await removeLeftovers(files, folder);
    return inside;
  }

  private async refuse(file: string, why: Pick<Issue, 'code' | 'message'>): Promise<void> {
    this.problems = true;
    await this.report({ ...why, severity: 'error', file });
  }

  private async report(issue: Issue): Promise<void> {
    await printIssues(this.invocation, [issue]);
  }
}

/** What all inputs hold, in their order; read in threads where there are many. */
async function* readAll(
  invocation: Invocation,
  job: ImportJob,
  inputs: AsyncGenerator<ImportInput>,
): AsyncGenerator<ReadGroup[]> {
  const { files, threads } = invocation.io;
  const jobs = jobsOf(invocation);
  const few = invocation.values['jobs'] === undefined ? FEW : 0;
  for (let done = 0; ; done += 1) {
    const { value: input, done: isOver } = await inputs.next();
    if (isOver === true) return;
    if (threads !== undefined && jobs > 1 && done === few) {
      yield* threads.map<ImportInput, ReadGroup[]>('import', job, jobs, from(input, inputs));
      return;
    }
    yield readInput(files, job, input);
  }
}

async function* from<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** So many tell by themselves how far the import is; of fewer each may be large. */
const MANY_GROUPS = 1000;

/**
 * Tells how much was read: bytes, or groups of files where there are many or their sizes are not known.
 * To be called with what was read each time, and at the end.
 */
async function importProgress(
  invocation: Invocation,
  root: string,
  groups: readonly (readonly string[])[],
): Promise<(read: readonly ReadGroup[] | 'done') => void> {
  const total =
    groups.length < MANY_GROUPS ? await bytesOf(invocation, root, groups.flat()) : undefined;
  const show = progressOf(invocation, total === undefined ? undefined : MEGABYTES);
  const all = total ?? groups.length;
  let done = 0;
  return (read) => {
    if (read === 'done') return show(all, all);
    for (const { groups: some, bytes } of read) done += total === undefined ? some : bytes;
    // Files may grow meanwhile: only the end is the end.
    return show(Math.min(done, all - 1), all);
  };
}

/** Bytes of all the files together, undefined where that cannot be known. */
async function bytesOf(
  { io: { files } }: Invocation,
  root: string,
  paths: readonly string[],
): Promise<number | undefined> {
  let sum = 0;
  for (const path of paths) {
    // What cannot be read is told of when it is its turn.
    const size = await files.size?.(joinPath(root, path)).catch(() => 0);
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
}

/** Labels that came in and are not in the label set that holds where they went. */
async function unknownLabels(
  { io }: Invocation,
  out: string,
  labels: Tally,
): Promise<Issue | undefined> {
  const { config } = await loadConfig(io.files, out);
  const known = new Set([CLAIM, ...config.labels.entities.map(({ name }) => name)]);
  const unknown = labels.names.filter((name) => !known.has(name));
  if (unknown.length === 0) return undefined;
  const counts = labels.toCounts();
  const list = unknown.map((name) => `${name} (${counts[name] ?? 0})`).join(', ');
  return {
    code: 'labels-not-in-set',
    severity: 'warning',
    message: {
      en: `kept, though not in the label set: ${list}; name them under 'labels' in ${CONFIG_NAME}`,
      ar: `بقيت وسوم ليست في مجموعة الوسوم: ${list}؛ سمّها تحت labels في ${CONFIG_NAME}`,
    },
    file: joinPath(out, CONFIG_NAME),
  };
}

function noneOfFormat(source: string, format: string): Issue {
  const message = { en: `no file of the format ${format}`, ar: `لا ملف من الصيغة ${format}` };
  return { code: 'file-unreadable', severity: 'error', message, file: source };
}

async function run(invocation: Invocation): Promise<number> {
  const { io, switches } = invocation;
  const source = portPath(onlyPath(invocation));
  const { format, options } = chosenImportFormat(invocation);
  const out = portPath(requiredValue(invocation, 'out'));
  const folder = await isFolder(io.files, source);
  if (!folder && !(await io.files.exists(source))) {
    await printIssues(invocation, [noSuchPath(source)]);
    return EXIT.unreadable;
  }
  const slash = source.lastIndexOf('/');
  const root = folder ? source : slash === -1 ? '.' : source.slice(0, Math.max(slash, 1));
  const paths = folder ? await filesBelow(io.files, source) : [source.slice(slash + 1)];
  const groups = format.group(paths);
  const importRun = new ImportRun(invocation, out);
  const progress = await importProgress(invocation, root, groups);
  const job: ImportJob = { format: format.id, options, root };
  const inputs = importInputs(io.files, root, format, groups);
  for await (const some of readAll(invocation, job, inputs)) {
    for (const group of some) await importRun.group(group);
    progress(some);
  }
  progress('done');
  const unknown = await unknownLabels(invocation, out, importRun.labels);
  if (unknown !== undefined) await printIssues(invocation, [unknown]);
  const { articles, annotations } = importRun;
  if (switches.has('json')) {
    const report = { articles, annotations, byLabel: importRun.labels.toCounts() };
    await io.stdout.write(`${JSON.stringify(report)}\n`);
  } else {
    await say(invocation, {
      en: `${articles} articles, ${annotations} annotations → ${out}`,
      ar: `المقالات ${articles}، الحواشي ${annotations} ← ${out}`,
    });
  }
  if (groups.length === 0) {
    await printIssues(invocation, [noneOfFormat(source, format.id)]);
    return EXIT.unreadable;
  }
  if (importRun.unreadable) return EXIT.unreadable;
  return importRun.problems ? EXIT.problems : EXIT.done;
}

export const importCommand: Command = {
  name: 'import',
  operands: 'SRC --format ID --out DIR',
  summary: {
    en: "Make articles and sidecars from another tool's files; nothing is overwritten.",
    ar: 'صنع مقالات وملفات جانبية من ملفات أداة أخرى؛ ولا يُكتب فوق شيء.',
  },
  options: {
    ...formatOptionSpecs(IMPORT_FORMATS),
    out: {
      value: 'DIR',
      description: { en: 'folder of the new corpus', ar: 'مجلد المدونة الجديدة' },
    },
    jobs: JOBS_OPTION,
    json: JSON_OPTION,
  },
  run,
};
