import assert from 'node:assert/strict';
import { EMPTY_RECORD, type ArticleRecord } from '../../../src/core/model/annotation';
import { followEdit } from '../../../src/core/sidecar/follow';
import { applyChanges, type TextChange } from '../../../src/core/text/edits';

const TEXT = 'قال وزير الخارجية في بيروت إن الوفد وصل.\nوأضاف أن بيروت ترحب به.\n';
const START = TEXT.lastIndexOf('بيروت');
const RECORD: ArticleRecord = {
  ...EMPTY_RECORD,
  annotations: [{ id: 'aaa111', label: 'GPE', start: START, end: START + 5, quote: 'بيروت' }],
};

function follow(record: ArticleRecord, before: string, ...changes: TextChange[]) {
  const after = applyChanges(before, changes);
  return { after, record: followEdit(record, before, after, changes) };
}

describe('followEdit', () => {
  it('moves an annotation with its words', () => {
    const { after, record } = follow(RECORD, TEXT, { start: 0, end: 0, text: 'عاجل 🔴 ' });
    const [moved] = record.annotations;
    assert.equal(after.slice(moved!.start, moved!.end), 'بيروت');
    assert.equal(record.orphans.length, 0);
  });

  it('does not let a deleted mention land on another mention of the same name', () => {
    const line = TEXT.indexOf('\n') + 1;
    const { record } = follow(RECORD, TEXT, { start: line, end: TEXT.length, text: '' });
    assert.equal(record.annotations.length, 0);
    assert.equal(record.orphans[0]?.id, 'aaa111');
    assert.ok(record.orphans[0]?.prefix?.endsWith('وأضاف أن '));
  });

  it('takes it back when the words come back, even elsewhere', () => {
    const line = TEXT.indexOf('\n') + 1;
    const gone = follow(RECORD, TEXT, { start: line, end: TEXT.length, text: '' });
    const again = follow(gone.record, gone.after, { start: 0, end: 0, text: TEXT.slice(line) });
    assert.equal(again.record.orphans.length, 0);
    const [found] = again.record.annotations;
    assert.equal(found?.start, TEXT.slice(line).indexOf('بيروت'));
  });
});
