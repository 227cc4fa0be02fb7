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
  /** The setting, once it was read. */
  private showSuggestions: boolean | undefined;
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
        if (!event.affectsConfiguration('hashiya.suggestions')) return;
        this.showSuggestions = undefined;
        this.repaint();
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
    const drawn = this.drawnFor(session);
    const change = drawn.take(session.record.annotations, this.suggestionsOf(session));
    for (const editor of editors) {
      const done = change && this.highlights.change(editor, change.removed, change.added);
      if (done !== true) this.highlights.show(editor, drawn.all());
    }
  }

  private paint(editor: TextEditor): void {
    const session = this.sessions.byUri(editor.document.uri);
    if (session === undefined) this.highlights.clear(editor);
    else {
      const drawn = this.drawnFor(session);
      drawn.take(session.record.annotations, this.suggestionsOf(session));
      this.highlights.show(editor, drawn.all());
    }
  }

  private clear(document: TextDocument): void {
    const editors = window.visibleTextEditors.filter((editor) => editor.document === document);
    editors.forEach((editor) => this.highlights.clear(editor));
  }

  private drawnFor(session: ArticleSession): Drawn {
    let drawn = this.drawn.get(session);
    if (drawn?.lines !== session.lines) {
      drawn = new Drawn(session.lines);
      this.drawn.set(session, drawn);
    }
    return drawn;
  }

  private suggestionsOf(session: ArticleSession): readonly Suggestion[] {
    this.showSuggestions ??= workspace
      .getConfiguration('hashiya')
      .get<boolean>('suggestions.show', true);
    return this.showSuggestions ? session.suggestions : [];
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.listeners.forEach((listener) => listener.dispose());
  }
}

/** More than so many changes at once are drawn all anew. */
const FEW = 100;

interface Change {
  readonly removed: readonly Highlight[];
  readonly added: readonly Highlight[];
}

/** What is drawn of an article, as long as its text stays the same. */
class Drawn {
  /** Highlights by annotation or suggestion: of thousands only what is new is made. */
  private readonly known = new WeakMap<object, readonly Highlight[]>();
  private saved: readonly Annotation[] | undefined;
  private suggested: readonly Suggestion[] = [];

  constructor(readonly lines: LineIndex) {}

  /** Takes up what is to be drawn; answers how that differs from before when it is not much. */
  take(saved: readonly Annotation[], suggested: readonly Suggestion[]): Change | undefined {
    const before = this.saved && {
      saved: replaced(this.saved, saved),
      suggested: replaced(this.suggested, suggested),
    };
    this.saved = saved;
    this.suggested = suggested;
    if (before === undefined) return undefined;
    const removed = [...before.saved.removed, ...before.suggested.removed];
    const added = [...before.saved.added, ...before.suggested.added];
    if (removed.length + added.length > FEW) return undefined;
    return { removed: this.highlights(removed), added: this.highlights(added) };
  }

  all(): Highlight[] {
    return [...this.highlights(this.saved ?? []), ...this.highlights(this.suggested)];
  }

  private highlights(items: readonly (Annotation | Suggestion)[]): Highlight[] {
    const range: ToRange = (span) => toRange(this.lines, span);
    const all: Highlight[] = [];
    for (const item of items) {
      let highlights = this.known.get(item);
      if (highlights === undefined) {
        highlights = 'detector' in item ? ofSuggestion(item, range) : ofAnnotation(item, range);
        this.known.set(item, highlights);
      }
      for (const highlight of highlights) all.push(highlight);
    }
    return all;
  }
}

/** What stands between the common beginning and the common end of two lists. */
function replaced<T>(
  before: readonly T[],
  after: readonly T[],
): { readonly removed: readonly T[]; readonly added: readonly T[] } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return {
    removed: before.slice(start, before.length - tail),
    added: after.slice(start, after.length - tail),
  };
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
