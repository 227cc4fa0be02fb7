import assert from 'node:assert/strict';
import { EVERYTHING, isActive, passes, type CorpusFilter } from '../../../src/core/corpus/filter';
import { summarise, type CorpusOverview } from '../../../src/core/corpus/overview';
import { CorpusIndex } from '../../../src/core/corpus/search/corpusIndex';
import {
  EMPTY_RECORD,
  type Annotation,
  type ArticleRecord,
} from '../../../src/core/model/annotation';
import { entity, spanOf } from '../../support/article';

const TEXT = 'قال الوزير علي إن بغداد آمنة. ونفت منظمة السلام ذلك في بغداد.\n';

function claim(id: string, content: string, kind: string, source?: string): Annotation {
  const place = source === undefined ? {} : { source: spanOf(TEXT, source) };
  const details = { kind, mode: 'indirect', checkworthy: kind === 'denial', ...place };
  return { id, label: 'CLAIM', ...spanOf(TEXT, content), claim: details };
}

const PEOPLE = [entity(TEXT, 'PERS', 'علي'), entity(TEXT, 'GPE', 'بغداد')];

function indexOf(records: Readonly<Record<string, Partial<ArticleRecord> | null>>): CorpusIndex {
  const index = new CorpusIndex();
  for (const [path, record] of Object.entries(records)) {
    const readable = record !== null;
    index.put({ path, text: TEXT, record: { ...EMPTY_RECORD, ...record }, readable });
  }
  return index;
}

