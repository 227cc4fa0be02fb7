import type { CorpusConfig } from '../core/corpus/config';
import type { Files } from '../core/corpus/files';
import { joinPath } from '../core/corpus/files';
import { folderOf } from '../core/corpus/inside';
import { loadConfig } from '../core/corpus/open';
import type { ArticleEntry } from '../core/corpus/walk';
import { SIDECAR_SUFFIX, walkCorpus } from '../core/corpus/walk';
import type { Issue } from '../core/model/issue';

/** A path of the command line as a corpus: a folder with all its articles, or one article in its folder. */
export interface CorpusPath {
  readonly root: string;
  readonly config: CorpusConfig;
  readonly entries: readonly ArticleEntry[];
  /** Paths of sidecars without an article. */
  readonly strays: readonly string[];
  /** Whether the path names one article. */
  readonly single: boolean;
  readonly issues: readonly Issue[];
}

/** A path as the core takes it: `/` between parts and none at the end. */
export function portPath(path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return slashed.length > 1 ? slashed.replace(/\/+$/, '') || '/' : slashed;
}

export async function isFolder(files: Files, path: string): Promise<boolean> {
  try {
    await files.list(path);
    return true;
  } catch {
    return false;
  }
}

/** Opens what the path names. A path that is not there gives one error and no articles. */
export async function openPath(files: Files, given: string): Promise<CorpusPath> {
  const path = portPath(given);
  if (await isFolder(files, path)) {
    const { config, issues } = await loadConfig(files, path);
    const walk = await walkCorpus(files, path, config);
    return {
      root: path,
      config,
      entries: walk.articles,
      strays: walk.strays,
      single: false,
      issues: [...issues, ...walk.issues].map((issue) => below(path, issue)),
    };
  }
  const root = folderOf(path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { config, issues } = await loadConfig(files, root);
  const base = { root, config, strays: [], single: true };
  if (!(await files.exists(path))) {
    return { ...base, entries: [], issues: [noSuchPath(given)] };
  }
  const hasSidecar = await files.exists(path + SIDECAR_SUFFIX);
  return {
    ...base,
    entries: [{ path: name, hasSidecar, isLink: hasSidecar }],
    issues: issues.map((issue) => below(root, issue)),
  };
}

export function noSuchPath(given: string): Issue {
  const message = { en: 'no such file or folder', ar: 'لا ملف ولا مجلد بهذا الاسم' };
  return { code: 'file-unreadable', severity: 'error', message, file: given };
}

/** The issue with the file's path as seen from where the command runs. */
export function below(root: string, issue: Issue): Issue {
  return issue.file === undefined ? issue : { ...issue, file: joinPath(root, issue.file) };
}
