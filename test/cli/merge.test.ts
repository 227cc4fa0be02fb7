import assert from 'node:assert/strict';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated, sidecarText } from '../support/corpus';

const TEXT = 'وصل خالد الشامي إلى مرفأ اللاذقية.\nوعاد خالد مساء.\n';
const PERSON = { ...entity(TEXT, 'PERS', 'خالد الشامي'), id: 'pppppp' };
const PLACE = { ...entity(TEXT, 'GPE', 'اللاذقية'), id: 'gggggg' };
const PORT = { ...entity(TEXT, 'FAC', 'مرفأ اللاذقية'), id: 'ffffff' };

describe('hashiya merge', () => {
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  const three = async (base: string, ours: string, theirs: string): Promise<string[]> => {
    await scratch.put({ base, ours, theirs });
    return ['base', 'ours', 'theirs'].map((name) => scratch.at(name));
  };
  const text = (...annotations: (typeof PERSON)[]): string =>
    sidecarText('a.txt', TEXT, annotations);

  it('writes the merged sidecar over ours, as Git wants it', async () => {
    const files = await three(text(PERSON), text(PERSON, PLACE), text(PERSON, PORT));
    const { code, out, err } = await cli(['merge', ...files]);
    assert.deepEqual([code, out, err], [0, '', '']);
    assert.equal(await scratch.text('ours'), text(PERSON, PORT, PLACE));
  });

  it('writes elsewhere with -o, and on standard output', async () => {
    const files = await three('', text(PERSON), text(PLACE));
    assert.equal((await cli(['merge', ...files, '-o', '-'])).out, text(PERSON, PLACE));
    assert.equal((await cli(['merge', ...files, '-o', scratch.at('new')])).code, 0);
    assert.equal(await scratch.text('new'), text(PERSON, PLACE));
    assert.equal(await scratch.text('ours'), text(PERSON));
  });

  it('is 1 for a conflict, names it, and validate finds it in what was written', async () => {
    const [base = '', ours = '', theirs = ''] = await three(
      text(PERSON),
      text({ ...PERSON, note: 'لاعب' }),
      text({ ...PERSON, note: 'وزير' }),
    );
    await scratch.put(annotated('c/a.txt', TEXT, []));
    const to = scratch.at('c', 'a.txt.ann.yaml');
    const { code, err } = await cli(['merge', base, ours, theirs, '-o', to]);
    assert.equal(code, 1);
    assert.match(err, /pppppp.*\[merge-conflict\]/);
    const checked = await cli(['validate', scratch.at('c')]);
    assert.equal(checked.code, 1);
    assert.equal(checked.err.match(/error: .*\[merge-conflict\]/g)?.length, 2);
  });

  it('is 3 and writes nothing where one of them cannot be read', async () => {
    for (const broken of ['hashiya: [', '<<<<<<< ours\n']) {
      const files = await three(text(PERSON), text(PERSON, PLACE), broken);
      assert.equal((await cli(['merge', ...files])).code, 3);
      assert.equal(await scratch.text('ours'), text(PERSON, PLACE));
    }
    const [base = '', ours = ''] = await three(text(), text(), text());
    assert.equal((await cli(['merge', base, ours, scratch.at('absent')])).code, 3);
  });

  it('is 2 without three files', async () => {
    assert.equal((await cli(['merge', 'a', 'b'])).code, 2);
    assert.equal((await cli(['merge', '--install', 'a', 'b'])).code, 2);
  });

  describe('--install', () => {
    it('adds one line to .gitattributes, once, and the settings to the repository', async () => {
      await scratch.put({ '.git/HEAD': '', '.gitattributes': '* text=auto', 'c/a.txt': '' });
      const calls: string[] = [];
      const git = (args: readonly string[]) => Promise.resolve(calls.push(args.join(' ')) > 0);
      for (let round = 0; round < 2; round += 1) {
        const { code } = await cli(['merge', '--install', scratch.at('c')], [], { git });
        assert.equal(code, 0);
      }
      const attributes = await scratch.text('.gitattributes');
      assert.equal(attributes, '* text=auto\n*.ann.yaml merge=hashiya\n');
      assert.match(calls[1] ?? '', /config merge\.hashiya\.driver hashiya merge %O %A %B$/);
    });

    it('prints the commands where Git cannot be run, and is 1 outside a repository', async () => {
      assert.equal((await cli(['merge', '--install', scratch.path])).code, 1);
      await scratch.put({ '.git/HEAD': '' });
      const { out } = await cli(['merge', '--install', scratch.path]);
      assert.match(out, /git config merge\.hashiya\.driver 'hashiya merge %O %A %B'/);
    });
  });
});
