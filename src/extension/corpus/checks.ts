import {
  CodeAction,
  CodeActionKind,
  commands,
  languages,
  workspace,
  Range,
  type CodeActionContext,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { CheckedArticle } from '../../core/corpus/check/checkedArticle';
import { articleIssues, CONSISTENCY_CODES } from '../../core/corpus/check/checks';
import { LeftBare } from '../../core/corpus/check/leftBare';
import { MentionFinder, mentionIssues, untaggedMentions } from '../../core/corpus/check/mentions';
import { NameBook } from '../../core/corpus/check/nameBook';
import { statusIssues } from '../../core/corpus/check/status';
import { mixedIssues, unusualIssues } from '../../core/corpus/check/unusual';
import type { Issue } from '../../core/model/issue';
import { fileName } from '../article/sidecarFile';
import type { ArticleSession } from '../article/session';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import type { Acts } from '../actions/acts';
import { toRange } from '../convert';
import { localized } from '../l10n/l10n';
import { diagnosticOf } from '../views/issueDiagnostics';
import type { Indexes } from './indexes';
import type { LiveIndex } from './liveIndex';
import { finished, inSlices } from './slices';

const REST_MS = 400;

/** What a quick fix of ours carries: which issue of which article, and which of its fixes. */
interface FixArgument {
  readonly uri: string;
  readonly code: string;
  readonly start: number;
  readonly fix: number;
}

/** What a corpus says of names. */
interface Names {
  readonly book: NameBook;
  readonly finder: MentionFinder;
  readonly bare?: LeftBare;
}

/** The checks of consistency over open articles, as diagnostics with quick fixes. */
export class Checks implements CodeActionProvider, Disposable {
  static readonly kinds = [CodeActionKind.QuickFix];
  private readonly shown = languages.createDiagnosticCollection('hashiya-checks');
  private readonly issues = new Map<ArticleSession, readonly Issue[]>();
  private readonly timers = new Map<ArticleSession, ReturnType<typeof setTimeout>>();
  private readonly listeners: Disposable[];
  /** What the corpus says of names; made anew when the index has changed. */
  private names: (Names & { readonly live: LiveIndex }) | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly corpora: Corpora,
    private readonly indexes: Indexes,
    private readonly acts: Acts,
  ) {
    this.listeners = [
      this.shown,
      sessions.onDidOpen((session) => this.soon(session)),
      sessions.onDidChange(({ session }) => this.soon(session)),
      sessions.onDidClose((session) => this.forget(session)),
      corpora.onDidChange(() => sessions.all.forEach((session) => this.soon(session))),
      indexes.onDidChange((live) => {
        if (live.progress !== undefined) return;
        this.names = undefined;
        sessions.all.forEach((session) => this.soon(session));
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hashiya'))
          sessions.all.forEach((session) => this.soon(session));
      }),
      commands.registerCommand('hashiya.fixIssue', (argument: FixArgument) => this.fix(argument)),
    ];
  }

  private soon(session: ArticleSession): void {
    clearTimeout(this.timers.get(session));
    this.timers.set(
      session,
      setTimeout(() => void this.check(session), REST_MS),
    );
  }

  private forget(session: ArticleSession): void {
    clearTimeout(this.timers.get(session));
    this.timers.delete(session);
    this.issues.delete(session);
    this.shown.delete(session.document.uri);
  }

  private async check(session: ArticleSession): Promise<void> {
    const timer = this.timers.get(session);
    const isLatest = (): boolean => this.timers.get(session) === timer;
    const issues = await inSlices(this.work(session), isLatest);
    if (issues === undefined || !isLatest()) return;
    this.issues.set(session, issues);
    const diagnostics = issues.map((issue) => toDiagnostic(session, issue));
    this.shown.set(session.document.uri, diagnostics);
  }

  /** All issues of an article. Pauses between the checks: a long article takes a while. */
  private *work(session: ArticleSession): Generator<undefined, readonly Issue[]> {
    const { document, text, record } = session;
    if (session.sidecar.kind !== 'ready') return [];
    const article = new CheckedArticle(fileName(document.uri), text, record);
    const issues = articleIssues(article, this.corpora.configNow(document.uri).labels);
    yield;
    const { book, finder, bare } = this.namesFor(session);
    yield;
    issues.push(...unusualIssues(article, book), ...mixedIssues(article, book));
    yield;
    const { own, others } = untaggedMentions(article, finder);
    const mentions = [...own];
    for (const mention of others) {
      if (bare === undefined || (yield* bare.isForgotten(mention.key))) mentions.push(mention);
    }
    issues.push(...mentionIssues(article, mentions));
    issues.push(...statusIssues(article, session.suggestions.length));
    const settings = workspace.getConfiguration('hashiya', document.uri);
    const off = new Set(settings.get<string[]>('checks.off', []));
    return issues.filter(({ code }) => CONSISTENCY_CODES.has(code) && !off.has(code));
  }

  /** The names of the corpus where it was read, else none: nothing is read for the checks alone. */
  private namesFor(session: ArticleSession): Names {
    const live = this.indexes.holding(session.document.uri);
    if (live === undefined) return { book: new NameBook(), finder: new MentionFinder([]) };
    if (this.names?.live === live) return this.names;
    const book = new NameBook();
    for (const { key, label, count } of live.index.tables.names.used()) book.add(key, label, count);
    const bare = new LeftBare(live.index, book);
    this.names = { live, book, finder: new MentionFinder(book.rules()), bare };
    return this.names;
  }

  provideCodeActions(
    document: TextDocument,
    range: Range,
    context: CodeActionContext,
  ): CodeAction[] {
    const session = this.sessions.of(document);
    if (session === undefined) return [];
    const here = (this.issues.get(session) ?? []).filter(
      ({ span }) =>
        span !== undefined && toRange(session.lines, span).intersection(range) !== undefined,
    );
    return here.flatMap((issue) =>
      (issue.fixes ?? []).map((fix, at) => {
        const action = new CodeAction(localized(fix.title), CodeActionKind.QuickFix);
        const argument: FixArgument = {
          uri: document.uri.toString(),
          code: issue.code,
          start: issue.span?.start ?? 0,
          fix: at,
        };
        action.command = {
          command: 'hashiya.fixIssue',
          title: action.title,
          arguments: [argument],
        };
        action.diagnostics = context.diagnostics.filter(({ code }) => code === issue.code);
        return action;
      }),
    );
  }

  private fix({ uri, code, start, fix: at }: FixArgument): unknown {
    const session = this.sessions.all.find(({ document }) => document.uri.toString() === uri);
    const issue =
      session &&
      finished(this.work(session)).find(
        (one) => one.code === code && (one.span?.start ?? 0) === start,
      );
    const fix = issue?.fixes?.[at];
    return session && fix && this.acts.fix(session, fix.operation);
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.listeners.forEach((listener) => listener.dispose());
  }
}

function toDiagnostic(session: ArticleSession, issue: Issue): Diagnostic {
  const { span } = issue;
  const range = span === undefined ? new Range(0, 0, 0, 0) : toRange(session.lines, span);
  return diagnosticOf(range, issue);
}
