import assert from 'node:assert/strict';
import { EMPTY_RECORD, type Annotation } from '../../../src/core/model/annotation';
import { conflictsOf, settleConflict, withConflict } from '../../../src/core/model/conflicts';
import { differencesOf } from '../../../src/core/model/differences';
import { apply } from '../../../src/core/model/operations';

const OURS: Annotation = { id: 'a1', label: 'GPE', start: 4, end: 7, quote: 'تعز', note: 'مدينة' };
const THEIRS: Annotation = { ...OURS, id: 'x1', label: 'LOC', by: 'سلوى' };
const [A, X] = [withConflict(OURS, 'x1'), withConflict(THEIRS, 'a1')];
const REMOVED = withConflict({ ...OURS, id: 'b2', start: 20, end: 23 }, 'deleted');

describe('conflicts', () => {
  it('are listed once each, with the other version', () => {
    const record = { ...EMPTY_RECORD, annotations: [A, X, REMOVED] };
    assert.deepEqual(
      conflictsOf(record).map(({ version, other }) => [version.id, other?.id]),
      [
        ['a1', 'x1'],
        ['b2', undefined],
      ],
    );
  });

  it('that lost their other version are still listed', () => {
    assert.equal(conflictsOf({ ...EMPTY_RECORD, annotations: [A] })[0]?.other, undefined);
  });

  it('end the same way where a version has lost its place', () => {
    const record = { ...EMPTY_RECORD, annotations: [A], orphans: [X] };
    const op = settleConflict(record, 'x1');
    assert.ok(op);
    const settled = apply(record, op).record;
    assert.deepEqual([settled.annotations, settled.orphans], [[], [THEIRS]]);
    const both = settleConflict(record, 'a1', true);
    assert.ok(both);
    assert.deepEqual(apply(record, both).record.orphans, [THEIRS]);
  });

  it('say what they are about', () => {
    assert.deepEqual(differencesOf(A, X), [{ name: 'label', value: 'GPE' }]);
    const { note: _, ...bare } = OURS;
    assert.deepEqual(differencesOf(bare, OURS), [{ name: 'note', value: undefined }]);
    const named = { ...OURS, attributes: { constructor: 1 } };
    assert.deepEqual(differencesOf(named, OURS), [{ name: 'constructor', value: 1 }]);
  });
});
