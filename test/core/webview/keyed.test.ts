import assert from 'node:assert/strict';
import { patched, patchOf } from '../../../src/webview/protocol/keyed';
import { random } from '../../support/random';

interface Item {
  readonly key: string;
  readonly text: string;
  readonly links: readonly string[];
}
const item = (key: string, text: string, links: readonly string[] = []): Item => ({
  key,
  text,
  links,
});

describe('a patch of a keyed list', () => {
  it('is nothing where nothing changed, and holds only what did', () => {
    const before = [item('a', '1'), item('b', '2', ['x'])];
    assert.equal(patchOf(before, structuredClone(before)), undefined);
    const after = [item('b', '2', ['y']), item('a', '1')];
    assert.deepEqual(patchOf(before, after), { order: ['b', 'a'], changed: [after[0]] });
  });

  it('makes the one list of the other, and keeps what did not change the same object', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = random(seed);
      const list = (): Item[] =>
        [...'abcdefgh'].filter(() => next() < 0.6).map((key) => item(key, String(next() < 0.5)));
      const before = list();
      const after = list();
      const patch = patchOf(before, after);
      if (patch === undefined) {
        assert.deepEqual(before, after);
        continue;
      }
      const made = patched(before, structuredClone(patch));
      assert.deepEqual(made, after, `seed ${seed}`);
      const same = before.filter((one) =>
        after.some(({ key, text }) => key === one.key && text === one.text),
      );
      for (const one of same) assert.ok(made.includes(one));
    }
  });
});
