// Articles read from right to left in the native editor, whatever happens to it.
import * as assert from 'node:assert/strict';
import { ARTICLE, SENTENCES, WRAPPED } from '../support/articles';
import { type Editor, openEditor, THEMES, type ThemeKind } from '../support/editor';
import { arabicRows, assertClicksLand, assertReadsRightToLeft } from '../support/layout';
import { doubleClickWord, dragWords } from '../support/mouse';
import { caretBox, selectionBoxes } from '../support/overlay';
import { findWord, rows } from '../support/text';

const ARTICLE_LANGUAGE = 'arabic-news';

describe('right-to-left lines', () => {
  let editor: Editor;

  before('open an article', async () => {
    editor = await openEditor({
      files: { 'article.txt': ARTICLE },
      file: 'article.txt',
      settings: { 'hashiya.suggestions.show': false },
      width: 1100,
      height: 950,
    });
    await editor.page.waitForTimeout(500);
    await editor.idle();
  });
  after(() => editor.close());

  const top = () => editor.select([0, 0]);

  it('are those of a plain-text file that is Arabic', async () => {
    assert.equal(await editor.language(), ARTICLE_LANGUAGE);
  });

  it('hold words of every sentence in order, with their letters joined', async () => {
    await top();
    const shown = (await arabicRows(editor)).map(({ text }) => text);
    for (const sentence of Object.values(SENTENCES)) assert.ok(shown.includes(sentence), sentence);
    assert.ok(shown.filter((text) => WRAPPED.includes(text.trim())).length >= 3, 'wrapped rows');
    assert.ok((await assertReadsRightToLeft(editor)) > 100);
  });

  it('leave a line of English alone', async () => {
    const english = (await rows(editor.page)).find(({ text }) => text.startsWith('Reuters'));
    assert.ok(english);
    assert.equal(english.direction, 'ltr');
    const [first, second] = english.words;
    assert.ok(first && second && first.box.right <= second.box.left);
  });

  it('take clicks on the word that was clicked', () => assertClicksLand(editor, 24));

  for (const text of ['الموصل', 'Google', '2026', 'ممثل', 'المتحدث', 'Siemens']) {
    it(`select ${text} by a double click, and draw the selection over it`, async () => {
      const shown = text === 'المتحدث' ? 'المُتَحَدِّثُ' : text;
      const word = await findWord(editor.page, shown);
      await editor.page.waitForTimeout(500);
      assert.equal(await doubleClickWord(editor, word), shown);
      const [box] = await selectionBoxes(editor.page);
      assert.ok(box);
      assert.ok(Math.abs(box.left - word.box.left) < 4 && Math.abs(box.right - word.box.right) < 4);
    });
  }

  it('take a drag from one word to another', async () => {
    await editor.page.waitForTimeout(500);
    await dragWords(
      editor,
      await findWord(editor.page, 'افتتاح'),
      await findWord(editor.page, 'مدينة'),
    );
    await editor.page.waitForTimeout(200);
    const { text } = await editor.selection();
    assert.match(text, /مستشفى جديد في/);
    assert.ok(SENTENCES.plain.includes(text));
  });

  it('put the caret where the letter is, from the right edge to the left', async () => {
    const lefts: number[] = [];
    for (const column of [0, 5, 12, 20]) {
      await editor.select([2, column]);
      lefts.push((await caretBox(editor.page)).left);
    }
    assert.deepEqual(
      [...lefts].sort((a, b) => b - a),
      lefts,
    );
    const word = await findWord(editor.page, 'أعلنت');
    assert.ok(Math.abs((lefts[0] ?? 0) - word.box.right) < 4);
  });

  it('move the caret the way that the arrow keys point', async () => {
    const left = async () => (await caretBox(editor.page)).left;
    const press = async (key: string) => {
      await editor.page.keyboard.press(key);
      await editor.page.waitForTimeout(150);
      return left();
    };
    await editor.select([2, 10]);
    await editor.command('workbench.action.focusActiveEditorGroup');
    const start = await left();
    assert.ok((await press('ArrowLeft')) < start);
    assert.equal(await press('ArrowRight'), start);
    assert.ok((await press('ArrowRight')) > start);
    await editor.select([2, 10]);
    const word = await press('Control+ArrowLeft');
    assert.ok(word < start - 5);
    assert.ok((await press('Control+Shift+ArrowRight')) > word + 5);
    assert.match((await editor.selection()).text, /\p{L}{2}/u);
    const english = ARTICLE.split('\n').findIndex((line) => line.startsWith('Reuters'));
    await editor.select([english, 10]);
    const latin = await left();
    assert.ok((await press('ArrowLeft')) < latin);
    assert.ok((await press('Control+ArrowRight')) > latin);
  });

  for (const kind of Object.keys(THEMES) as ThemeKind[]) {
    it(`hold in the theme ${THEMES[kind]}, also while all is selected`, async () => {
      await editor.configure({ 'workbench.colorTheme': THEMES[kind] });
      await top();
      await assertReadsRightToLeft(editor);
      await assertClicksLand(editor, 5);
      await editor.command('editor.action.selectAll');
      await editor.idle();
      await assertReadsRightToLeft(editor);
      await editor.configure({ 'workbench.colorTheme': THEMES.light });
    });
  }

  it('hold while find is open and has found parts of words', async () => {
    await editor.command('editor.actions.findWithArgs', { searchString: 'ال', isRegex: false });
    await editor.idle();
    const found = await editor.page.locator('.editor-instance .cdr.findMatch').count();
    assert.ok(found > 0, 'find has found nothing');
    await assertReadsRightToLeft(editor);
    await assertClicksLand(editor, 6);
    await editor.command('editor.actions.findWithArgs', { searchString: 'oo', isRegex: false });
    await editor.idle();
    await assertReadsRightToLeft(editor);
    await editor.command('closeFindWidget');
  });

  it('hold in both halves of a split, and when it is closed', async () => {
    await editor.command('workbench.action.splitEditor');
    await editor.idle();
    for (const group of [0, 1]) await assertReadsRightToLeft(editor, { group });
    await assertClicksLand(editor, 5, 1);
    await editor.command('workbench.action.closeActiveEditor');
    await editor.idle();
    await assertReadsRightToLeft(editor);
    await assertClicksLand(editor, 5);
  });

  for (const width of [800, 1500, 1100]) {
    it(`hold in a window of ${width} pixels`, async () => {
      await editor.resize(width, 950);
      await top();
      await assertReadsRightToLeft(editor);
      await assertClicksLand(editor, 6);
    });
  }

  it('hold in a larger and a smaller font', async () => {
    for (const command of [
      'fontZoomIn',
      'fontZoomIn',
      'fontZoomIn',
      'fontZoomReset',
      'fontZoomOut',
    ]) {
      await editor.command(`editor.action.${command}`);
    }
    await editor.idle();
    await assertReadsRightToLeft(editor);
    await editor.command('editor.action.fontZoomIn');
    await editor.command('editor.action.fontZoomIn');
    await editor.command('editor.action.fontZoomIn');
    await editor.idle();
    await assertReadsRightToLeft(editor);
    await assertClicksLand(editor, 6);
    await editor.command('editor.action.fontZoomReset');
    await editor.idle();
  });

  it('hold without word wrap, where rows go on to the right, and with it again', async () => {
    await editor.command('editor.action.toggleWordWrap');
    await editor.idle();
    await assertReadsRightToLeft(editor, { wrapped: false });
    await assertClicksLand(editor, 6);
    const line = ARTICLE.split('\n').indexOf(WRAPPED);
    await editor.select([line, 0]);
    const start = await caretBox(editor.page);
    const word = await findWord(editor.page, 'وأوضح');
    assert.ok(Math.abs(start.left - word.box.right) < 4, 'the beginning can be scrolled to');
    await editor.command('editor.action.toggleWordWrap');
    await editor.idle();
    await top();
    await assertReadsRightToLeft(editor);
    await assertClicksLand(editor, 6);
  });

  it('follow what is typed, pasted and taken away', async () => {
    await editor.select([2, SENTENCES.plain.length]);
    await editor.page.keyboard.type(' وقال سامي إن X2 جاهز', { delay: 20 });
    await editor.page.keyboard.press('Enter');
    await editor.page.keyboard.type('سطر جديد (2) من Mosul', { delay: 20 });
    await editor.idle();
    await assertReadsRightToLeft(editor);
    assert.ok((await arabicRows(editor)).some(({ text }) => text === 'سطر جديد (2) من Mosul'));
    await editor.page.keyboard.press('Enter');
    await editor.page.keyboard.type('An English line', { delay: 20 });
    await editor.idle();
    const english = (await rows(editor.page)).find(({ text }) => text === 'An English line');
    assert.equal(english?.direction, 'ltr');
    const frame = english?.words[0]?.box.left ?? Infinity;
    assert.ok(frame < 200, 'English starts at the left');
    await editor.command('editor.action.deleteLines');
    await editor.idle();
    await assertReadsRightToLeft(editor);
  });
});

