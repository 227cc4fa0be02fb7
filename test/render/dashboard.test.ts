// The dashboard in the real editor, in Arabic: charts drawn from right to left, agreement, pictures saved.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { entity, spanOf } from '../support/article';
import { annotated } from '../support/corpus';
import { type Editor, eventually, openEditor } from '../support/editor';
import { type Frame, viewWith } from '../support/webviews';

const TEXT = 'قال الوزير علي حداد إن بغداد آمنة، ثم غادر بغداد إلى البصرة.\n';
const by = (name: string, label: string, quote: string) => ({
  ...entity(TEXT, label, quote),
  id: `${name}${label.toLowerCase()}${quote.length}`,
  by: name,
});
const FILES = {
  ...annotated(
    'a.txt',
    TEXT,
    [by('layla', 'PERS', 'علي حداد'), by('layla', 'GPE', 'بغداد'), by('layla', 'GPE', 'البصرة')],
    { status: 'done' },
  ),
  ...annotated('shared.txt', TEXT, [
    by('layla', 'GPE', 'بغداد'),
    by('omar', 'GPE', 'بغداد'),
    by('omar', 'GPE', 'البصرة'),
  ]),
};

/** What a chart's label says, letter by letter, with the left edge of each. */
function lettersOf(page: Frame, section: string): Promise<{ letter: string; left: number }[]> {
  return page.evaluate((id) => {
    const chart = document.getElementById(`${id}-title`)?.closest('section');
    const texts = [...(chart?.querySelectorAll<SVGTextElement>('.chart svg text') ?? [])];
    const label = texts.find(({ textContent }) => textContent.includes('مليار'));
    return [...(label?.textContent ?? '')].map((letter, at) => ({
      letter,
      left: label?.getExtentOfChar(at).x ?? NaN,
    }));
  }, section);
}

interface Bar {
  readonly left: number;
  readonly right: number;
}

