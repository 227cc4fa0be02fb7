import assert from 'node:assert/strict';
import { exportCorpus } from '../../../src/core/corpus/exportCorpus';
import type { ArticleExport, BatchExporter } from '../../../src/core/corpus/exporter';
import { conll } from '../../../src/core/format/conll';
import { resolveOptions } from '../../../src/core/format/format';
import { sha256 } from '../../../src/core/sidecar/hash';
import { randomArticle } from '../../support/annotated';
import { articleOf, entity } from '../../support/article';
import { annotated } from '../../support/corpus';
import { codes, exportOne, importAll } from '../../support/exchange';
import { MemoryFiles } from '../../support/memoryFiles';
import { random } from '../../support/random';

const TEXT = 'وصل وفد وزارة الصحة المصرية إلى بالقاهرة، أمس؛ هل عاد؟ نعم 🙂.';

/** Rows of the export as `token tag…`, a blank row where a sentence begins. */
function rows(article: ReturnType<typeof articleOf>, options = {}): string[] {
  const { files } = exportOne(conll, article, options);
  const content = files[0]?.content ?? '';
  return content.split('\n').map((line) => line.replace(' -X- -X-', ''));
}

describe('conll export', () => {
  it('writes four columns, marks the document and breaks sentences', () => {
    const { files } = exportOne(conll, articleOf('سافر علي. عاد عمر؟ نعم', []));
    assert.equal(
      files[0]?.content,
      [
        '-DOCSTART- خبر.txt -X- O',
        '',
        'سافر -X- -X- O',
        'علي -X- -X- O',
        '. -X- -X- O',
        '',
        'عاد -X- -X- O',
        'عمر -X- -X- O',
        '؟ -X- -X- O',
        '',
        'نعم -X- -X- O',
        '',
        '',
      ].join('\n'),
    );
  });

  it('makes tokens of ، ؛ ؟ and of an emoji', () => {
    const tokens = rows(articleOf(TEXT, [])).map((row) => row.split(' ')[0]);
    for (const mark of ['،', '؛', '؟', '🙂', '.']) assert.ok(tokens.includes(mark), mark);
  });

  for (const [scheme, tags] of [
    ['bio', ['B-ORG', 'I-ORG', 'I-ORG', 'B-DATE']],
    ['bioes', ['B-ORG', 'I-ORG', 'E-ORG', 'S-DATE']],
  ] as const) {
    it(`tags in the scheme ${scheme}`, () => {
      const article = articleOf(TEXT, [
        entity(TEXT, 'ORG', 'وزارة الصحة المصرية'),
        entity(TEXT, 'DATE', 'أمس'),
      ]);
      const found = rows(article, { scheme }).filter((row) => /[BIES]-/.test(row));
      assert.deepEqual(
        found.map((row) => row.split(' ')[1]),
        tags,
      );
    });
  }

  it('reports a span inside a token, and carries it exactly when proclitics are cut', () => {
    const article = articleOf(TEXT, [entity(TEXT, 'GPE', 'القاهرة')]);
    const whole = exportOne(conll, article);
    assert.deepEqual(codes(whole.losses), { 'conll-span-inside-token': 1 });
    assert.equal(whole.losses[0]?.annotation, 'egpe0');
    assert.ok(whole.files[0]?.content.includes('بالقاهرة -X- -X- B-GPE\n'));
    const cut = exportOne(conll, article, { proclitics: 'cut' });
    assert.deepEqual(cut.losses, []);
    assert.ok(cut.files[0]?.content.includes('ب -X- -X- O\nالقاهرة -X- -X- B-GPE\n'));
  });

  it('puts nested and overlapping spans into further columns, the outer first', () => {
    const article = articleOf(TEXT, [
      entity(TEXT, 'ORG', 'وزارة الصحة المصرية'),
      entity(TEXT, 'NORP', 'المصرية'),
      entity(TEXT, 'EVENT', 'المصرية إلى'),
    ]);
    const found = rows(article).filter((row) => /[BI]-/.test(row));
    assert.deepEqual(found, [
      'وزارة B-ORG O O',
      'الصحة I-ORG O O',
      'المصرية I-ORG B-EVENT B-NORP',
      'إلى O I-EVENT O',
    ]);
    const one = exportOne(conll, article, { levels: '1' });
    assert.deepEqual(codes(one.losses), { 'conll-level-not-carried': 2 });
  });

  it('keeps the same columns in every article of a corpus', async () => {
    const nested = 'وزارة الصحة';
    const spans = [entity(nested, 'ORG', nested), entity(nested, 'OCC', 'الصحة')];
    const files = new MemoryFiles({
      ...annotated('c/a.txt', 'خبر. ثم آخر', [entity('خبر. ثم آخر', 'GPE', 'ثم')]),
      ...annotated('c/b.txt', nested, spans),
    });
    // A batch of its own for each article: what was written first is widened at the end.
    const format: BatchExporter = {
      id: 'conll',
      widen: conll.widen?.bind(conll) ?? String,
      batchSize: 1,
      batch: (options, context) => {
        let made: ArticleExport = { artefacts: [], losses: [] };
        return {
          add: (article) => void (made = conll.article(article, options, context)),
          end: () => made,
        };
      },
    };
    const options = resolveOptions(conll, {}).values;
    for (const [out, each] of [
      ['one', conll],
      ['two', format],
    ] as const) {
      const report = await exportCorpus({ files, root: 'c', out, format: each, options });
      assert.equal(
        files.text(`${out}/corpus.conll`),
        '-DOCSTART- a.txt -X- O O\n\nخبر -X- -X- O O\n. -X- -X- O O\n\nثم -X- -X- B-GPE O\nآخر -X- -X- O O\n\n' +
          '-DOCSTART- b.txt -X- O O\n\nوزارة -X- -X- B-ORG O\nالصحة -X- -X- I-ORG B-OCC\n\n',
      );
      const [entry] = report.manifest.files;
      assert.equal(entry?.sha256, sha256(files.text(`${out}/corpus.conll`)));
    }
  });

  it('reports claims, discontinuous and empty spans, and spans over a sentence end', () => {
    const text = 'قال علي. عاد عمر';
    const claim = { kind: 'statement', mode: 'direct' };
    const { losses, files } = exportOne(
      conll,
      articleOf(text, [
        { id: 'c', label: 'CLAIM', start: 9, end: 12, quote: 'عاد', claim },
        {
          id: 'd',
          label: 'PERS',
          start: 4,
          end: 7,
          quote: 'علي',
          parts: [{ start: 13, end: 16, quote: 'عمر' }],
        },
        { id: 'z', label: 'PERS', start: 4, end: 4, quote: '' },
        { id: 's', label: 'EVENT', start: 4, end: 12, quote: 'علي. عاد' },
        { id: 'w', label: 'LOC', start: 8, end: 9, quote: ' ' },
      ]),
    );
    assert.deepEqual(codes(losses), {
      'conll-claim-not-carried': 1,
      'conll-discontinuous-not-carried': 1,
      'conll-no-token': 2,
      'conll-crosses-sentence': 1,
    });
    assert.ok(files[0]?.content.includes('. -X- -X- I-EVENT\n\nعاد -X- -X- B-EVENT'));
  });

  it('never puts white space of any script into a column', () => {
    const text = 'أ\u00a0ب\u3000ج\u0085د\u2028هـ\u001fو';
    const label = 'وسم بفراغ';
    const article = articleOf(text, [{ id: 'x', label, start: 0, end: 1, quote: 'أ' }]);
    const { files } = exportOne(conll, article);
    const lines = (files[0]?.content ?? '').split('\n').filter((line) => line !== '');
    for (const line of lines) assert.equal(line.split(/[\s\u0085\u001c-\u001f]+/).length, 4, line);
    assert.equal(importAll(conll, files).articles[0]?.record.annotations[0]?.label, label);
  });
});

