import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually, open, testWorkspace } from './support';

const NAME = 'configured/hashiya.yaml';

/** The file with this text in the editor, not saved. */
async function edit(text: string): Promise<vscode.TextEditor> {
  const editor = await open(NAME);
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.edit((change) => change.replace(all, text));
  return editor;
}

describe('hashiya.yaml in the editor', () => {
  before(() => {
    const folder = vscode.Uri.file(join(testWorkspace(), 'configured'));
    return vscode.workspace.fs
      .createDirectory(folder)
      .then(() => writeFileSync(join(testWorkspace(), NAME), 'rtl: auto\n'));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    rmSync(join(testWorkspace(), 'configured'), { recursive: true });
  });

  it('completes keys and values', async () => {
    const { document } = await edit('labels: \n');
    const at = async (line: number, character: number): Promise<string[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(line, character),
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const values = await at(0, 8);
    assert.ok(values.includes('wojood') && values.includes('conll'), values.join());
    const keys = await at(1, 0);
    assert.ok(keys.includes('split') && !keys.includes('labels'), keys.join());
  });

  it('says what a key means', async () => {
    const { document } = await edit('split: {ratios: 80/20}\n');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 10),
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((one) => (one as vscode.MarkdownString).value),
    );
    assert.match(text.join('\n'), /training/);
  });

  it('marks errors at their line while one types, and takes the marks away', async () => {
    const { document } = await edit('rtl: auto\nanotator: x\nsplit: 5\n');
    const codes = (): string[] =>
      vscode.languages
        .getDiagnostics(document.uri)
        .map(({ code, range }) => `${String(code)} ${range.start.line}`);
    await eventually('problems', () => codes().length === 2);
    assert.deepEqual(codes(), ['config-unknown-key 1', 'config-wrong-type 2']);
    await edit('rtl: auto\n');
    await eventually('no problems', () => codes().length === 0);
  });
});
