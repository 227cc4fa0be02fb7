import assert from 'node:assert/strict';
import { joinPath } from '../../../src/core/corpus/files';

describe('joinPath', () => {
  const cases: [string, string, string][] = [
    ['.', '', '.'],
    ['', '', '.'],
    ['.', 'a/b.txt', 'a/b.txt'],
    ['', 'a.txt', 'a.txt'],
    ['/corpus', '', '/corpus'],
    ['/corpus', 'a.txt', '/corpus/a.txt'],
    ['/corpus/', 'a.txt', '/corpus/a.txt'],
    ['/', 'a.txt', '/a.txt'],
  ];
  for (const [dir, below, path] of cases) {
    it(`«${dir}» and «${below}» give «${path}»`, () => assert.equal(joinPath(dir, below), path));
  }
});
