import assert from 'node:assert/strict';
import { w3c } from '../../../src/core/format/w3c';
import { articleOf, entity, spanOf } from '../../support/article';
import { codes, exportOne, importAll } from '../../support/exchange';

const TEXT = 'صرح 🙂 وزير المالية بأن بنك مصر قوي';

describe('w3c export', () => {
  it('selects by quote and by position in code points', () => {
    const { files } = exportOne(w3c, articleOf(TEXT, [entity(TEXT, 'ORG', 'بنك مصر')]));
    const page = JSON.parse(files[1]?.content ?? '') as {
      items: { target: object; body: object }[];
    };
    assert.deepEqual(page.items[0]?.target, {
      source: encodeURIComponent('خبر.txt'),
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'بنك مصر',
          prefix: 'صرح 🙂 وزير المالية بأن ',
          suffix: ' قوي',
        },
        { type: 'TextPositionSelector', start: 23, end: 30 },
      ],
    });
    assert.deepEqual(page.items[0]?.body, [
      { type: 'TextualBody', purpose: 'classifying', value: 'ORG' },
    ]);
  });

  it('gives a claim a body of its own with selectors for cue and source', () => {
    const claim = {
      kind: 'statement',
      mode: 'indirect',
      cue: spanOf(TEXT, 'صرح'),
      source: spanOf(TEXT, 'وزير المالية'),
    };
    const content = { id: 'c', label: 'CLAIM', ...spanOf(TEXT, 'بنك مصر قوي'), claim };
    const { files } = exportOne(w3c, articleOf(TEXT, [content]));
    const text = files[1]?.content ?? '';
    assert.match(text, /"type": "hashiya:Claim"/);
    assert.match(text, /"hashiya:kind": "statement"/);
    assert.equal(text.match(/TextPositionSelector/g)?.length, 3);
  });
});

describe('w3c import', () => {
  const read = (value: unknown, text = TEXT) =>
    importAll(w3c, [
      { path: 'a.txt', content: text },
      { path: 'a.json', content: typeof value === 'string' ? value : JSON.stringify(value) },
    ]);
  const annotation = (selector: unknown, more: object = {}) => ({
    type: 'Annotation',
    id: 'http://example.org/anno/7',
    body: { type: 'TextualBody', purpose: 'tagging', value: 'ORG' },
    target: { source: 'http://example.org/news/a.txt', selector },
    ...more,
  });
  const quote = { type: 'TextQuoteSelector', exact: 'بنك مصر' };

  it('reads one annotation, a list, a page and a collection alike', () => {
    const one = annotation(quote);
    const forms = [
      one,
      [one],
      { type: 'AnnotationPage', items: [one] },
      { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [one] } },
      { '@graph': [one] },
    ];
    for (const form of forms) {
      const [article] = read(form).articles;
      assert.deepEqual(
        article?.record.annotations,
        [{ id: 'a1', label: 'ORG', ...spanOf(TEXT, 'بنك مصر') }].map((wanted) => ({
          ...wanted,
          id: article?.record.annotations[0]?.id,
        })),
      );
    }
  });

  it('trusts the quote where the position counts in another unit', () => {
    const position = { type: 'TextPositionSelector', start: 24, end: 31 };
    const { articles, issues } = read(annotation([quote, position]));
    assert.deepEqual(codes(issues), { 'w3c-moved': 1 });
    assert.equal(articles[0]?.record.annotations[0]?.quote, 'بنك مصر');
  });

  it('takes a position alone', () => {
    const { articles } = read(annotation({ type: 'TextPositionSelector', start: 23, end: 30 }));
    assert.equal(articles[0]?.record.annotations[0]?.quote, 'بنك مصر');
  });

  it('keeps a quote that is nowhere as an orphan', () => {
    const { articles, issues } = read(annotation({ type: 'TextQuoteSelector', exact: 'بنك قطر' }));
    assert.deepEqual(codes(issues), { 'quote-mismatch': 1 });
    assert.equal(articles[0]?.record.orphans[0]?.quote, 'بنك قطر');
  });

  it('names annotations without text selectors, about other texts, or without a label', () => {
    const { issues, articles } = read([
      annotation({ type: 'FragmentSelector', value: 'xywh=1,2,3,4' }),
      annotation(quote, { target: { source: 'http://example.org/b.txt', selector: quote } }),
      annotation(quote, {
        body: { type: 'TextualBody', value: 'تعليق' },
        motivation: 'commenting',
      }),
    ]);
    assert.deepEqual(codes(issues), {
      'w3c-other-source': 1,
      'w3c-no-text-selector': 1,
      'w3c-no-label': 1,
    });
    const [kept] = articles[0]?.record.annotations ?? [];
    assert.equal(kept?.label, 'COMMENTING');
    assert.equal(kept?.note, 'تعليق');
  });

  for (const [name, value] of [
    ['broken JSON', '{"type":'],
    ['a number', '5'],
    ['null', 'null'],
    ['deep nesting of nothing', '[[[[]]]]'],
    ['a target of a wrong type', '{"target": 5}'],
    ['selectors of a wrong type', '{"target": {"selector": [1, null, "x"]}}'],
  ] as const) {
    it(`survives ${name}`, () => {
      const { articles } = read(value);
      assert.deepEqual(articles[0]?.record.annotations, []);
    });
  }
});
