import assert from 'node:assert/strict';
import {
  EMPTY_RECORD,
  type Annotation,
  type ArticleRecord,
} from '../../../src/core/model/annotation';
import { apply, type Operation } from '../../../src/core/model/operations';
import { takeBack } from '../../../src/core/model/takeBack';

const mark = (id: string, label = 'GPE'): Annotation => ({
  ...{ id, label, start: 0, end: 5, quote: 'بيروت' },
});
const holding = (...annotations: Annotation[]): ArticleRecord => ({
  ...EMPTY_RECORD,
  status: 'in-progress',
  annotations,
});
const INVERSE: Operation = {
  type: 'batch',
  operations: [
    { type: 'status', status: 'todo' },
    { type: 'remove', id: 'a' },
  ],
};

describe('takeBack', () => {
  const cases: readonly [string, ArticleRecord, readonly Operation['type'][]][] = [
    ['all of it when nothing else was done', holding(mark('a')), ['status', 'remove']],
    ['not the status beside another act', holding(mark('a'), mark('b')), ['remove']],
    ['not what has another label now', holding(mark('a', 'PERSON')), []],
    ['not what is gone', holding(), []],
    ['not the status that was set since', { ...holding(mark('a')), status: 'done' }, ['remove']],
  ];
  for (const [name, now, expected] of cases) {
    it(`takes back ${name}`, () => {
      const { operations } = takeBack(INVERSE, holding(mark('a')), now);
      assert.deepEqual(
        operations.map(({ type }) => type),
        expected,
      );
    });
  }

  it('does not bring back what stands again', () => {
    const { record, inverse } = apply(holding(mark('a')), { type: 'remove', id: 'a' });
    assert.equal(takeBack(inverse, record, record).operations.length, 1);
    assert.equal(takeBack(inverse, record, holding(mark('a'))).operations.length, 0);
  });
});
