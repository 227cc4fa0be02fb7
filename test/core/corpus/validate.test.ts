import assert from 'node:assert/strict';
import { StatsSums, countArticles } from '../../../src/core/corpus/stats';
import { validateCorpus } from '../../../src/core/corpus/validate';
import { walkCorpus } from '../../../src/core/corpus/walk';
import { BUILTIN_LABELS } from '../../../src/core/model/labels';
import { entity, spanOf } from '../../support/article';
import { annotated } from '../../support/corpus';
import { codes } from '../../support/exchange';
import { MemoryFiles } from '../../support/memoryFiles';

async function validate(files: MemoryFiles, fix = false) {
  const { articles: entries, strays } = await walkCorpus(files, 'c');
  return validateCorpus({ files, root: 'c', labels: BUILTIN_LABELS, entries, strays, fix });
}

const TEXT = 'عاد علي إلى دبي.\nوقال علي إن دبي كبيرة.\n';

describe('validateCorpus', () => {
  it('finds nothing in a corpus that is right', async () => {
    const files = new MemoryFiles(
      annotated('c/a.txt', TEXT, [entity(TEXT, 'GPE', 'دبي'), entity(TEXT, 'GPE', 'دبي', 1)]),
    );
    const report = await validate(files);
    assert.deepEqual(report.issues, []);
    assert.equal(report.annotations, 2);
  });

  it('finds names out of the label set, empty spans, white space at edges and doubles', async () => {
    const claim = { kind: 'rumour', mode: 'sung' };
    const files = new MemoryFiles(
      annotated('c/a.txt', TEXT, [
        { id: 'a1', label: 'CITY', ...spanOf(TEXT, 'دبي') },
        { id: 'a2', label: 'CLAIM', ...spanOf(TEXT, 'دبي كبيرة'), claim },
        { id: 'a3', label: 'PERS', ...spanOf(TEXT, ' علي') },
        { id: 'a4', label: 'PERS', ...spanOf(TEXT, 'علي', 1) },
        { id: 'a5', label: 'PERS', ...spanOf(TEXT, 'علي', 1) },
      ]),
    );
    const { issues } = await validate(files);
    const found = issues.filter(({ file }) => file === 'a.txt');
    assert.deepEqual(codes(found), {
      'label-unknown': 1,
      'claim-kind-unknown': 1,
      'claim-mode-unknown': 1,
      'span-edge-space': 1,
      'annotation-twice': 1,
      'mention-untagged': 1,
    });
    const city = found.find(({ annotation }) => annotation === 'a1');
    assert.deepEqual([city?.line, city?.column], [1, 13]);
  });

  it('finds names that are labelled in two ways', async () => {
    const text = 'دبي دُبي دبــي دبي\n';
    const files = new MemoryFiles(
      annotated('c/a.txt', text, [
        { id: 'a1', label: 'GPE', ...spanOf(text, 'دبي') },
        { id: 'a2', label: 'GPE', ...spanOf(text, 'دُبي') },
        { id: 'a3', label: 'GPE', ...spanOf(text, 'دبــي') },
        { id: 'a4', label: 'LOC', ...spanOf(text, 'دبي', 1) },
      ]),
    );
    const { issues } = await validate(files);
    assert.deepEqual(
      issues.map(({ code, annotation }) => `${code} ${annotation ?? ''}`),
      ['label-unusual a4'],
    );
  });

  it('fixes what moved, and nothing else', async () => {
    const files = new MemoryFiles({
      ...annotated('c/a.txt', TEXT, [entity(TEXT, 'GPE', 'كبيرة')]),
      ...annotated('c/b.txt', TEXT, [entity(TEXT, 'GPE', 'كبيرة')]),
    });
    await files.write('c/a.txt', `عنوان\n${TEXT}`);
    await files.write('c/b.txt', 'نص آخر تماما.\n');
    const orphaned = files.text('c/b.txt.ann.yaml');
    const before = await validate(files);
    assert.deepEqual(codes(before.issues), { 'anchor-moved': 1, 'anchor-orphan': 1 });
    const { fixed } = await validate(files, true);
    assert.deepEqual(fixed, ['a.txt.ann.yaml']);
    assert.deepEqual(codes((await validate(files)).issues), { 'anchor-orphan': 1 });
    assert.equal(files.text('c/b.txt.ann.yaml'), orphaned);
  });

  it('fixes blanks, marks and doubles, and leaves decisions to people', async () => {
    const text = 'قال علي، إن دبي كبيرة. وعلي هنا.\n';
    const files = new MemoryFiles(
      annotated('c/a.txt', text, [
        { id: 'a1', label: 'PERS', ...spanOf(text, ' علي،') },
        { id: 'a2', label: 'GPE', ...spanOf(text, 'دبي') },
        { id: 'a3', label: 'GPE', ...spanOf(text, 'دبي') },
        { id: 'a4', label: 'PERS', ...spanOf(text, 'وعلي') },
      ]),
    );
    const { issues, fixed } = await validate(files, true);
    assert.deepEqual(fixed, ['a.txt.ann.yaml']);
    assert.deepEqual(codes(issues), { 'span-proclitic': 1 });
    const again = await validate(files, true);
    assert.deepEqual([again.fixed, codes(again.issues)], [[], { 'span-proclitic': 1 }]);
  });

  it('asks for a name only where the corpus mostly tags it', async () => {
    const tagged = 'دبي دبي دبي\n';
    const rule = annotated(
      'c/a.txt',
      tagged,
      [0, 1, 2].map((n) => entity(tagged, 'GPE', 'دبي', n)),
    );
    const other = (count: number) =>
      annotated('c/b.txt', `خبر ${'دبي '.repeat(count)}\n`, [entity('خبر', 'WORK', 'خبر')]);
    const few = await validate(new MemoryFiles({ ...rule, ...other(2) }));
    assert.deepEqual(codes(few.issues), { 'mention-untagged': 2 });
    const many = await validate(new MemoryFiles({ ...rule, ...other(4) }));
    assert.deepEqual(codes(many.issues), {});
  });

  it('counts what is undecided in articles that are done, and only there', async () => {
    const files = new MemoryFiles({
      ...annotated('c/a.txt', TEXT, [], { status: 'done' }),
      ...annotated('c/b.txt', TEXT, []),
    });
    const { articles: entries, strays } = await walkCorpus(files, 'c');
    const request = { files, root: 'c', labels: BUILTIN_LABELS, entries, strays, fix: false };
    const { issues } = await validateCorpus({ ...request, undecided: () => 2 });
    assert.deepEqual(
      issues.map(({ code, file }) => `${code} ${file}`),
      ['done-with-suggestions a.txt'],
    );
  });

  it('names malformed sidecars and those without an article, and never writes them', async () => {
    const files = new MemoryFiles({
      'c/a.txt': TEXT,
      'c/a.txt.ann.yaml': 'annotations: {',
      'c/gone.txt.ann.yaml': 'hashiya: 1\n',
    });
    const before = files.snapshot();
    const report = await validate(files, true);
    assert.ok(report.unreadable);
    assert.ok(report.issues.some(({ code }) => code === 'sidecar-without-article'));
    assert.deepEqual(files.snapshot(), before);
  });
});

