import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/model/annotation';
import type { Operation } from '../../../src/core/model/operations';
import { bindOperation, toStoredOperation } from '../../../src/core/sidecar/storedOperation';

const TEXT = '🔴 قال وزير الخارجية في بيروت إن الوفد وصل.\nوأضاف أن بيروت ترحب به.\n';
const LINE = TEXT.slice(TEXT.indexOf('\n') + 1);
const START = TEXT.lastIndexOf('بيروت');
const BEIRUT: Annotation = {
  id: 'aaa111',
  label: 'GPE',
  start: START,
  end: START + 5,
  quote: 'بيروت',
};

describe('an operation that is kept', () => {
  const kept = (op: Operation): Operation =>
    JSON.parse(JSON.stringify(toStoredOperation(op, TEXT))) as Operation;

  it('has code points and an anchor', () => {
    const stored = kept({ type: 'add', annotation: BEIRUT });
    assert.ok(stored.type === 'add');
    const { start, end, prefix } = stored.annotation;
    assert.deepEqual([start, end], [START - 1, START + 4]);
    assert.ok(prefix?.endsWith('وأضاف أن '));
  });

  const cases: readonly [string, string, string, number | undefined][] = [
    ['stays in the same text', TEXT, 'add', START],
    ['moves with its words', `عاجل ${TEXT}`, 'add', START + 5],
    ['is found where its line was moved and all else changed', `${LINE}خبر آخر.\n`, 'add', 9],
    ['is an orphan where its line is gone', TEXT.slice(0, -LINE.length), 'orphan', undefined],
  ];
  for (const [name, after, type, start] of cases) {
    it(`${name}: what is brought back`, () => {
      const operations: Operation[] = [{ type: 'add', annotation: BEIRUT }];
      const bound = bindOperation(kept({ type: 'batch', operations }), after);
      assert.ok(bound.type === 'batch');
      const [part] = bound.operations;
      assert.equal(part?.type, type);
      if (part?.type !== 'add') return;
      assert.equal(part.annotation.start, start);
      assert.equal(after.slice(start, part.annotation.end), 'بيروت');
    });
  }

  it('takes each of several annotations to its own words', () => {
    const first = TEXT.indexOf('بيروت');
    const other = { ...BEIRUT, id: 'bbb222', start: first, end: first + 5 };
    const operations = [BEIRUT, other].map((annotation): Operation => ({
      type: 'add',
      annotation,
    }));
    const after = `خبر. ${TEXT}`;
    const bound = bindOperation(kept({ type: 'batch', operations }), after);
    assert.ok(bound.type === 'batch');
    const starts = bound.operations.map((one) => one.type === 'add' && one.annotation.start);
    assert.deepEqual(starts, [START + 5, first + 5]);
  });

  it('moves a rejection, and leaves the rest as it is', () => {
    const { label, start, end, quote } = BEIRUT;
    const reject: Operation = { type: 'reject', rejection: { label, start, end, quote } };
    assert.deepEqual(bindOperation(kept(reject), TEXT), reject);
    const status: Operation = { type: 'status', status: 'todo' };
    const remove: Operation = { type: 'remove', id: 'aaa111' };
    for (const op of [status, remove]) assert.deepEqual(bindOperation(kept(op), TEXT), op);
  });
});
