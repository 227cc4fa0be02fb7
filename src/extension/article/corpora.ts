import { EventEmitter, Uri, workspace, type Disposable } from 'vscode';
import { DEFAULT_CONFIG, readConfig, type CorpusConfig } from '../../core/corpus/config';
import { globMatcher } from '../../core/corpus/glob';
import { DEFAULT_WALK } from '../../core/corpus/walk';
import type { Issue } from '../../core/model/issue';
import type { Membership } from '../look/recogniseLanguage';
import { readDisk } from './sidecarFile';

/** A corpus: a folder with its `hashiya.yaml`, or a workspace folder without one. */
export interface Corpus {
  readonly root: Uri;
  readonly config: CorpusConfig;
  readonly issues: readonly Issue[];
  /** Whether the folder has a `hashiya.yaml`. */
  readonly configured: boolean;
}

const CONFIG_NAME = 'hashiya.yaml';
const MAX_DEPTH = 64;

/** Finds the corpus that an article belongs to: the nearest folder above it that has a `hashiya.yaml`. */
export class Corpora implements Disposable {
  private readonly cache = new Map<string, Promise<Corpus>>();
  private readonly known = new Map<string, Corpus>();
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly watcher = workspace.createFileSystemWatcher(`**/${CONFIG_NAME}`);

  constructor() {
    const forget = (): void => {
      this.cache.clear();
      this.known.clear();
      this.changed.fire();
    };
    this.watcher.onDidChange(forget);
    this.watcher.onDidCreate(forget);
    this.watcher.onDidDelete(forget);
  }

  /** The corpus of an article, read when first asked for. */
  of(article: Uri): Promise<Corpus> {
    return this.at(Uri.joinPath(article, '..'));
  }

  /** The corpus that a folder is, or is part of. */
  at(folder: Uri): Promise<Corpus> {
    const key = folder.toString();
    const cached = this.cache.get(key) ?? this.find(folder);
    this.cache.set(key, cached);
    void cached.then((corpus) => {
      if (this.cache.get(key) === cached) this.known.set(key, corpus);
    });
    return cached;
  }

  /** The configuration of an article's corpus as far as it was read, else the defaults. */
  configNow(article: Uri): CorpusConfig {
    const corpus = this.known.get(Uri.joinPath(article, '..').toString());
    if (corpus === undefined) void this.of(article);
    return corpus?.config ?? DEFAULT_CONFIG;
  }

  /** How a file belongs to its corpus; `listed` where the corpus has patterns of its own that match it. */
  async membership(file: Uri): Promise<Membership> {
    const { root, config, configured } = await this.of(file);
    if (!configured) return 'none';
    const path = file.path.slice(root.path.length + 1);
    if (globMatcher(config.exclude)(path)) return 'none';
    const own = config.include.join('\n') !== DEFAULT_WALK.include.join('\n');
    return own && globMatcher(config.include)(path) ? 'listed' : 'corpus';
  }

  /** Whose name stands on new annotations: the person's setting, else that of the corpus. */
  annotatorNow(article: Uri): string | undefined {
    const own = workspace.getConfiguration('hashiya', article).get<string>('annotator', '').trim();
    return own === '' ? this.configNow(article).annotator : own;
  }

  private async find(folder: Uri): Promise<Corpus> {
    const top = workspace.getWorkspaceFolder(folder)?.uri;
    let at = folder;
    for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
      const found = await read(at);
      if (found !== undefined) return found;
      const parent = Uri.joinPath(at, '..');
      // Without a workspace folder only the article's own folder is looked into.
      if (top === undefined || at.path === top.path || parent.path === at.path) break;
      at = parent;
    }
    return { root: top ?? folder, config: DEFAULT_CONFIG, issues: [], configured: false };
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }
}

async function read(folder: Uri): Promise<Corpus | undefined> {
  const disk = await readDisk(Uri.joinPath(folder, CONFIG_NAME));
  if (disk.kind === 'absent') return undefined;
  if (disk.kind === 'present') {
    return { root: folder, configured: true, ...readConfig(disk.source, CONFIG_NAME) };
  }
  const message = {
    en: `${CONFIG_NAME} cannot be read (${disk.reason}); the defaults are used.`,
    ar: `تعذّرت قراءة ${CONFIG_NAME} (${disk.reason})؛ تُستعمل القيم الافتراضية.`,
  };
  const issue: Issue = { code: 'config-unreadable', severity: 'error', message, file: CONFIG_NAME };
  return { root: folder, configured: true, config: DEFAULT_CONFIG, issues: [issue] };
}
