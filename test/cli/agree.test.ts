import assert from 'node:assert/strict';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const TEXT = 'زار الوزير 😀 بغداد ثم البصرة.\n';
const place = (label: string, quote: string, by?: string) => ({
  ...entity(TEXT, label, quote),
  id: `${by ?? 'x'}${label.toLowerCase()}${quote.length}`,
  ...(by === undefined ? {} : { by }),
});

describe('agree on the command line', () => {
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  it('compares those who annotated the same article', async () => {
    await scratch.put({
      ...annotated('a.txt', TEXT, [
        place('GPE', 'بغداد', 'layla'),
        place('GPE', 'بغداد', 'omar'),
        place('GPE', 'البصرة', 'layla'),
        place('OCC', 'الوزير'),
      ]),
      ...annotated('b.txt', TEXT, [place('GPE', 'بغداد', 'layla')]),
    });
    const { code, out, err } = await cli(['agree', scratch.path]);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      [
        'articles annotated by two or more: 1; annotators: layla, omar',
        'annotations without a name in “by”, not compared: 1',
        '',
        'label         spans  F1 exact  F1 overlap  kappa  alpha',
        'all entities      3     0.667       0.667  0.545  0.571',
        'GPE               3     0.667       0.667  0.545  0.571',
        '',
      ].join('\n'),
    );
    const arabic = await cli(['agree', scratch.path, '--lang', 'ar']);
    assert.match(arabic.out, /كل الكيانات/);
  });

  it('compares copies of a corpus, for programs too', async () => {
    await scratch.put({
      ...annotated('layla/a.txt', TEXT, [place('GPE', 'بغداد')]),
      ...annotated('omar/a.txt', TEXT, [place('LOC', 'بغداد')]),
      ...annotated('omar/only.txt', TEXT, [place('GPE', 'بغداد')]),
    });
    const { code, out } = await cli(['agree', scratch.at('layla'), scratch.at('omar'), '--json']);
    assert.equal(code, 0);
    const report = JSON.parse(out);
    assert.deepEqual(report.annotators, ['layla', 'omar']);
    assert.deepEqual([report.articles, report.entities.exact, report.unnamed], [1, 0, 0]);
    assert.deepEqual(report.confused, [{ labels: ['GPE', 'LOC'], count: 1 }]);
    assert.equal(report.claims.kind.kappa, null);
  });

  it('does not compare other texts, and goes on past what cannot be read', async () => {
    await scratch.put({
      ...annotated('1/a.txt', TEXT, [place('GPE', 'بغداد')]),
      ...annotated('2/a.txt', `${TEXT}!`, [place('GPE', 'بغداد')]),
      ...annotated('1/b.txt', TEXT, [place('GPE', 'بغداد')]),
      '2/b.txt': TEXT,
      '2/b.txt.ann.yaml': 'hashiya: [',
    });
    const { code, out, err } = await cli(['agree', scratch.at('1'), scratch.at('2')]);
    assert.equal(code, 3);
    assert.match(err, /2\/a\.txt: error: .*\[agree-text-differs\]/);
    assert.match(err, /2\/b\.txt\.ann\.yaml/);
    assert.match(out, /^no article is annotated by two people or more/);
  });

  for (const [name, argv] of [
    ['no path', ['agree']],
    ['the same path twice', ['agree', '.', '.']],
  ] as const) {
    it(`${name} is wrong use`, async () => assert.equal((await cli(argv)).code, 2));
  }
});
