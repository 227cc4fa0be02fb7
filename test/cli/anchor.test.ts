import assert from 'node:assert/strict';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const TEXT = 'زار الأمين العام مدينة تعز 😀 أمس.\nوالتقى هناك عمدة المدينة منصور الحبشي.\n';

describe('hashiya anchor', () => {
  let scratch: Scratch;
  beforeEach(async () => {
    scratch = new Scratch();
    await scratch.put(
      annotated('c/a.txt', TEXT, [
        entity(TEXT, 'GPE', 'تعز'),
        entity(TEXT, 'PERS', 'منصور الحبشي'),
      ]),
    );
  });
  afterEach(() => scratch.remove());

  it('has nothing to say where nothing changed', async () => {
    const { code, out } = await cli(['anchor', scratch.at('c')]);
    assert.equal(code, 0);
    assert.equal(out, '0 moved, 0 orphans, 0 sidecars written\n');
  });

  it('lists what moved, with changed words, and writes only when told to', async () => {
    const before = await scratch.text('c/a.txt.ann.yaml');
    await scratch.put({ 'c/a.txt': `عاجل\n${TEXT.replace('منصور', 'منصُور')}` });
    const looked = await cli(['anchor', scratch.at('c')]);
    assert.equal(looked.code, 1);
    assert.match(looked.out, /a\.txt:2:24: moved GPE .*تعز/);
    assert.match(looked.out, /moved PERS .*منصور الحبشي.* → .*منصُور الحبشي/);
    assert.equal(await scratch.text('c/a.txt.ann.yaml'), before);
    const wrote = await cli(['anchor', scratch.at('c'), '--write']);
    assert.equal(wrote.code, 0);
    const now = await scratch.text('c/a.txt.ann.yaml');
    assert.match(now, /quote: "منصُور الحبشي"/);
    const again = await cli(['anchor', scratch.at('c', 'a.txt'), '--write']);
    assert.deepEqual([again.code, await scratch.text('c/a.txt.ann.yaml')], [0, now]);
  });

  it('keeps orphans as they are, and says so to programs in code points', async () => {
    await scratch.put({ 'c/a.txt': 'خبر\nزار الأمين العام مدينة تعز 😀 أمس.\n' });
    const { code, out } = await cli(['anchor', scratch.at('c'), '--write', '--json']);
    assert.equal(code, 1);
    const report = JSON.parse(out) as {
      moved: { start: number; was: { start: number } }[];
      orphans: { quote: string }[];
      saved: boolean;
    };
    assert.equal(report.saved, true);
    assert.deepEqual(
      report.moved.map(({ start, was }) => start - was.start),
      [4],
    );
    assert.equal(report.orphans[0]?.quote, 'منصور الحبشي');
    assert.match(await scratch.text('c/a.txt.ann.yaml'), /منصور الحبشي/);
  });

  it('is 3 for a sidecar that cannot be read, which stays', async () => {
    await scratch.put({ 'c/a.txt.ann.yaml': 'hashiya: [' });
    const { code } = await cli(['anchor', scratch.at('c'), '--write']);
    assert.equal(code, 3);
    assert.equal(await scratch.text('c/a.txt.ann.yaml'), 'hashiya: [');
  });
});
