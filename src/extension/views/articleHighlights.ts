import { window, workspace, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import type { Suggestion } from '../../core/detect/detector';
import type { Annotation } from '../../core/model/annotation';
import { isClaim, piecesOf } from '../../core/model/lookup';
import type { LineIndex } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/span';
import type { Highlight, Highlights } from '../look/highlights';
import type { ArticleSession } from '../article/session';
import { isArticle, type Sessions } from '../article/sessions';
import { toRange } from '../convert';

/**
 * After an edit the editor moves the boxes along with the text by itself, so they are only set again
 * once typing rests.
 */
const REST_MS = 300;

/** Draws each article's annotations and suggestions in the editors that show it. */
export class ArticleHighlights implements Disposable {
  private readonly timers = new Map<ArticleSession, ReturnType<typeof setTimeout>>();
  private readonly drawn = new WeakMap<ArticleSession, Drawn>();
  private readonly listeners: Disposable[];

  constructor(
    private readonly sessions: Sessions,
    private readonly highlights: Highlights,
  ) {
    this.listeners = [
      sessions.onDidOpen((session) => this.show(session)),
      sessions.onDidChange(({ session, change }) => {
        if (change === 'text') this.soon(session);
        else if (change !== 'sidecar') this.show(session);
      }),
      sessions.onDidClose((session) => {
        clearTimeout(this.timers.get(session));
        this.timers.delete(session);
        this.clear(session.document);
      }),
      // An article that becomes another language's is opened anew as such.
      workspace.onDidOpenTextDocument((document) => {
        if (!isArticle(document)) this.clear(document);
      }),
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach((e) => this.paint(e))),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hashiya.suggestions')) this.repaint();
      }),
    ];
  }

  repaint(): void {
    window.visibleTextEditors.forEach((editor) => this.paint(editor));
  }

  private soon(session: ArticleSession): void {
    clearTimeout(this.timers.get(session));
    this.timers.set(
      session,
      setTimeout(() => this.show(session), REST_MS),
    );
  }

  private show(session: ArticleSession): void {
    clearTimeout(this.timers.get(session));
    const uri = session.document.uri.toString();
    const editors = window.visibleTextEditors.filter((e) => e.document.uri.toString() === uri);
    if (editors.length === 0) return;
    const list = this.highlightsOf(session);
    editors.forEach((editor) => this.highlights.show(editor, list));
  }

  private paint(editor: TextEditor): void {
    const session = this.sessions.byUri(editor.document.uri);
    if (session === undefined) this.highlights.clear(editor);
    else this.highlights.show(editor, this.highlightsOf(session));
  }

  private clear(document: TextDocument): void {
    const editors = window.visibleTextEditors.filter((editor) => editor.document === document);
    editors.forEach((editor) => this.highlights.clear(editor));
  }

  private highlightsOf(session: ArticleSession): Highlight[] {
    let drawn = this.drawn.get(session);
    if (drawn?.lines !== session.lines) {
      drawn = new Drawn(session.lines);
      this.drawn.set(session, drawn);
    }
    const saved = drawn.of(session.record.annotations, ofAnnotation);
    const shown = workspace.getConfiguration('hashiya').get('suggestions.show', true);
    return shown ? [...saved, ...drawn.of(session.suggestions, ofSuggestion)] : saved;
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.listeners.forEach((listener) => listener.dispose());
  }
}

/**
 * Highlights of what was drawn before, by annotation or suggestion: of thousands only what is new is made
 * anew, as long as the text stays the same.
 */
class Drawn {
  private readonly known = new WeakMap<object, readonly Highlight[]>();

  constructor(readonly lines: LineIndex) {}

  of<T extends Annotation | Suggestion>(
    items: readonly T[],
    make: (item: T, range: ToRange) => readonly Highlight[],
  ): Highlight[] {
    const range: ToRange = (span) => toRange(this.lines, span);
    const all: Highlight[] = [];
    for (const item of items) {
      let highlights = this.known.get(item);
      if (highlights === undefined) this.known.set(item, (highlights = make(item, range)));
      for (const highlight of highlights) all.push(highlight);
    }
    return all;
  }
}

type ToRange = (span: Span) => Highlight['range'];

function ofAnnotation(a: Annotation, range: ToRange): readonly Highlight[] {
  const kind = isClaim(a) ? 'claim' : 'entity';
  const label = a.claim?.kind ?? a.label;
  const pieces = piecesOf(a).map((piece) => part(range(piece), label, kind, 'saved'));
  const { cue, source } = a.claim ?? {};
  return [
    ...pieces,
    ...(cue === undefined ? [] : [part(range(cue), label, 'cue', 'saved')]),
    ...(source === undefined ? [] : [part(range(source), label, 'source', 'saved')]),
  ];
}

function ofSuggestion(s: Suggestion, range: ToRange): readonly Highlight[] {
  if (s.kind === 'entity') return [part(range(s), s.label, s.kind, 'suggested')];
  const parts = [
    part(range(s), s.claimKind, s.kind, 'suggested'),
    part(range(s.cue), s.claimKind, 'cue', 'suggested'),
  ];
  return s.source === null
    ? parts
    : [...parts, part(range(s.source), s.claimKind, 'source', 'suggested')];
}

function part(
  range: Highlight['range'],
  label: string,
  kind: Highlight['kind'],
  state: Highlight['state'],
): Highlight {
  return { range, label, kind, state };
}
