// What the operating system refuses: told in one line that names the file, what is wrong and what to do.
import assert from 'node:assert/strict';
import promises from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const TEXT = 'زار الأمين العام مدينة تعز أمس.\nوالتقى هناك عمدة المدينة منصور الحبشي.\n';

describe('an error of the file system', () => {
  const { open } = promises;
  let scratch: Scratch;
  beforeEach(async () => {
    scratch = new Scratch();
    await scratch.put(annotated('c/a.txt', TEXT, [entity(TEXT, 'GPE', 'تعز')]));
  });
  afterEach(() => {
    promises.open = open;
    scratch.remove();
  });

  /** Lets no file be made in the folder `out`. */
  function refuse(code: string): void {
    promises.open = async (file, ...more) => {
      if (!String(file).includes('/out/')) return open(file, ...more);
      throw Object.assign(new Error(`${code}: injected`), { code, path: String(file) });
    };
  }

  const cases: readonly (readonly [code: string, en: RegExp, ar: RegExp])[] = [
    ['ENOSPC', /the disk is full \(ENOSPC\); make room/u, /القرص ممتلئ \(ENOSPC\)؛ أفسح/u],
    ['EDQUOT', /your share of the disk is used up/u, /نفدت حصتك/u],
    ['EROFS', /the disk is read-only/u, /للقراءة فقط/u],
    ['EACCES', /it is not permitted/u, /لا إذن بذلك/u],
    ['EMFILE', /too many files are open/u, /الملفات المفتوحة/u],
  ];
  for (const [code, en, ar] of cases) {
    it(`${code} while an export is written names the file, in both languages`, async () => {
      refuse(code);
      const argv = ['export', scratch.at('c'), '--format', 'jsonl', '--out', scratch.at('out')];
      for (const [lang, words] of [
        ['en', en],
        ['ar', ar],
      ] as const) {
        const { code: exit, err } = await cli([...argv, '--lang', lang]);
        assert.equal(exit, 1);
        assert.match(err, words);
        assert.equal(err.trim().split('\n').length, 1);
        // The file that a person knows, not one that was to become it.
        assert.ok(err.includes(scratch.at('out', 'manifest.json: ')), err);
      }
      // Nothing half written, and no empty folder.
      assert.deepEqual(await readdir(scratch.path), ['c']);
    });
  }

  it('that nobody knows is told as the system tells it', async () => {
    refuse('EWEIRD');
    const argv = ['export', scratch.at('c'), '--format', 'jsonl', '--out', scratch.at('out')];
    assert.equal((await cli(argv)).err, 'hashiya: EWEIRD: injected\n');
  });
});
