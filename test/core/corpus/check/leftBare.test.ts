import assert from 'node:assert/strict';
import { LeftBare } from '../../../../src/core/corpus/check/leftBare';
import { NameBook } from '../../../../src/core/corpus/check/nameBook';
import { loadArticle } from '../../../../src/core/corpus/load';
import { CorpusIndex } from '../../../../src/core/corpus/search/corpusIndex';
import { validateCorpus } from '../../../../src/core/corpus/validate';
import { walkCorpus } from '../../../../src/core/corpus/walk';
import { BUILTIN_LABELS } from '../../../../src/core/model/labels';
import { entity } from '../../../support/article';
import { annotated } from '../../../support/corpus';
import { MemoryFiles } from '../../../support/memoryFiles';

/** A corpus that tags دبي so often, and leaves it bare so often elsewhere. */
function corpus(tagged: number, bare: number): MemoryFiles {
  const rule = `${'دبي '.repeat(tagged)}\n`;
  const places = Array.from({ length: tagged }, (_, n) => entity(rule, 'GPE', 'دبي', n));
  const other = `خبر ${'ودبي '.repeat(bare)}\n`;
  return new MemoryFiles({
    ...annotated('c/a.txt', rule, places),
    ...annotated('c/b.txt', other, [entity(other, 'WORK', 'خبر')]),
    'c/new.txt': 'دبي دبي دبي دبي دبي دبي\n',
  });
}

/** What the editor says: whether the bare mentions are worth telling. */
async function inEditor(files: MemoryFiles): Promise<boolean> {
  const index = new CorpusIndex();
  for (const entry of (await walkCorpus(files, 'c')).articles) {
    const load = await loadArticle(files, 'c', entry);
    if (load.ok) index.put({ ...load.article, readable: true });
  }
  const book = new NameBook();
  for (const { key, label, count } of index.tables.names.used()) book.add(key, label, count);
  for (const work = new LeftBare(index, book).isForgotten('دبي'); ;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

async function onCommandLine(files: MemoryFiles): Promise<boolean> {
  const { articles: entries, strays } = await walkCorpus(files, 'c');
  const request = { files, root: 'c', labels: BUILTIN_LABELS, entries, strays, fix: false };
  const { issues } = await validateCorpus(request);
  return issues.some(({ code, file }) => code === 'mention-untagged' && file === 'b.txt');
}

describe('a name that is left bare', () => {
  for (const [tagged, bare, told] of [
    [3, 1, true],
    [3, 3, true],
    [3, 4, false],
    [5, 5, true],
    [5, 6, false],
  ] as const) {
    it(`${tagged} times tagged, ${bare} times bare: the editor says what validate says`, async () => {
      const files = corpus(tagged, bare);
      assert.equal(await onCommandLine(files), told);
      assert.equal(await inEditor(files), told);
    });
  }
});
