// The views for everybody: rules of accessibility, twice the size, and scrolling that goes both ways.
import assert from 'node:assert/strict';
import { sidecar } from '../support/articles';
import { type Editor, eventually, openEditor, THEMES, type ThemeKind } from '../support/editor';
import { assertAccessible, type Frame, viewWith } from '../support/webviews';
import { cutOff, zoomToTwice } from '../support/zoom';

const CLAIMS = Array.from({ length: 24 }, (_, at) => ({
  source: `وزير الدولة لشؤون المدن رقم ${at}`,
  content: `المشروع رقم ${at} سينتهي قبل نهاية العام الجاري`,
}));
const TEXT = CLAIMS.map(({ source, content }) => `قال ${source} إن ${content}.\n`).join('\n\n');
const MARKS = CLAIMS.map(({ content }) => ({ label: 'CLAIM', quote: content, cue: 'قال' }));
const FILES = { 'news.txt': TEXT, 'news.txt.ann.yaml': sidecar('news.txt', TEXT, MARKS) };
const LANGUAGES = ['en', 'ar'] as const;

describe('the dashboard', () => {
  let editor: Editor;
  let dashboard: Frame;

  before('open it on the samples', async () => {
    editor = await openEditor({ file: 'politics-strikes.txt', width: 1400, height: 900 });
    await editor.command('hashiya.dashboard');
    dashboard = await viewWith(editor, '.chart svg');
  });
  after(() => editor.close());

  for (const language of LANGUAGES) {
    it(`breaks no rule of accessibility in ${language}, in any theme`, async () => {
      await editor.configure({ 'hashiya.uiLanguage': language });
      for (const kind of Object.keys(THEMES) as ThemeKind[]) {
        await editor.configure({ 'workbench.colorTheme': THEMES[kind] });
        await editor.page.waitForTimeout(500);
        await assertAccessible(await viewWith(editor, '.chart svg'));
      }
    });
  }

  it('has all its text at twice the size', async () => {
    await editor.configure({ 'workbench.colorTheme': THEMES.light });
    await zoomToTwice(editor.page);
    dashboard = await viewWith(editor, '.chart svg');
    await dashboard.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await editor.idle(500);
    assert.deepEqual(await cutOff(dashboard), []);
  });
});

describe('the margin, for everybody', () => {
  let editor: Editor;
  let margin: Frame;
  const topLine = (): Promise<number> =>
    editor.host(({ window }) => window.activeTextEditor?.visibleRanges[0]?.start.line ?? -1);
  const scrolled = (): Promise<number> => margin.evaluate(() => window.scrollY);

  before('open an article with many claims', async () => {
    editor = await openEditor({
      files: FILES,
      file: 'news.txt',
      settings: { 'hashiya.suggestions.show': false },
      width: 1300,
      height: 700,
    });
    await editor.command('hashiya.openMargin');
    margin = await viewWith(editor, 'hashiya-note');
    await editor.command('workbench.action.focusActiveEditorGroup');
  });
  after(() => editor.close());

  it('scrolls with the editor', async () => {
    assert.equal(await scrolled(), 0);
    await editor.host(({ window, Range, TextEditorRevealType }) => {
      window.activeTextEditor?.revealRange(new Range(36, 0, 36, 0), TextEditorRevealType.AtTop);
    });
    await eventually('the margin has scrolled', async () => (await scrolled()) > 200);
    const top = await margin.evaluate(() => {
      const notes = [...document.querySelectorAll('hashiya-note .note')];
      return notes.find((note) => note.getBoundingClientRect().top >= 0)?.textContent ?? '';
    });
    assert.match(top, /رقم (1[0-9]|9) /);
  });

  it('takes the editor along when it is scrolled', async () => {
    const before = await topLine();
    const box = await margin.locator('main').boundingBox();
    assert.ok(box);
    await editor.page.mouse.move(Math.max(box.x, 0) + 60, 300);
    await editor.page.mouse.wheel(0, -1200);
    await eventually('the editor has scrolled', async () => (await topLine()) < before);
  });

  it('draws every note, those out of sight too', async () => {
    await eventually(
      'all are drawn',
      async () => (await margin.locator('hashiya-note .said').count()) === CLAIMS.length,
    );
  });

  it('tells label and words of what one goes to, forward and back', async () => {
    await editor.command('workbench.action.focusActiveEditorGroup');
    await editor.select([0, 0]);
    const told = (): Promise<string> => margin.locator('[aria-live]').innerText();
    const status = (): Promise<string> => editor.page.locator('.part.statusbar').innerText();
    for (const [command, words] of [
      ['nextAnnotation', CLAIMS[0]?.content],
      ['nextAnnotation', CLAIMS[1]?.content],
      ['previousAnnotation', CLAIMS[0]?.content],
    ] as const) {
      await editor.command(`hashiya.${command}`);
      const said = new RegExp(`CLAIM.*${words}`, 's');
      await eventually(`${words} is told in the margin`, async () => said.test(await told()));
      await eventually('and in the status bar', async () => said.test(await status()));
    }
  });

  it('has all its text at twice the size', async () => {
    await zoomToTwice(editor.page);
    await editor.select([0, 30]);
    await editor.idle(500);
    assert.deepEqual(await cutOff(await viewWith(editor, 'hashiya-note')), []);
  });
});

describe('the trees', () => {
  let editor: Editor;

  before('open the corpus and the article beside each other', async () => {
    editor = await openEditor({ files: FILES, file: 'news.txt', sideBar: true });
    await editor.command('hashiya.article.focus');
  });
  after(() => editor.close());

  const search = (): Promise<unknown> =>
    editor.host((vscode) => void vscode.commands.executeCommand('hashiya.search', 'المشروع'));

  it('show the source of a claim whole, and tell the claim whole, in a narrow side bar', async () => {
    await editor.resize(640, 800);
    const row = editor.page
      .locator('.part.sidebar [role=treeitem]', { hasText: 'المشروع' })
      .first();
    await row.waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? '', /المشروع رقم \d+ سينتهي قبل نهاية/);
    const label = row.locator('.label-name');
    const [name, bar] = await Promise.all([
      label.boundingBox(),
      editor.page.locator('.part.sidebar').boundingBox(),
    ]);
    assert.ok(name && bar);
    assert.ok(name.x + name.width <= bar.x + bar.width, 'the source is cut off');
  });

  it('name the hits of a search and their boxes', async () => {
    await editor.resize(1280, 800);
    await search();
    const hit = editor.page
      .locator('.part.sidebar [role=treeitem]', { hasText: '[المشروع' })
      .first();
    await hit.waitFor();
    assert.match((await hit.getAttribute('aria-label')) ?? '', /المشروع/);
    const box = hit.locator('[role=checkbox]');
    assert.notEqual(await box.getAttribute('aria-checked'), null);
  });

  it('show the words found, also in a narrow side bar', async () => {
    await editor.resize(640, 800);
    await search();
    const labels = editor.page.locator('.part.sidebar [role=treeitem] .label-name', {
      hasText: '[المشروع',
    });
    await labels.first().waitFor();
    const cut = await labels.evaluateAll((nodes) =>
      nodes
        .filter((node) => {
          const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
          const words = document.createRange();
          words.setStart(text!, text!.textContent!.indexOf('['));
          words.setEnd(text!, text!.textContent!.indexOf(']') + 1);
          const row = node.closest('.monaco-icon-label-container')!;
          return words.getBoundingClientRect().right > row.getBoundingClientRect().right;
        })
        .map((node) => node.textContent),
    );
    assert.deepEqual(cut, []);
  });
});
