// Formats that go one way: what other readers would make of the files.
import assert from 'node:assert/strict';
import type { ArticleExport, ExportArticle } from '../../../src/core/corpus/exporter';
import { claimreview } from '../../../src/core/format/claimreview';
import { csv, csvCell } from '../../../src/core/format/csv';
import type { ExportFormat } from '../../../src/core/format/format';
import { resolveOptions } from '../../../src/core/format/format';
import { hf } from '../../../src/core/format/hf';
import { html } from '../../../src/core/format/html';
import { spacy } from '../../../src/core/format/spacy';
import { parseXml } from '../../../src/core/format/xml';
import { randomArticle } from '../../support/annotated';
import { articleOf, entity, spanOf } from '../../support/article';
import { codes } from '../../support/exchange';
import { random } from '../../support/random';

function exported(format: ExportFormat, article: ExportArticle, given = {}) {
  const { values } = resolveOptions(format, given);
  const context = { labels: article.labels, splits: [] };
  const usage = { labels: ['PERS', 'a|b'], claimKinds: [], modes: [] };
  const one = (): ArticleExport => {
    if ('article' in format) return format.article(article, values, context);
    const writer = format.batch(values, { ...context, batch: 0 });
    writer.add(article);
    return writer.end();
  };
  const made = one();
  const all = [
    ...(format.start?.(values, context) ?? []),
    ...made.artefacts,
    ...(format.finish?.(values, context, usage) ?? []),
  ];
  const files = new Map<string, string>();
  for (const { path, content } of all) files.set(path, (files.get(path) ?? '') + String(content));
  return { files, losses: made.losses };
}

/** The rows of a CSV file, read by its own rules. */
function csvRows(content: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let match = field.exec(content); match !== null; match = field.exec(content)) {
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
    if (field.lastIndex >= content.length) break;
  }
  return rows;
}

const TEXT = 'قال وزير المالية علي إن «الأسعار ثابتة» أمس';
const CLAIM = {
  id: 'c1',
  label: 'CLAIM',
  ...spanOf(TEXT, 'الأسعار ثابتة'),
  claim: {
    kind: 'statement',
    mode: 'direct',
    checkworthy: true,
    cue: spanOf(TEXT, 'قال'),
    source: spanOf(TEXT, 'وزير المالية علي'),
  },
};

