import * as vscode from 'vscode';
import { ARTICLE_LANGUAGE, isArticleLanguage, PLAIN_ARTICLE_LANGUAGE } from './languages';
import { LineDirections } from './lineDirections';
import { RTL_TEXT_DECORATION } from './rtlStyle';

/** How right-to-left lines come about: by our style, by the editor itself, or not at all. */
export type RtlState = 'styled' | 'native' | 'off';

/** Settings by which an editor may come to lay out lines from right to left by itself. */
const NATIVE_SETTING = 'editor.textDirection';

const CONTEXT_KEY = 'hashiya.rtl';

/**
 * Lays out the lines of articles from right to left, in every visible editor, where `hashiya.rtl` is
 * `auto`. Where it is `off` the article is switched to the language without a grammar.
 *
 * The context key `hashiya.rtl` is true while the caret of the active editor stands in such a line, for
 * keys that swap Left and Right.
 */
export class RightToLeft implements vscode.Disposable {
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    textDecoration: RTL_TEXT_DECORATION,
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
  });
  private states = new WeakMap<vscode.TextDocument, RtlState>();
  private readonly directions = new WeakMap<vscode.TextDocument, LineDirections>();
  private readonly decorated = new WeakSet<vscode.TextEditor>();
  private readonly subscriptions: vscode.Disposable[];
  private contextKey = false;

  /**
   * @param isArticle call `refresh` when its answer changes
   * @param ofCorpus what the corpus of an article says; a setting that the person made wins over it
   */
  constructor(
    private readonly isArticle: (document: vscode.TextDocument) => boolean,
    private readonly ofCorpus: (document: vscode.TextDocument) => string | undefined = () =>
      undefined,
  ) {
    this.subscriptions = [
      this.decoration,
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.applyAll(editors)),
      vscode.window.onDidChangeActiveTextEditor(() => this.updateContextKey()),
      vscode.window.onDidChangeTextEditorSelection(() => this.updateContextKey()),
      vscode.workspace.onDidChangeTextDocument((event) => this.onChange(event)),
      vscode.workspace.onDidOpenTextDocument((document) => this.refresh(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (
          event.affectsConfiguration('hashiya.rtl') ||
          event.affectsConfiguration(NATIVE_SETTING)
        ) {
          this.refresh();
        }
      }),
    ];
    this.refresh();
  }

  /** How the lines of this document are laid out now. */
  state(document: vscode.TextDocument): RtlState {
    if (!this.isArticle(document)) return 'off';
    // Asked for on every move of the caret, while settings are slow to read.
    let state = this.states.get(document);
    if (state === undefined) this.states.set(document, (state = this.readState(document)));
    return state;
  }

  private readState(document: vscode.TextDocument): RtlState {
    const native = vscode.workspace.getConfiguration(undefined, document);
    // Our own defaults for the language name this setting in advance: only its general default tells
    // whether the editor knows it.
    if (native.inspect(NATIVE_SETTING)?.defaultValue !== undefined) {
      return native.get(NATIVE_SETTING) === 'ltr' ? 'off' : 'native';
    }
    return this.setting(document) === 'off' ? 'off' : 'styled';
  }

  /** Applies anew, to one document or to all: after it became an article, or ceased to be one. */
  refresh(document?: vscode.TextDocument): void {
    if (document === undefined) this.states = new WeakMap();
    else this.states.delete(document);
    for (const open of document === undefined ? vscode.workspace.textDocuments : [document]) {
      this.matchLanguage(open);
    }
    this.applyAll(
      vscode.window.visibleTextEditors.filter(
        (editor) => document === undefined || editor.document === document,
      ),
    );
  }

  dispose(): void {
    this.setContextKey(false);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private setting(document: vscode.TextDocument): string {
    const found = vscode.workspace.getConfiguration('hashiya', document).inspect<string>('rtl');
    const own = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
    return own ?? this.ofCorpus(document) ?? 'auto';
  }

  private applyAll(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) this.apply(editor);
    this.updateContextKey();
  }

  private apply(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (this.state(document) !== 'styled') {
      if (this.decorated.delete(editor)) editor.setDecorations(this.decoration, []);
      return;
    }
    this.decorated.add(editor);
    editor.setDecorations(this.decoration, this.ranges(document));
  }

  /** One range over each run of lines: one in all, in most articles. */
  private ranges(document: vscode.TextDocument): vscode.Range[] {
    return this.directionsOf(document)
      .runs()
      .map(
        ({ first, last }) => new vscode.Range(first, 0, last, document.lineAt(last).text.length),
      );
  }

  private directionsOf(document: vscode.TextDocument): LineDirections {
    let directions = this.directions.get(document);
    if (directions === undefined) {
      directions = new LineDirections((line) => document.lineAt(line).text, document.lineCount);
      this.directions.set(document, directions);
    }
    return directions;
  }

  private onChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const moved = this.directions.get(document)?.update(
      contentChanges.map(({ range, text }) => ({
        startLine: range.start.line,
        endLine: range.end.line,
        text,
        cutsStart: range.start.character === 0 && !range.isEmpty,
      })),
      document.lineCount,
    );
    if (moved !== true) return;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) this.apply(editor);
    }
    this.updateContextKey();
  }

  /** Articles whose lines run from left to right are drawn without a grammar, others with it. */
  private matchLanguage(document: vscode.TextDocument): void {
    if (!isArticleLanguage(document.languageId) || document.isClosed) return;
    const wanted = this.state(document) === 'off' ? PLAIN_ARTICLE_LANGUAGE : ARTICLE_LANGUAGE;
    if (document.languageId === wanted || !this.isArticle(document)) return;
    void vscode.languages.setTextDocumentLanguage(document, wanted);
  }

  private updateContextKey(): void {
    const editor = vscode.window.activeTextEditor;
    this.setContextKey(
      editor !== undefined &&
        this.state(editor.document) !== 'off' &&
        this.directionsOf(editor.document).isRightToLeft(editor.selection.active.line),
    );
  }

  private setContextKey(value: boolean): void {
    if (value === this.contextKey) return;
    this.contextKey = value;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, value);
  }
}
