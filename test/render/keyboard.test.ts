// The keyboard flow, with real keys in the real editor: what a person presses is what is saved.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Editor, eventually, openEditor } from '../support/editor';

const TEXT = [
  'الوفد يزور الموصل',
  '',
  'زار وفد من وزارة الصحة مدينة الموصل يوم الأربعاء، وقال مدير المستشفى إن 12 طبيبا وصلوا إلى كركوك.',
  '',
].join('\n');

describe('the keyboard', () => {
  let editor: Editor;

  const sidecar = (): string => {
    const path = join(editor.workspace, 'keys.txt.ann.yaml');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const count = (pattern: RegExp): number => [...sidecar().matchAll(pattern)].length;
  const press = (key: string): Promise<void> => editor.page.keyboard.press(key);
  const document = (): Promise<string> =>
    editor.host((vscode) => vscode.window.activeTextEditor?.document.getText() ?? '');

  before('open an article', async () => {
    editor = await openEditor({ files: { 'keys.txt': TEXT }, file: 'keys.txt' });
    await editor.page.locator('.editor-instance .view-line').first().click();
    await editor.select([0, 0]);
    await editor.page.locator('.statusbar-item:has-text("suggested")').waitFor();
  });
  after(() => editor.close());

  it('goes to suggestions, accepts and declines them', async () => {
    await press('Alt+]');
    const first = await eventually('a suggestion is selected', async () => {
      const { text } = await editor.selection();
      return text === '' ? undefined : text;
    });
    await press('Alt+Enter');
    await eventually('it is saved', () => count(/^ {2}- id:/gm) === 1);
    assert.ok(sidecar().includes(`quote: "${first}"`), sidecar());
    const second = await eventually('the next one is selected', async () => {
      const { text } = await editor.selection();
      return text === '' || text === first ? undefined : text;
    });
    await press('Alt+Delete');
    await eventually('it is declined', () => sidecar().includes('rejected:'));
    assert.ok(sidecar().slice(sidecar().indexOf('rejected:')).includes(second));
  });

  it('undoes and redoes annotations, not the text', async () => {
    await press('Alt+u');
    await eventually('the rejection is undone', () => !sidecar().includes('rejected:'));
    await press('Alt+u');
    await eventually('the annotation is undone', () => count(/^ {2}- id:/gm) === 0);
    await press('Alt+Shift+u');
    await eventually('it is there again', () => count(/^ {2}- id:/gm) === 1);
    assert.equal(await document(), TEXT);
  });

  it('labels by one key in annotation mode, without typing into the article', async () => {
    const column = (TEXT.split('\n')[2] ?? '').indexOf('كركوك');
    await editor.select([2, column + 2]);
    await press('Alt+a');
    await editor.page.locator('.statusbar-item:has-text("ANNOTATING")').waitFor();
    await press('l');
    await eventually('LOC is saved', () =>
      /label: LOC\n.*\n.*\n {4}quote: "كركوك"/.test(sidecar()),
    );
    await press('g');
    await eventually('it is GPE now', () =>
      /label: GPE\n.*\n.*\n {4}quote: "كركوك"/.test(sidecar()),
    );
    await press('x');
    await eventually('it is gone', () => !sidecar().includes('quote: "كركوك"'));
    await press('z');
    await eventually('it is back', () => sidecar().includes('quote: "كركوك"'));
    const before = count(/^ {2}- id:/gm);
    await press('Tab');
    await press('Enter');
    await eventually('a suggestion is accepted', () => count(/^ {2}- id:/gm) === before + 1);
    await press('Escape');
    await editor.page
      .locator('.statusbar-item:has-text("ANNOTATING")')
      .waitFor({ state: 'detached' });
    assert.equal(await document(), TEXT);
    await press('End');
    await press('!');
    await eventually('keys type again', async () => (await document()) !== TEXT);
  });
});
