import type { Issue } from '../model/issue';
import { decodeArticle } from '../text/articleText';
import type { DirEntry, Files } from './files';
import { compareStrings, joinPath } from './files';
import { globMatcher } from './glob';

export const SIDECAR_SUFFIX = '.ann.yaml';
export const CONFIG_NAME = 'hashiya.yaml';
export const MANIFEST_NAME = 'manifest.json';

/** Which files of a folder are articles, as glob patterns. */
export interface WalkOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const DEFAULT_WALK: WalkOptions = { include: ['**/*.txt', '**/*.md'], exclude: [] };

export interface ArticleEntry {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  readonly hasSidecar: boolean;
  /** Whether the sidecar is, or may be, a symbolic link: it is read only where it leads below the root. */
  readonly isLink?: boolean;
}

export interface Walk {
  /** In code-unit order of their paths. */
  readonly articles: readonly ArticleEntry[];
  /** Paths of sidecars whose article is not there. */
  readonly strays: readonly string[];
  readonly issues: readonly Issue[];
}

/** What a folder holds, by name. */
type Siblings = ReadonlyMap<string, DirEntry['kind']>;

/** Folders that never hold articles; names that begin with a dot are left out too. */
const SKIPPED = new Set(['node_modules', '__pycache__', '__MACOSX']);

/**
 * Finds the articles below `root`. Symbolic links are not followed, so that nothing outside the root is
 * read and no loop is walked. Folders that hold an export of ours are left out. A folder that cannot be
 * listed is an issue; the rest goes on.
 *
 * @param skip path of a folder below the root to leave out, relative to it
 */
export async function walkCorpus(
  files: Files,
  root: string,
  options: WalkOptions = DEFAULT_WALK,
  skip?: string,
): Promise<Walk> {
  const walker = new Walker(files, root, options, skip);
  const articles: ArticleEntry[] = [];
  for await (const article of walker.folder('')) articles.push(article);
  const { strays, issues } = walker;
  return { articles, strays, issues };
}

/** The articles of the same walk one by one, for whoever has other things to do in between. */
export function walkArticles(
  files: Files,
  root: string,
  options: WalkOptions,
): AsyncGenerator<ArticleEntry> {
  return new Walker(files, root, options).folder('');
}

class Walker {
  readonly strays: string[] = [];
  readonly issues: Issue[] = [];
  private readonly included: (path: string) => boolean;
  private readonly excluded: (path: string) => boolean;

  constructor(
    private readonly files: Files,
    private readonly root: string,
    options: WalkOptions,
    private readonly skip?: string,
  ) {
    this.included = globMatcher(options.include);
    this.excluded = globMatcher(options.exclude);
  }

  async *folder(path: string): AsyncGenerator<ArticleEntry> {
    let entries: readonly DirEntry[];
    try {
      entries = await this.files.list(joinPath(this.root, path));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.report('folder-unreadable', path, {
        en: `the folder cannot be read: ${why}`,
        ar: `لا يمكن قراءة المجلد: ${why}`,
      });
      return;
    }
    if (path !== '' && (await this.isExport(path, entries))) return;
    const names = new Map(entries.map(({ name, kind }) => [name, kind]));
    // So that all paths come out in order, without one long sort in the end.
    const sorted = [...entries].sort((a, b) => compareStrings(sortKey(a), sortKey(b)));
    for (const entry of sorted) {
      yield* this.entry(joinPath(path, entry.name), entry, names);
    }
  }

  private async *entry(
    path: string,
    { name, kind }: DirEntry,
    names: Siblings,
  ): AsyncGenerator<ArticleEntry> {
    if (name.startsWith('.') || SKIPPED.has(name)) return;
    if (path === this.skip || this.excluded(path)) return;
    if (kind === 'dir') yield* this.folder(path);
    else if (kind === 'link') {
      if (this.included(path)) this.linkSkipped(path);
    } else if (kind === 'file') {
      const article = this.file(path, name, names);
      if (article !== undefined) yield article;
    }
  }

  private file(path: string, name: string, names: Siblings): ArticleEntry | undefined {
    if (name.endsWith(SIDECAR_SUFFIX)) {
      if (!names.has(name.slice(0, -SIDECAR_SUFFIX.length))) this.strays.push(path);
      return undefined;
    }
    if (!this.included(path)) return undefined;
    const sidecar = names.get(name + SIDECAR_SUFFIX);
    const isLink = sidecar === 'link' ? { isLink: true } : {};
    return { path, hasSidecar: sidecar !== undefined, ...isLink };
  }

  private linkSkipped(path: string): void {
    this.report(
      'link-skipped',
      path,
      { en: 'a symbolic link, which is not followed', ar: 'وصلة رمزية لا تُتبع' },
      'info',
    );
  }

  private async isExport(path: string, entries: readonly DirEntry[]): Promise<boolean> {
    if (!entries.some(({ name, kind }) => name === MANIFEST_NAME && kind === 'file')) return false;
    try {
      const bytes = await this.files.read(joinPath(joinPath(this.root, path), MANIFEST_NAME));
      return isOwnManifest(decodeArticle(bytes).text);
    } catch {
      // Unreadable, so not known to be an export: the folder is walked like any other.
      return false;
    }
  }

  private report(
    code: string,
    path: string,
    message: Issue['message'],
    severity: Issue['severity'] = 'error',
  ): void {
    this.issues.push({ code, severity, message, file: path === '' ? '.' : path });
  }
}

/** Whether a `manifest.json` was written by an export of ours. */
export function isOwnManifest(source: string): boolean {
  return /^\s*\{\s*"tool":\s*"hashiya"/.test(source);
}

/** Order of the paths below an entry: those of a folder go on with a slash. */
function sortKey({ name, kind }: DirEntry): string {
  return kind === 'dir' ? `${name}/` : name;
}