describe('an article drawn from left to right (hashiya.rtl: off)', () => {
  let editor: Editor;

  before('open an article', async () => {
    editor = await openEditor({
      files: { 'article.txt': ARTICLE },
      file: 'article.txt',
      settings: { 'hashiya.rtl': 'off' },
      width: 1100,
      height: 950,
    });
    await editor.page.waitForTimeout(500);
    await editor.idle();
  });
  after(() => editor.close());

  it('has no part that cuts a line', async () => {
    assert.equal(await editor.language(), `${ARTICLE_LANGUAGE}-plain`);
    const found = await arabicRows(editor);
    assert.ok(found.length > 8);
    for (const row of found) {
      assert.equal(row.parts, 1, row.text);
      assert.equal(row.direction, 'ltr');
    }
  });

  it('reads from right to left again when the setting is taken back, and the reverse', async () => {
    await editor.configure({ 'hashiya.rtl': 'auto' });
    await editor.page.waitForTimeout(500);
    assert.equal(await editor.language(), ARTICLE_LANGUAGE);
    await assertReadsRightToLeft(editor);
    await editor.configure({ 'hashiya.rtl': 'off' });
    await editor.page.waitForTimeout(500);
    assert.equal(await editor.language(), `${ARTICLE_LANGUAGE}-plain`);
    for (const row of await arabicRows(editor)) assert.equal(row.parts, 1, row.text);
  });
});

describe('a paragraph of 20,000 characters', () => {
  it('is drawn to its end, from right to left', async () => {
    const paragraph = `${`${SENTENCES.latin} ${SENTENCES.digits} `.repeat(180)}النهاية`;
    assert.ok(paragraph.length > 20_000);
    const editor = await openEditor({ files: { 'long.txt': paragraph }, file: 'long.txt' });
    await editor.select([0, paragraph.length]);
    await findWord(editor.page, 'النهاية');
    await assertReadsRightToLeft(editor);
    await assertClicksLand(editor, 6);
    await editor.close();
  });
});
