// What happens to the files of an article: renamed, deleted, and brought back.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** As the editor tells of a file that somebody copied. */
async function copied(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(vscode.Uri.file(to), { contents: Buffer.from(readText(from)) });
  assert.ok(await vscode.workspace.applyEdit(edit));
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

  it('a sidecar goes with its article into another folder', async () => {
    const { path } = await tagged('sent.txt');
    const there = join(dirname(path), 'archive', 'sent.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(vscode.Uri.file(path), vscode.Uri.file(there));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('the sidecar follows', () => existsSync(sidecarPath(there)));
    assert.deepEqual(readdirSync(dirname(path)), ['archive']);
    const { session } = await openArticle(there);
    await eventually('it is taken up', () => session.record.annotations[0]?.quote === 'السفير');
  });

  it('a sidecar that stands at the new name is not written over, and none is lost', async () => {
    const { path } = await tagged('one.txt');
    const saved = readText(sidecarPath(path));
    const other = path.replace('one', 'two');
    const theirs = saved.replace('file: one.txt', 'file: two.txt').replace('OCC', 'PERS');
    writeFileSync(sidecarPath(other), theirs);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(vscode.Uri.file(path), vscode.Uri.file(other));
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { session } = await openArticle(other);
    await eventually('it is taken up', () => session.record.annotations[0]?.label === 'PERS');
    assert.equal(readText(sidecarPath(path)), saved);
    assert.equal(readText(sidecarPath(other)), theirs);
  });

  it('an article that another program renames finds its sidecar when that follows', async () => {
    const { path } = await tagged('mine.txt');
    const saved = readText(sidecarPath(path));
    const after = path.replace('mine', 'ours');
    renameSync(path, after);
    const { editor, session } = await openArticle(after);
    assert.equal(session.record.annotations.length, 0);
    assert.equal(readText(sidecarPath(path)), saved);
    renameSync(sidecarPath(path), sidecarPath(after));
    await session.checkDisk();
    assert.equal(session.record.annotations[0]?.quote, 'السفير');
    select(editor, 'عدن');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    assert.match(readText(sidecarPath(after)), /file: ours\.txt[^]*"السفير"[^]*"عدن"/);
  });

  it('what is typed is saved by itself with the places of the annotations', async () => {
    const { editor, path, session } = await tagged('auto.txt');
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSaveDelay', 200, vscode.ConfigurationTarget.Global);
    await files.update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Global);
    try {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'عاجل: '));
      await eventually('the article is saved', () => readText(path) === `عاجل: ${TEXT}`);
      await eventually('the places are', () =>
        /start: 10\n +end: 16/.test(readText(sidecarPath(path))),
      );
      assert.equal(session.record.orphans.length, 0);
    } finally {
      await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
      await files.update('autoSaveDelay', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('a copy of an article is offered the annotations, and takes them over', async () => {
    const { path } = await tagged('first.txt');
    writeFileSync(sidecarPath(path), `# ملاحظة محرر\n${readText(sidecarPath(path))}`);
    const copy = path.replace('first', 'second');
    await copied(path, copy);
    await eventually(
      'the offer is taken up',
      async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        return existsSync(sidecarPath(copy));
      },
      10_000,
    );
    assert.equal(
      readText(sidecarPath(copy)),
      readText(sidecarPath(path)).replace('file: first.txt', 'file: second.txt'),
    );
    const { session } = await openArticle(copy);
    await eventually('it is taken up', () => session.record.annotations[0]?.quote === 'السفير');
  });

  it('another text is offered nothing, nor a copy that came with its sidecar', async () => {
    const { path } = await tagged('third.txt');
    const other = path.replace('third', 'fourth');
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(vscode.Uri.file(other), { contents: Buffer.from(`${TEXT}وعاد.\n`) });
    assert.ok(await vscode.workspace.applyEdit(edit));
    const copy = path.replace('third', 'fifth');
    writeFileSync(sidecarPath(copy), readText(sidecarPath(path)));
    await copied(path, copy);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(existsSync(sidecarPath(other)), false);
    assert.equal(readText(sidecarPath(copy)), readText(sidecarPath(path)));
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

  it('a folder that VS Code moves takes articles and sidecars along', async () => {
    const { path } = await tagged('folder.txt');
    const [from, to] = [dirname(path), `${dirname(path)}-moved`];
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(vscode.Uri.file(from), vscode.Uri.file(to));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(readdirSync(to).sort(), ['folder.txt', 'folder.txt.ann.yaml']);
    const moved = await openArticle(join(to, 'folder.txt'));
    select(moved.editor, 'عدن');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    assert.match(readText(sidecarPath(moved.path)), /quote: "السفير"[^]*quote: "عدن"/);
    assert.equal(existsSync(from), false);
  });

  it('of a folder that another program moves nothing is made anew where it was', async () => {
    const { path, session } = await tagged('folder.txt');
    const [from, to] = [dirname(path), `${dirname(path)}-moved`];
    renameSync(from, to);
    const failure = await session.perform({
      type: 'add',
      annotation: { id: 'ccc333', label: 'GPE', start: 17, end: 20, quote: 'عدن' },
    });
    assert.match(failure ?? '', /no longer/);
    assert.equal(existsSync(from), false);
    assert.match(readText(join(to, 'folder.txt.ann.yaml')), /quote: "السفير"/);
    // Moved back, the file is as it was, and what was done meanwhile is added to it.
    renameSync(to, from);
    await session.checkDisk();
    assert.match(readText(sidecarPath(path)), /quote: "السفير"[^]*ccc333/);
  });

  it('an article that is written in another encoding keeps its annotations and places', async () => {
    const { path } = await tagged('encoding.txt');
    const before = readText(sidecarPath(path));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    writeFileSync(path, Buffer.from(`\uFEFF${TEXT}`, 'utf16le'));
    const { editor, session } = await eventually('it is read as UTF-16', async () => {
      const open = await openArticle(path);
      return open.session.text === TEXT ? open : undefined;
    });
    assert.equal(session.record.annotations[0]?.quote, 'السفير');
    assert.equal(session.record.orphans.length, 0);
    select(editor, 'عدن');
    await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    const place = /start: \d+\n +end: \d+/;
    assert.equal(readText(sidecarPath(path)).match(place)?.[0], before.match(place)?.[0]);
  });

  it('what a killed window left beside a sidecar is cleared away', async () => {
    const path = place(fresh('left.txt'), TEXT);
    const left = join(dirname(path), '.left.txt.ann.yaml.0123456789ab.tmp');
    writeFileSync(left, 'half');
    utimesSync(left, 1, 1);
    await openArticle(path);
    await eventually('it is gone', () => !existsSync(left));
  });
});
