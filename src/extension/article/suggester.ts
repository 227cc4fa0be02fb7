import type { Disposable } from 'vscode';
import type { Engine } from '../../core/detect/suggest';
import type { Suggestion } from '../../core/detect/detector';
import { shiftSuggestion } from '../../core/detect/shift';
import type { ArticleSession } from './session';
import type { Sessions } from './sessions';

/** Work for at most this long before giving the host's other work a turn. */
const SLICE_MS = 6;
/** Typing rests this long before the changed paragraphs are read again. */
const REST_MS = 150;

/**
 * Computes suggestions in the background, a paragraph at a time. A paragraph that was analysed before
 * is looked up by its text, so an edit costs only the paragraphs that it changed.
 */
export class Suggester implements Disposable {
  private readonly jobs = new Map<ArticleSession, Job>();
  private readonly listeners: Disposable[];

  constructor(
    sessions: Sessions,
    private readonly engine: (session: ArticleSession) => Engine,
  ) {
    this.listeners = [
      sessions.onDidOpen((session) => this.schedule(session, 0)),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'text') this.schedule(session, REST_MS);
      }),
      sessions.onDidClose((session) => this.forget(session)),
    ];
  }

  /** Computes everything anew, for example after detectors were switched off. */
  restart(): void {
    for (const [session, job] of this.jobs) {
      job.cancel();
      this.jobs.set(session, new Job(session, new Map()));
      this.schedule(session, 0);
    }
  }

  private schedule(session: ArticleSession, delay: number): void {
    const job = this.jobs.get(session) ?? new Job(session, new Map());
    this.jobs.set(session, job);
    job.schedule(this.engine(session), delay);
  }

  private forget(session: ArticleSession): void {
    this.jobs.get(session)?.cancel();
    this.jobs.delete(session);
  }

  dispose(): void {
    [...this.jobs.keys()].forEach((session) => this.forget(session));
    this.listeners.forEach((listener) => listener.dispose());
  }
}

/** The computation for one article, which can be restarted at any moment. */
class Job {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: ArticleSession,
    /** Paragraph text → its suggestions, of the last run. */
    private known: ReadonlyMap<string, readonly Suggestion[]>,
  ) {}

  cancel(): void {
    clearTimeout(this.timer);
  }

  schedule(engine: Engine, delay: number): void {
    this.cancel();
    this.timer = setTimeout(() => this.slice(engine, 0, new Map(), []), delay);
  }

  private slice(
    engine: Engine,
    from: number,
    fresh: Map<string, readonly Suggestion[]>,
    found: Suggestion[],
  ): void {
    const { lines } = this.session;
    const until = performance.now() + SLICE_MS;
    let line = from;
    for (; line < lines.lineCount && performance.now() < until; line += 1) {
      const text = lines.lineText(line);
      const local = fresh.get(text) ?? this.known.get(text) ?? engine.paragraph(text);
      fresh.set(text, local);
      const start = lines.startOf(line);
      for (const suggestion of local) found.push(shiftSuggestion(suggestion, start));
    }
    if (line < lines.lineCount) {
      this.timer = setTimeout(() => this.slice(engine, line, fresh, found), 0);
      return;
    }
    this.known = fresh;
    this.session.setProposed(found);
  }
}