/** Places of the bars of a chart, in its own pixels; a bar is a filled path that is no frame. */
function barsOf(page: Frame, section: string): Promise<Bar[]> {
  return page.evaluate((id) => {
    const chart = document.getElementById(`${id}-title`)?.closest('section');
    const paths = [...(chart?.querySelectorAll('.chart svg path[fill]') ?? [])];
    return paths
      .filter((path) => /^#|^rgb/.test(path.getAttribute('fill') ?? ''))
      .map((path) => path.getBoundingClientRect())
      .filter(({ width, height }) => width > 1 && height > 5 && height < 30)
      .map(({ left, right }) => ({ left, right }));
  }, section);
}

describe('the dashboard', () => {
  let editor: Editor;
  let page: Frame;

  before(async () => {
    const settings = { 'hashiya.uiLanguage': 'ar', 'hashiya.digits': 'arabic-indic' };
    editor = await openEditor({ files: FILES, file: 'a.txt', settings, width: 1300, height: 900 });
    await editor.command('hashiya.dashboard');
    page = await viewWith(editor, '#agreement-title');
  });
  after(() => editor.close());

  it('is laid out from right to left, with a chart and a table for each part', async () => {
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
    for (const part of ['progress', 'labels', 'names', 'agreement']) {
      const section = page.locator(`section:has(#${part}-title)`);
      assert.equal(await section.locator('.chart svg').count(), 1, part);
      assert.ok((await section.locator('tbody tr').count()) > 0, part);
    }
    const number = await page.locator('.facts dd').first().innerText();
    assert.equal(number, '٢');
  });

  it('draws bars that begin at the right and grow to the left, in proportion', async () => {
    const bars = await barsOf(page, 'labels');
    assert.equal(bars.length, 2, JSON.stringify(bars));
    const [most, least] = bars.toSorted((a, b) => b.right - b.left - (a.right - a.left));
    assert.ok(most && least);
    assert.ok(Math.abs(most.right - least.right) < 3, 'both begin at the same line');
    const ratio = (most.right - most.left) / (least.right - least.left);
    assert.ok(Math.abs(ratio - 5) < 0.4, `five times as long: ${ratio}`);
  });

  it('says how far two annotators agree, by label', async () => {
    const cells = await page.locator('#agreement-numbers tbody tr').first().allTextContents();
    // Of three spans two are the same: 2 · 1 / 3.
    assert.match(cells.join(' '), /٠٫٦٧/);
  });

  for (const [type, head] of [
    ['svg', '<svg'],
    ['png', '\u0089PNG'],
  ] as const) {
    it(`saves a chart as ${type.toUpperCase()} where the person says`, async () => {
      const file = join(editor.workspace, '..', `hashiya-labels.${type}`);
      rmSync(file, { force: true });
      await page.locator(`#labels-${type}`).click();
      const dialog = editor.page.locator('.quick-input-widget input[type=text]');
      await eventually('the dialog names the file', async () =>
        (await dialog.inputValue()).endsWith(`hashiya-labels.${type}`),
      );
      await editor.page.keyboard.press('Enter');
      await eventually('the picture is saved', () => existsSync(file));
      const content = await eventually('it is whole', () => {
        const bytes = readFileSync(file);
        return bytes.length > 1000 ? bytes : undefined;
      });
      assert.equal(content.toString('latin1').slice(0, head.length), head);
      if (type === 'svg') {
        const drawn = content.toString('utf8');
        assert.match(drawn, /بلد أو مدينة/);
        const corpus = `المدونة: \u2068${basename(editor.workspace)}\u2069`;
        assert.ok(
          drawn.includes('\u2067الوسوم\u2069') && drawn.includes(corpus),
          'it says what it shows',
        );
      }
      rmSync(file);
    });
  }
});

const KINDS = [
  ...['statement', 'denial', 'accusation', 'condemnation', 'demand'],
  ...['warning', 'prediction', 'promise', 'other'],
];
const SPOKEN = 'قال علي حداد كلاما.\n';
const SPOKEN_CLAIMS = KINDS.map((kind, at) => ({
  ...entity(SPOKEN, 'CLAIM', 'كلاما'),
  id: `kind${at}`,
  claim: { kind, mode: 'indirect', source: spanOf(SPOKEN, 'علي حداد') },
}));

interface Coloured extends Bar {
  readonly color: string;
  readonly top: number;
}

/** The filled figures of a chart in reading order: by row, in a row from the side where reading begins. */
function figuresOf(page: Frame, section: string, rtl: boolean): Promise<Coloured[]> {
  return page.evaluate(
    ({ id, side }) => {
      const chart = document.getElementById(`${id}-title`)?.closest('section');
      return [...(chart?.querySelectorAll('.chart svg path[fill^="#"]') ?? [])]
        .map((path) => {
          const { left, right, top, height, width } = path.getBoundingClientRect();
          return { color: path.getAttribute('fill') ?? '', left, right, top, height, width };
        })
        .filter(({ width, height }) => width > 1 && height > 5 && height < 30)
        .sort((a, b) => (Math.abs(a.top - b.top) > 3 ? a.top - b.top : side * (a.left - b.left)));
    },
    { id: section, side: rtl ? -1 : 1 },
  );
}

describe('the dashboard, of claims of all kinds', () => {
  for (const language of ['ar', 'en']) {
    it(`names the pieces of its bars in the order in which they stand (${language})`, async () => {
      const editor = await openEditor({
        files: annotated('a.txt', SPOKEN, [entity(SPOKEN, 'PERS', 'علي حداد'), ...SPOKEN_CLAIMS]),
        file: 'a.txt',
        settings: { 'hashiya.uiLanguage': language },
      });
      try {
        await editor.command('hashiya.dashboard');
        const page = await viewWith(editor, '#speakers-title');
        const figures = await eventually('the chart is drawn', async () => {
          const found = await figuresOf(page, 'speakers', language === 'ar');
          return found.length >= 2 * KINDS.length ? found : undefined;
        });
        const colors = figures.map(({ color }) => color);
        assert.equal(new Set(colors).size, KINDS.length);
        const [legend, bars] = [colors.slice(0, KINDS.length), colors.slice(KINDS.length)];
        assert.deepEqual(legend, bars, 'read from the side where the bars begin');
        const rows = new Set(figures.slice(0, KINDS.length).map(({ top }) => Math.round(top)));
        assert.ok(rows.size > 1, 'so many names take several rows');
      } finally {
        await editor.close();
      }
    });
  }
});

describe('the dashboard, of names that begin with digits', () => {
  const SUM = '1.2 مليار دولار';
  const PAID = `دفعت المدينة ${SUM} أمس.\n`;
  for (const language of ['ar', 'en']) {
    it(`keeps the order of their words (${language})`, async () => {
      const editor = await openEditor({
        files: annotated('a.txt', PAID, [entity(PAID, 'WORK', SUM)]),
        file: 'a.txt',
        settings: { 'hashiya.uiLanguage': language },
      });
      try {
        await editor.command('hashiya.dashboard');
        const page = await viewWith(editor, '#names-title');
        const letters = await eventually('the label is drawn', async () => {
          const found = await lettersOf(page, 'names');
          return found.length > 0 ? found : undefined;
        });
        const leftOf = (letter: string): number =>
          letters.find((one) => one.letter === letter)?.left ?? NaN;
        assert.ok(leftOf('1') > leftOf('م'), 'the number stands right of the billions');
        assert.ok(leftOf('م') > leftOf('د'), 'the billions stand right of the dollars');
      } finally {
        await editor.close();
      }
    });
  }
});
