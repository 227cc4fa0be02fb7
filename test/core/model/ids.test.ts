import assert from 'node:assert/strict';
import { newId } from '../../../src/core/model/ids';
import { random } from '../../support/random';

describe('newId', () => {
  it('gives six letters and digits, a letter first, never one that is taken', () => {
    const next = random(7);
    const taken = new Set<string>();
    for (let count = 0; count < 2000; count += 1) {
      const id = newId(next, taken);
      assert.match(id, /^[a-z][a-z0-9]{5}$/);
      assert.ok(!taken.has(id));
      taken.add(id);
    }
  });

  it('grows longer where random numbers keep giving what is taken', () => {
    const stuck = (): number => 0;
    assert.equal(newId(stuck, new Set()), 'aaaaaa');
    assert.equal(newId(stuck, new Set(['aaaaaa', 'aaaaaaa'])), 'aaaaaaaa');
  });

  it('stays within the alphabet for the largest random number', () => {
    assert.equal(
      newId(() => 1 - 2 ** -53, new Set()),
      'z99999',
    );
    assert.equal(
      newId(() => 1, new Set()),
      'z99999',
    );
  });
});
