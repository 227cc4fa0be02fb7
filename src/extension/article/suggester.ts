import { window, type Disposable } from 'vscode';
import type { Engine } from '../../core/detect/suggest';
import type { Suggestion } from '../../core/detect/detector';
import { shiftSuggestion } from '../../core/detect/shift';
import type { Engines } from './engines';
import type { ArticleSession } from './session';
import type { Sessions } from './sessions';

/** Work for at most this long before giving the host's other work a turn. */
const SLICE_MS = 6;
/** Typing rests this long before the changed paragraphs are read again. */
const REST_MS = 300;

/**
 * Computes suggestions in the background, a paragraph at a time, those in view first. A paragraph that
 * was analysed before is looked up by its text, so an edit costs only the paragraphs that it changed.
 * What is saved comes before what is suggested: nothing is computed until the sidecar was read.
 */
export class Suggester implements Disposable {
  private readonly jobs = new Map<ArticleSession, Job>();
  private readonly listeners: Disposable[];

  constructor(
    sessions: Sessions,
    private readonly engines: Engines,
  ) {
    this.listeners = [
      sessions.onDidOpen((session) => this.schedule(session, 0)),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'text') this.schedule(session, REST_MS);
        if (change === 'sidecar' && !this.jobs.has(session)) this.schedule(session, 0);
      }),
      sessions.onDidClose((session) => this.forget(session)),
    ];
  }

  /** Computes everything anew, for example after detectors were switched off. */
  restart(): void {
    for (const [session, job] of this.jobs) {
      job.cancel();
      this.jobs.delete(session);
      this.schedule(session, 0);
    }
  }

  private schedule(session: ArticleSession, delay: number): void {
    if (session.sidecar.kind === 'loading') return;
    const job = this.jobs.get(session) ?? new Job(session, () => this.engines.of(session));
    this.jobs.set(session, job);
    void this.engines.ready().then(() => {
      if (this.jobs.get(session) === job) job.schedule(delay);
    });
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
  /** Paragraph text → its suggestions, of the last run. */
  private known: ReadonlyMap<string, readonly Suggestion[]> = new Map();
  /** The same of the run at hand. */
  private fresh = new Map<string, readonly Suggestion[]>();
  private isFirstRun = true;

  constructor(
    private readonly session: ArticleSession,
    /** Asked for when there is work to do: the first engine takes a while to make. */
    private readonly engine: () => Engine,
  ) {}

  cancel(): void {
    clearTimeout(this.timer);
  }

  schedule(delay: number): void {
    this.cancel();
    this.timer = setTimeout(() => this.run(), delay);
  }

  private run(): void {
    // A run that was cut short has done some of the work.
    this.known = new Map([...this.known, ...this.fresh]);
    this.fresh = new Map();
    const first = this.isFirstRun ? linesInView(this.session) : [];
    const seen = new Set(first);
    const all = Array.from({ length: this.session.lines.lineCount }, (_, line) => line);
    this.slice([...first, ...all.filter((line) => !seen.has(line))], first.length, 0);
  }

  /** Does the lines of `order` from `from` on; what is in view, at its beginning, is shown at once. */
  private slice(order: readonly number[], inView: number, from: number): void {
    const { lines } = this.session;
    const engine = this.engine();
    const until = performance.now() + SLICE_MS;
    const end = from < inView ? inView : order.length;
    let at = from;
    for (; at < end && performance.now() < until; at += 1) {
      const text = lines.lineText(order[at] ?? 0);
      if (this.fresh.has(text)) continue;
      this.fresh.set(text, this.known.get(text) ?? engine.paragraph(text));
    }
    if (at === inView || at === order.length) this.publish();
    if (at < order.length) {
      this.timer = setTimeout(() => this.slice(order, inView, at), 0);
      return;
    }
    this.known = this.fresh;
    this.fresh = new Map();
    this.isFirstRun = false;
  }

  /** All that is known by now, in text order. */
  private publish(): void {
    const { lines } = this.session;
    const found: Suggestion[] = [];
    for (let line = 0; line < lines.lineCount; line += 1) {
      const start = lines.startOf(line);
      for (const suggestion of this.fresh.get(lines.lineText(line)) ?? [])
        found.push(shiftSuggestion(suggestion, start));
    }
    this.session.setProposed(found);
  }
}

/** Lines that an editor shows now, in order. */
function linesInView(session: ArticleSession): number[] {
  const shown = new Set<number>();
  for (const { document, visibleRanges } of window.visibleTextEditors) {
    if (document !== session.document) continue;
    for (const { start, end } of visibleRanges) {
      for (let line = start.line; line <= end.line; line += 1) shown.add(line);
    }
  }
  return [...shown].filter((line) => line < session.lines.lineCount).sort((a, b) => a - b);
}
