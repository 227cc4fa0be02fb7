// Articles for the tests inside VS Code: files made on the fly, and the extension's view of them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Exports } from '../../src/extension/extension';
import type { ArticleSession } from '../../src/extension/article/session';
import { eventually, testWorkspace } from './support';

export async function api(): Promise<Exports> {
  const extension = vscode.extensions.getExtension<Exports>('hashiya.hashiya');
  if (extension === undefined) throw new Error('The extension is not installed in this editor.');
  return extension.activate();
}

let made = 0;

/**
 * A file name that no test used before: VS Code keeps documents for a while after their editors closed,
 * so a name used again may show what stood there before.
 */
export function fresh(name: string): string {
  made += 1;
  return `made-${made}/${name}`;
}

/** Writes a file into the workspace and answers its path. */
export function place(name: string, content: string | Uint8Array): string {
  const path = join(testWorkspace(), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

export interface OpenArticle {
  readonly editor: vscode.TextEditor;
  readonly session: ArticleSession;
  readonly path: string;
}

/** Opens the file and waits until it is an article whose sidecar was looked at. */
export async function openArticle(path: string): Promise<OpenArticle> {
  const { sessions } = await api();
  const uri = vscode.Uri.file(path);
  const document = await vscode.workspace.openTextDocument(uri);
  let editor = await vscode.window.showTextDocument(document);
  const session = await eventually(`${path} becomes an article`, () => {
    editor = vscode.window.activeTextEditor ?? editor;
    return sessions.of(editor.document);
  });
  await eventually('the sidecar was looked at', () => session.sidecar.kind !== 'loading');
  await session.settled();
  return { editor, session, path };
}

/** The same, with the suggestions computed. */
export async function openWithSuggestions(path: string): Promise<OpenArticle> {
  const open = await openArticle(path);
  await eventually('suggestions', () => open.session.suggestions.length > 0);
  return open;
}

export function sidecarPath(path: string): string {
  return `${path}.ann.yaml`;
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The text as a Python program reads it: by code points, LF, no byte-order mark. */
export function pythonText(path: string): string[] {
  return [
    ...readText(path)
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n'),
  ];
}

/** Selects the n-th occurrence of the words in the editor. */
export function select(editor: vscode.TextEditor, words: string, occurrence = 0): vscode.Selection {
  const text = editor.document.getText();
  let at = -1;
  for (let i = 0; i <= occurrence; i += 1) at = text.indexOf(words, at + 1);
  if (at === -1)
    throw new Error(`«${words}» does not stand in the document ${occurrence + 1} times.`);
  const { document } = editor;
  editor.selection = new vscode.Selection(
    document.positionAt(at),
    document.positionAt(at + words.length),
  );
  return editor.selection;
}

/** What the lightbulb offers at a place. */
export async function actionsAt(
  editor: vscode.TextEditor,
  range: vscode.Range = editor.selection,
  kind?: string,
): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    kind,
  );
  return actions.filter((action) => action.kind?.value.startsWith('quickfix.hashiya') === true);
}

/** Does what choosing the action in the lightbulb does. */
export async function choose(action: vscode.CodeAction | undefined): Promise<void> {
  if (action?.command === undefined) throw new Error('There is no such action.');
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
