import {
  CodeAction,
  CodeActionKind,
  type CodeActionContext,
  type CodeActionProvider,
  type Diagnostic,
  type Range,
  type TextDocument,
} from 'vscode';
import type { Annotation } from '../../core/model/annotation';
import { conflictsOf } from '../../core/model/conflicts';
import type { OrphanPlaces } from '../../core/sidecar/orphans';
import { isEmpty, overlaps, touches, type Span } from '../../core/text/span';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import { toSpan } from '../convert';
import { t } from '../l10n/l10n';
import { CONFLICT, ORPHAN, orphanSpan, versionsOf, versionText } from '../views/reviewProblems';
import type { ActArgument } from './argument';
import { quoteOf } from './pickers';

const ROOT = CodeActionKind.QuickFix.append('hashiya');
/** Places offered one by one; all stand behind “Choose a place…”. */
const MOST_PLACES = 3;

/** Quick fixes for what only a person can decide: where an orphan belongs, which version of two is right. */
export class ReviewActions implements CodeActionProvider {
  constructor(private readonly sessions: Sessions) {}

  provideCodeActions(
    document: TextDocument,
    range: Range,
    context: CodeActionContext,
  ): CodeAction[] {
    const session = this.sessions.of(document);
    if (session === undefined) return [];
    const at = toSpan(session.lines, range);
    const ours = (code: string): Diagnostic[] =>
      context.diagnostics.filter((one) => one.source === 'hashiya' && one.code === code);
    const fixes = new Fixes(session, at);
    return [
      ...linked(fixes.conflicts(), ours(CONFLICT)),
      ...linked(fixes.orphans(), ours(ORPHAN)),
      ...fixes.selection(),
    ];
  }
}

function linked(actions: CodeAction[], diagnostics: Diagnostic[]): CodeAction[] {
  for (const action of actions) action.diagnostics = diagnostics;
  return actions;
}

/** The fixes at one place of one article. */
class Fixes {
  constructor(
    private readonly session: ArticleSession,
    private readonly at: Span,
  ) {}

  orphans(): CodeAction[] {
    return this.session.orphanPlaces
      .filter((places) => this.isHere(orphanSpan(this.session, places)))
      .flatMap((places) => this.orphan(places));
  }

  private orphan({ orphan, candidates }: OrphanPlaces): CodeAction[] {
    const name = [orphan.label, quoteOf(orphan.quote, 30)] as const;
    const here = candidates.slice(0, MOST_PLACES).map(({ span }) => {
      const words = quoteOf(this.session.text.slice(span.start, span.end), 30);
      const title = t('action.placeHere', ...name, words);
      return make('place', title, 'hashiya.placeOrphanHere', this.argument(orphan, span));
    });
    const where = t('action.placeWhere', ...name);
    const remove = t('action.removeOrphan', ...name);
    return [
      ...here,
      make('placeWhere', where, 'hashiya.placeOrphan', this.argument(orphan)),
      make('removeOrphan', remove, 'hashiya.removeOrphan', this.argument(orphan)),
    ];
  }

  /** Selected words may be what an orphan became. */
  selection(): CodeAction[] {
    if (isEmpty(this.at) || this.session.record.orphans.length === 0) return [];
    const uri = this.session.document.uri.toString();
    return [make('placeOne', t('action.placeOne'), 'hashiya.placeOrphanHere', { uri, ...this.at })];
  }

  conflicts(): CodeAction[] {
    return conflictsOf(this.session.record).flatMap((conflict) => {
      const here = versionsOf(conflict).find((version) => this.isHere(version));
      if (here === undefined) return [];
      const there = here === conflict.version ? conflict.other : conflict.version;
      return there === undefined ? this.removed(here) : this.versions(here, there);
    });
  }

  private versions(here: Annotation, there: Annotation): CodeAction[] {
    const keep = (title: string, one: Annotation): CodeAction =>
      make('keepVersion', title, 'hashiya.keepVersion', this.argument(one, one));
    return [
      keep(t('action.keepThis', versionText(here, there)), here),
      keep(t('action.keepOther', versionText(there, here)), there),
      make('keepBoth', t('action.keepBoth'), 'hashiya.keepBoth', this.argument(here, here)),
    ];
  }

  private removed(here: Annotation): CodeAction[] {
    const name = [here.label, quoteOf(here.quote, 30)] as const;
    const argument = this.argument(here, here);
    return [
      make('keepVersion', t('action.keepRemoved', ...name), 'hashiya.keepVersion', argument),
      make('remove', t('action.remove', ...name), 'hashiya.removeAnnotation', argument),
    ];
  }

  private isHere(s: Span): boolean {
    return isEmpty(this.at) || isEmpty(s)
      ? touches(s, this.at.start) || touches(this.at, s.start)
      : overlaps(s, this.at);
  }

  private argument({ id, label }: Annotation, s: Span = this.at): ActArgument {
    const uri = this.session.document.uri.toString();
    return { uri, start: s.start, end: s.end, label, id };
  }
}

function make(kind: string, title: string, command: string, argument: ActArgument): CodeAction {
  const action = new CodeAction(title, ROOT.append(kind));
  action.command = { command, title, arguments: [argument] };
  return action;
}
