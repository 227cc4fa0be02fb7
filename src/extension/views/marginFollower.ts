import { TextEditorRevealType, window, type Disposable, type TextEditor } from 'vscode';
import { annotationsAt, reachOf } from '../../core/model/lookup';
import { length, overlaps, touches, type Span } from '../../core/text/span';
import type { HostChannel } from '../../webview/protocol/channel';
import type { MarginContract } from '../../webview/protocol/margin';
import type { ArticleSession } from '../article/session';
import { shown } from '../actions/pickers';
import { suggestionsAt } from '../actions/target';
import { toRange, toSpan } from '../convert';
import { t } from '../l10n/l10n';
import { isSuggestion, type Behind, type Margin } from './marginNotes';

/** After the margin scrolled the editor, the editor's scrolling is not told back for so long. */
const ECHO_MS = 300;

export interface MarginNow {
  readonly session: ArticleSession;
  readonly margin: Margin;
}

type Tell = (channel: HostChannel<MarginContract>) => void;

/** Keeps the margin beside what the editor shows, and the editor beside the margin. */
export class MarginFollower implements Disposable {
  private readonly listeners: Disposable[];
  private silentUntil = 0;

  constructor(
    private readonly now: () => MarginNow | undefined,
    private readonly tell: (tell: Tell) => void,
  ) {
    this.listeners = [
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === this.editor()) this.tellCurrent();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (textEditor === this.editor() && Date.now() > this.silentUntil)
          this.tellScroll(textEditor);
      }),
    ];
  }

  /** The editor that shows the article of the margin; the active one where there are several. */
  editor(): TextEditor | undefined {
    const document = this.now()?.session.document;
    const showing = (editor: TextEditor | undefined): boolean => editor?.document === document;
    if (document === undefined) return undefined;
    return showing(window.activeTextEditor)
      ? window.activeTextEditor
      : window.visibleTextEditors.find(showing);
  }

  /** Tells which note the caret is in: the tightest, where claims overlap. */
  tellCurrent(): void {
    const now = this.now();
    const editor = this.editor();
    if (now === undefined || editor === undefined) return;
    const { session, margin } = now;
    const at = toSpan(session.lines, editor.selection);
    const here = margin.notes
      .map(({ key }) => ({ key, reach: spanAround(margin.behind.get(key)) }))
      .filter(({ reach }) => (at.start === at.end ? touches(reach, at.start) : overlaps(reach, at)))
      .sort((a, b) => length(a.reach) - length(b.reach));
    const said = announcement(session, at);
    this.tell((channel) => channel.tell('current', { key: here[0]?.key, said }));
  }

  private tellScroll(editor: TextEditor): void {
    const now = this.now();
    const top = editor.visibleRanges[0]?.start.line;
    if (now === undefined || top === undefined) return;
    const { session, margin } = now;
    const from = session.lines.startOf(top);
    const first = margin.notes.find(({ key }) => (margin.behind.get(key)?.start ?? -1) >= from);
    if (first !== undefined) this.tell((channel) => channel.tell('scrollTo', { key: first.key }));
  }

  /** Scrolls the editor so that the words stand at its top. */
  scrollEditor(span: Span): boolean {
    const editor = this.editor();
    const session = this.now()?.session;
    if (editor === undefined || session === undefined) return false;
    this.silentUntil = Date.now() + ECHO_MS;
    editor.revealRange(toRange(session.lines, span), TextEditorRevealType.AtTop);
    return true;
  }

  /** The editor moves because of the margin: that is no news for the margin. */
  quiet(): void {
    this.silentUntil = Date.now() + ECHO_MS;
  }

  dispose(): void {
    this.listeners.forEach((listener) => listener.dispose());
  }
}

/** What is selected exactly, or the tightest at the caret: its label and its words; empty for nothing. */
function announcement(session: ArticleSession, at: Span): string {
  const [found] = [...annotationsAt(session.record, at), ...suggestionsAt(session, at)];
  return found === undefined ? '' : t('announce.entity', found.label, shown(found.quote, 80));
}

/** Content, cue and source of a claim; nothing where there is no claim. */
function spanAround(behind: Behind | undefined): Span {
  if (behind === undefined) return { start: -1, end: -1 };
  if (!isSuggestion(behind)) return reachOf(behind);
  if (behind.kind !== 'claim') return behind;
  const spans = [behind, behind.cue, ...(behind.source === null ? [] : [behind.source])];
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
