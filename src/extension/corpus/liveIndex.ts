import { EventEmitter, RelativePattern, Uri, workspace, type Disposable } from 'vscode';
import { changeRecord, type Changed } from '../../core/corpus/changeRecord';
import type { CorpusConfig } from '../../core/corpus/config';
import type { Files } from '../../core/corpus/files';
import { joinPath } from '../../core/corpus/files';
import { globMatcher } from '../../core/corpus/glob';
import { loadArticle, type LoadedArticle } from '../../core/corpus/load';
import { CorpusIndex } from '../../core/corpus/search/corpusIndex';
import { indexSource } from '../../core/corpus/search/extract';
import { BatchTaker } from '../../core/corpus/search/handover';
import { SIDECAR_SUFFIX, walkArticles, type ArticleEntry } from '../../core/corpus/walk';
import type { ArticleRecord } from '../../core/model/annotation';
import { diskOf, reasonOf } from '../article/sidecarFile';
import { readForIndex, turn } from '../machine/machine';
import { inSlices, Slice } from './slices';
import { filesAt } from './workspaceFiles';

/** Articles that are read at the same time: enough to keep the disk busy, few enough to stay responsive. */
const READERS = 4;
/** Changes are gathered for so long; a checkout touches many files at once. */
const REST_MS = 150;
/** While a corpus is read, views hear of it so often. */
const NEWS_MS = 400;

export type Progress = { readonly done: number; readonly total: number };

/** The index of one corpus, read in the background and kept in step with the disk. */
export class LiveIndex implements Disposable {
  readonly index = new CorpusIndex();
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly port: { readonly files: Files; readonly path: string };
  private readonly watcher;
  private readonly waiting = new Set<string>();
  private readonly included: (path: string) => boolean;
  private readonly excluded: (path: string) => boolean;
  private reading: Progress | undefined = { done: 0, total: 0 };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private news = 0;
  private gone = false;
  /** Resolves when the corpus was read for the first time. */
  readonly ready: Promise<void>;

  constructor(
    readonly root: Uri,
    readonly config: CorpusConfig,
  ) {
    this.port = filesAt(root);
    this.included = globMatcher(config.include);
    this.excluded = globMatcher(config.exclude);
    this.watcher = workspace.createFileSystemWatcher(new RelativePattern(root, '**/*'));
    const touched = (uri: Uri): void => this.touch(uri);
    this.watcher.onDidCreate(touched);
    this.watcher.onDidChange(touched);
    this.watcher.onDidDelete(touched);
    this.ready = this.readAll();
  }

  /** How far the first reading is; undefined when it is done. */
  get progress(): Progress | undefined {
    return this.reading;
  }

  uriOf(path: string): Uri {
    return Uri.joinPath(this.root, path);
  }

  /** The article's path in the corpus; undefined for files elsewhere. */
  pathOf(uri: Uri): string | undefined {
    const { scheme, authority, path } = this.root;
    const folder = path.endsWith('/') ? path : `${path}/`;
    const inside = uri.scheme === scheme && uri.authority === authority;
    return inside && uri.path.startsWith(folder) ? uri.path.slice(folder.length) : undefined;
  }

  /** Reads an article with its sidecar, as they are on disk now; undefined where that is not possible. */
  async load(path: string): Promise<LoadedArticle | undefined> {
    const load = await loadArticle(this.port.files, this.port.path, await this.entry(path));
    return load.ok ? load.article : undefined;
  }

  /** Reads an article as it is now and writes what is made of its record. */
  change(path: string, make: (article: LoadedArticle) => ArticleRecord): Promise<Changed> {
    return changeRecord(this.port.files, this.port.path, path, make);
  }

