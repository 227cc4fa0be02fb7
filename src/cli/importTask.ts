import type { Files } from '../core/corpus/files';
import { joinPath } from '../core/corpus/files';
import { readUtf8 } from '../core/corpus/load';
import type { OptionValues } from '../core/corpus/exporter';
import type { Format, ImportFile, ImportedArticle } from '../core/format/format';
import { textFile } from '../core/format/loss';
import { findImportFormat } from '../core/format/registry';
import type { Issue } from '../core/model/issue';
import { toSidecarData } from '../core/sidecar/bind';
import { writeSidecar } from '../core/sidecar/write';
import { decodeUtf8 } from '../core/text/articleText';
import { blockingFiles } from '../node/nodeFiles';
import type { Task } from '../node/workerTasks';
import type { FilePiece, ImportInput } from './importInputs';

/** What holds for a whole import; plain data. */
export interface ImportJob {
  readonly format: string;
  readonly options: OptionValues;
  /** The folder that paths of files are relative to. */
  readonly root: string;
}

/** An article as it is to be written; plain data. */
export interface ReadArticle {
  /** Relative to the new corpus. */
  readonly path: string;
  readonly text: string;
  /** Absent where there is nothing to say of the article. */
  readonly sidecar?: string;
  readonly annotations: number;
  /** A label for each annotation and each orphan. */
  readonly labels: readonly string[];
}

/** What files that belong together hold, or a piece of one; plain data. */
export interface ReadGroup {
  /** 1, or 0 where it is a piece. */
  readonly groups: number;
  /** Bytes that were read. */
  readonly bytes: number;
  readonly articles: readonly ReadArticle[];
  readonly issues: readonly Issue[];
}

/** Reads some files, or a piece of one; what cannot be read are issues. */
export async function readInput(
  files: Files,
  job: ImportJob,
  input: ImportInput,
): Promise<ReadGroup[]> {
  if ('piece' in input) return [readPiece(job, input.piece)];
  const read: ReadGroup[] = [];
  for (const paths of input.groups) read.push(await readGroup(files, job, paths));
  return read;
}

function importerOf({ format }: ImportJob): Format {
  const importer = findImportFormat(format);
  if (importer === undefined) throw new Error(`no format ${format}`);
  return importer;
}

function readPiece(job: ImportJob, { path, bytes, linesBefore, within }: FilePiece): ReadGroup {
  const wrong: Issue[] = [];
  const content = linesOf(bytes, (line) => {
    wrong.push({ ...unreadable(path, new Error('not UTF-8')), line: linesBefore + line });
  });
  const file = {
    ...{ path, content: linesBefore === 0 ? withoutMark(content) : content, linesBefore },
    ...(within === undefined ? {} : { within }),
  };
  const { articles, issues } = importerOf(job).read([file], job.options);
  return {
    ...{ groups: 0, bytes: bytes.length },
    articles: articles.map(written),
    issues: [...wrong, ...issues],
  };
}

/** The text of some lines; one that is not UTF-8 is told of by its number, from 1, and is blank. */
function linesOf(bytes: Uint8Array, tell: (line: number) => void): string {
  const { text, invalidAt } = decodeUtf8(bytes);
  if (invalidAt === undefined) return text;
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length;) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed;
    const line = decodeUtf8(bytes.subarray(start, end));
    if (line.invalidAt !== undefined) tell(lines.length + 1);
    lines.push(line.invalidAt === undefined ? line.text : '');
    start = end + 1;
  }
  return lines.join('\n');
}

function withoutMark(content: string): string {
  return content.replace(/^\uFEFF/, '');
}

/** Reads files that belong together; those that cannot be read are issues. */
async function readGroup(
  files: Files,
  job: ImportJob,
  paths: readonly string[],
): Promise<ReadGroup> {
  const read: ImportFile[] = [];
  let bytes = 0;
  for (const path of paths) {
    try {
      const content = await readUtf8(files, joinPath(job.root, path));
      bytes += Buffer.byteLength(content);
      read.push({ path, content: withoutMark(content) });
    } catch (error) {
      return { groups: 1, bytes, articles: [], issues: [unreadable(path, error)] };
    }
  }
  const { articles, issues } = importerOf(job).read(read, job.options);
  return { groups: 1, bytes, articles: articles.map(written), issues };
}

function unreadable(file: string, error: unknown): Issue {
  const why = error instanceof Error ? error.message : String(error);
  const message = { en: `cannot be read: ${why}`, ar: `لا يمكن قراءته: ${why}` };
  return { code: 'file-unreadable', severity: 'error', message, file };
}

function written({ path, text, record }: ImportedArticle): ReadArticle {
  const { status, annotations, orphans, rejected } = record;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lists = [annotations, orphans, rejected];
  const isBare = status === 'todo' && lists.every((list) => list.length === 0);
  const data = toSidecarData(text, name, record);
  return {
    path,
    text: textFile(text),
    ...(isBare ? {} : { sidecar: writeSidecar(undefined, data) }),
    annotations: annotations.length,
    labels: [...annotations, ...orphans].map(({ label }) => label),
  };
}

/** Reads files, or pieces of one, as they come. */
export function importTask(given: unknown): ReturnType<Task> {
  const job = given as ImportJob;
  return async (input) => ({ output: await readInput(blockingFiles, job, input as ImportInput) });
}