describe('StatsSums', () => {
  it('counts, and puts spellings of a name together', async () => {
    const text = 'دبي دُبي دبي 🙂\n';
    const dated = 'خبر يوم الاثنين\n';
    const files = new MemoryFiles({
      ...annotated('c/a.txt', text, [
        { id: 'a1', label: 'GPE', ...spanOf(text, 'دبي'), by: 'hala' },
        { id: 'a2', label: 'GPE', ...spanOf(text, 'دُبي'), by: 'hala' },
        { id: 'a3', label: 'GPE', ...spanOf(text, 'دبي', 1) },
      ]),
      ...annotated('c/b.txt', dated, [entity(dated, 'DATE', 'يوم الاثنين')]),
    });
    const { articles } = await walkCorpus(files, 'c');
    const sums = new StatsSums();
    // In two parts, as from two threads.
    for (const some of [articles.slice(0, 1), articles.slice(1)]) {
      sums.addPart(await countArticles(files, 'c', some));
    }
    const { stats } = sums.result();
    assert.equal(stats.articles, 2);
    assert.equal(stats.annotated, 2);
    assert.equal(stats.words, 6);
    assert.equal(stats.characters, 31);
    assert.deepEqual(stats.byLabel, { GPE: 3, DATE: 1 });
    assert.deepEqual(stats.byAnnotator, { hala: 2 });
    assert.deepEqual(stats.topNames, [{ name: 'دبي', label: 'GPE', count: 3 }], 'no date');
  });
});
