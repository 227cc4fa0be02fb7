import type { Files } from '../core/corpus/files';
import { joinPath } from '../core/corpus/files';
import { readUtf8 } from '../core/corpus/load';
import type { OptionValues } from '../core/corpus/exporter';
import type { ImportFile, ImportedArticle } from '../core/format/format';
import { textFile } from '../core/format/loss';
import { findImportFormat } from '../core/format/registry';
import type { Issue } from '../core/model/issue';
import { toSidecarData } from '../core/sidecar/bind';
import { writeSidecar } from '../core/sidecar/write';
import { blockingFiles } from '../node/nodeFiles';
import type { Task } from '../node/workerTasks';

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

/** What files that belong together hold; plain data. */
export interface ReadGroup {
  readonly articles: readonly ReadArticle[];
  readonly issues: readonly Issue[];
}

/** Reads files that belong together; those that cannot be read are issues. */
export async function readGroup(
  files: Files,
  { format, options, root }: ImportJob,
  paths: readonly string[],
): Promise<ReadGroup> {
  const importer = findImportFormat(format);
  if (importer === undefined) throw new Error(`no format ${format}`);
  const read: ImportFile[] = [];
  for (const path of paths) {
    try {
      const content = await readUtf8(files, joinPath(root, path));
      read.push({ path, content: content.replace(/^\uFEFF/, '') });
    } catch (error) {
      return { articles: [], issues: [unreadable(path, error)] };
    }
  }
  const { articles, issues } = importer.read(read, options);
  return { articles: articles.map(written), issues };
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

/** Reads a few groups of files at a time. */
export function importTask(given: unknown): ReturnType<Task> {
  const job = given as ImportJob;
  return async (input) => {
    const output: ReadGroup[] = [];
    for (const paths of input as readonly (readonly string[])[]) {
      output.push(await readGroup(blockingFiles, job, paths));
    }
    return { output };
  };
}
