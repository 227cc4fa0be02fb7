import type { Annotation, ArticleRecord } from '../../core/model/annotation';
import { newId } from '../../core/model/ids';
import { signed } from '../../core/model/fix';
import { apply, withProgress, type Operation } from '../../core/model/operations';
import { traceOf } from '../../core/model/takeBack';
import type { ActPart } from '../../core/sidecar/keptAct';
import { toStoredOperation } from '../../core/sidecar/storedOperation';
import { timestamp } from '../../core/detect/accept';
import type { Corpora } from '../article/corpora';
import type { Histories } from '../article/histories';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import { reasonOf } from '../article/sidecarFile';
import { t } from '../l10n/l10n';
import type { LiveIndex } from './liveIndex';

/** What an article holds now, and what is to be done to it; undefined for nothing. */
export type Plan = (text: string, record: ArticleRecord) => Operation | undefined;

export type Outcome =
  | { readonly kind: 'done'; readonly edited: ActPart }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Annotates articles of a corpus, open or not. In an open one it is an act like any other; the sidecar of
 * one that is not open is read, changed and replaced, and one that cannot be read is left as it is.
 */
export class BulkEdit {
  constructor(
    private readonly sessions: Sessions,
    private readonly corpora: Corpora,
    private readonly histories: Histories,
  ) {}

  async edit(live: LiveIndex, path: string, plan: Plan): Promise<Outcome> {
    const session = this.sessions.byUri(live.uriOf(path));
    try {
      return await (session === undefined
        ? this.onDisk(live, path, plan)
        : this.inSession(session, path, plan));
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }

  private async inSession(session: ArticleSession, path: string, plan: Plan): Promise<Outcome> {
    const { text, record } = session;
    const operation = this.prepared(session.document.uri, text, record, plan);
    if (operation === undefined) return { kind: 'nothing' };
    const { inverse, record: left } = apply(record, withProgress(record, operation));
    const reason = await session.perform(operation);
    return reason === undefined
      ? { kind: 'done', edited: partOf(path, text, inverse, left) }
      : { kind: 'failed', reason };
  }

  private async onDisk(live: LiveIndex, path: string, plan: Plan): Promise<Outcome> {
    const uri = live.uriOf(path);
    let done: { text: string; inverse: Operation; edited: ActPart } | undefined;
    const changed = await live.change(path, (article) => {
      const { text, record } = article;
      const operation = this.prepared(uri, text, record, plan);
      if (operation === undefined) return record;
      const { inverse, record: left } = apply(record, withProgress(record, operation));
      done = { text, inverse, edited: partOf(path, text, inverse, left) };
      return left;
    });
    if (!changed.ok) {
      const isBusy = changed.issues.some(({ code }) => code === 'sidecar-busy');
      return { kind: 'failed', reason: t(isBusy ? 'reason.busy' : 'corpus.unreadable') };
    }
    if (done === undefined) return { kind: 'nothing' };
    live.touch(uri);
    await this.histories.add(uri, done.text, done.inverse);
    return { kind: 'done', edited: done.edited };
  }

  private prepared(
    uri: ReturnType<LiveIndex['uriOf']>,
    text: string,
    record: ArticleRecord,
    plan: Plan,
  ): Operation | undefined {
    const operation = plan(text, record);
    if (operation === undefined) return undefined;
    const taken = new Set([...record.annotations, ...record.orphans].map(({ id }) => id));
    const by = this.corpora.annotatorNow(uri);
    return signed(operation, (): Pick<Annotation, 'id' | 'by' | 'at'> => {
      const id = newId(Math.random, taken);
      taken.add(id);
      return { id, ...(by === undefined ? {} : { by }), at: timestamp(new Date()) };
    });
  }
}

function partOf(path: string, text: string, inverse: Operation, left: ArticleRecord): ActPart {
  return { path, inverse: toStoredOperation(inverse, text), left: traceOf(inverse, left) };
}
