// What outlasts the window in which it was done: undo of annotation acts, and an article that was not saved.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Editor, eventually, openEditor } from '../support/editor';

const TEXT = 'زار الوفد بغداد أمس.\n';
const FILE = 'kept.txt';

describe('undo in another window', () => {
  const windows: Editor[] = [];
  after(async () => {
    for (const editor of windows) await editor.close();
  });

  it('takes back what was done in the window before', async () => {
    const first = await openEditor({ files: { [FILE]: TEXT }, file: FILE });
    windows.push(first);
    await eventually('it is an article', async () => (await first.language()) === 'arabic-news');
    await first.host(async (vscode) => {
      const article = vscode.window.activeTextEditor;
      if (article === undefined) throw new Error('No editor is active.');
      article.selection = new vscode.Selection(0, 10, 0, 15);
      await vscode.commands.executeCommand('hashiya.tagAs', 'GPE');
    });
    const sidecar = (): string => readFileSync(join(first.workspace, `${FILE}.ann.yaml`), 'utf8');
    assert.match(sidecar(), /quote: "بغداد"/);
    await first.host(() => new Promise((resolve) => setTimeout(resolve, 2000)));

    const second = await openEditor({ beside: first, file: FILE });
    windows.push(second);
    await eventually('it is an article', async () => (await second.language()) === 'arabic-news');
    await eventually('the act is taken back', async () => {
      await second.host((vscode) => vscode.commands.executeCommand('hashiya.undo'));
      return !sidecar().includes('بغداد');
    });
  });

  it('takes back an act across articles as a whole, and does it again', async () => {
    const files = { 'open.txt': TEXT, 'closed.txt': `عاد الوفد من ${TEXT}` };
    const first = await openEditor({ files, file: 'open.txt' });
    windows.push(first);
    await eventually('it is an article', async () => (await first.language()) === 'arabic-news');
    const tagged = (name: string): boolean => {
      const path = join(first.workspace, `${name}.ann.yaml`);
      return existsSync(path) && readFileSync(path, 'utf8').includes('quote: "بغداد"');
    };
    const all = Object.keys(files);
    await eventually('both are tagged', async () => {
      await first.host(async ({ commands }) => {
        await commands.executeCommand('hashiya.search', 'بغداد');
        await commands.executeCommand('hashiya.tagTicked', 'GPE');
      });
      return all.every(tagged);
    });

    const second = await openEditor({ beside: first, file: 'open.txt' });
    windows.push(second);
    await eventually('it is an article', async () => (await second.language()) === 'arabic-news');
    await second.host(({ commands }) => void commands.executeCommand('hashiya.searchUndo'));
    await eventually('both are taken back', () => !all.some(tagged));
    await second.page.getByText('Taken back in 2 articles').first().waitFor();
    await second.host(({ commands }) => void commands.executeCommand('hashiya.searchRedo'));
    await eventually('both are tagged again', () => all.every(tagged));
  });
});

describe('an article that was not saved when its window closed', () => {
  const windows: Editor[] = [];
  after(async () => {
    for (const editor of windows) await editor.close();
  });

  interface Seen {
    readonly text: string;
    readonly dirty: boolean;
  }
  const shown = (editor: Editor): Promise<Seen> =>
    editor.host((vscode) => {
      const document = vscode.window.activeTextEditor?.document;
      return { text: document?.getText() ?? '', dirty: document?.isDirty === true };
    });
  const tag = (editor: Editor, from: number, to: number, label: string): Promise<unknown> =>
    editor.host(
      async (vscode, act) => {
        const article = vscode.window.activeTextEditor;
        if (article === undefined) throw new Error('No editor is active.');
        article.selection = new vscode.Selection(0, act.from, 0, act.to);
        await vscode.commands.executeCommand('hashiya.tagAs', act.label);
      },
      { from, to, label },
    );

  it('comes back with its annotations in place, and they find their words when it is given up', async () => {
    const options = { file: FILE, settings: { 'files.hotExit': 'onExitAndWindowClose' } };
    const first = await openEditor({ files: { [FILE]: TEXT }, ...options });
    windows.push(first);
    await eventually('it is an article', async () => (await first.language()) === 'arabic-news');
    await first.host(async (vscode) => {
      await vscode.window.activeTextEditor?.edit((edit) =>
        edit.insert(new vscode.Position(0, 0), 'عاجل: '),
      );
    });
    await tag(first, 16, 21, 'GPE');
    // What is not saved is kept a moment after the last key.
    await first.host(() => new Promise((resolve) => setTimeout(resolve, 3000)));
    const sidecar = (): string => readFileSync(join(first.workspace, `${FILE}.ann.yaml`), 'utf8');
    await first.page.close();

    const second = await openEditor({ beside: first, ...options });
    windows.push(second);
    const unsaved = { text: `عاجل: ${TEXT}`, dirty: true };
    await eventually('it is there', async () => (await shown(second)).dirty);
    assert.deepEqual(await shown(second), unsaved);
    assert.equal(readFileSync(join(first.workspace, FILE), 'utf8'), TEXT);
    const at = (start: number): RegExp =>
      new RegExp(`start: ${start}\\n +end: ${start + 5}\\n +quote: "بغداد"`);
    await tag(second, 10, 15, 'ORG');
    assert.match(sidecar(), at(16));
    await second.command('workbench.action.files.revert');
    await eventually('it is given up', async () => (await shown(second)).text === TEXT);
    await tag(second, 0, 3, 'EVENT');
    await eventually('it found its words', () => at(10).test(sidecar()));
  });
});
