// The reference extension: the least that an extension can do for the same picture. It gives text files
// the language, draws ready-made ranges when one is shown and a box at a key, by the same commands and
// keys as ours, and keeps, saves and suggests nothing. Its times are what VS Code itself costs.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as vscode from 'vscode';

type Place = readonly [line: number, character: number, endLine: number, endCharacter: number];

export function activate(context: vscode.ExtensionContext): void {
  const file = process.env['HASHIYA_BENCH_RANGES'];
  /** By file name. */
  const places: Record<string, readonly Place[]> =
    file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
  const saved = vscode.window.createTextEditorDecorationType({ border: '1px solid #339966' });
  const added = vscode.window.createTextEditorDecorationType({ border: '1px solid #993366' });
  const tagged: vscode.Range[] = [];
  const adopt = (document: vscode.TextDocument): void => {
    if (document.languageId === 'plaintext')
      void vscode.languages.setTextDocumentLanguage(document, 'arabic-news');
  };
  const draw = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      const own = places[basename(editor.document.uri.path)];
      if (own === undefined) continue;
      const ranges = own.map((place) => new vscode.Range(...place));
      editor.setDecorations(saved, ranges);
    }
  };
  const tag = (): void => {
    const editor = vscode.window.activeTextEditor;
    const word = editor?.document.getWordRangeAtPosition(editor.selection.active, /\p{L}+/u);
    if (editor === undefined || word === undefined) return;
    tagged.push(word);
    editor.setDecorations(added, tagged);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(adopt),
    vscode.window.onDidChangeVisibleTextEditors(draw),
    vscode.commands.registerCommand('hashiya.tagByKey', tag),
    vscode.commands.registerCommand('hashiya.toggleAnnotationMode', () =>
      vscode.commands.executeCommand('setContext', 'hashiya.annotating', true),
    ),
  );
  vscode.workspace.textDocuments.forEach(adopt);
  draw();
}
