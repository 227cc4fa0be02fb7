// A sidecar of a version that this program does not know: every command says so, and none writes to it.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const TEXT = 'زار الأمين العام مدينة تعز أمس.\nوالتقى هناك عمدة المدينة منصور الحبشي.\n';

describe('a sidecar of a newer version', () => {
  let scratch: Scratch;
  let source: string;
  beforeEach(async () => {
    scratch = new Scratch();
    await scratch.put(annotated('c/a.txt', TEXT, [entity(TEXT, 'GPE', 'تعز')]));
    source = (await scratch.text('c/a.txt.ann.yaml')).replace('hashiya: 1', 'hashiya: 99');
    // A text that moved and a label of nobody: there would be something to write.
    await scratch.put({
      'c/a.txt': `عاجل\n${TEXT}`,
      'c/a.txt.ann.yaml': source,
      base: source,
      theirs: source.replace('GPE', 'LOC'),
    });
  });
  afterEach(() => scratch.remove());

  const commands: readonly (readonly [name: string, (at: Scratch['at']) => string[]])[] = [
    ['validate', (at) => ['validate', at('c')]],
    ['validate --fix', (at) => ['validate', at('c'), '--fix']],
    ['anchor', (at) => ['anchor', at('c')]],
    ['anchor --write', (at) => ['anchor', at('c'), '--write']],
    ['detect --accept', (at) => ['detect', at('c'), '--accept']],
    ['export', (at) => ['export', at('c'), '--format', 'jsonl', '--out', at('out')]],
    ['stats', (at) => ['stats', at('c')]],
    ['search', (at) => ['search', at('c'), 'تعز']],
    ['agree', (at) => ['agree', at('c')]],
    ['merge', (at) => ['merge', at('base'), at('c', 'a.txt.ann.yaml'), at('theirs')]],
  ];
  for (const [name, argv] of commands) {
    it(`is told of and left alone by ${name}`, async () => {
      const { code, err } = await cli(argv((...parts) => scratch.at(...parts)));
      assert.equal(code, 3);
      assert.match(err, /:2:10: error: Version 99 of the format is newer .*read-only/);
      assert.equal(await scratch.text('c/a.txt.ann.yaml'), source);
      assert.deepEqual((await readdir(scratch.at('c'))).sort(), ['a.txt', 'a.txt.ann.yaml']);
    });
  }

  it('is not written over by an import of the same article', async () => {
    await scratch.put({
      'in/a.jsonl': `${JSON.stringify({ id: 'a', text: TEXT, entities: [] })}\n`,
    });
    await cli(['import', scratch.at('in'), '--format', 'jsonl', '--out', scratch.at('c')]);
    assert.equal(await scratch.text('c/a.txt.ann.yaml'), source);
    assert.equal(await scratch.text('c/a.txt'), `عاجل\n${TEXT}`);
  });
});
