import {
  CancellationTokenSource,
  Disposable,
  EventEmitter,
  workspace,
  type CancellationToken,
} from 'vscode';
import type { Suggestion } from '../../core/detect/detector';
import { readGuestAnswer } from '../../core/detect/guestAnswer';
import { withGuests } from '../../core/detect/guests';
import { followSuggestions } from '../../core/detect/shift';
import { differenceOf } from '../../core/text/edits';
import { reasonOf } from '../article/sidecarFile';
import type { ArticleSession } from '../article/session';
import type { GuestDetector } from '../api';

/** What a guest said of an article. */
interface Said {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}

/** Typing rests this long before guests are asked again: they may be slow, or cost something. */
const REST_MS = 1200;
/** A guest that says nothing for so long is not waited for. */
const PATIENCE_MS = 30_000;

/**
 * Detectors that come from elsewhere: other extensions, a local service, a language model. They are asked
 * about a whole article when it rests, their answers are checked, and fill what our own detectors leave free.
 */
export class Guests implements Disposable {
  private readonly detectors = new Map<string, GuestDetector>();
  private readonly said = new WeakMap<ArticleSession, Map<string, Said>>();
  private readonly rounds = new Map<ArticleSession, Round>();
  private readonly answered = new EventEmitter<ArticleSession>();
  /** A guest has said something new about an article, or left. */
  readonly onDidAnswer = this.answered.event;

  constructor(private readonly report: (line: string) => void) {}

  /** Adds a detector; one with the same id is replaced. The articles known by now are asked about at once. */
  register(detector: GuestDetector): Disposable {
    this.detectors.set(detector.id, detector);
    for (const session of this.rounds.keys()) this.schedule(session, 0);
    return new Disposable(() => {
      if (this.detectors.get(detector.id) !== detector) return;
      this.detectors.delete(detector.id);
      for (const session of this.rounds.keys()) this.forgetAnswer(session, detector.id);
    });
  }

  /** Our suggestions with those of the guests. */
  join(session: ArticleSession, own: readonly Suggestion[]): readonly Suggestion[] {
    const said = this.said.get(session);
    if (said === undefined) return own;
    const { text } = session;
    const guests = [...said.values()].flatMap((answer) => nowOf(answer, text));
    return withGuests(own, guests);
  }

  /** Takes up suggestions that somebody brings without having been asked. */
  offer(session: ArticleSession, id: string, suggestions: readonly Suggestion[]): void {
    const said = this.said.get(session) ?? new Map<string, Said>();
    this.said.set(session, said);
    said.set(id, { text: session.text, suggestions });
    this.answered.fire(session);
  }

  /** What was brought for the article under this id, at the places of now. */
  offered(session: ArticleSession, id: string): readonly Suggestion[] {
    const answer = this.said.get(session)?.get(id);
    return answer === undefined ? [] : nowOf(answer, session.text);
  }

  /** The article was opened or changed. */
  schedule(session: ArticleSession, delay = REST_MS): void {
    const round = this.rounds.get(session) ?? new Round();
    this.rounds.set(session, round);
    round.start(delay, (token) => this.ask(session, token));
  }

  forget(session: ArticleSession): void {
    this.rounds.get(session)?.cancel();
    this.rounds.delete(session);
  }

  private async ask(session: ArticleSession, token: CancellationToken): Promise<void> {
    // What is in a folder that nobody trusts goes to nobody.
    if (!workspace.isTrusted) return;
    const { text } = session;
    const article = { uri: session.document.uri, text };
    await Promise.all(
      [...this.detectors.values()].map(async (detector) => {
        try {
          const raw = await patient(detector.detect(article, token));
          if (token.isCancellationRequested || this.detectors.get(detector.id) !== detector) return;
          const unit = detector.unit ?? 'utf16';
          const { suggestions, problems } = readGuestAnswer(text, raw, {
            detector: detector.id,
            unit,
          });
          for (const problem of problems) this.report(`${detector.id}: ${problem}`);
          this.offer(session, detector.id, suggestions);
        } catch (error) {
          if (!token.isCancellationRequested) this.report(`${detector.id}: ${reasonOf(error)}`);
        }
      }),
    );
  }

  private forgetAnswer(session: ArticleSession, id: string): void {
    if (this.said.get(session)?.delete(id) === true) this.answered.fire(session);
  }

  dispose(): void {
    for (const session of [...this.rounds.keys()]) this.forget(session);
    this.answered.dispose();
  }
}

/** One asking of all guests, which a change of the article ends. */
class Round {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private source: CancellationTokenSource | undefined;

  start(delay: number, work: (token: CancellationToken) => Promise<void>): void {
    this.cancel();
    const source = new CancellationTokenSource();
    this.source = source;
    this.timer = setTimeout(() => void work(source.token), delay);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.source?.cancel();
    this.source?.dispose();
    this.source = undefined;
  }
}

function nowOf({ text, suggestions }: Said, now: string): readonly Suggestion[] {
  return text === now ? suggestions : followSuggestions(suggestions, [differenceOf(text, now)]);
}

async function patient<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer in ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
