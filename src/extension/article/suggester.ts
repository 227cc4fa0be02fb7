import { window, type Disposable } from 'vscode';
import { ArticleReader } from '../../core/detect/articleReader';
import type { Engine } from '../../core/detect/suggest';
import type { Span } from '../../core/text/span';
import { toSpan } from '../convert';
import type { Guests } from '../guests/guests';
import type { Engines } from './engines';
import type { ArticleSession } from './session';
import type { Sessions } from './sessions';

/** Work for at most this long before giving the host's other work a turn. */
const SLICE_MS = 6;
/** Typing rests this long before what changed is read again. */
const REST_MS = 300;

/**
 * Computes suggestions in the background, in slices of a few milliseconds, those in view first. An edit
 * costs the paragraph that it changed, and those that name what the article knows otherwise since. What is
 * saved comes before what is suggested: nothing is computed until the sidecar was read.
 */
export class Suggester implements Disposable {
  private readonly jobs = new Map<ArticleSession, Job>();
  private readonly listeners: Disposable[];

  constructor(
    sessions: Sessions,
    private readonly engines: Engines,
    private readonly guests: Guests,
  ) {
    this.listeners = [
      guests.onDidAnswer((session) => this.jobs.get(session)?.publish()),
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
    // A copy: what is deleted and set again while a map is read comes up again, without end.
    for (const [session, job] of [...this.jobs]) {
      job.cancel();
      this.jobs.delete(session);
      this.schedule(session, 0);
    }
  }

  private schedule(session: ArticleSession, delay: number): void {
    if (session.sidecar.kind === 'loading') return;
    const job =
      this.jobs.get(session) ?? new Job(session, () => this.engines.of(session), this.guests);
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
  private reader: ArticleReader | undefined;
  private isFirstRun = true;

  constructor(
    private readonly session: ArticleSession,
    /** Asked for when there is work to do: the first engine takes a while to make. */
    private readonly engine: () => Engine,
    private readonly guests: Guests,
  ) {}

  cancel(): void {
    clearTimeout(this.timer);
  }

  schedule(delay: number): void {
    this.cancel();
    this.timer = setTimeout(() => this.run(), delay);
  }

  private run(): void {
    this.reader ??= new ArticleReader(this.engine());
    this.reader.update(this.session.text);
    const first = this.isFirstRun ? spansInView(this.session) : [];
    this.slice(this.reader, this.reader.work(first));
  }

  /** Works for a while; what is in view is shown as soon as it is known. */
  private slice(reader: ArticleReader, work: Generator<'stretch' | 'first'>): void {
    const until = performance.now() + SLICE_MS;
    let step = work.next();
    while (step.done !== true && step.value !== 'first' && performance.now() < until) {
      step = work.next();
    }
    if (step.done === true) this.isFirstRun = false;
    else this.timer = setTimeout(() => this.slice(reader, work), 0);
    if (step.value !== 'stretch') this.publish();
  }

  /** Shows what is known by now, together with what guests say. */
  publish(): void {
    const own = this.reader?.suggestions() ?? [];
    this.session.setProposed(this.guests.join(this.session, own));
  }
}

/** What editors show now of the article. */
function spansInView({ document, lines }: ArticleSession): Span[] {
  return window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap((editor) => editor.visibleRanges.map((range) => toSpan(lines, range)));
}
