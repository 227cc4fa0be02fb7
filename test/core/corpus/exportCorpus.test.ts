import assert from 'node:assert/strict';
import type { ExportRequest } from '../../../src/core/corpus/exportCorpus';
import { exportCorpus } from '../../../src/core/corpus/exportCorpus';
import { manifestPieces } from '../../../src/core/corpus/manifest';
import { brat } from '../../../src/core/format/brat';
import { conll } from '../../../src/core/format/conll';
import { resolveOptions } from '../../../src/core/format/format';
import { jsonl } from '../../../src/core/format/jsonl';
import { entity } from '../../support/article';
import { annotated } from '../../support/corpus';
import { codes } from '../../support/exchange';
import { MemoryFiles } from '../../support/memoryFiles';

const TEXT = 'زار الوزير دبي أمس.\n';
const marked = (path: string, text = TEXT) =>
  annotated(path, text, [entity(text, 'GPE', 'دبي'), entity(text, 'OCC', 'الوزير')]);

function corpus(): MemoryFiles {
  return new MemoryFiles({
    ...marked('c/a.txt'),
    ...marked('c/d/b.txt', `${TEXT}ثم عاد.\n`),
    'c/bare.txt': 'مقال بلا حواشٍ.\n',
    'c/notes.md': 'Some notes in English.\n',
  });
}

function run(files: MemoryFiles, more: Partial<ExportRequest> = {}) {
  const format = more.format ?? jsonl;
  return exportCorpus({
    files,
    root: 'c',
    out: 'out',
    format,
    options: resolveOptions(jsonl, {}).values,
    ...more,
  });
}

const under = (files: MemoryFiles, folder: string) =>
  [...files.content.keys()].filter((path) => path.startsWith(folder)).sort();

