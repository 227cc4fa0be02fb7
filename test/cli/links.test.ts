// Symbolic links in a corpus of somebody else: what they lead to outside is neither read nor written.
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { sidecar } from '../support/articles';
import { cli, Scratch } from '../support/cli';

const TEXT = 'زار الوزير علي حداد مدينة بغداد أمس، وقال إن الأسعار ثابتة.\n';

describe('links that lead out of the folder', function () {
  let scratch: Scratch;
  beforeEach(async function () {
    if (process.platform === 'win32') return this.skip();
    scratch = new Scratch();
    await scratch.put({
      'corpus/a.txt': `عاجل: ${TEXT}`,
      'corpus/b.txt': TEXT,
      'elsewhere/secret.yaml': sidecar('a.txt', TEXT, [{ label: 'GPE', quote: 'بغداد' }]),
      'elsewhere/folder/kept.txt': 'x',
    });
  });
  afterEach(() => scratch.remove());

  const linkSidecar = (target: string) => symlink(target, scratch.at('corpus/a.txt.ann.yaml'));

  for (const [what, argv] of [
    ['anchor', ['anchor', '--write']],
    ['detect', ['detect', '--accept']],
    ['validate', ['validate', '--fix']],
  ] as const) {
    for (const path of ['corpus', 'corpus/a.txt']) {
      it(`${what} ${path} leaves what a sidecar leads to, and does the rest`, async () => {
        await linkSidecar(scratch.at('elsewhere/secret.yaml'));
        const before = await scratch.text('elsewhere/secret.yaml');
        const { code, err } = await cli([...argv, scratch.at(path)]);
        assert.equal(code, 3, err);
        assert.match(err, /link-outside/);
        assert.equal(await scratch.text('elsewhere/secret.yaml'), before);
      });
    }
  }

  it('a sidecar that leads to another place of the corpus is followed', async () => {
    await scratch.put({
      'corpus/layer/a.yaml': sidecar('a.txt', TEXT, [{ label: 'GPE', quote: 'بغداد' }]),
    });
    await linkSidecar(scratch.at('corpus/layer/a.yaml'));
    const { code, err } = await cli(['anchor', '--write', scratch.at('corpus')]);
    assert.equal(code, 0, err);
    assert.match(await scratch.text('corpus/layer/a.yaml'), /start: 32/);
  });

  it('a sidecar that leads nowhere is no absent one', async () => {
    await linkSidecar(scratch.at('elsewhere/new.yaml'));
    const { code } = await cli(['detect', '--accept', scratch.at('corpus')]);
    assert.equal(code, 3);
    assert.deepEqual((await readdir(scratch.at('elsewhere'))).sort(), ['folder', 'secret.yaml']);
  });

  it('an import puts nothing through a folder that is a link', async () => {
    const lines = ['out/x.txt', 'y.txt'].map((path) => JSON.stringify({ path, text: TEXT }));
    await scratch.put({ 'in/x.jsonl': `${lines.join('\n')}\n` });
    await mkdir(scratch.at('new'));
    await symlink(scratch.at('elsewhere/folder'), scratch.at('new/out'));
    const argv = ['import', scratch.at('in'), '--format', 'jsonl', '--out', scratch.at('new')];
    const { code, err } = await cli(argv);
    assert.equal(code, 1);
    assert.match(err, /link-outside/);
    assert.deepEqual(await readdir(scratch.at('elsewhere/folder')), ['kept.txt']);
    assert.ok((await readdir(scratch.at('new'))).includes('y.txt'));
  });

  it('an export replaces no file of an earlier one that has become a link', async () => {
    await scratch.put({
      'corpus/b.txt.ann.yaml': sidecar('b.txt', TEXT, [{ label: 'GPE', quote: 'بغداد' }]),
    });
    const argv = (format: string) => {
      return ['export', scratch.at('corpus'), '--format', format, '--out', scratch.at(format)];
    };
    for (const [format, file] of [
      ['jsonl', 'corpus.jsonl'],
      ['brat', 'b.ann'],
    ] as const) {
      assert.equal((await cli(argv(format))).code, 0);
      const names = await readdir(scratch.at(format));
      assert.ok(names.includes(file), names.join(' '));
      await scratch.put({ 'elsewhere/victim': 'mine' });
      await rm(scratch.at(format, file));
      await symlink(scratch.at('elsewhere/victim'), scratch.at(format, file));
      const { code, err } = await cli(argv(format));
      assert.notEqual(code, 0);
      assert.match(err, /leads out/);
      assert.equal(await readFile(scratch.at('elsewhere/victim'), 'utf8'), 'mine');
    }
  });
});
