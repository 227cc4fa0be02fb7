// Patterns of `hashiya.yaml`: what they take, and that no pattern, however made, runs away.
import assert from 'node:assert/strict';
import { globMatcher } from '../../../src/core/corpus/glob';
import { groupOf } from '../../../src/core/corpus/splitGroup';
import { Machine, Regular, type Wildcard } from '../../../src/core/corpus/wildcards';
import { pick } from '../../support/annotated';
import { random } from '../../support/random';

describe('globMatcher', () => {
  for (const [pattern, path, wanted] of [
    ['*.txt', 'a.txt', true],
    ['*.txt', 'd/a.txt', true],
    ['*.txt', 'a.txt.bak', false],
    ['**/*.txt', 'a.txt', true],
    ['**/*.txt', 'd/e/a.txt', true],
    ['d/*.txt', 'd/a.txt', true],
    ['d/*.txt', 'd/e/a.txt', false],
    ['drafts', 'drafts/a.txt', true],
    ['drafts/', 'x/drafts/a.txt', true],
    ['./d/**', 'd/e/a.txt', true],
    ['*.{txt,md}', 'a.md', true],
    ['*.{txt,md}', 'a.html', false],
    ['a?.txt', 'ab.txt', true],
    ['a?.txt', 'a/.txt', false],
    ['a+(b).txt', 'a+(b).txt', true],
    ['خبر*', 'أ/خبر 1.txt', true],
    ['', 'a', false],
  ] as const) {
    it(`${pattern} ${wanted ? 'takes' : 'leaves'} ${path}`, () =>
      assert.equal(globMatcher([pattern])(path), wanted));
  }
});

describe('wildcards', () => {
  const PIECES: readonly Wildcard[] = [
    { kind: 'text', text: 'a' },
    { kind: 'text', text: 'ب.' },
    { kind: 'text', text: '/' },
    { kind: 'one' },
    { kind: 'some' },
    { kind: 'all' },
    { kind: 'folders' },
  ];

  it('mean the same whether there are few of them or many', () => {
    const next = random(11);
    const some = (most: number) => Array.from({ length: Math.floor(next() * most) });
    let taken = 0;
    for (let round = 0; round < 4000; round += 1) {
      const pattern: Wildcard[] = [
        ...some(4).map(() => pick(next, PIECES)),
        ...(next() < 0.5 ? [{ kind: 'field' } as const] : []),
        ...some(4).map(() => pick(next, PIECES)),
      ];
      const below = next() < 0.5;
      const path = some(8)
        .map(() => pick(next, ['a', 'ب.', '/', '🙂', '\n']))
        .join('');
      const found = new Machine([pattern], below).match(path);
      const where = `${JSON.stringify(pattern)} on ${JSON.stringify(path)}`;
      assert.deepEqual(found, new Regular([pattern], below).match(path), where);
      if (found !== undefined) taken += 1;
    }
    assert.ok(taken > 400, `${taken} taken`);
  });

  // Each of these kept a regular expression busy for longer than anybody waits.
  const deep = `${'a/'.repeat(300)}b`;
  const long = 'a'.repeat(3000);
  for (const [pattern, path] of [
    ['**/'.repeat(40) + 'x', deep],
    ['*a'.repeat(40) + 'x', long],
    ['**a'.repeat(40) + 'x', deep],
    ['{**/,*a}'.repeat(6) + 'x', deep],
  ] as const) {
    it(`${pattern.slice(0, 12)}… comes to an end`, () => {
      assert.equal(globMatcher([pattern])(path), false);
      assert.equal(groupOf(path, `${pattern}{group}-`), path);
    });
  }

  it('that stand for a billion patterns take nothing', () => {
    assert.equal(globMatcher(['{a,b}'.repeat(30)])('a'.repeat(30)), false);
  });
});
