import type { RenderAll, exportCorpus } from '../../core/corpus/exportCorpus';
import type { Files } from '../../core/corpus/files';
import type { IndexBatch } from '../../core/corpus/search/handover';
import type { WalkOptions } from '../../core/corpus/walk';
import type { ExportFormat } from '../../core/format/format';
import type { articleHtml } from '../../core/format/reading/article';
import type { pageStyle } from '../../core/format/reading/style';

/** The disk of this machine. Paths are the platform's. */
export interface LocalDisk {
  readonly files: Files;
  /** `mtime` in milliseconds, `size` in bytes; rejects when there is no such file. */
  stat(path: string): Promise<{ isFolder: boolean; mtime: number; size: number; inode: number }>;
  /** Replaces the file in one step: a crash leaves the old state or the new one. */
  replace(path: string, content: string | Uint8Array): Promise<void>;
  /** Does the task while no other window does one for the same file. */
  exclusively<T>(path: string, task: () => Promise<T>): Promise<T>;
  /** Removes what killed processes left beside the file on the way to its name. */
  clearLeftovers(path: string): Promise<void>;
}

/** Reads a folder of the local disk for the index in another thread; rejects where that fails. */
export type ReadForIndex = (root: string, options: WalkOptions) => AsyncIterable<IndexBatch>;

/** The formats, and the page of the reading edition, which is one of them. */
export interface Exporting {
  readonly exportCorpus: typeof exportCorpus;
  readonly formats: readonly ExportFormat[];
  readonly articleHtml: typeof articleHtml;
  readonly pageStyle: typeof pageStyle;
  /** Renders articles of the local disk in threads, where there are threads. */
  readonly renderInThreads?: (format: string) => RenderAll;
}
