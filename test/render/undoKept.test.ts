// Undo of annotation acts outlasts the window in which they were done.
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