describe('exportCorpus', () => {
  it('exports annotated articles and counts the others', async () => {
    const files = corpus();
    const { outcome, manifest, issues } = await run(files);
    assert.equal(outcome, 'done');
    assert.deepEqual(issues, []);
    assert.equal(manifest.counts.articles, 2);
    assert.deepEqual(manifest.counts.byLabel, { GPE: 2, OCC: 2 });
    assert.equal(manifest.leftOut.withoutAnnotations, 2);
    assert.deepEqual(under(files, 'out'), ['out/corpus.jsonl', 'out/manifest.json']);
    assert.equal(files.openStreams, 0);
  });

  it('takes all Arabic articles when asked to', async () => {
    const { manifest, issues } = await run(corpus(), { articles: 'all' });
    assert.equal(manifest.counts.articles, 3);
    assert.deepEqual(codes(issues), { 'not-arabic': 1 });
  });

  it('gives the same bytes for the same corpus', async () => {
    const [one, two] = [corpus(), corpus()];
    await run(one, { split: '50/50', seed: 7 });
    await run(two, { split: '50/50', seed: 7 });
    assert.deepEqual(one.snapshot(), two.snapshot());
    await run(two, { split: '50/50', seed: 7 });
    assert.deepEqual(one.snapshot(), two.snapshot());
  });

  it('does the same through a port without streams', async () => {
    const [one, two] = [corpus(), corpus()];
    await run(one);
    Object.defineProperty(two, 'openStream', { value: undefined });
    await run(two);
    assert.deepEqual(one.snapshot(), two.snapshot());
  });

  it('states checksums and sizes that hold', async () => {
    const files = corpus();
    const { manifest } = await run(files, { format: brat });
    const { createHash } = await import('node:crypto');
    assert.equal(manifest.files.length, 6);
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = files.content.get(`out/${path}`) ?? new Uint8Array();
      assert.equal(content.length, bytes);
      assert.equal(createHash('sha256').update(content).digest('hex'), sha256, path);
    }
  });

  it('reports a malformed sidecar and a file that cannot be read, and does the rest', async () => {
    const files = corpus();
    await files.write('c/a.txt.ann.yaml', 'hashiya: 1\narticle: [');
    Object.entries(marked('c/e.txt')).forEach(([path, text]) => void files.write(path, text));
    files.broken.add('c/e.txt');
    const before = files.text('c/a.txt.ann.yaml');
    const { manifest, issues, outcome } = await run(files);
    assert.equal(outcome, 'done');
    assert.deepEqual(manifest.leftOut.unreadable, ['a.txt', 'e.txt']);
    assert.equal(manifest.counts.articles, 1);
    assert.ok(issues.some(({ code, line }) => code.startsWith('sidecar') && line !== undefined));
    assert.ok(issues.some(({ code }) => code === 'file-unreadable'));
    assert.equal(files.text('c/a.txt.ann.yaml'), before);
  });

  it('tells the manifest in lines and in one line alike', async () => {
    const { manifest } = await run(corpus(), { format: brat });
    const many = Array.from({ length: 3000 }, (_, i) => ({
      path: `${i}.txt`,
      bytes: i,
      sha256: 'f'.repeat(64),
    }));
    for (const files of [manifest.files, [], many]) {
      const one = { ...manifest, files };
      const line = [...manifestPieces(one, 'line')].join('');
      assert.equal(line, `${JSON.stringify(one)}\n`);
      const lines = [...manifestPieces(one)].join('');
      assert.equal(lines, `${JSON.stringify(one, undefined, 2)}\n`);
    }
    assert.ok([...manifestPieces({ ...manifest, files: many })].length > 2);
  });

  it('keeps an earlier export where no article can be read any more', async () => {
    const files = corpus();
    await run(files);
    const first = under(files, 'out/').map((path) => [path, files.text(path)]);
    for (const path of under(files, 'c/').filter((path) => path.endsWith('.ann.yaml')))
      await files.write(path, '<<<<<<< ours');
    const { outcome, issues, manifest } = await run(files);
    assert.equal(outcome, 'refused');
    assert.equal(issues.at(-1)?.code, 'export-refused');
    assert.match(issues.at(-1)?.message.en ?? '', /none of the 2 articles can be read/);
    assert.equal(manifest.leftOut.unreadable.length, 2);
    assert.deepEqual(
      under(files, 'out/').map((path) => [path, files.text(path)]),
      first,
    );
  });

  it('does not take an export inside the corpus for articles', async () => {
    const files = corpus();
    await run(files, { out: 'c/out', format: brat });
    const first = files.snapshot();
    const { manifest } = await run(files, { out: 'c/out', format: brat });
    assert.equal(manifest.counts.articles, 2);
    assert.deepEqual(files.snapshot(), first);
    assert.equal((await run(files, { out: 'elsewhere' })).manifest.counts.articles, 2);
  });

  it('removes what an earlier export left over, except what was changed by hand', async () => {
    const files = corpus();
    await run(files, { format: brat });
    for (const path of under(files, 'c/d/')) await files.remove(path);
    await files.write('out/d/b.ann', 'edited');
    await run(files, { format: brat });
    assert.ok(!(await files.exists('out/d/b.txt')));
    assert.equal(files.text('out/d/b.ann'), 'edited');
  });

  for (const [name, prepare, more] of [
    ['over files of others', (files: MemoryFiles) => files.write('out/corpus.jsonl', 'mine'), {}],
    [
      'beside a manifest of others',
      (files: MemoryFiles) => files.write('out/manifest.json', '{}'),
      {},
    ],
    ['into the corpus itself', () => undefined, { out: 'c/' }],
    ['with a split that is none', () => undefined, { split: '80:20' }],
    [
      'of two articles under one name',
      (files: MemoryFiles) => {
        for (const [path, text] of Object.entries({
          ...marked('c/x.md'),
          ...marked('c/x.md.txt'),
        })) {
          void files.write(path, text);
        }
      },
      { format: brat },
    ],
  ] as const) {
    it(`refuses an export ${name}, and leaves everything as it was`, async () => {
      const files = corpus();
      await prepare(files);
      const before = files.snapshot();
      const { outcome, issues } = await run(files, more);
      assert.equal(outcome, 'refused');
      assert.ok(issues.some(({ code }) => code === 'export-refused'));
      assert.deepEqual(files.snapshot(), before);
    });
  }

  it('refuses to mix formats in one folder', async () => {
    const files = corpus();
    await run(files);
    assert.equal((await run(files, { format: brat })).outcome, 'refused');
  });

  it('leaves nothing behind when it is cancelled', async () => {
    for (const format of [jsonl, brat]) {
      const files = corpus();
      const before = files.snapshot();
      const signal = { aborted: false };
      const onProgress = (): void => {
        signal.aborted = true;
      };
      const { outcome } = await run(files, { format, signal, onProgress });
      assert.equal(outcome, 'cancelled');
      assert.deepEqual(files.snapshot(), before);
      assert.equal(files.openStreams, 0);
    }
  });

  it('goes on after a cancelled export over an older one', async () => {
    const files = corpus();
    await run(files, { format: brat });
    const whole = files.snapshot();
    const signal = { aborted: false };
    const onProgress = (): void => {
      signal.aborted = true;
    };
    await run(files, { format: brat, signal, onProgress });
    assert.match(files.text('out/manifest.json'), /"complete": false/);
    await run(files, { format: brat });
    assert.deepEqual(files.snapshot(), whole);
  });

  it('rejects when the output cannot be written, and leaves nothing behind', async () => {
    const files = corpus();
    const before = files.snapshot();
    const write = files.write.bind(files);
    files.write = (path, content) =>
      path.endsWith('.ann') ? Promise.reject(new Error('disk full')) : write(path, content);
    await assert.rejects(run(files, { format: brat }), /disk full/);
    assert.deepEqual(files.snapshot(), before);
  });

  it('counts what the format could not carry', async () => {
    const files = corpus();
    const options = resolveOptions(conll, {}).values;
    const { manifest, losses } = await run(files, { format: conll, options, articles: 'all' });
    assert.deepEqual(manifest.notCarried, codes(losses));
  });

  it('divides as hashiya.yaml says, unless told otherwise', async () => {
    const files = corpus();
    await files.write('c/hashiya.yaml', 'split:\n  ratios: [50, 50]\n  seed: 4\n');
    const { manifest } = await run(files);
    assert.deepEqual(manifest.split?.names, ['train', 'test']);
    assert.equal(manifest.split?.seed, 4);
    const whole = await run(files, { split: 'none', out: 'other' });
    assert.equal(whole.manifest.split, null);
  });

  it('warns of an empty part and of one text in two parts', async () => {
    const files = new MemoryFiles(
      Object.assign({}, ...Array.from({ length: 12 }, (_, n) => marked(`c/${n}.txt`))) as Record<
        string,
        string
      >,
    );
    const { issues } = await run(files, { split: '50/50' });
    assert.ok((codes(issues)['split-same-text'] ?? 0) > 0);
    const few = await run(corpus(), { split: '98/1/1' });
    assert.ok((codes(few.issues)['split-part-empty'] ?? 0) > 0);
  });
});