  /** The file was written, made or taken away: what it is part of is read again soon. */
  touch(uri: Uri): void {
    const path = this.pathOf(uri);
    if (path === undefined || path.split('/').some((name) => name.startsWith('.'))) return;
    this.waiting.add(path.endsWith(SIDECAR_SUFFIX) ? path.slice(0, -SIDECAR_SUFFIX.length) : path);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.readWaiting(), REST_MS);
  }

  private async entry(path: string): Promise<ArticleEntry> {
    const sidecar = joinPath(this.port.path, path + SIDECAR_SUFFIX);
    const hasSidecar = await this.port.files.exists(sidecar);
    return { path, hasSidecar, isLink: hasSidecar };
  }

  private walk(): AsyncGenerator<ArticleEntry> {
    return walkArticles(this.port.files, this.port.path, this.config);
  }

  private async readAll(): Promise<void> {
    await turn();
    // What another thread cannot read is read here, where problems are told article by article.
    const isRead = await this.readElsewhere().catch((error: unknown) => {
      console.warn(`hashiya: the corpus is read without a thread: ${reasonOf(error)}`);
      return false;
    });
    if (!isRead) await this.readHere();
    this.reading = undefined;
    this.tell(0);
  }

  /** Reads a local folder in another thread; false where there is none or the folder is elsewhere. */
  private async readElsewhere(): Promise<boolean> {
    if (readForIndex === undefined || diskOf(this.root) === undefined) return false;
    const taker = new BatchTaker(this.index);
    for await (const batch of readForIndex(this.port.path, this.config)) {
      await inSlices(taker.take(batch), () => !this.gone);
      if (this.gone) break;
      this.reading = { done: this.index.size, total: batch.total };
      this.tell(NEWS_MS);
    }
    return true;
  }

  private async readHere(): Promise<void> {
    const slice = new Slice();
    const entries: ArticleEntry[] = [];
    for await (const entry of this.walk()) {
      entries.push(entry);
      await slice.rest();
    }
    const progress = { done: 0, total: entries.length };
    this.reading = progress;
    const articles = entries.values();
    const reader = async (): Promise<void> => {
      for (const entry of articles) {
        if (this.gone) return;
        progress.done += 1;
        await this.read(entry);
        await slice.rest();
        this.tell(NEWS_MS);
      }
    };
    await Promise.all(Array.from({ length: READERS }, reader));
  }

  private async readWaiting(): Promise<void> {
    await this.ready;
    const paths = [...this.waiting];
    this.waiting.clear();
    const slice = new Slice();
    for (const path of paths) {
      if (this.gone) return;
      await this.readAgain(path);
      await slice.rest();
    }
    if (paths.length > 0) this.tell(0);
  }

  private async readAgain(path: string): Promise<void> {
    const { files, path: root } = this.port;
    const wanted = this.included(path) && !this.excluded(path);
    if (wanted && (await files.exists(joinPath(root, path)))) {
      return this.read(await this.entry(path));
    }
    this.index.remove(path);
    await this.readFolder(path);
  }

  /**
   * Of a folder that comes or goes with all its content only the folder itself may be heard of. What the
   * path holds now is read, and what it no longer holds is forgotten.
   */
  private async readFolder(path: string): Promise<void> {
    const inside = (one: string): boolean => one.startsWith(`${path}/`);
    const known = this.index.paths.filter(inside);
    const { files, path: root } = this.port;
    const isFolder = await files.list(joinPath(root, path)).then(
      () => true,
      () => false,
    );
    const slice = new Slice();
    const kept = new Set<string>();
    for await (const entry of isFolder ? this.walk() : []) {
      if (inside(entry.path)) {
        await this.read(entry);
        kept.add(entry.path);
      }
      await slice.rest();
    }
    for (const one of known) if (!kept.has(one)) this.index.remove(one);
  }

  private async read(entry: ArticleEntry): Promise<void> {
    const load = await loadArticle(this.port.files, this.port.path, entry);
    this.index.put(indexSource(entry.path, load));
  }

  private tell(rest: number): void {
    const now = performance.now();
    if (this.gone || now - this.news < rest) return;
    this.news = now;
    this.changed.fire();
  }

  dispose(): void {
    this.gone = true;
    clearTimeout(this.timer);
    this.watcher.dispose();
    this.changed.dispose();
  }
}
