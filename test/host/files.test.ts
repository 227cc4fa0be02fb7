// What happens to the files of an article: renamed, deleted, and brought back.
import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { fresh, openArticle, place, readText, select, sidecarPath } from './articles';
import { eventually } from './support';

const TEXT = 'زار السفير مدينة عدن أمس.\n';

async function tagged(name: string) {
  const open = await openArticle(place(fresh(name), TEXT));
  select(open.editor, 'السفير');
  await vscode.commands.executeCommand('hashiya.tagAs', 'OCC');
  return open;
}

describe('files', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a sidecar goes where its article is renamed to', async () => {
    const { path } = await tagged('before.txt');
    const after = path.replace('before', 'after');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(vscode.Uri.file(path), vscode.Uri.file(after));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('the sidecar follows', () => existsSync(sidecarPath(after)));
    assert.equal(existsSync(sidecarPath(path)), false);
    const { session } = await openArticle(after);
    await eventually('it is taken up', () => session.record.annotations[0]?.quote === 'السفير');
  });

  it('a sidecar that was deleted is recovered', async () => {
    const { path, session } = await tagged('lost.txt');
    // A state is kept a moment after the act.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    rmSync(sidecarPath(path));
    await session.checkDisk();
    assert.equal(session.record.annotations.length, 0);
    const done = vscode.commands.executeCommand('hashiya.recover');
    await eventually(
      'recovered',
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return session.record.annotations.length === 1;
      },
      10_000,
    );
    await done;
    assert.match(readText(sidecarPath(path)), /quote: "السفير"/);
    await vscode.commands.executeCommand('hashiya.undo');
    assert.equal(session.record.annotations.length, 0);
  });

  it('an article that is deleted leaves its sidecar, and comes back with it', async () => {
    const { path } = await tagged('gone.txt');
    const saved = readText(sidecarPath(path));
    rmSync(path);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(readText(sidecarPath(path)), saved);
    writeFileSync(path, TEXT);
    const { session } = await openArticle(path);
    assert.equal(session.record.annotations.length, 1);
  });
});
