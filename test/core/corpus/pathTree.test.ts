import assert from 'node:assert/strict';
import { compareStrings } from '../../../src/core/corpus/files';
import { folderContent } from '../../../src/core/corpus/pathTree';
import { random } from '../../support/random';

/** The same by looking at every path. */
function plainly(paths: readonly string[], folder: string) {
  const prefix = folder === '' ? '' : `${folder}/`;
  const folders = new Map<string, number>();
  const articles: string[] = [];
  for (const path of paths.filter((one) => one.startsWith(prefix))) {
    const [name = '', ...below] = path.slice(prefix.length).split('/');
    if (below.length === 0) articles.push(path);
    else folders.set(prefix + name, (folders.get(prefix + name) ?? 0) + 1);
  }
  return { folders: Array.from(folders, ([path, count]) => ({ path, articles: count })), articles };
}

describe('the content of a folder', () => {
  const paths = ['a-b/x.txt', 'a/1.txt', 'a/2.txt', 'a/b/3.txt', 'a.txt', 'ب/خبر.txt', '😀/x.txt'];
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['the root', '', ['a-b 1', 'a 3', 'ب 1', '😀 1', 'a.txt']],
    ['a folder with a folder', 'a', ['a/b 1', 'a/1.txt', 'a/2.txt']],
    ['a name that begins like another', 'a-b', ['a-b/x.txt']],
    ['an Arabic name', 'ب', ['ب/خبر.txt']],
    ['a folder that is not there', 'z', []],
  ];
  for (const [name, folder, expected] of cases) {
    it(`of ${name}`, () => {
      const { folders, articles } = folderContent([...paths].sort(compareStrings), folder);
      const lines = folders.map(({ path, articles: count }) => `${path} ${count}`);
      assert.deepEqual([...lines, ...articles].sort(), [...expected].sort());
    });
  }

  it('is what looking at every path gives, for any paths', () => {
    const names = ['a', 'a-', 'a.b', 'ab', 'ب', '😀', '\uffee'];
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = random(seed);
      const pick = (): string => names[Math.floor(next() * names.length)] ?? '';
      const made = Array.from({ length: 12 }, () =>
        Array.from({ length: 1 + Math.floor(next() * 3) }, pick).join('/'),
      ).map((path) => `${path}.txt`);
      const sorted = [...new Set(made)].sort(compareStrings);
      for (const folder of ['', ...names, 'a/a', 'a/ab']) {
        assert.deepEqual(folderContent(sorted, folder), plainly(sorted, folder), `seed ${seed}`);
      }
    }
  });
});
