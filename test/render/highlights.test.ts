// Annotations are drawn behind the right words and cut no line.
import * as assert from 'node:assert/strict';
import { ARTICLE, HEADLINE, sidecar, WRAPPED, type Mark } from '../support/articles';
import { type Editor, eventually, openEditor, THEMES, type ThemeKind } from '../support/editor';
import { arabicRows, assertReadsRightToLeft } from '../support/layout';
import { type OverlayBox, overlayBoxes, overlaps } from '../support/overlay';
import type { Box, Row } from '../support/text';

const CLAIM: Mark = {
  label: 'CLAIM',
  quote: WRAPPED.slice(WRAPPED.indexOf('المرحلة'), -1),
  cue: 'أوضح',
};
const MARKS: readonly Mark[] = [
  { label: 'ORG', quote: 'وزارة الصحة تفتتح'.slice(0, 11) },
  { label: 'GPE', quote: 'الموصل أمس'.slice(0, 6) },
  { label: 'PRODUCT', quote: 'Gemini Pro' },
  { label: 'CARDINAL', quote: '1,250' },
  { label: 'PERCENT', quote: '12.5%' },
  { label: 'PERS', quote: 'سامي حداد' },
  { label: 'ORG', quote: 'ممثل الوزارة' },
  { label: 'OCC', quote: 'المُتَحَدِّثُ' },
  { label: 'ORG', quote: 'Siemens' },
  { label: 'ORG', quote: 'منظمة «أطباء بلا ضفاف»' },
  { label: 'NORP', quote: 'أطباء' },
  CLAIM,
];

/** The boxes that the words of a quote cover, one for each row. */
function wordsOf(found: readonly Row[], quote: string): Box[] {
  const wanted = [...quote.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)].map(([text]) => text);
  const all = found.flatMap((row) => row.words.map((word) => ({ row, word })));
  const at = all.findIndex((_, i) => wanted.every((text, k) => all[i + k]?.word.text === text));
  assert.notEqual(at, -1, `${quote} is not in view`);
  const pieces = new Map<Row, Box[]>();
  for (const { row, word } of all.slice(at, at + wanted.length)) {
    pieces.set(row, [...(pieces.get(row) ?? []), word.box]);
  }
  return [...pieces.values()].map((boxes) => ({
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }));
}

const filled = ({ background }: OverlayBox) => !/^rgba\(.*, 0\)$/.test(background);
const isEntity = (box: OverlayBox) => filled(box) && / solid /.test(box.borderTop);
const isClaim = ({ borderBottom, borderTop }: OverlayBox) =>
  /^2px solid/.test(borderBottom) && borderTop === '';

describe('highlights', () => {
  let editor: Editor;

  before('open an annotated article', async () => {
    editor = await openEditor({
      files: {
        'article.txt': ARTICLE,
        'article.txt.ann.yaml': sidecar('article.txt', ARTICLE, MARKS),
      },
      file: 'article.txt',
      settings: { 'hashiya.suggestions.show': false },
      width: 1100,
      height: 950,
    });
    await eventually('annotations are drawn', async () =>
      (await overlayBoxes(editor.page)).some(isEntity),
    );
    await editor.idle();
  });
  after(() => editor.close());

  /** Every mark has a box of its kind over its words, and only there. */
  async function assertBoxes(): Promise<void> {
    const found = await arabicRows(editor);
    const boxes = await overlayBoxes(editor.page);
    for (const { label, quote } of MARKS) {
      const kind = label === 'CLAIM' ? isClaim : isEntity;
      const digits = /\d/.test(quote) && label !== 'CLAIM';
      for (const words of wordsOf(found, quote)) {
        const over = boxes.filter((box) => kind(box) && overlaps(box.box, words));
        assert.ok(over.length > 0, `no box over ${quote}`);
        // Signs at the edges, as of a percentage, belong to the span and not to a word.
        const slack = digits ? 20 : /[«»”]/.test(quote) ? 16 : 3;
        const fits = over.some(
          ({ box }) =>
            Math.abs(box.left - words.left) <= slack && Math.abs(box.right - words.right) <= slack,
        );
        assert.ok(fits, `the box over ${quote} is too wide or too narrow`);
      }
    }
    const entities = boxes.filter(isEntity);
    assert.equal(entities.length, MARKS.length - 1, 'boxes of entities');
  }

  it(
    'stand over their words: plain, Latin, digits, in brackets, nested, over wrapped rows',
    assertBoxes,
  );

  it('cut no line', async () => {
    await assertReadsRightToLeft(editor);
    const english = ARTICLE.split('\n').find((line) => line.startsWith('Reuters'));
    assert.ok(english);
  });

  for (const kind of Object.keys(THEMES) as ThemeKind[]) {
    it(`can be seen in the theme ${THEMES[kind]}`, async () => {
      await editor.configure({ 'workbench.colorTheme': THEMES[kind] });
      await assertBoxes();
      await assertReadsRightToLeft(editor);
      await editor.configure({ 'workbench.colorTheme': THEMES.light });
    });
  }

  it('follow a narrower window, a split, a larger font, and no wrap', async () => {
    await editor.resize(820, 950);
    await editor.select([0, 0]);
    await assertBoxes();
    await editor.resize(1100, 950);
    await editor.command('workbench.action.splitEditor');
    await eventually('both halves are annotated', async () =>
      (await overlayBoxes(editor.page, 1)).some(isEntity),
    );
    await editor.command('workbench.action.closeActiveEditor');
    await editor.command('editor.action.fontZoomIn');
    await editor.idle();
    await assertBoxes();
    await editor.command('editor.action.fontZoomReset');
    await editor.idle();
    await assertBoxes();
  });

  it('move along with text typed before them, and do not grow at their edges', async () => {
    await editor.select([0, 0]);
    await editor.page.keyboard.type('عاجل ', { delay: 20 });
    await editor.idle();
    await editor.page.waitForTimeout(300);
    await assertBoxes();
    await eventually('all of it is undone', async () => {
      await editor.command('undo');
      await editor.idle();
      return (await arabicRows(editor))[0]?.text === HEADLINE;
    });
    await editor.page.waitForTimeout(300);
    await assertBoxes();
  });

  it('cut no line where lines run from left to right', async () => {
    await editor.configure({ 'hashiya.rtl': 'off' });
    await editor.page.waitForTimeout(500);
    await eventually('annotations are drawn', async () =>
      (await overlayBoxes(editor.page)).some(isEntity),
    );
    for (const row of await arabicRows(editor)) assert.equal(row.parts, 1, row.text);
    await editor.configure({ 'hashiya.rtl': 'auto' });
    await editor.page.waitForTimeout(500);
    await eventually('annotations are drawn', async () =>
      (await overlayBoxes(editor.page)).some(isEntity),
    );
    await editor.idle();
    await assertBoxes();
  });

  it('of suggestions are dashed and not filled', async () => {
    await editor.configure({ 'hashiya.suggestions.show': true });
    const dashed = await eventually('suggestions are drawn', async () => {
      const found = (await overlayBoxes(editor.page)).filter(({ borderTop }) =>
        /dashed/.test(borderTop),
      );
      return found.length > 0 ? found : undefined;
    });
    for (const box of dashed) assert.ok(!filled(box));
    await assertReadsRightToLeft(editor);
  });
});
