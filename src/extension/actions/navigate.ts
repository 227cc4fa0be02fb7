import {
  commands,
  Selection,
  TextEditorRevealType,
  window,
  type Disposable,
  type TextEditor,
} from 'vscode';
import { compareSpans, sameSpan, type Span } from '../../core/text/span';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import { toOffset, toPosition, toRange } from '../convert';
import { t } from '../l10n/l10n';
import { say } from './acts';
import { shown } from './pickers';

/** The first of the spans after `at` in text order; past the last, the first of all. */
export function nextAfter<T extends Span>(spans: readonly T[], at: Span): T | undefined {
  const ordered = [...spans].sort(compareSpans);
  return ordered.find((s) => compareSpans(s, at) > 0) ?? ordered[0];
}

/** The last of the spans before `at` in text order; before the first, the last of all. */
export function previousBefore<T extends Span>(spans: readonly T[], at: Span): T | undefined {
  const ordered = [...spans].sort(compareSpans);
  return ordered.findLast((s) => compareSpans(s, at) < 0) ?? ordered.at(-1);
}

/** Shows the span in the article's editor, selected. */
export async function reveal(session: ArticleSession, span: Span): Promise<boolean> {
  const uri = session.document.uri.toString();
  const visible = window.visibleTextEditors.find((e) => e.document.uri.toString() === uri);
  const editor =
    visible !== undefined && visible === window.activeTextEditor
      ? visible
      : await window.showTextDocument(session.document, {
          ...(visible?.viewColumn === undefined ? {} : { viewColumn: visible.viewColumn }),
        });
  return select(editor, session, span);
}

/** Shows the span in the article's editor, selected, and leaves the focus where it is. */
export async function show(session: ArticleSession, span: Span): Promise<boolean> {
  const { document } = session;
  const visible = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = visible ?? (await window.showTextDocument(document, { preserveFocus: true }));
  return select(editor, session, span);
}

function select(editor: TextEditor, session: ArticleSession, span: Span): true {
  const range = toRange(session.lines, span);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

function go(
  session: ArticleSession,
  span: (Span & { label: string; quote: string }) | undefined,
): boolean {
  if (span === undefined) return false;
  void reveal(session, span);
  window.setStatusBarMessage(t('announce.entity', span.label, shown(span.quote, 80)), 8000);
  return true;
}

/** Goes to the suggestion after `from`; where none is left, the caret stays behind `from`. */
export function goOn(session: ArticleSession, from: Span): boolean {
  const left = session.suggestions.filter((s) => !sameSpan(s, from));
  if (go(session, nextAfter(left, from))) return true;
  const editor = window.activeTextEditor;
  if (editor !== undefined) {
    const caret = toPosition(session.lines, from.end);
    editor.selection = new Selection(caret, caret);
  }
  return say(t('nothing.left'));
}

export function registerNavigation(sessions: Sessions): Disposable[] {
  const on = (
    command: string,
    spans: (session: ArticleSession) => readonly (Span & { label: string; quote: string })[],
    pick: typeof nextAfter,
    empty: 'nothing.left' | 'nothing.none',
  ): Disposable =>
    commands.registerCommand(`hashiya.${command}`, () => {
      const active = sessions.active();
      if (active === undefined) return say(t('nothing.article'));
      const { session, editor } = active;
      const { selection } = editor;
      const start = toOffset(session.lines, selection.start);
      const at = { start, end: toOffset(session.lines, selection.end) };
      return go(session, pick(spans(session), at)) || say(t(empty));
    });
  const suggestions = (session: ArticleSession) => session.suggestions;
  const annotations = (session: ArticleSession) => session.record.annotations;
  return [
    on('nextSuggestion', suggestions, nextAfter, 'nothing.left'),
    on('previousSuggestion', suggestions, previousBefore, 'nothing.left'),
    on('nextAnnotation', annotations, nextAfter, 'nothing.none'),
    on('previousAnnotation', annotations, previousBefore, 'nothing.none'),
  ];
}
