// Search over an archive of 100,000 articles that is in the index already.
import { CorpusIndex } from '../../src/core/corpus/search/corpusIndex';
import { contextLines } from '../../src/core/corpus/search/keywordInContext';
import { Search, type ArticleHits } from '../../src/core/corpus/search/search';
import { Newsroom } from '../lib/newsroom';
import type { Report } from '../lib/report.mjs';
import { perSecond, timed } from '../lib/timing';

const ARTICLES = Number(process.env['HASHIYA_BENCH_ARTICLES'] ?? 100_000);
const STEP = 500;
const FIRST_MS = 200;
const ALL_MS = 2000;
const BLOCK_MS = 50;

export function run(report: Report): void {
  const newsroom = new Newsroom();
  const index = new CorpusIndex();
  const before = process.memoryUsage();
  let indexing = 0;
  let longest = 0;
  for (let n = 0; n < ARTICLES; n++) {
    const source = newsroom.article(n);
    const start = performance.now();
    index.put(source);
    const took = performance.now() - start;
    indexing += took;
    longest = Math.max(longest, took);
  }
  const after = process.memoryUsage();
  const megabytes =
    (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
  report.note(`${ARTICLES} articles, ${index.tables.vocabulary.size} different words`);
  report.add({
    what: 'index',
    values: perSecond(ARTICLES, [indexing]),
    unit: 'articles/s',
    moreIsBetter: true,
  });
  report.add({
    what: 'longest turn while indexing',
    values: [longest],
    unit: 'ms',
    target: BLOCK_MS,
  });
  report.add({ what: 'memory of the index', values: [megabytes], unit: 'MB' });
  const again = timed(
    (source) => index.put(source),
    () => newsroom.article(Math.floor(ARTICLES / 2)),
  );
  report.add({ what: 'one article anew', values: again, unit: 'ms' });
  for (const [name, query] of [
    ['a frequent word', newsroom.rare(3)],
    ['a word in one article of 50', newsroom.rare(2000)],
    ['two words', `${newsroom.rare(1)} ${newsroom.rare(2)}`],
    ['a beginning', 'الم*'],
    ['a word that is in no article', 'زخرفةغائبة'],
  ] as const) {
    searchFor(report, index, name, query);
  }
  const hits = new Search(index, newsroom.rare(3), { proclitics: true });
  let shown: ArticleHits[] = [];
  while (shown.length < 200 && !hits.done) shown = [...shown, ...hits.step(STEP)];
  const texts = new Map(
    shown.map(({ path }) => [path, newsroom.article(Number(path.slice(4, 10))).text]),
  );
  const lines = timed(
    () => shown.slice(0, 200).map((hit) => contextLines(texts.get(hit.path) ?? '', hit, 40)),
    () => undefined,
  );
  report.add({ what: 'lines of 200 articles', values: lines, unit: 'ms' });
}

function searchFor(report: Report, index: CorpusIndex, name: string, query: string): void {
  const first: number[] = [];
  let [count, longest] = [0, 0];
  const all = timed(
    () => {
      const start = performance.now();
      const search = new Search(index, query, { proclitics: true });
      let met = false;
      count = 0;
      for (let turn = start; !search.done;) {
        const hits = search.step(STEP);
        const now = performance.now();
        if (hits.length > 0 && !met) {
          met = true;
          first.push(now - start);
        }
        longest = Math.max(longest, now - turn);
        turn = now;
        for (const hit of hits) count += hit.hits.length;
      }
    },
    () => undefined,
    { times: 7 },
  );
  if (first.length > 0)
    report.add({ what: `${name}: first hit`, values: first, unit: 'ms', target: FIRST_MS });
  report.add({ what: `${name}: all ${count} hits`, values: all, unit: 'ms', target: ALL_MS });
  report.add({ what: `${name}: longest turn`, values: [longest], unit: 'ms', target: BLOCK_MS });
}
