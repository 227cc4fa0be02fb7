import assert from 'node:assert/strict';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const TEXT = '😀 زار الوزير بغداد.\nوعاد إلى بغداد، ثم غادر بغداد.\n';

describe('search on the command line', () => {
  let scratch: Scratch;
  beforeEach(async () => {
    scratch = new Scratch();
    await scratch.put({
      ...annotated('a.txt', TEXT, [entity(TEXT, 'GPE', 'بغداد')]),
      'b/c.txt': 'من بغداد\n',
      'd.txt': 'لا شيء\n',
    });
  });
  afterEach(() => scratch.remove());

  it('prints one line a hit, as editors and terminals link it', async () => {
    const { code, out, err } = await cli(['search', scratch.path, 'بغداد', '--width', '8']);
    assert.equal(code, 0);
    assert.deepEqual(out.split('\n').slice(0, 2), [
      `${scratch.at('a.txt')}:1:15: الوزير [بغداد].`,
      `${scratch.at('a.txt')}:2:10: إلى [بغداد]، ثم`,
    ]);
    assert.equal(err, '4 hits in 2 articles\n');
  });

  it('gives offsets in code points to programs', async () => {
    const { out } = await cli(['search', scratch.path, 'بغداد', '--json', '--limit', '1']);
    const { start, end, match, labels } = JSON.parse(out);
    assert.equal([...TEXT].slice(start, end).join(''), match);
    assert.deepEqual(labels, ['GPE']);
  });

  for (const [name, options, hits] of [
    ['a label', ['--label', 'GPE'], 1],
    ['no label', ['--untagged'], 3],
    ['a limit', ['--limit', '2'], 2],
    ['nothing that is there', ['--label', 'ORG'], 0],
  ] as const) {
    it(`takes ${name}`, async () => {
      const { code, out } = await cli(['search', scratch.path, 'بغداد', ...options]);
      assert.equal(code, 0);
      assert.equal(out.split('\n').length - 1, hits);
    });
  }

  for (const [name, argv] of [
    ['no words', ['search', '.']],
    ['words without a letter', ['search', '.', '،']],
    ['a limit that is no number', ['search', '.', 'بغداد', '--limit', 'x']],
  ] as const) {
    it(`${name} is wrong use`, async () => assert.equal((await cli(argv)).code, 2));
  }

  it('goes on past what cannot be read, and says so', async () => {
    await scratch.put({ 'b/c.txt.ann.yaml': 'hashiya: [' });
    const { code, out } = await cli(['search', scratch.path, 'بغداد']);
    assert.equal(code, 3);
    assert.equal(out.split('\n').length - 1, 3);
  });
});
