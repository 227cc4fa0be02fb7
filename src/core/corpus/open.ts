import type { Issue } from '../model/issue';
import { compareStrings, joinPath } from './files';
import type { Files } from './files';
import type { CorpusConfig } from './config';
import { readConfig } from './config';
import { readUtf8 } from './load';
import { CONFIG_NAME } from './walk';

export interface OpenedConfig {
  readonly config: CorpusConfig;
  readonly issues: readonly Issue[];
}

/** The configuration of the corpus at `root`: defaults where it has no `hashiya.yaml`. */
export async function loadConfig(files: Files, root: string): Promise<OpenedConfig> {
  const path = joinPath(root, CONFIG_NAME);
  if (!(await files.exists(path))) return readConfig('', CONFIG_NAME);
  try {
    return readConfig(await readUtf8(files, path), CONFIG_NAME);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const issue: Issue = {
      code: 'config-unreadable',
      severity: 'error',
      message: { en: `cannot be read: ${why}`, ar: `لا يمكن قراءته: ${why}` },
      file: CONFIG_NAME,
    };
    return { config: readConfig('', CONFIG_NAME).config, issues: [issue] };
  }
}

/** Issues by file, then line, then as found. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) => compareStrings(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0),
  );
}
