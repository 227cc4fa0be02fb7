import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { FORMATS, IMPORT_FORMATS } from '../../src/core/format/registry';
import { entity, spanOf } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const TEXT = '🙂 قال وزير الصحة إن المستشفى في بغداد.\n';
const MARKED = [
  entity(TEXT, 'GPE', 'بغداد'),
  {
    id: 'claim1',
    label: 'CLAIM',
    ...spanOf(TEXT, 'المستشفى في بغداد'),
    claim: { kind: 'statement', mode: 'indirect', cue: spanOf(TEXT, 'قال') },
  },
];

describe('hashiya export and import', () => {
  let scratch: Scratch;
  beforeEach(async () => {
    scratch = new Scratch();
    await scratch.put({
      ...annotated('c/أ/خبر.txt', TEXT, MARKED),
      'c/bare.txt': 'خبر بلا حواشٍ.\n',
    });
  });
  afterEach(() => scratch.remove());

  for (const { id } of IMPORT_FORMATS) {
    it(`${id}: writes an export that the import makes a corpus of`, async () => {
      const out = scratch.at('out');
      const exported = await cli(['export', scratch.at('c'), '--format', id, '--out', out]);
      assert.equal(exported.code, 0, exported.err);
      assert.match(exported.out, /1 articles, 1 entities, 1 claims/);
      assert.match(exported.out, /--all/);
      const imported = await cli(['import', out, '--format', id, '--out', scratch.at('new')]);
      assert.equal(imported.code, 0, imported.err);
      const sidecar = await scratch.text('new/أ/خبر.txt.ann.yaml');
      assert.match(sidecar, /label: GPE/);
      if (id === 'conll') return;
      assert.match(sidecar, /kind: statement/);
      assert.equal(await scratch.text('new/أ/خبر.txt'), TEXT);
      // The table of WebAnno has no place for ids.
      const bare = (text: string): string =>
        id === 'webanno-tsv3' ? text.replace(/id: \w+/g, 'id: x') : text;
      assert.equal(bare(sidecar), bare(await scratch.text('c/أ/خبر.txt.ann.yaml')));
    });
  }

  for (const { id } of FORMATS.filter((one) => !IMPORT_FORMATS.some((both) => both === one))) {
    it(`${id}: writes an export, and says that it is no import`, async () => {
      const out = scratch.at('out');
      const exported = await cli(['export', scratch.at('c'), '--format', id, '--out', out]);
      assert.equal(exported.code, 0, exported.err);
      assert.match(exported.out, /1 articles, 1 entities, 1 claims/);
      const imported = await cli(['import', out, '--format', id, '--out', scratch.at('new')]);
      assert.equal(imported.code, 2);
      assert.match(imported.err, /can only be exported/);
    });
  }

  it('takes format, folder and options from a target of hashiya.yaml', async () => {
    const target =
      'export:\n  tagger:\n    format: conll\n    out: exports/tagger\n    scheme: bioes\n';
    await scratch.put({ 'c/hashiya.yaml': target });
    const { code, err } = await cli(['export', scratch.at('c'), '--target', 'tagger']);
    assert.equal(code, 0, err);
    assert.match(await scratch.text('c/exports/tagger/corpus.conll'), /بغداد -X- -X- S-GPE/);
    const bio = ['--scheme', 'bio', '--out', scratch.at('o')];
    await cli(['export', scratch.at('c'), '--target', 'tagger', ...bio]);
    assert.match(await scratch.text('o/corpus.conll'), /بغداد -X- -X- B-GPE/);
    const wrong = await cli(['export', scratch.at('c'), '--target', 'none']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /there are tagger/);
  });

  it('leaves no temporary file behind', async () => {
    await cli(['export', scratch.at('c'), '--format', 'brat', '--out', scratch.at('out')]);
    await cli(['export', scratch.at('c'), '--format', 'brat', '--out', scratch.at('out')]);
    const names = await readdir(scratch.at('out'), { recursive: true });
    assert.deepEqual(
      names.filter((name) => name.includes('.tmp')),
      [],
    );
  });

  it('leaves no file and no folder behind when it is interrupted', async () => {
    const argv = ['export', scratch.at('c'), '--format', 'brat', '--out', scratch.at('out')];
    let asked = 0;
    const signal = {
      get aborted() {
        asked += 1;
        return asked > 1;
      },
    };
    const { code, err } = await cli(argv, [], { catchInterrupt: () => signal });
    assert.equal(code, 1);
    assert.match(err, /interrupted/);
    assert.deepEqual(await readdir(scratch.path), ['c']);
  });

  it('prints the manifest for programs', async () => {
    const argv = [
      'export',
      scratch.at('c'),
      '--format',
      'jsonl',
      '--out',
      scratch.at('out'),
      '--json',
    ];
    const { out } = await cli(argv);
    assert.deepEqual(JSON.parse(out), JSON.parse(await scratch.text('out/manifest.json')));
  });

  it('lists every loss when asked to, with file and code', async () => {
    const argv = [
      'export',
      scratch.at('c'),
      '--format',
      'conll',
      '--out',
      scratch.at('out'),
      '--losses',
    ];
    const { err } = await cli(argv);
    assert.match(err, /خبر\.txt: warning: .*\[conll-claim-not-carried\]/);
  });

  it('ends with 3 when an article cannot be read, and does the rest', async () => {
    await scratch.put({ 'c/b.txt': TEXT, 'c/b.txt.ann.yaml': '[' });
    const { code, out, err } = await cli([
      'export',
      scratch.at('c'),
      '--format',
      'jsonl',
      '--out',
      scratch.at('o'),
    ]);
    assert.equal(code, 3);
    assert.match(out, /1 articles/);
    assert.match(err, /b\.txt\.ann\.yaml/);
  });

  it('refuses to export over other files', async () => {
    await scratch.put({ 'out/corpus.jsonl': 'mine' });
    const { code, err } = await cli([
      'export',
      scratch.at('c'),
      '--format',
      'jsonl',
      '--out',
      scratch.at('out'),
    ]);
    assert.equal(code, 2);
    assert.match(err, /exists already/);
    assert.equal(await scratch.text('out/corpus.jsonl'), 'mine');
    assert.deepEqual(await readdir(scratch.at('out')), ['corpus.jsonl']);
  });

  it('imports over nothing, and says which labels are new', async () => {
    await scratch.put({ 'in/a.conll': 'دبي B-CITY\n', 'new/a.txt': 'لي' });
    const argv = ['import', scratch.at('in'), '--format', 'conll', '--out', scratch.at('new')];
    const blocked = await cli(argv);
    assert.equal(blocked.code, 1);
    assert.match(blocked.err, /exists already/);
    assert.equal(await scratch.text('new/a.txt'), 'لي');
    const fresh = await cli([...argv.slice(0, -1), scratch.at('fresh')]);
    assert.equal(fresh.code, 0);
    assert.match(fresh.err, /CITY \(1\).*\[labels-not-in-set\]/);
  });

  it('imports one file', async () => {
    await scratch.put({ 'x.conll': 'دبي B-GPE\n' });
    const { code } = await cli([
      'import',
      scratch.at('x.conll'),
      '--format',
      'conll',
      '--out',
      scratch.at('n'),
    ]);
    assert.equal(code, 0);
    assert.equal(await scratch.text('n/x.txt'), 'دبي\n');
  });

  it('never writes outside the output folder', async () => {
    const line = JSON.stringify({ path: '../escaped.txt', text: 'نص' });
    await scratch.put({ 'in/x.jsonl': `${line}\n{"path":"ok.txt","text":"نص"}\n` });
    const { code, err } = await cli([
      'import',
      scratch.at('in'),
      '--format',
      'jsonl',
      '--out',
      scratch.at('n'),
    ]);
    assert.equal(code, 3);
    assert.match(err, /unsafe-path/);
    assert.deepEqual((await readdir(scratch.path)).sort(), ['c', 'in', 'n']);
    assert.deepEqual(await readdir(scratch.at('n')), ['ok.txt']);
  });

  it('says when there is nothing to import', async () => {
    await scratch.put({ 'in/x.pdf': '' });
    const { code, err } = await cli([
      'import',
      scratch.at('in'),
      '--format',
      'brat',
      '--out',
      scratch.at('n'),
    ]);
    assert.equal(code, 3);
    assert.match(err, /no file of the format brat/);
  });

  it('says so in Arabic too, and where there is no such file', async () => {
    await scratch.put({ 'in/x.pdf': '' });
    const from = async (source: string) => {
      const args = ['import', scratch.at(source), '--format', 'brat', '--out', scratch.at('n')];
      const { code, err } = await cli([...args, '--lang', 'ar']);
      assert.equal(code, 3);
      return err;
    };
    assert.match(await from('in'), /لا ملف من الصيغة brat/);
    assert.match(await from('none'), /none.*لا ملف ولا مجلد بهذا الاسم/);
  });
});
