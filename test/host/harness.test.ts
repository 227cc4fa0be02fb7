import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { testWorkspace } from './support';

describe('the editor under test', () => {
  it('has the copy of the samples open as its workspace', async () => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    assert.deepEqual(
      folders.map((folder) => folder.uri.fsPath),
      [testWorkspace()],
    );
    const articles = await vscode.workspace.findFiles('**/*.txt');
    assert.ok(articles.length > 0, 'no article in the workspace');
  });

  it('may write into the workspace', async () => {
    const uri = vscode.Uri.joinPath(vscode.Uri.file(testWorkspace()), 'writable.tmp');
    await vscode.workspace.fs.writeFile(uri, new Uint8Array([1]));
    await vscode.workspace.fs.delete(uri);
  });

  it('has the extension, and it activates', async () => {
    const extension = vscode.extensions.getExtension('hashiya.hashiya');
    assert.ok(extension !== undefined, 'the extension is not there');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