function overviewOf(index: CorpusIndex): CorpusOverview {
  const work = summarise(index);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

describe('a corpus at a glance', () => {
  const statement = claim('c1', 'بغداد آمنة', 'statement', 'الوزير علي');
  const denial = claim('c2', 'ذلك في بغداد', 'denial');
  const index = indexOf({
    'a.txt': { status: 'done', annotations: [...PEOPLE, statement, denial] },
    'b.txt': {
      status: 'in-progress',
      annotations: [...PEOPLE.map((one) => ({ ...one, by: 'ليلى' })), { ...statement, by: 'عمر' }],
      orphans: PEOPLE,
    },
    'c.txt': null,
    'd.txt': {},
  });
  const overview = overviewOf(index);

  it('counts articles by status, and what needs work', () => {
    const { articles, byStatus, unreadable, orphans } = overview;
    assert.deepEqual(
      { articles, byStatus, unreadable, orphans },
      { articles: 4, byStatus: { todo: 2, 'in-progress': 1, done: 1 }, unreadable: 1, orphans: 2 },
    );
  });

  it('counts entities, claims and kinds, the most frequent first', () => {
    const { entities, claims, checkworthy, withoutSource, labels, kinds } = overview;
    assert.deepEqual([entities, claims, checkworthy, withoutSource], [4, 3, 1, 1]);
    assert.deepEqual(labels, [
      { name: 'GPE', count: 2 },
      { name: 'PERS', count: 2 },
    ]);
    assert.deepEqual(kinds, [
      { name: 'statement', count: 2 },
      { name: 'denial', count: 1 },
    ]);
    assert.deepEqual(
      overview.names.map(({ name, count }) => `${name} ${count}`),
      ['بغداد 2', 'علي 2'],
    );
  });

  it('lists names among the most frequent, not numbers, times, sums and offices', () => {
    const text = 'في يوم الاثنين قال الوزير الأول علي حداد في موقع دار، إن 12 من أصل 30 حضروا.\n';
    const annotations = [
      ...[entity(text, 'DATE', 'يوم الاثنين'), entity(text, 'OCC', 'الوزير')],
      ...[entity(text, 'ORDINAL', 'الأول'), entity(text, 'CARDINAL', '12')],
      ...[entity(text, 'PERS', 'علي حداد'), entity(text, 'NEWSPAPER', 'دار')],
    ];
    const record = { ...EMPTY_RECORD, annotations };
    const mixed = new CorpusIndex();
    mixed.put({ path: 'a.txt', text, record, readable: true });
    const { names, entities, labels } = overviewOf(mixed);
    assert.deepEqual(
      names.map(({ name }) => name),
      ['دار', 'علي حداد'],
    );
    assert.deepEqual([entities, labels.length], [6, 6], 'the others are counted all the same');
  });

  it('knows who claims what about whom, by the name in the source', () => {
    assert.deepEqual(overview.speakers, [
      { name: 'علي', label: 'PERS', count: 2, kinds: [{ name: 'statement', count: 2 }] },
    ]);
    assert.deepEqual(overview.statements, [
      { speaker: 'علي', kind: 'statement', about: 'بغداد', count: 2 },
    ]);
  });

  it('names the articles that several people annotated', () => {
    assert.deepEqual(overview.shared, { paths: ['b.txt'], count: 1 });
  });

  it('follows articles that change and go', () => {
    const changing = indexOf({
      'a.txt': { annotations: PEOPLE },
      'b.txt': { annotations: PEOPLE },
    });
    changing.put({ path: 'a.txt', text: TEXT, record: EMPTY_RECORD, readable: true });
    changing.remove('b.txt');
    const { entities, names, articles } = overviewOf(changing);
    assert.deepEqual([entities, names, articles], [0, [], 1]);
  });

  it('keeps the first few of many by count, and lets others have their turn', () => {
    const many = new CorpusIndex();
    for (let n = 0; n < 450; n += 1) {
      const text = `قال زيد${n % 40} كلاما`;
      const end = text.lastIndexOf(' ');
      const name = { id: 'n', label: 'PERS', start: 4, end, quote: text.slice(4, end) };
      const record = { ...EMPTY_RECORD, annotations: [name] };
      many.put({ path: `${String(n).padStart(3, '0')}.txt`, text, record, readable: true });
    }
    let turns = 0;
    for (const work = summarise(many); ; turns += 1) {
      const step = work.next();
      if (step.done !== true) continue;
      assert.equal(step.value.names.length, 15);
      assert.deepEqual(step.value.names[0], { name: 'زيد0', label: 'PERS', count: 12 });
      break;
    }
    assert.ok(turns >= 4);
  });
});

describe('the filter of the corpus view', () => {
  const index = indexOf({
    'done.txt': { status: 'done', annotations: PEOPLE },
    'lost.txt': { status: 'in-progress', orphans: PEOPLE },
    'broken.txt': null,
  });
  const shown = (filter: Partial<CorpusFilter>, left?: number): string[] =>
    index.paths.filter((path) => {
      const facts = index.get(path);
      return facts && passes({ ...EVERYTHING, ...filter }, facts, index.tables.names, left);
    });
  const cases: readonly (readonly [string, Partial<CorpusFilter>, number | undefined, string])[] = [
    ['nothing', {}, undefined, 'broken.txt done.txt lost.txt'],
    ['a status', { statuses: ['done'] }, undefined, 'done.txt'],
    ['either of two', { statuses: ['done', 'in-progress'] }, undefined, 'done.txt lost.txt'],
    ['orphans', { flags: ['orphans'] }, undefined, 'lost.txt'],
    ['what cannot be read', { flags: ['unreadable'] }, undefined, 'broken.txt'],
    ['suggestions left', { flags: ['suggestions'] }, 2, 'broken.txt done.txt lost.txt'],
    ['none left', { flags: ['suggestions'] }, 0, ''],
    ['none counted yet', { flags: ['suggestions'] }, undefined, ''],
    ['a label', { labels: ['GPE'] }, undefined, 'done.txt'],
    ['a label that nobody uses', { labels: ['LAW'] }, undefined, ''],
    ['a label and a status', { labels: ['GPE'], statuses: ['todo'] }, undefined, ''],
  ];
  for (const [name, filter, left, expected] of cases) {
    it(`by ${name}`, () => {
      assert.equal(shown(filter, left).join(' '), expected);
      assert.equal(isActive({ ...EVERYTHING, ...filter }), Object.keys(filter).length > 0);
    });
  }
});
