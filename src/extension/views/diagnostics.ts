import {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type Disposable,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { Issue } from '../../core/model/issue';
import { checkLabels } from '../../core/sidecar/checkLabels';
import { bidiControls } from '../../core/text/bidi';
import type { ConfigProblems } from '../corpus/configProblems';
import type { ArticleSession } from '../article/session';
import type { SyncState } from '../article/sidecarSync';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import { fileName, sidecarUri } from '../article/sidecarFile';
import { toRange } from '../convert';
import { localized, t } from '../l10n/l10n';
import { byLine, diagnosticOf, SOURCE } from './issueDiagnostics';
import { conflictProblems, orphanProblems } from './reviewProblems';

const BIDI = 'bidi-control';
const REST_MS = 200;
/** A file full of direction controls gets this many squiggles; the fix still takes away all. */
const MOST = 200;

/** Problems of articles, sidecars and configurations, each at its place. */
export class Diagnostics implements Disposable {
  private readonly articles = languages.createDiagnosticCollection('hashiya');
  private readonly sidecars = languages.createDiagnosticCollection('hashiya-sidecars');
  private readonly timers = new Map<ArticleSession, ReturnType<typeof setTimeout>>();
  private readonly listeners: Disposable[];

  constructor(
    sessions: Sessions,
    private readonly corpora: Corpora,
    private readonly configs: ConfigProblems,
  ) {
    this.listeners = [
      this.articles,
      this.sidecars,
      sessions.onDidOpen((session) => this.soon(session)),
      sessions.onDidChange(({ session, change }) => {
        if (change !== 'suggestions') this.soon(session);
      }),
      sessions.onDidClose((session) => this.clear(session)),
      corpora.onDidChange(() => {
        this.configs.forget();
        sessions.all.forEach((session) => this.soon(session));
      }),
    ];
  }

  private soon(session: ArticleSession): void {
    clearTimeout(this.timers.get(session));
    this.timers.set(
      session,
      setTimeout(() => void this.show(session), REST_MS),
    );
  }

  private clear(session: ArticleSession): void {
    clearTimeout(this.timers.get(session));
    this.timers.delete(session);
    this.articles.delete(session.document.uri);
    this.sidecars.delete(sidecarUri(session.document.uri));
  }

  private async show(session: ArticleSession): Promise<void> {
    const { uri } = session.document;
    const sidecar = sidecarUri(uri);
    const found = this.found(session);
    this.sidecars.set(sidecar, found.filter(inFile).map(byLine));
    this.articles.set(uri, [
      ...sidecarProblem(session, sidecar),
      ...orphanProblems(session),
      ...conflictProblems(session),
      ...found.filter((issue) => !inFile(issue) && issue.code !== 'anchor-orphan').map(onFirstLine),
      ...bidiProblems(session),
    ]);
    const corpus = await this.corpora.of(uri);
    if (corpus.configured) {
      const config = corpus.root.with({ path: `${corpus.root.path}/hashiya.yaml` });
      this.configs.tell(config, corpus.issues);
    }
  }

  private found(session: ArticleSession): readonly Issue[] {
    const { sidecar: state, document } = session;
    if (state.kind === 'malformed' || state.kind === 'newer') return state.issues;
    if (state.kind !== 'ready' || state.sidecar === undefined) return session.issues;
    const { labels } = this.corpora.configNow(document.uri);
    return [...session.issues, ...checkLabels(state.sidecar, labels, fileName(document.uri))];
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.listeners.forEach((listener) => listener.dispose());
  }
}

function inFile(issue: Issue): boolean {
  return issue.line !== undefined;
}

function onFirstLine(issue: Issue): Diagnostic {
  return diagnosticOf(new Range(0, 0, 0, 0), issue);
}

function sidecarProblem(session: ArticleSession, sidecar: Uri): Diagnostic[] {
  const message = whyNotWritten(session.sidecar, fileName(sidecar));
  if (message === undefined) return [];
  const diagnostic = new Diagnostic(new Range(0, 0, 0, 0), message, DiagnosticSeverity.Error);
  diagnostic.source = SOURCE;
  diagnostic.code = 'sidecar-not-readable';
  return [diagnostic];
}

/** Undefined where the sidecar can be written. */
function whyNotWritten(state: SyncState, name: string): string | undefined {
  switch (state.kind) {
    case 'malformed': {
      const [first] = state.issues;
      return t('diagnostic.malformed', name, first ? localized(first.message) : '');
    }
    case 'unreadable':
      return t('diagnostic.malformed', name, state.reason);
    case 'newer':
      return t('refusal.newer', name);
    default:
      return undefined;
  }
}

/** VS Code's own marks for these are off in articles, because they break Arabic lines. */
function bidiProblems(session: ArticleSession): Diagnostic[] {
  return bidiControls(session.text)
    .slice(0, MOST)
    .map(({ offset, char }) => {
      const point = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      const range = toRange(session.lines, { start: offset, end: offset + char.length });
      const diagnostic = new Diagnostic(
        range,
        t('diagnostic.bidi', point),
        DiagnosticSeverity.Warning,
      );
      diagnostic.source = SOURCE;
      diagnostic.code = BIDI;
      return diagnostic;
    });
}

/** Takes direction controls out of an article: the one that the squiggle is under, or all of them. */
export class BidiFixes implements CodeActionProvider {
  constructor(private readonly sessions: Sessions) {}

  provideCodeActions(
    document: TextDocument,
    _range: Range,
    context: CodeActionContext,
  ): CodeAction[] {
    const session = this.sessions.of(document);
    const here = context.diagnostics.filter((d) => d.source === SOURCE && d.code === BIDI);
    const [first] = here;
    if (session === undefined || first === undefined) return [];
    const all = bidiControls(session.text).map(({ offset, char }) =>
      toRange(session.lines, { start: offset, end: offset + char.length }),
    );
    return [
      removal(document, t('diagnostic.bidiFix'), [first.range], here),
      removal(document, t('diagnostic.bidiFixAll'), all, here),
    ];
  }
}

function removal(
  document: TextDocument,
  title: string,
  ranges: readonly Range[],
  diagnostics: readonly Diagnostic[],
): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  ranges.forEach((range) => action.edit?.delete(document.uri, range));
  action.diagnostics = [...diagnostics];
  return action;
}
