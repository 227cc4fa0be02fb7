import assert from 'node:assert/strict';
import { keepAct, readAct, type ActPart } from '../../../src/core/sidecar/keptAct';

const PART: ActPart = {
  path: 'أخبار/خبر.txt',
  inverse: { type: 'batch', operations: [{ type: 'remove', id: 'aaa111' }] },
  left: { whole: -17, marks: [['aaa111', '["GPE"]']] },
};

describe('an act across articles that is kept', () => {
  it('comes back as it was', () => {
    assert.deepEqual(readAct(keepAct([PART, PART])), [PART, PART]);
  });

  const damaged: readonly [string, unknown][] = [
    ['another version', { version: 2, parts: [PART] }],
    ['no list', { version: 1, parts: PART }],
    ['no path', { version: 1, parts: [{ ...PART, path: 1 }] }],
    ['an unknown act', { version: 1, parts: [{ ...PART, inverse: { type: 'rename' } }] }],
    ['no trace', { version: 1, parts: [{ ...PART, left: null }] }],
    ['marks that are none', { version: 1, parts: [{ ...PART, left: { whole: 1, marks: [1] } }] }],
  ];
  for (const [name, value] of damaged) {
    it(`is not taken with ${name}`, () => {
      assert.equal(readAct(JSON.stringify(value)), undefined);
    });
  }

  it('is not taken where it was cut off', () => {
    assert.equal(readAct(keepAct([PART]).slice(0, -1)), undefined);
  });
});
