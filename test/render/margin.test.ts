// The margin and the reading edition beside the real editor: what a person sees, does by key, and hears.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sidecar } from '../support/articles';
import { type Editor, eventually, openEditor, THEMES, type ThemeKind } from '../support/editor';
import { assertAccessible, type Frame, viewWith } from '../support/webviews';

const FILLER = Array.from({ length: 30 }, (_, at) => `هذه فقرة ${at} بلا ادعاء فيها ولا اسم لأحد.`);
const TEXT = [
  'الوزارة تعلن نتائج العام',
  '',
  'قال الوزير علي حداد إن الأسعار ثابتة منذ عام 2024 في كل المدن.',
  '',
  ...FILLER,
  '',
  'وأكدت وزارة المالية أن الدين انخفض بنسبة 12% عن العام السابق.',
  '',
].join('\n');
const MARKS = [
  { label: 'PERS', quote: 'علي حداد' },
  { label: 'ORG', quote: 'وزارة المالية' },
  { label: 'CLAIM', quote: 'الأسعار ثابتة منذ عام 2024', cue: 'قال' },
  { label: 'CLAIM', quote: 'الدين انخفض بنسبة 12%', cue: 'وأكدت' },
];

describe('the margin', () => {
  let editor: Editor;
  let margin: Frame;
  const saved = (): string => {
    const path = join(editor.workspace, 'news.txt.ann.yaml');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const current = (): Promise<string> =>
    margin.locator('.note.open .said .content').innerText({ timeout: 5000 });

  before('open an annotated article with its margin', async () => {
    editor = await openEditor({
      files: { 'news.txt': TEXT, 'news.txt.ann.yaml': sidecar('news.txt', TEXT, MARKS) },
      file: 'news.txt',
      settings: { 'hashiya.suggestions.show': false },
      width: 1300,
      height: 700,
    });
    await editor.command('hashiya.openMargin');
    margin = await viewWith(editor, 'hashiya-note');
  });
  after(() => editor.close());

  it('shows each claim, source to content, from right to left', async () => {
    assert.deepEqual(await margin.locator('.said .content').allInnerTexts(), [
      'الأسعار ثابتة منذ عام 2024',
      'الدين انخفض بنسبة 12%',
    ]);
    const [source, arrow, content] = await Promise.all(
      ['.said .source', '.said .arrow', '.said .content'].map((part) =>
        margin.locator(part).first().boundingBox(),
      ),
    );
    assert.ok(source && arrow && content);
    assert.ok(source.x > arrow.x, 'the source stands right of the arrow');
    const first = await margin.evaluate(() => {
      const range = document.createRange();
      const nodes = [...(document.querySelector('.said .content')?.childNodes ?? [])];
      const node = nodes.find(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const letters = node?.textContent ?? '';
      return [0, letters.indexOf(' ') + 1].map((at) => {
        range.setStart(node as Node, at);
        range.setEnd(node as Node, at + 1);
        const { left, top } = range.getBoundingClientRect();
        return { left, top };
      });
    });
    const [one, two] = first;
    assert.ok(one && two && (two.left < one.left || two.top > one.top), 'words run to the left');
  });

  it('follows the caret, and tells what stands there', async () => {
    await editor.select([2, TEXT.split('\n')[2]?.indexOf('ثابتة') ?? 0]);
    await eventually('the note is the current one', async () => /الأسعار/.test(await current()));
    assert.match(await margin.locator('[aria-live]').innerText(), /CLAIM.*الأسعار ثابتة/s);
    const last = TEXT.split('\n').length - 2;
    await editor.select([last, 12]);
    await eventually('the next one is', async () => /الدين/.test(await current()));
  });

  it('is worked by key: goes through notes with the editor, writes a note, goes to the words', async () => {
    await margin.locator('.note.open').focus();
    await editor.page.keyboard.press('Home');
    await eventually('the words are selected in the editor', async () =>
      /^الأسعار/.test((await editor.selection()).text),
    );
    await editor.page.keyboard.press('F2');
    await editor.page.keyboard.type('راجعنا البيان');
    await editor.page.keyboard.press('Escape');
    await eventually('the note is on disk', () => /note: "?راجعنا البيان/.test(saved()));
    await editor.page.keyboard.press('ArrowDown');
    await eventually('the editor follows', async () =>
      /^الدين/.test((await editor.selection()).text),
    );
    await editor.page.keyboard.press('Enter');
    await eventually('the editor has the keyboard', () =>
      editor.page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null),
    );
  });

  it('keeps verdict and evidence in the sidecar', async () => {
    const note = margin.locator('.note', { hasText: 'الدين' });
    await note.focus();
    await margin.evaluate(() => {
      const select = document.querySelector('.note.open vscode-single-select');
      Object.assign(select ?? {}, { value: 'misleading' });
      select?.dispatchEvent(new Event('change'));
    });
    await eventually('the verdict is on disk', () => /verdict: misleading/.test(saved()));
    await note.locator('vscode-textfield input').fill('https://example.org/a');
    await editor.page.keyboard.press('Tab');
    await eventually('so is the evidence', () => /evidence: .*example\.org\/a/.test(saved()));
    await eventually('and both are shown', async () =>
      /Misleading/.test(await note.locator('.facts').innerText()),
    );
  });

  for (const kind of Object.keys(THEMES) as ThemeKind[]) {
    it(`breaks no rule of accessibility in the theme ${THEMES[kind]}`, async () => {
      await editor.configure({ 'workbench.colorTheme': THEMES[kind] });
      await editor.page.waitForTimeout(500);
      await assertAccessible(margin);
    });
  }

  it('lists people and organisations with their mentions', async () => {
    await editor.configure({ 'workbench.colorTheme': THEMES.light });
    await margin.locator('#tab-actors').click();
    assert.deepEqual(await margin.locator('hashiya-actor h2 > bdi').allInnerTexts(), [
      'علي حداد',
      'وزارة المالية',
    ]);
    await assertAccessible(margin);
    await margin.locator('#tab-claims').click();
  });
});

describe('the reading edition', () => {
  let editor: Editor;
  let page: Frame;

  before('open it beside its article', async () => {
    editor = await openEditor({
      files: { 'news.txt': TEXT, 'news.txt.ann.yaml': sidecar('news.txt', TEXT, MARKS) },
      file: 'news.txt',
      width: 1500,
      height: 800,
    });
    await editor.command('hashiya.openReadingEdition');
    page = await viewWith(editor, 'article .line');
  });
  after(() => editor.close());

  it('keeps the order of the words and joins their letters, notes beside or below', async () => {
    const words = await page.evaluate(() => {
      const line = document.querySelector('p.line');
      const range = document.createRange();
      const walker = document.createTreeWalker(line as Node, NodeFilter.SHOW_TEXT);
      const found: { text: string; right: number; top: number }[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const aside = node.parentElement?.closest('.ref, .notes, .gloss') ?? null;
        if (aside !== null) continue;
        for (const match of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          const { right, top } = range.getBoundingClientRect();
          found.push({ text: match[0], right, top });
        }
      }
      return found;
    });
    assert.ok(words.length > 8);
    words.slice(1).forEach((word, at) => {
      const before = words[at];
      assert.ok(
        before && (word.right < before.right || word.top > before.top + 10),
        `${before?.text} ${word.text}`,
      );
    });
  });

  it('goes to the words that are clicked', async () => {
    await page.locator('mark', { hasText: 'علي حداد' }).first().click();
    // The page keeps the focus, so the article's editor is shown but not the active one.
    const selected = (): Promise<string> =>
      editor.host(({ window }) => {
        const [shown] = window.visibleTextEditors;
        return shown?.document.getText(shown.selection) ?? '';
      });
    await eventually('they are selected', async () => (await selected()) === 'علي حداد');
  });

  for (const kind of Object.keys(THEMES) as ThemeKind[]) {
    it(`breaks no rule of accessibility in the theme ${THEMES[kind]}`, async () => {
      await editor.configure({ 'workbench.colorTheme': THEMES[kind] });
      await editor.page.waitForTimeout(500);
      await assertAccessible(page);
    });
  }
});
