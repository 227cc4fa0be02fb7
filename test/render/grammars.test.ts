// The grammars of articles and of exports, seen by the colours that the editor gives them.
import * as assert from 'node:assert/strict';
import { SENTENCES } from '../support/articles';
import { type Editor, openEditor } from '../support/editor';

interface Part {
  readonly text: string;
  readonly color: string;
  readonly weight: number;
}

/** The parts of all rows, top to bottom. */
function parts(editor: Editor): Promise<Part[]> {
  return editor.page.evaluate(() =>
    [...document.querySelectorAll('.editor-instance .view-line > span > span')].map((part) => {
      const { color, fontWeight } = getComputedStyle(part);
      const text = (part.textContent ?? '').replaceAll('\u00a0', ' ').trim();
      return { text, color, weight: Number(fontWeight) };
    }),
  );
}

const HEADING = 'مجلس المدينة يقر الموازنة';
const SUBHEADING = 'أصوات معارضة';
const ARTICLE = [
  HEADING,
  SENTENCES.plain,
  `وقال سامي: «لن نتراجع»، وأضاف أن الاتفاق مع Siemens قائم.`,
  'وأكّدت اللجنة أن القاعة أغلقت في 12 تشرين الثاني 2026 بعد ٤٥ عاما.',
  SUBHEADING,
  'ولم يصدر تعليق من البلدية حتى مساء اليوم.',
].join('\n\n');

describe('grammars', () => {
  let editor: Editor;

  before('open an article and two exports', async () => {
    editor = await openEditor({
      files: {
        'article.txt': ARTICLE,
        'corpus.conll': '# id = a\n-DOCSTART- -X- O\nسامي\t_\tB-PERS\nحداد\t_\tI-PERS\nقال\t_\tO\n',
        'article.ann':
          'T1\tPERS 0 9\tسامي حداد\nA1\tKind T1 statement\n#1\tAnnotatorNotes T1\tحاشية\n',
      },
      file: 'article.txt',
      // A theme that gives each of the scopes a colour.
      settings: { 'hashiya.suggestions.show': false, 'workbench.colorTheme': 'Light 2026' },
    });
    await editor.page.waitForTimeout(500);
    await editor.idle();
  });
  after(() => editor.close());

  /** The part that has exactly this text. */
  async function part(text: string): Promise<Part> {
    const found = await parts(editor);
    const one = found.find((candidate) => candidate.text === text);
    assert.ok(one, `${text} is no part of its own: ${found.map((p) => `[${p.text}]`).join(' ')}`);
    return one;
  }

  it('of articles tell headings, verbs of reporting, quotations, dates, numbers and Latin', async () => {
    const plain = await part(SENTENCES.plain.slice('أعلنت '.length));
    for (const heading of [HEADING, SUBHEADING]) assert.ok((await part(heading)).weight >= 600);
    const coloured = [
      'أعلنت',
      'وقال',
      'وأضاف',
      'وأكّدت',
      'لن نتراجع',
      'Siemens',
      '12 تشرين الثاني 2026',
    ];
    for (const text of coloured) assert.notEqual((await part(text)).color, plain.color, text);
    assert.equal((await part('ولم يصدر تعليق من البلدية حتى مساء اليوم.')).color, plain.color);
  });

  it('of CoNLL tell the beginning of an entity from its inside and from no entity', async () => {
    await editor.open('corpus.conll');
    await editor.page.waitForTimeout(500);
    assert.equal(await editor.language(), 'conll');
    const colors = new Set(
      await Promise.all(['B', 'PERS', 'O'].map(async (text) => (await part(text)).color)),
    );
    assert.equal(colors.size, 3);
  });

  it('of brat standoff tell ids, labels, offsets, quotes and notes', async () => {
    await editor.open('article.ann');
    await editor.page.waitForTimeout(500);
    assert.equal(await editor.language(), 'brat-ann');
    const label = await part('PERS');
    for (const text of ['T1', '0 9', 'سامي حداد', 'حاشية']) {
      assert.notEqual((await part(text)).color, label.color, text);
    }
  });
});
