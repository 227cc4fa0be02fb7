import { workspace, WorkspaceEdit, Range, type TextDocument, type Uri } from 'vscode';
import { BusyError } from '../../core/corpus/exclusive';
import type { ArticleRecord } from '../../core/model/annotation';
import { EMPTY_RECORD } from '../../core/model/annotation';
import type { Issue } from '../../core/model/issue';
import { mapOperation } from '../../core/model/mapping';
import { apply, type Operation } from '../../core/model/operations';
import { openSidecar, toSidecarData } from '../../core/sidecar/bind';
import { isOfNewerVersion, readNewer, readSidecar } from '../../core/sidecar/read';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { updateSidecar } from '../../core/sidecar/write';
import type { TextChange } from '../../core/text/edits';
import { localized, t } from '../l10n/l10n';
import {
  clearLeftovers,
  exclusively,
  fileName,
  isGone,
  readDisk,
  reasonOf,
  sidecarUri,
  stampOf,
  writeAtomically,
} from './sidecarFile';

const TELLING_MS = 16;

/** How memory and the file on disk stand to each other. */
export type SyncState =
  | { readonly kind: 'loading' }
  /** In step; `sidecar` is undefined as long as nothing was saved. */
  | { readonly kind: 'ready'; readonly sidecar: Sidecar | undefined }
  /** The file is there and cannot be understood: nothing is annotated, nothing is written. */
  | { readonly kind: 'malformed'; readonly issues: readonly Issue[] }
  /** The file is of a newer version: what is understood of it is shown, nothing is written. */
  | { readonly kind: 'newer'; readonly issues: readonly Issue[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What the synchroniser needs of its session. */
export interface SyncHost {
  text(): string;
  record(): ArticleRecord;
  adopt(record: ArticleRecord, issues: readonly Issue[]): void;
  changed(): void;
  /** What stands in the file, as far as is known. */
  stands(source: string): void;
}

/**
 * Keeps one article's record and its sidecar in step. Every write goes through one queue; before it the
 * file is looked at, and when it changed meanwhile its content is taken up and the acts not yet written
 * are done again on top of it. A sidecar that cannot be read is never written.
 */
export class SidecarSync {
  readonly uri: Uri;
  private current: SyncState = { kind: 'loading' };
  /** Stamp of the file as we last read or wrote it; undefined when it was absent. */
  private stamp: string | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  /** Acts done in memory since the last write. */
  private pending: Operation[] = [];

  constructor(
    private readonly article: Uri,
    private readonly host: SyncHost,
  ) {
    this.uri = sidecarUri(article);
  }

  get state(): SyncState {
    return this.current;
  }

  /** Why nothing can be saved now, in words for the person, or undefined. */
  refusal(): string | undefined {
    if (this.article.scheme === 'untitled') return t('refusal.untitled');
    if (workspace.fs.isWritableFileSystem(this.article.scheme) === false) {
      return t('refusal.readOnly', fileName(this.article));
    }
    switch (this.current.kind) {
      case 'loading':
        return t('refusal.loading', fileName(this.uri));
      case 'malformed':
        return this.misunderstood(this.current.issues);
      case 'newer':
        return t('refusal.newer', fileName(this.uri));
      case 'unreadable':
        return t('refusal.unreadable', fileName(this.uri), this.current.reason);
      case 'ready':
        return undefined;
    }
  }

  private misunderstood(issues: readonly Issue[]): string {
    const error = issues.find(({ severity }) => severity === 'error');
    const what = error === undefined ? '' : localized(error.message);
    return t('refusal.malformed', fileName(this.uri), String(error?.line ?? 1), what);
  }

  load(): Promise<void> {
    void clearLeftovers(this.uri).catch(() => undefined);
    return this.enqueue(() => this.takeUp());
  }

  /** Writes the record, in which `operation` was just done. Answers why it failed, or undefined. */
  save(operation: Operation): Promise<string | undefined> {
    this.pending.push(operation);
    return this.enqueue(() => (this.pending.length === 0 ? undefined : this.write()));
  }

  /** The acts not yet written follow the text. */
  textChanged(text: string, changes: readonly TextChange[]): void {
    this.pending = this.pending.map((operation) => mapOperation(operation, text, changes));
  }

  /** Writes places that an edit of the article moved, where there is a sidecar. */
  saveMoved(): Promise<string | undefined> {
    return this.enqueue(() => {
      const worth = this.current.kind === 'ready' && this.current.sidecar !== undefined;
      return worth ? this.write() : undefined;
    });
  }

  /** Takes up what another program or another editor wrote; tries again what could not be written. */
  checkDisk(): Promise<void> {
    return this.enqueue(async () => {
      const stuck = this.current.kind !== 'ready';
      if (stuck || (await stampOf(this.uri)) !== this.stamp) await this.takeUp();
      if (this.pending.length > 0 && this.current.kind === 'ready') await this.write();
    });
  }

  async settled(): Promise<void> {
    await this.queue;
  }

  private enqueue<T>(task: () => T | Promise<T>): Promise<T> {
    const run = this.queue.then(task);
    this.queue = run.catch(() => undefined);
    return run;
  }

  /** Reads the file and makes it the record, with the acts not yet written done on top. */
  private async takeUp(): Promise<void> {
    const disk = await readDisk(this.uri);
    this.stamp = disk.kind === 'present' ? disk.stamp : undefined;
    if (disk.kind === 'unreadable') return this.become({ kind: 'unreadable', reason: disk.reason });
    if (disk.kind === 'absent') return this.adopt(undefined);
    const read = readSidecar(disk.source, fileName(this.uri));
    if (read.ok) return this.adopt(read.value, read.issues);
    const newer = isOfNewerVersion(read.issues) ? readNewer(disk.source) : undefined;
    if (newer === undefined) return this.become({ kind: 'malformed', issues: read.issues });
    const shown = openSidecar(this.host.text(), { data: newer, source: disk.source });
    this.host.adopt(shown.record, []);
    this.become({ kind: 'newer', issues: read.issues });
  }

  private adopt(sidecar: Sidecar | undefined, readIssues: readonly Issue[] = []): void {
    const opened =
      sidecar === undefined
        ? { record: EMPTY_RECORD, issues: [] }
        : openSidecar(this.host.text(), sidecar);
    const record = this.pending.reduce((r, operation) => apply(r, operation).record, opened.record);
    this.current = { kind: 'ready', sidecar };
    if (sidecar !== undefined) this.host.stands(sidecar.source);
    this.host.adopt(record, [...readIssues, ...opened.issues]);
    this.host.changed();
  }

  /** What was last understood stays in view, but nothing can be done to it. */
  private become(state: SyncState): void {
    this.current = state;
    this.host.changed();
  }

  private async write(): Promise<string | undefined> {
    try {
      await windowWasTold();
      const open = dirtyEditorOf(this.uri);
      if (open !== undefined) return await this.writeThroughEditor(open);
      return await exclusively(this.uri, () => this.replace());
    } catch (error) {
      const reason = error instanceof BusyError ? t('reason.busy') : reasonOf(error);
      return t('save.failed', fileName(this.uri), reason);
    }
  }

  /** Takes up what stands in the file by now, and puts what it says with our acts in its place. */
  private async replace(): Promise<string | undefined> {
    if ((await stampOf(this.uri)) !== this.stamp) await this.takeUp();
    if (this.current.kind !== 'ready') return this.refusal();
    const { sidecar } = this.current;
    if (sidecar === undefined && (await isGone(this.article))) {
      return t('refusal.gone', fileName(this.article));
    }
    const done = this.pending.length;
    const next = this.updated(sidecar);
    if (next.source !== sidecar?.source) await writeAtomically(this.uri, next.source);
    this.stamp = await stampOf(this.uri);
    this.written(next, done);
    return undefined;
  }

  /** The sidecar stands open with unsaved changes: they are kept, our acts go on top, and it is saved. */
  private async writeThroughEditor(open: TextDocument): Promise<string | undefined> {
    const read = readSidecar(open.getText(), fileName(this.uri));
    if (!read.ok) return this.misunderstood(read.issues);
    this.adopt(read.value, read.issues);
    const done = this.pending.length;
    const next = this.updated(read.value);
    const edit = new WorkspaceEdit();
    edit.replace(this.uri, new Range(0, 0, open.lineCount, 0), next.source);
    if (!(await workspace.applyEdit(edit)) || !(await open.save())) {
      return t('save.failed', fileName(this.uri), t('save.editorRefused'));
    }
    this.stamp = await stampOf(this.uri);
    this.written(next, done);
    return undefined;
  }

  private updated(sidecar: Sidecar | undefined): Sidecar {
    const name = fileName(this.article);
    const data = toSidecarData(this.host.text(), name, this.host.record(), sidecar?.data);
    return updateSidecar(sidecar, data);
  }

  /** The first `done` of the acts that waited are on disk. */
  private written(sidecar: Sidecar, done: number): void {
    this.current = { kind: 'ready', sidecar };
    this.pending = this.pending.slice(done);
    this.host.stands(sidecar.source);
    this.host.changed();
  }
}

/**
 * The host sends its messages when it next comes to rest: the new highlight first, then the work of saving.
 */
function windowWasTold(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, TELLING_MS));
}

function dirtyEditorOf(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find((doc) => doc.isDirty && doc.uri.toString() === key);
}
