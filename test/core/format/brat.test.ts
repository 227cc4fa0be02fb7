import assert from 'node:assert/strict';
import { brat } from '../../../src/core/format/brat';
import { BUILTIN_LABELS } from '../../../src/core/model/labels';
import { articleOf, entity, spanOf } from '../../support/article';
import { codes, exportOne, importAll } from '../../support/exchange';

describe('brat export', () => {
  it('writes claims as events, notes, references and our own data', () => {
    const text = 'قال الوزير إن الأسعار ثابتة';
    const { files, losses } = exportOne(
      brat,
      articleOf(text, [
        {
          id: 'c1',
          label: 'CLAIM',
          ...spanOf(text, 'الأسعار ثابتة'),
          claim: {
            kind: 'statement',
            mode: 'indirect',
            checkworthy: true,
            cue: spanOf(text, 'قال'),
            source: spanOf(text, 'الوزير'),
          },
          note: 'يُراجع',
        },
        { ...entity(text, 'OCC', 'الوزير'), link: 'wikidata:Q83307' },
      ]),
    );
    assert.deepEqual(losses, []);
    assert.equal(files[0]?.path, 'خبر.txt');
    assert.equal(files[1]?.path, 'خبر.ann');
    assert.equal(
      files[1]?.content,
      [
        'T1\tCLAIM 0 3\tقال',
        'T2\tCLAIM_CONTENT 14 27\tالأسعار ثابتة',
        'T3\tCLAIM_SOURCE 4 10\tالوزير',
        'E1\tCLAIM:T1 Content:T2 Source:T3',
        'A1\tKind E1 statement',
        'A2\tMode E1 indirect',
        'A3\tCheckworthy E1 yes',
        '#1\tAnnotatorNotes E1\tيُراجع',
        '#2\tHashiya E1\t{"id":"c1"}',
        'T4\tOCC 4 10\tالوزير',
        'N1\tReference T4 wikidata:Q83307\tالوزير',
        '#3\tHashiya T4\t{"id":"eocc0"}',
        '',
      ].join('\n'),
    );
  });

  it('counts code points, cuts spans at line ends and joins them on the way back', () => {
    const text = '🕌🕌 بنك\n\nمصر 🙂';
    const article = articleOf(text, [entity(text, 'ORG', 'بنك\n\nمصر')]);
    const { files, losses } = exportOne(brat, article);
    assert.deepEqual(losses, []);
    assert.ok(files[1]?.content.startsWith('T1\tORG 3 6;8 11\tبنك مصر\n'));
    const back = importAll(brat, files).articles[0]?.record.annotations[0];
    assert.equal(back?.quote, 'بنك\n\nمصر');
    assert.equal(back?.parts, undefined);
  });

  it('declares what it uses, in names that brat accepts', () => {
    const context = { labels: BUILTIN_LABELS, splits: [] };
    const usage = { labels: ['PERS', 'وسم جديد'], claimKinds: ['نوع'], modes: ['direct'] };
    const [conf = '', visual = ''] =
      brat.finish?.({ names: 'ar' }, context, usage).map(({ content }) => String(content)) ?? [];
    const entities = conf.split('[relations]')[0] ?? '';
    for (const line of entities.split('\n').slice(1)) assert.match(line, /^[A-Za-z0-9_-]*$/);
    assert.match(conf, /Kind\tArg:CLAIM, Value:statement\|.*\|_u0646__u0648__u0639_/);
    assert.match(visual, /^PERS \| شخص \| PERS$/m);
  });

  it('names the loss of an empty span and of line ends at the edges', () => {
    const text = 'علي\nعمر';
    const { losses } = exportOne(
      brat,
      articleOf(text, [
        { id: 'a', label: 'PERS', start: 1, end: 1, quote: '' },
        { id: 'b', label: 'PERS', start: 3, end: 7, quote: '\nعمر' },
      ]),
    );
    assert.deepEqual(
      losses.map(({ code, annotation }) => `${code} ${annotation ?? ''}`),
      ['brat-empty-span a', 'brat-span-changed b'],
    );
  });

  it('puts the articles of a divided corpus into folders', () => {
    const context = {
      labels: BUILTIN_LABELS,
      splits: ['train', 'test'],
      split: 'test',
    };
    const { artefacts } = brat.article(articleOf('نص', []), {}, context);
    assert.deepEqual(
      artefacts.map(({ path }) => path),
      ['test/خبر.txt', 'test/خبر.ann'],
    );
  });
});

