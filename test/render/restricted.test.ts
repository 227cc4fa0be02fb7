// Restricted Mode: a folder that nobody has trusted. Everything about annotations works; nothing of its
// articles goes to anyone else, and the person is told so.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeEditors, type Editor, eventually, openEditor, startEditors } from '../support/editor';

const TEXT = 'زار السفير علي حداد مدينة عدن أمس، وقال إن الزيارة ناجحة.\n';

describe('Restricted Mode', () => {
  let editor: Editor;
  before(async () => {
    await closeEditors();
    await startEditors({ trust: true });
    editor = await openEditor({
      files: { 'news.txt': TEXT },
      file: 'news.txt',
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    await eventually('it is an article', async () => (await editor.language()) === 'arabic-news');
  });
  after(async () => {
    await editor.close();
    await closeEditors();
  });

  it('is what the folder is opened in, and tagging works and is saved', async () => {
    assert.equal(await editor.host((vscode) => vscode.workspace.isTrusted), false);
    const start = TEXT.indexOf('عدن');
    await editor.select([0, start], [0, start + 3]);
    await editor.command('hashiya.tagAs', 'GPE');
    const saved = readFileSync(join(editor.workspace, 'news.txt.ann.yaml'), 'utf8');
    assert.match(saved, /quote: "عدن"/);
  });

  it('asks no detector of others', async () => {
    const asked = await editor.host(async (vscode) => {
      const hashiya = (await vscode.extensions.getExtension('hashiya.hashiya')?.activate()) as {
        registerDetector(detector: unknown): { dispose(): void };
      };
      let count = 0;
      const registered = hashiya.registerDetector({
        id: 'curious',
        detect: () => {
          count += 1;
          return Promise.resolve([]);
        },
      });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      registered.dispose();
      return count;
    });
    assert.equal(asked, 0);
  });

  it('says what is off', async () => {
    void editor.command('hashiya.askLanguageModel').catch(() => undefined);
    const list = editor.page.locator('.notifications-list-container');
    await eventually('the message shows', async () => {
      await editor.command('notifications.showList');
      return (await list.count()) > 0 && /Restricted Mode/.test(await list.innerText());
    });
  });
});
