// The harness itself, on a plain file with nothing of the extension: if this fails, look here first.
import * as assert from 'node:assert/strict';
import { type Editor, openEditor, THEMES } from '../support/editor';
import { caret, clickWord } from '../support/mouse';
import { caretBox } from '../support/overlay';
import { reference, rows, visualOrder } from '../support/text';

const SENTENCE = 'قال الوزير إن الحكومة ستعلن الموازنة غدا';

describe('the editor that the render tests drive', () => {
  let editor: Editor;

  before('open it', async () => {
    editor = await openEditor({
      files: { 'plain.md': `${SENTENCE}\n` },
      file: 'plain.md',
      theme: 'dark',
      settings: { 'editor.fontFamily': 'Amiri', 'editor.wordWrap': 'off' },
      width: 1000,
      height: 600,
    });
  });
  after(() => editor.close());

  it('shows the file', async () => {
    const [first] = await rows(editor.page);
    assert.equal(first?.text, SENTENCE);
  });

  it('takes theme, settings and size', async () => {
    const shown = await editor.page.evaluate(() => ({
      workbench: document.querySelector('.monaco-workbench')?.className ?? '',
      font: getComputedStyle(document.querySelector('.view-line') as Element).fontFamily,
      width: innerWidth,
    }));
    assert.match(shown.workbench, /\bvs-dark\b/);
    assert.match(shown.font, /Amiri/);
    assert.equal(shown.width, 1000);
    const theme = await editor.host((vscode) =>
      vscode.workspace.getConfiguration().get('workbench.colorTheme'),
    );
    assert.equal(theme, THEMES.dark);
  });

  it('measures words: one run of Arabic is drawn as the browser draws it', async () => {
    const [first] = await rows(editor.page);
    assert.ok(first);
    const truth = await reference(editor.page, SENTENCE);
    assert.deepEqual(visualOrder(first), truth.order);
    assert.deepEqual(truth.order, SENTENCE.split(' '));
    first.words.forEach(({ box }, index) => {
      assert.ok(Math.abs(box.right - box.left - (truth.widths[index] ?? 0)) < 1);
    });
  });

  it('clicks on a word and reads the caret back', async () => {
    const [first] = await rows(editor.page);
    const word = first?.words[2];
    assert.ok(word);
    const landed = await clickWord(editor, word);
    assert.equal(landed.word, word.text);
    const box = await caretBox(editor.page);
    assert.ok(box.left >= word.box.left - 2 && box.left <= word.box.right + 2);
  });

  it('runs commands by id, by the palette, and functions inside the extension host', async () => {
    await editor.select([0, 5]);
    await editor.command('cursorHome');
    assert.equal((await caret(editor)).character, 0);
    await editor.palette('Select All');
    assert.equal((await editor.selection()).text, `${SENTENCE}\n`);
    const sum = await editor.host((_vscode, numbers) => numbers[0] + numbers[1], [2, 3] as const);
    assert.equal(sum, 5);
  });

  it('changes settings while it runs', async () => {
    await editor.configure({ 'editor.fontSize': 30 });
    const size = await editor.page.evaluate(
      () => getComputedStyle(document.querySelector('.view-line') as Element).fontSize,
    );
    assert.equal(size, '30px');
  });
});