describe('brat import', () => {
  const read = (text: string, ann: string, path = 'a') =>
    importAll(brat, [
      { path: `${path}.txt`, content: text },
      { path: `${path}.ann`, content: ann },
    ]);

  it('keeps what other schemes have room for here, and names the rest with its line', () => {
    const { articles, issues } = read(
      'علي زار دبي',
      [
        'T1\tPerson 0 3\tعلي',
        'T2\tVisit 4 7\tزار',
        'T3\tCity 8 11\tدبي',
        'E1\tVisit:T2 Who:T1 Where:T3',
        'A1\tNegation E1',
        'A2\tCertainty T1 High',
        'R1\tLives-in Arg1:T1 Arg2:T3\t',
        '*\tEquiv T1 T3',
        'N1\tReference T3 Wikipedia:534366\tدبي',
        '#1\tAnnotatorNotes T1\tمن هو؟',
        'nonsense',
      ].join('\n'),
    );
    assert.deepEqual(codes(issues), {
      'brat-relation-not-carried': 2,
      'brat-line-unreadable': 1,
      'brat-event-not-carried': 1,
    });
    assert.deepEqual(
      issues.map(({ line }) => line),
      [7, 8, 11, 4],
    );
    const [person, visit, city] = articles[0]?.record.annotations ?? [];
    assert.deepEqual(person?.attributes, { Certainty: 'High' });
    assert.equal(person?.note, 'من هو؟');
    assert.deepEqual(visit?.attributes, { Negation: true });
    assert.equal(city?.link, 'Wikipedia:534366');
  });

  it('keeps an annotation whose words are not there as an orphan', () => {
    const { articles, issues } = read('علي زار دبي', 'T1\tPerson 4 7\tعمر\nT2\tCity 8 99\tدبي\n');
    assert.deepEqual(codes(issues), { 'quote-mismatch': 1, 'offset-out-of-range': 1 });
    assert.deepEqual(
      articles[0]?.record.orphans.map(({ quote, start, end }) => [quote, start, end]),
      [
        ['عمر', 4, 7],
        ['دبي', 8, 99],
      ],
    );
  });

  it('finds out whether offsets count carriage returns', () => {
    const text = 'علي\r\nزار\r\nدبي';
    for (const ann of ['T1\tCity 10 13\tدبي\n', 'T1\tCity 8 11\tدبي\n']) {
      const { articles, issues } = read(text, ann);
      assert.deepEqual(issues, []);
      const { start, end, quote } = articles[0]?.record.annotations[0] ?? {};
      assert.deepEqual([start, end, quote], [8, 11, 'دبي']);
    }
  });

  it('says when the text is missing, and takes a text without annotations', () => {
    const lone = importAll(brat, [{ path: 'x.ann', content: 'T1\tA 0 1\ta\n' }]);
    assert.deepEqual(codes(lone.issues), { 'brat-no-text': 1 });
    const bare = importAll(brat, [{ path: 'x.txt', content: 'نص' }]);
    assert.equal(bare.articles[0]?.record.status, 'todo');
  });

  it('survives names out of a prototype and numbers out of range', () => {
    const ann = 'T1\t__proto__ 0 3\tعلي\nA1\t__proto__ T1 x\nA2\tconstructor T1 y\nT2\tX 9 2\t\n';
    const { articles } = read('علي', ann);
    assert.equal(articles[0]?.record.annotations[0]?.label, '__proto__');
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  for (const path of ['../a', '/etc/a', 'C:/a', 'a/../../b', 'a\u0000b', 'con']) {
    it(`refuses the name ${JSON.stringify(path)}`, () => {
      const { articles, issues } = read('نص', '', path);
      assert.deepEqual(articles, []);
      assert.deepEqual(codes(issues), { 'unsafe-path': 1 });
    });
  }
});
