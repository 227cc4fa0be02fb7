import assert from 'node:assert/strict';
import { EMPTY_RECORD, type ArticleRecord } from '../../../src/core/model/annotation';
import { compareAnnotations, compareRejections } from '../../../src/core/model/order';
import { apply } from '../../../src/core/model/operations';
import { transition } from '../../../src/core/model/transition';
import { random } from '../../support/random';
import { DataMaker } from '../../support/sidecars';

function someRecord(seed: number): ArticleRecord {
  const made = new DataMaker(random(seed));
  const { annotations, rejected, status } = made.data(8);
  const ids = annotations.map((one, index) => ({ ...one, id: `a${(index + seed) % 9}` }));
  const [placed, orphans] = [ids.slice(2), ids.slice(0, 2)];
  return {
    status,
    annotations: placed.sort(compareAnnotations),
    rejected: [...new Map(rejected.map((one) => [JSON.stringify(one), one])).values()].sort(
      compareRejections,
    ),
    orphans: orphans.sort(compareAnnotations),
  };
}

describe('from one record to another', () => {
  it('is one operation, and one step back', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const [from, to] = [someRecord(seed), someRecord(seed * 7)];
      const there = apply(from, transition(from, to));
      assert.deepEqual(there.record, to, `seed ${seed}`);
      assert.deepEqual(apply(there.record, there.inverse).record, from, `seed ${seed}`);
    }
    assert.deepEqual(
      apply(EMPTY_RECORD, transition(EMPTY_RECORD, EMPTY_RECORD)).record,
      EMPTY_RECORD,
    );
  });
});
