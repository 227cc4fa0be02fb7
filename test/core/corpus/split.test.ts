import assert from 'node:assert/strict';
import { parseSplit, splitOf } from '../../../src/core/corpus/split';
import { groupOf } from '../../../src/core/corpus/splitGroup';

const PATHS = Array.from({ length: 4000 }, (_, n) => `2026/${n % 40}/article-${n}.txt`);

describe('parseSplit', () => {
  for (const [text, names, ratios] of [
    ['80/10/10', ['train', 'dev', 'test'], [0.8, 0.1, 0.1]],
    ['8/1/1', ['train', 'dev', 'test'], [0.8, 0.1, 0.1]],
    ['75/25', ['train', 'test'], [0.75, 0.25]],
    [' 50 / 50 ', ['train', 'test'], [0.5, 0.5]],
  ] as const) {
    it(text, () => {
      const plan = parseSplit(text, 1);
      assert.deepEqual([plan?.names, plan?.ratios], [names, ratios]);
    });
  }

  for (const text of ['', '100', '80/10/5/5', '80/-10/30', '0/0', 'a/b', '80/20/', '1e999/1']) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseSplit(text, 1), undefined));
  }
});

describe('splitOf', () => {
  const plan = (text: string, seed = 0, groupBy = 'file') => {
    const made = parseSplit(text, seed, groupBy);
    assert.ok(made !== undefined);
    return made;
  };

  it('meets the shares over many articles', () => {
    const counts: Record<string, number> = {};
    for (const path of PATHS) {
      const part = splitOf(path, plan('80/10/10'));
      counts[part] = (counts[part] ?? 0) + 1;
    }
    assert.ok(Math.abs((counts['train'] ?? 0) - 3200) < 100, JSON.stringify(counts));
    assert.ok(Math.abs((counts['dev'] ?? 0) - 400) < 60, JSON.stringify(counts));
  });

  it('depends on path and seed alone', () => {
    const parts = (seed: number) => PATHS.map((path) => splitOf(path, plan('80/10/10', seed)));
    assert.deepEqual(parts(1), parts(1));
    assert.notDeepEqual(parts(1), parts(2));
  });

  it('gives the same part for a name in either Unicode form', () => {
    for (let n = 0; n < 50; n += 1) {
      const path = `آراء-é-${n}.txt`;
      assert.equal(
        splitOf(path.normalize('NFD'), plan('50/50')),
        splitOf(path.normalize('NFC'), plan('50/50')),
      );
    }
  });

  it('gives nothing to a part without a share', () => {
    for (const path of PATHS.slice(0, 500)) {
      assert.equal(splitOf(path, plan('0/100')), 'test');
      assert.equal(splitOf(path, plan('100/0/0')), 'train');
    }
  });

  it('keeps folders together where asked to', () => {
    const parts = new Map<string, Set<string>>();
    for (const path of PATHS) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      const seen = parts.get(folder) ?? new Set();
      parts.set(folder, seen.add(splitOf(path, plan('50/50', 0, 'folder'))));
    }
    assert.ok([...parts.values()].every(({ size }) => size === 1));
    assert.equal(new Set([...parts.values()].flatMap((set) => [...set])).size, 2);
  });

  it('keeps together what shares a field of the name', () => {
    const names = PATHS.map((_, n) => `2026/agency${n % 30}_${n}.txt`);
    for (const groupBy of ['{group}_*', '**/{group}_*.txt']) {
      const parts = new Map<string, Set<string>>();
      for (const name of names) {
        const field = /agency\d+/.exec(name)?.[0] ?? '';
        const seen = parts.get(field) ?? new Set();
        parts.set(field, seen.add(splitOf(name, plan('50/50', 0, groupBy))));
      }
      assert.equal(parts.size, 30);
      assert.ok(
        [...parts.values()].every(({ size }) => size === 1),
        groupBy,
      );
    }
  });
});

describe('groupOf', () => {
  for (const [groupBy, path, group] of [
    ['file', 'a/b.txt', 'a/b.txt'],
    ['folder', 'a/b.txt', 'a'],
    ['folder', 'b.txt', 'b.txt'],
    ['{group}-*.txt', 'a/وكالة-5.txt', 'وكالة'],
    ['{group}-*.txt', 'a/لاشيء.txt', 'a/لاشيء.txt'],
    ['news/{group}/**', 'news/2026/11/a.txt', '2026'],
    ['*/{group}.(x)', 'a/b.(x)', 'b'],
    ['*/{group}.(x)', 'a/b/c.(x)', 'a/b/c.(x)'],
  ] as const) {
    it(`${groupBy}: ${path}`, () => assert.equal(groupOf(path, groupBy), group));
  }
});
