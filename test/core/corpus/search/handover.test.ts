import assert from 'node:assert/strict';
import { CLAIM, EMPTY_RECORD, type Annotation } from '../../../../src/core/model/annotation';
import { loadArticle } from '../../../../src/core/corpus/load';
import { summarise } from '../../../../src/core/corpus/overview';
import { CorpusIndex } from '../../../../src/core/corpus/search/corpusIndex';
import { indexSource } from '../../../../src/core/corpus/search/extract';
import { BatchTaker, readForIndex } from '../../../../src/core/corpus/search/handover';
import { Search } from '../../../../src/core/corpus/search/search';
import { DEFAULT_WALK, walkCorpus } from '../../../../src/core/corpus/walk';
import { entity, spanOf } from '../../../support/article';
import { annotated } from '../../../support/corpus';
import { MemoryFiles } from '../../../support/memoryFiles';

const PLACES = ['بغداد', 'دمشق', 'بيروت'];

/** More articles than go over at a time, with words, names and claims that come back in later batches. */
function corpus(): MemoryFiles {
  const all: Record<string, string> = {
    ...{ 'bad.txt': 'نص', 'bad.txt.ann.yaml': 'hashiya: [' },
    ...{ 'later.txt': 'نص', 'later.txt.ann.yaml': 'hashiya: 99\nannotations: []\n' },
  };
  for (let n = 0; n < 1200; n++) {
    const place = PLACES[n % PLACES.length] ?? '';
    const text = `قال الوزير إن السفير وصل إلى ${place} وبمطار رقم${n}.`;
    const annotations: Annotation[] = [
      { ...entity(text, 'OCC', 'الوزير'), by: 'a' },
      { ...entity(text, 'GPE', place), by: n % 2 === 0 ? 'a' : 'b' },
      {
        ...{ id: 'c1', label: CLAIM, ...spanOf(text, `السفير وصل إلى ${place}`) },
        claim: { kind: 'factual', mode: 'indirect', checkworthy: n % 3 === 0 },
      },
    ];
    Object.assign(all, annotated(`${n % 7}/${n}.txt`, text, annotations));
  }
  return new MemoryFiles(all);
}

function finished<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

describe('an index that is read elsewhere', () => {
  it('says what one says that is read here', async () => {
    const files = corpus();
    const here = new CorpusIndex();
    for (const entry of (await walkCorpus(files, '')).articles) {
      here.put(indexSource(entry.path, await loadArticle(files, '', entry)));
    }
    const there = new CorpusIndex();
    // Other words and names have the first numbers there.
    const other = 'زار المدير مصنع حلوان';
    const annotations = [entity(other, 'OCC', 'المدير'), entity(other, 'FAC', 'مصنع حلوان')];
    const record = { ...EMPTY_RECORD, annotations };
    there.put({ path: 'x.txt', text: other, record, readable: true });
    there.remove('x.txt');
    const taker = new BatchTaker(there);
    let batches = 0;
    for await (const batch of readForIndex(files, '', DEFAULT_WALK)) {
      assert.equal(batch.total, 1202);
      finished(taker.take(structuredClone(batch)));
      batches += 1;
    }
    assert.ok(batches > 2);
    assert.deepEqual(there.paths, here.paths);
    const bad = there.get('bad.txt');
    assert.deepEqual([bad?.readable, bad?.newer], [false, false]);
    // What a newer version wrote is told from what is damaged.
    const later = there.get('later.txt');
    assert.deepEqual([later?.readable, later?.newer], [false, true]);
    assert.deepEqual(finished(summarise(there)), finished(summarise(here)));
    for (const query of ['مطار', 'بغداد', 'وصل إلى', 'رقم11*', 'غائب']) {
      const [a, b] = [here, there].map((index) =>
        new Search(index, query, { proclitics: true, untagged: false }).step(2000),
      );
      assert.deepEqual(b, a, query);
    }
  });
});