describe('conll import', () => {
  const read = (content: string, options = {}) =>
    importAll(conll, [{ path: 'corpus.conll', content }], options);
  const found = (content: string, options = {}) =>
    read(content, options).articles.flatMap(({ record, text }) =>
      record.annotations.map(({ label, start, end, quote }) => {
        assert.equal(text.slice(start, end), quote);
        return `${label} ${quote}`;
      }),
    );

  it('reads two columns', () => {
    assert.deepEqual(found('علي B-PERS\nمراد I-PERS\nفي O\nدبي B-GPE\n'), [
      'PERS علي مراد',
      'GPE دبي',
    ]);
  });

  it('reads four columns with parts of speech and chunks', () => {
    assert.deepEqual(found('علي NNP B-NP B-PERS\nهنا RB O O\n'), ['PERS علي']);
  });

  it('reads nested columns after a token', () => {
    const content = 'بنك B-ORG O\nمصر I-ORG B-GPE\n';
    assert.deepEqual(found(content), ['ORG بنك مصر', 'GPE مصر']);
  });

  for (const [name, content, wanted] of [
    ['IOB1', 'علي I-PERS\nدبي I-GPE\n', ['PERS علي', 'GPE دبي']],
    ['BILOU', 'علي B-PERS\nمراد L-PERS\nدبي U-GPE\n', ['PERS علي مراد', 'GPE دبي']],
    ['BIOES', 'علي S-PERS\nدبي S-PERS\n', ['PERS علي', 'PERS دبي']],
    [
      'tabs and CRLF',
      'علي\tB-PERS\r\nمراد\tI-PERS\r\n\r\nدبي\tB-GPE\r\n',
      ['PERS علي مراد', 'GPE دبي'],
    ],
    ['a label with a hyphen', 'علي B-a-b\nمراد I-a-b\n', ['a-b علي مراد']],
    ['a span that a sentence end cuts', 'علي B-PERS\n\nمراد I-PERS\n', ['PERS علي', 'PERS مراد']],
  ] as const) {
    it(`reads ${name}`, () => assert.deepEqual(found(content), wanted));
  }

  it('makes an article of each document, under its name', () => {
    const { articles } = read('-DOCSTART- a/b.txt -X- O\n\nعلي O\n\n-DOCSTART- -X- O O\n\nعمر O\n');
    assert.deepEqual(
      articles.map(({ path }) => path),
      ['a/b.txt', 'corpus-0002.txt'],
    );
  });

  it('reports lines without a tag and unsafe names, and goes on', () => {
    const { issues, articles } = read(
      '-DOCSTART- ../x.txt -X- O\n\nعلي O\n\n-DOCSTART- b.txt -X- O\n\nعلي O\nعمر\n',
    );
    assert.deepEqual(codes(issues), { 'unsafe-path': 1, 'conll-line-unreadable': 1 });
    assert.equal(issues.find(({ line }) => line !== undefined)?.line, 8);
    assert.deepEqual(
      articles.map(({ path }) => path),
      ['b.txt'],
    );
  });

  it('joins cut proclitics again when asked to', () => {
    const content = 'و O\nب O\nالقاهرة B-GPE\n، O\nو O\nعاد O\n';
    const { articles } = read(content, { proclitics: 'cut' });
    assert.equal(articles[0]?.text, 'وبالقاهرة، وعاد\n');
    assert.deepEqual(found(content, { proclitics: 'cut' }), ['GPE القاهرة']);
  });

  it('gives back tokens and tags of random articles', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { files } = exportOne(conll, randomArticle(random(seed)));
      const [back] = importAll(conll, files).articles;
      if (back === undefined) continue;
      const again = exportOne(conll, { ...back, labels: articleOf('', []).labels });
      const tagged = (content = '') => content.split('\n').filter((line) => / [BI]-/.test(line));
      assert.deepEqual(tagged(again.files[0]?.content), tagged(files[0]?.content), `seed ${seed}`);
    }
  });
});
