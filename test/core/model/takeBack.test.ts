import assert from 'node:assert/strict';
import {
  EMPTY_RECORD,
  type Annotation,
  type ArticleRecord,
  type ClaimDetails,
} from '../../../src/core/model/annotation';
import { apply, type Operation } from '../../../src/core/model/operations';
import { takeBack, traceOf } from '../../../src/core/model/takeBack';

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
      const { operations } = takeBack(INVERSE, traceOf(INVERSE, holding(mark('a'))), now);
      assert.deepEqual(
        operations.map(({ type }) => type),
        expected,
      );
    });
  }

  const claim = {
    kind: 'statement',
    mode: 'indirect',
    checkworthy: true,
    cue: { start: 6, end: 9, quote: 'قال' },
    source: { start: 10, end: 16, quote: 'الوزير' },
  } as const;
  const claiming = (changes: Partial<ClaimDetails> = {}): ArticleRecord =>
    holding({ ...mark('a', 'CLAIM'), claim: { ...claim, ...changes } });
  const changes: readonly [string, Partial<ClaimDetails>][] = [
    ['kind', { kind: 'denial' }],
    ['mode', { mode: 'mixed' }],
    ['check-worthiness', { checkworthy: false }],
    ['cue', { cue: { start: 20, end: 24, quote: 'وأكد' } }],
    ['source', { source: { start: 30, end: 36, quote: 'السفير' } }],
  ];
  for (const [name, change] of changes) {
    it(`leaves a claim with another ${name} now`, () => {
      const left = traceOf(INVERSE, claiming());
      assert.deepEqual(takeBack(INVERSE, left, claiming(change)).operations, []);
    });
  }

  it('takes back a claim that moved with its cue and source', () => {
    const moved = { cue: { ...claim.cue, start: 26, end: 29 } };
    const left = traceOf(INVERSE, claiming());
    assert.equal(takeBack(INVERSE, left, claiming(moved)).operations.length, 2);
  });

  it('does not bring back what stands again', () => {
    const { record, inverse } = apply(holding(mark('a')), { type: 'remove', id: 'a' });
    const left = traceOf(inverse, record);
    assert.equal(takeBack(inverse, left, record).operations.length, 1);
    assert.equal(takeBack(inverse, left, holding(mark('a'))).operations.length, 0);
  });
});