describe('csv', () => {
  for (const [value, cell] of [
    ['=1+1', `"'=1+1"`],
    ['+966', `"'+966"`],
    ['-1', `"'-1"`],
    [-1, `"'-1"`],
    ['@x', `"'@x"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['＝x', `"'＝x"`],
    ['a "b", c', '"a ""b"", c"'],
    [7, '7'],
    [undefined, ''],
  ] as const) {
    it(`${JSON.stringify(value) ?? 'nothing'} → ${JSON.stringify(cell)}`, () =>
      assert.equal(csvCell(value), cell));
  }

  it('has a row for each annotation, with code points, and no cell that runs', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const article = randomArticle(random(seed));
      const { files } = exported(csv, { ...article, path: '=cmd.txt' });
      const content = files.get('corpus.csv') ?? '';
      assert.ok(content.startsWith('\uFEFF'));
      const [head = [], ...rows] = csvRows(content.slice(1));
      assert.equal(rows.length, article.record.annotations.length);
      const text = Array.from(article.text);
      for (const row of rows) {
        assert.equal(row.length, head.length);
        for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/);
        const [start, end, quote = ''] = row.slice(4, 7);
        const here = text.slice(Number(start), Number(end)).join('');
        assert.equal(quote.replace(/^'(?=[=+\-@\t\r\n])/, ''), here);
      }
    }
  });
});

describe('spacy', () => {
  interface Doc {
    text: string;
    ents: { start: number; end: number }[];
    spans: { sc: { start: number; end: number }[] };
    tokens: { start: number; end: number }[];
  }

  it('gives tokens that make up the text, spans of whole tokens, and entities that do not overlap', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const article = randomArticle(random(seed));
      const { files } = exported(spacy, article, { proclitics: 'cut' });
      const doc = JSON.parse(files.get('corpus.jsonl') ?? '') as Doc;
      const chars = Array.from(doc.text);
      const { tokens } = doc;
      const words = tokens.map(({ start, end }, at) => {
        const gap = (tokens[at + 1]?.start ?? chars.length) - end;
        assert.ok(gap === 0 || gap === 1);
        return chars.slice(start, end).join('') + ' '.repeat(gap);
      });
      assert.equal(words.join(''), doc.text);
      const starts = new Set(tokens.map(({ start }) => start));
      const ends = new Set(tokens.map(({ end }) => end));
      for (const { start, end } of doc.spans.sc) assert.ok(starts.has(start) && ends.has(end));
      let last = 0;
      for (const { start, end } of doc.ents) {
        assert.ok(start >= last);
        last = end;
      }
    }
  });

  it('names a span inside a token, and carries it when proclitics are cut', () => {
    const text = 'وصل إلى بالقاهرة';
    const article = articleOf(text, [entity(text, 'GPE', 'القاهرة')]);
    assert.deepEqual(codes(exported(spacy, article).losses), { 'spacy-span-inside-token': 1 });
    assert.deepEqual(exported(spacy, article, { proclitics: 'cut' }).losses, []);
  });
});

describe('hf', () => {
  it('has the same keys in every row, and a card that names the parts', () => {
    const { files } = exported(hf, articleOf(TEXT, [CLAIM, entity(TEXT, 'PERS', 'علي')]));
    const row = JSON.parse(files.get('data/train.jsonl') ?? '') as Record<string, unknown>;
    const [claim] = row['claims'] as Record<string, { text?: string }>[];
    assert.equal(claim?.['source']?.text, 'وزير المالية علي');
    assert.equal((row['entities'] as Record<string, unknown>[])[0]?.['note'], null);
    const card = files.get('README.md') ?? '';
    assert.ok(card.startsWith('---\nlanguage:\n- ar\n'));
    assert.ok(card.includes('path: data/train.jsonl'));
    assert.ok(card.includes('| a\\|b |'));
  });
});

describe('claimreview', () => {
  it('names who says it by the entities in the source', () => {
    const person = { ...entity(TEXT, 'PERS', 'علي'), link: 'wikidata:Q1' };
    const { files, losses } = exported(claimreview, articleOf(TEXT, [CLAIM, person]));
    const page = JSON.parse([...files.values()][0] ?? '') as { '@graph': object[] };
    assert.deepEqual(page['@graph'][0], {
      '@type': 'ClaimReview',
      '@id': '#c1',
      claimReviewed: 'الأسعار ثابتة',
      inLanguage: 'ar',
      keywords: ['statement', 'direct'],
      itemReviewed: {
        '@type': 'Claim',
        text: 'الأسعار ثابتة',
        author: {
          '@type': 'Person',
          name: 'وزير المالية علي',
          sameAs: 'http://www.wikidata.org/entity/Q1',
        },
        appearance: { '@type': 'NewsArticle', name: 'خبر.txt' },
      },
    });
    assert.deepEqual(codes(losses), {
      'claimreview-details-not-carried': 1,
      'claimreview-entity-not-carried': 1,
    });
  });

  it('gives a checked claim its rating, its text and its evidence', () => {
    const review = (attributes: Record<string, string>): Record<string, unknown> => {
      const checked = { ...CLAIM, note: 'راجعنا البيان', attributes };
      const { files } = exported(claimreview, articleOf(TEXT, [checked]));
      const page = JSON.parse([...files.values()][0] ?? '') as {
        '@graph': Record<string, unknown>[];
      };
      return page['@graph'][0] ?? {};
    };
    const done = review({
      verdict: 'misleading',
      evidence: 'https://example.org/a javascript:alert(1) http://example.org/b?c=1',
    });
    assert.deepEqual(done['reviewRating'], {
      '@type': 'Rating',
      alternateName: 'مضلل',
      ratingValue: 2,
      bestRating: 5,
      worstRating: 1,
    });
    assert.equal(done['reviewBody'], 'راجعنا البيان');
    assert.deepEqual(done['citation'], ['https://example.org/a', 'http://example.org/b?c=1']);
    const own = review({ verdict: 'نصف الحقيقة' });
    assert.deepEqual(own['reviewRating'], { '@type': 'Rating', alternateName: 'نصف الحقيقة' });
    assert.equal(own['citation'], undefined);
  });

  it('leaves out what is not check-worthy where that is asked for', () => {
    const plain = { ...CLAIM, claim: { ...CLAIM.claim, checkworthy: false } };
    const { files, losses } = exported(claimreview, articleOf(TEXT, [plain]), {
      claims: 'checkworthy',
    });
    assert.equal(files.size, 0);
    assert.deepEqual(codes(losses), { 'claimreview-claim-left-out': 1 });
  });
});

describe('html', () => {
  const page = (article: ExportArticle, given = {}): string =>
    exported(html, article, given).files.get('corpus.html') ?? '';

  /** What a reader reads of the article itself: without numbers, notes and labels put into it. */
  const ownText = (line: string): string => {
    parseXml(`<a>${line}</a>`);
    let text = '';
    const open: boolean[] = [];
    for (const [tag] of line.matchAll(/<[^>]*>|[^<]+/g)) {
      if (tag.startsWith('</')) open.pop();
      else if (tag.startsWith('<')) open.push(/class="(ref|notes|gloss)"/.test(tag));
      else if (!open.includes(true)) text += parseXml(`<a>${tag}</a>`).text;
    }
    assert.deepEqual(open, []);
    return text;
  };
  const lines = (made: string): string[] =>
    [...made.matchAll(/<(p|h1) class="line[^>]*>([^]*?)<\/\1>/g)].map(([, , body = '']) =>
      ownText(body),
    );

  it('shows the text as it is, whatever overlaps in it', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const article = randomArticle(random(seed));
      const written = article.text.split('\n').filter((line) => line.trim() !== '');
      assert.deepEqual(lines(page(article)), written, `seed ${seed}`);
    }
  });

  it('numbers claims and notes in text order, once each, where they end', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const made = page(randomArticle(random(seed)));
      const ids = (pattern: RegExp): string[] =>
        [...made.matchAll(pattern)].map(([, id = '']) => id);
      const refs = ids(/ href="#n-(\w+-\d+)"/g);
      const notes = ids(/ id="n-(\w+-\d+)"/g);
      assert.deepEqual(refs, notes);
      assert.equal(new Set(notes).size, notes.length);
      assert.deepEqual(
        [...notes].sort(),
        ids(/ class="number" href="#r-(\w+-\d+)"/g).sort(),
        `seed ${seed}`,
      );
    }
  });

  it('lets nothing through as markup', () => {
    const bad = '<script>alert("1")</script><img src=x onerror=\'y\'>';
    const article = {
      ...articleOf(bad, [{ id: 'x', label: bad, start: 0, end: 8, quote: '<script>' }]),
      path: bad,
    };
    const made = page(article);
    assert.doesNotMatch(made, /<script|<img|onerror='/);
    assert.match(made, /default-src 'none'/);
  });

  it('has claims beside the text, source to content, and names labels in either language', () => {
    const checked = {
      ...CLAIM,
      note: 'راجع <البيان>',
      attributes: { verdict: 'misleading', evidence: 'https://www.example.org/a?b javascript:x' },
    };
    const article = articleOf(TEXT, [entity(TEXT, 'PERS', 'علي'), checked]);
    const made = page(article);
    assert.match(
      made,
      /<b class="source"><bdi>وزير المالية علي<\/bdi><\/b> <span class="arrow">←<\/span> <span class="content"><bdi>الأسعار ثابتة<\/bdi><\/span><small class="kind">تصريح · بلفظه · <em/,
    );
    assert.match(made, /الحكم: <b><bdi>مضلل<\/bdi><\/b>/);
    assert.match(made, /<bdi>راجع &#60;البيان&#62;<\/bdi>/);
    assert.match(
      made,
      /href="https:\/\/www.example.org\/a\?b" rel="noopener noreferrer">example.org</,
    );
    assert.doesNotMatch(made, /javascript:/);
    assert.match(made, /<html lang="ar" dir="rtl">/);
    assert.match(page(article, { names: 'en' }), /title="Person"/);
    assert.match(page(article, { digits: 'arabic-indic' }), /class="ref"[^>]*>١</);
  });

  it('puts no number and no label inside a word', () => {
    const text = 'زار بالقاهرةِ وقال وزيرهم';
    const inner = { ...entity(text, 'PERS', 'وزير'), note: 'ملاحظة' };
    const made = page(articleOf(text, [entity(text, 'GPE', 'القاهرة'), inner]));
    assert.match(made, /ب<mark[^>]*>القاهرة<\/mark>ِ /);
    assert.match(made, /وزير<\/mark>هم<a class="ref"/);
  });

  it('takes the first line for the headline only where it looks like one', () => {
    const made = (text: string): string => page(articleOf(text, []));
    assert.match(made('عنوان قصير\n\nنص المقال هنا.\n'), /<h1 class="line"[^>]*>عنوان قصير<\/h1>/);
    for (const text of ['جملة كاملة.\nأخرى\n', 'سطر وحيد', `${'كلمة '.repeat(40)}\nنص`])
      assert.match(made(text), /<h1><bdi>/);
  });
});
