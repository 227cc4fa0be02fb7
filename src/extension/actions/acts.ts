import { commands, Range, window } from 'vscode';
import type { Annotation, ClaimDetails, QuotedSpan, Rejection } from '../../core/model/annotation';
import { CLAIM } from '../../core/model/annotation';
import type { CheckAttribute } from '../../core/model/verdict';
import { signed } from '../../core/model/fix';
import { newId } from '../../core/model/ids';
import { sameAnnotation } from '../../core/model/lookup';
import type { Operation } from '../../core/model/operations';
import type { Status } from '../../core/model/annotation';
import { annotationOf, timestamp, type Authorship } from '../../core/detect/accept';
import type { Suggestion } from '../../core/detect/detector';
import { placedOrphan } from '../../core/sidecar/orphans';
import type { Span } from '../../core/text/span';
import type { ArticleSession } from '../article/session';
import type { Corpora } from '../article/corpora';
import { sidecarUri } from '../article/sidecarFile';
import { t } from '../l10n/l10n';

/** What an annotator can do to an article. Each act is one step of undo, and on disk when it resolves. */
export class Acts {
  constructor(private readonly corpora: Corpora) {}

  accept(session: ArticleSession, suggestion: Suggestion): Promise<boolean> {
    const annotation = annotationOf(suggestion, this.authorship(session));
    return this.perform(session, { type: 'add', annotation });
  }

  reject(session: ArticleSession, suggestion: Suggestion): Promise<boolean> {
    const { label, start, end, quote } = suggestion;
    const rejection: Rejection = { label, start, end, quote };
    return this.perform(session, { type: 'reject', rejection });
  }

  /** Tags spans with an entity label; those that have it already are passed over. */
  tag(session: ArticleSession, spans: readonly Span[], label: string): Promise<boolean> {
    const fresh = spans.filter((s) => sameAnnotation(session.record, label, s) === undefined);
    if (fresh.length === 0) {
      const quote = spans[0] === undefined ? '' : quoted(session, spans[0]).quote;
      window.setStatusBarMessage(t('exists.same', quote, label), 4000);
      return Promise.resolve(false);
    }
    const taken = this.takenIds(session);
    const operations = fresh.map((s): Operation => {
      const authorship = this.authorship(session, taken);
      return { type: 'add', annotation: { ...authorship, label, ...quoted(session, s) } };
    });
    return this.perform(session, batch(operations));
  }

  tagClaim(session: ArticleSession, content: Span, claim: ClaimDetails): Promise<boolean> {
    const annotation: Annotation = {
      ...this.authorship(session),
      label: CLAIM,
      ...quoted(session, content),
      claim,
    };
    return this.perform(session, { type: 'add', annotation });
  }

  retag(session: ArticleSession, annotation: Annotation, label: string): Promise<boolean> {
    return this.replace(session, { ...asItIs(session, annotation), label });
  }

  /** Gives the annotation other boundaries; further parts of a discontinuous one stay. */
  setSpan(session: ArticleSession, annotation: Annotation, s: Span): Promise<boolean> {
    return this.replace(session, { ...asItIs(session, annotation), ...quoted(session, s) });
  }

  setClaim(
    session: ArticleSession,
    annotation: Annotation,
    change: (claim: ClaimDetails) => ClaimDetails,
  ): Promise<boolean> {
    const current = asItIs(session, annotation);
    if (current.claim === undefined) return Promise.resolve(false);
    return this.replace(session, { ...current, claim: change(current.claim) });
  }

  setCue(session: ArticleSession, claim: Annotation, s: Span): Promise<boolean> {
    return this.setClaim(session, claim, (details) => ({ ...details, cue: quoted(session, s) }));
  }

  setSource(session: ArticleSession, claim: Annotation, s: Span): Promise<boolean> {
    return this.setClaim(session, claim, (details) => ({ ...details, source: quoted(session, s) }));
  }

  /** Sets the note or the link; an empty text takes it away. */
  setText(
    session: ArticleSession,
    annotation: Annotation,
    key: 'note' | 'link',
    value: string,
  ): Promise<boolean> {
    const { [key]: _, ...rest } = asItIs(session, annotation);
    return this.replace(session, value === '' ? rest : { ...rest, [key]: value });
  }

