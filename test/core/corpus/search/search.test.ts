import assert from 'node:assert/strict';
import { EMPTY_RECORD } from '../../../../src/core/model/annotation';
import { CorpusIndex } from '../../../../src/core/corpus/search/corpusIndex';
import { contextLines } from '../../../../src/core/corpus/search/keywordInContext';
import type { SearchOptions } from '../../../../src/core/corpus/search/query';
import { Search, searchArticle } from '../../../../src/core/corpus/search/search';
import { wordSpans } from '../../../../src/core/text/words';
import { entity } from '../../../support/article';
import { randomText } from '../../../support/arabicText';
import { random, rounds } from '../../../support/random';

const source = (path: string, text: string, annotations = EMPTY_RECORD.annotations) => ({
  path,
  text,
  record: { ...EMPTY_RECORD, annotations },
  readable: true,
});

const PROCLITICS: SearchOptions = { proclitics: true };

/** What the search finds, as it stands in the text. */
function found(text: string, query: string, options = PROCLITICS): string[] {
  const index = new CorpusIndex();
  index.put(source('a.txt', text));
  const [hits] = new Search(index, query, options).step(1);
  return hits === undefined ? [] : contextLines(text, hits, 20).map(({ match }) => match);
}

describe('search', () => {
  const cases: readonly [name: string, text: string, query: string, expected: string[]][] = [
    ['a word', 'زار الوزير بغداد ثم عاد', 'بغداد', ['بغداد']],
    ['tashkeel in the text', 'زار بَغْدادَ أمس', 'بغداد', ['بَغْدادَ']],
    ['tashkeel in the query', 'زار بغداد أمس', 'بَغداد', ['بغداد']],
    ['tatweel', 'زار بغـــداد أمس', 'بغداد', ['بغـــداد']],
    ['forms of alef', 'أحمد وإحمد وآحمد', 'احمد', ['أحمد', 'إحمد', 'آحمد']],
    ['ya and alef maqsura', 'مصطفى قال', 'مصطفي', ['مصطفى']],
    ['ta marbuta', 'في القاهره', 'القاهرة', ['القاهره']],
    ['digits', 'عام ٢٠٢٤ وعام 2024', '2024', ['٢٠٢٤', '2024']],
    ['case', 'شركة Google هنا', 'google', ['Google']],
    ['presentation forms', 'ﺍﻟﺴﻼﻡ عليكم', 'السلام', ['ﺍﻟﺴﻼﻡ']],
    ['proclitics', 'وبالسفارة ثم السفارة', 'السفارة', ['السفارة', 'السفارة']],
    ['lam and the article', 'تابعة للسفارة الأمريكية', 'السفارة', ['لسفارة']],
    ['lam and a noun with lam', 'قال للجنة أمس', 'اللجنة', ['لجنة']],
    ['a root letter is no proclitic', 'ولد صغير', 'لد', []],
    ['not inside a word', 'البغدادي وبغداديون', 'بغداد', []],
    [
      'several words',
      'مجلس الأمن ومجلس الأمن ومجلس النواب',
      'مجلس الامن',
      ['مجلس الأمن', 'مجلس الأمن'],
    ],
    ['several words over marks', 'مجلسُ  الأمنِ', 'مجلس الأمن', ['مجلسُ  الأمنِ']],
    ['overlapping hits', 'لا لا لا', 'لا لا', ['لا لا', 'لا لا']],
    ['any ending', 'عراقي وعراقيون والعراق', 'عراق*', ['عراقي']],
    ['no words', 'نص', '،؛', []],
    ['the empty text', '', 'نص', []],
  ];
  for (const [name, text, query, expected] of cases) {
    it(`finds ${name}`, () => assert.deepEqual(found(text, query), expected));
  }

  it('leaves words with proclitics out when told to', () => {
    const text = 'وبغداد ثم بغداد';
    assert.deepEqual(found(text, 'بغداد', { proclitics: false }), ['بغداد']);
    assert.deepEqual(found(text, 'وبغداد', { proclitics: false }), ['وبغداد']);
  });

  it('asks for a label, or for none', () => {
    const text = 'بغداد هنا وبغداد هناك';
    const index = new CorpusIndex();
    index.put(source('a.txt', text, [entity(text, 'GPE', 'بغداد')]));
    const hits = (options: Partial<SearchOptions>) =>
      new Search(index, 'بغداد', { proclitics: true, ...options }).step(1)[0]?.hits;
    assert.deepEqual(hits({ label: 'GPE' }), [0]);
    assert.deepEqual(hits({ label: 'ORG' }), undefined);
    assert.deepEqual(hits({ untagged: true }), [2]);
  });

  it('shows the words around a hit, cut at words, on one line', () => {
    const text = 'سطر أول\nقال إن وزارة الصحة في العراق فتحت مستشفى كبيرا أمس\nسطر آخر';
    const hits = searchArticle(source('a', text), 'الصحة', PROCLITICS);
    assert.ok(hits);
    const [line] = contextLines(text, hits, 12);
    assert.deepEqual(
      [line?.before, line?.match, line?.after, line?.line, line?.column],
      ['إن وزارة ', 'الصحة', ' في العراق', 2, 14],
    );
  });

  it('goes through the corpus in the order of paths, in steps', () => {
    const index = new CorpusIndex();
    for (const path of ['c', 'a', 'b', 'd']) index.put(source(path, 'كلمة'));
    index.remove('d');
    index.put(source('a', 'غيرها'));
    const search = new Search(index, 'كلمة', PROCLITICS);
    const paths = [search.step(1), search.step(1), search.step(5)].map((hits) =>
      hits.map(({ path }) => path),
    );
    assert.deepEqual(paths, [[], ['b'], ['c']]);
    assert.ok(search.done);
  });

  it('finds the same in an index of many articles as in each alone', () => {
    for (let seed = 1; seed <= rounds(20); seed++) {
      const next = random(seed);
      const texts = Array.from({ length: 8 }, () => randomText(next, 300));
      const index = new CorpusIndex();
      texts.forEach((text, at) => index.put(source(`${at}`, text)));
      const words = wordSpans(texts[0] ?? '').map(
        ({ start, end }) => texts[0]?.slice(start, end) ?? '',
      );
      const query = words.slice(2, 3 + Math.floor(next() * 2)).join(' ');
      for (const proclitics of [false, true]) {
        const together = new Search(index, query, { proclitics }).step(8);
        const apart = texts.flatMap(
          (text, at) => searchArticle(source(`${at}`, text), query, { proclitics }) ?? [],
        );
        assert.deepEqual(
          together.map(({ path, hits }) => [path, hits]),
          apart.map(({ path, hits }) => [path, hits]),
          `seed ${seed}: ${query}`,
        );
      }
    }
  });
});