  /** Sets what checking came to; an empty text takes it away. */
  setCheck(
    session: ArticleSession,
    annotation: Annotation,
    key: CheckAttribute,
    value: string,
  ): Promise<boolean> {
    const { attributes = {}, ...rest } = asItIs(session, annotation);
    const others = Object.entries(attributes).filter(([name]) => name !== key);
    const all = value === '' ? others : [...others, [key, value] as const];
    const kept = all.length === 0 ? {} : { attributes: Object.fromEntries(all) };
    return this.replace(session, { ...rest, ...kept });
  }

  remove(session: ArticleSession, annotation: Annotation): Promise<boolean> {
    return this.perform(session, { type: 'remove', id: annotation.id });
  }

  /** The orphan becomes an annotation again, at this place; it stays its author's. */
  placeOrphan(session: ArticleSession, orphan: Annotation, at: Span): Promise<boolean> {
    const annotation = placedOrphan(session.text, orphan, at);
    return this.perform(session, { type: 'replace', annotation });
  }

  setStatus(session: ArticleSession, status: Status): Promise<boolean> {
    return this.perform(session, { type: 'status', status });
  }

  async undo(session: ArticleSession): Promise<boolean> {
    if (!session.canUndo) return say(t('nothing.undo'));
    return this.report(session, await session.undo());
  }

  async redo(session: ArticleSession): Promise<boolean> {
    if (!session.canRedo) return say(t('nothing.redo'));
    return this.report(session, await session.redo());
  }

  /** Does what mends an issue. */
  fix(session: ArticleSession, operation: Operation): Promise<boolean> {
    const taken = this.takenIds(session);
    return this.perform(
      session,
      signed(operation, () => this.authorship(session, taken)),
    );
  }

  private replace(session: ArticleSession, annotation: Annotation): Promise<boolean> {
    const { by, at, ...rest } = annotation;
    const { id: _, ...author } = this.authorship(session);
    const signed = {
      ...(by === undefined ? {} : { by }),
      ...(at === undefined ? {} : { at }),
      ...author,
    };
    return this.perform(session, { type: 'replace', annotation: { ...rest, ...signed } });
  }

  /** One step of undo, and on disk when it resolves; a failure is shown. */
  async perform(session: ArticleSession, operation: Operation): Promise<boolean> {
    return this.report(session, await session.perform(operation));
  }

  /** Whether nothing can be done now, which is then shown: to be asked before a person is asked anything. */
  async isRefused(session: ArticleSession): Promise<boolean> {
    return !(await this.report(session, await session.refusal()));
  }

  private async report(session: ArticleSession, failure: string | undefined): Promise<boolean> {
    if (failure === undefined) return true;
    void reportFailure(session, failure);
    return false;
  }

  private takenIds(session: ArticleSession): Set<string> {
    const { annotations, orphans } = session.record;
    return new Set([...annotations, ...orphans].map((annotation) => annotation.id));
  }

  private authorship(session: ArticleSession, taken = this.takenIds(session)): Authorship {
    const id = newId(Math.random, taken);
    taken.add(id);
    const by = this.corpora.annotatorNow(session.document.uri);
    return { id, ...(by === undefined ? {} : { by }), at: timestamp(new Date()) };
  }
}

/** The annotation after whatever happened while the person was asked something. */
function asItIs(session: ArticleSession, annotation: Annotation): Annotation {
  return session.record.annotations.find(({ id }) => id === annotation.id) ?? annotation;
}

function batch(operations: readonly Operation[]): Operation {
  const [only] = operations;
  return operations.length === 1 && only !== undefined ? only : { type: 'batch', operations };
}

export function quoted(session: ArticleSession, s: Span): QuotedSpan {
  return { start: s.start, end: s.end, quote: session.text.slice(s.start, s.end) };
}

/** Says something small without taking the keyboard away. Answers false, for "nothing was done". */
export function say(message: string): false {
  window.setStatusBarMessage(message, 4000);
  return false;
}

/** Shows why something could not be saved, with a way to the file, and to the line that is wrong. */
export async function reportFailure(session: ArticleSession, failure: string): Promise<void> {
  const open = t('sidecar.open');
  const chosen = await window.showErrorMessage(failure, open);
  if (chosen !== open) return;
  const { sidecar } = session;
  const wrong = sidecar.kind === 'malformed' ? sidecar.issues : [];
  const line = (wrong.find(({ severity }) => severity === 'error')?.line ?? 1) - 1;
  const selection = new Range(line, 0, line, 0);
  await commands.executeCommand('vscode.open', sidecarUri(session.document.uri), { selection });
}
