import assert from 'node:assert/strict';
import { EMPTY_RECORD, type Annotation } from '../../../src/core/model/annotation';
import { History } from '../../../src/core/model/history';
import { keepHistory, readHistory } from '../../../src/core/sidecar/keptHistory';
import { apply } from '../../../src/core/model/operations';

const TEXT = 'زار الوفد بغداد ثم البصرة';
const BAGHDAD: Annotation = { id: 'aaa111', label: 'GPE', start: 10, end: 15, quote: 'بغداد' };
const BASRA: Annotation = { id: 'bbb222', label: 'GPE', start: 19, end: 25, quote: 'البصرة' };

describe('undo that is kept', () => {
  /** Baghdad and Basra tagged, Basra taken back. */
  const acted = () => {
    const history = new History();
    let record = history.perform(EMPTY_RECORD, { type: 'add', annotation: BAGHDAD });
    record = history.perform(record, { type: 'add', annotation: BASRA });
    record = history.undo(record)?.record ?? record;
    return { history, record };
  };
  const taken = (history: History, text = TEXT): History | undefined => {
    const state = readHistory(keepHistory(text, history.state()), text);
    if (state === undefined) return undefined;
    const other = new History();
    other.restore(state);
    return other;
  };

  it('goes on where it was', () => {
    const { history, record } = acted();
    const other = taken(history);
    assert.deepEqual(other?.redo(record)?.record.annotations, [BAGHDAD, BASRA]);
    const later = taken(history);
    assert.deepEqual(later?.undo(record)?.record.annotations, []);
  });

  it('is kept for the text after all edits', () => {
    const { history } = acted();
    const text = `أمس ${TEXT}`;
    history.mapThrough(text, [{ start: 0, end: 0, text: 'أمس ' }]);
    const other = taken(history, text);
    const step = other?.redo(EMPTY_RECORD);
    assert.deepEqual(
      step?.record.annotations.map(({ start, quote }) => [start, quote]),
      [[23, 'البصرة']],
    );
  });

  it('comes before what was done since', () => {
    const { history, record } = acted();
    const other = new History();
    const after = other.perform(record, { type: 'status', status: 'done' });
    other.restore(history.state());
    const one = other.undo(after);
    assert.equal(one?.record.status, record.status);
    assert.deepEqual(one && other.undo(one.record)?.record.annotations, []);
    assert.equal(other.canUndo, false);
  });

  it('keeps the newest steps where there are too many', () => {
    const history = new History();
    let record = EMPTY_RECORD;
    for (let at = 0; at < 300; at++) {
      const long = { ...BAGHDAD, note: `${at} ${'ن'.repeat(20_000)}` };
      record = history.perform(record, { type: 'replace', annotation: long });
    }
    const source = keepHistory(TEXT, history.state());
    assert.ok(source.length < 1_100_000);
    const last = readHistory(source, TEXT)?.done.at(-1);
    assert.ok(last);
    assert.match(apply(record, last).record.annotations[0]?.note ?? '', /^298 /);
  });

  const notOurs: [string, string][] = [
    ['nothing', ''],
    ['no JSON', '{'],
    ['another version', JSON.stringify({ version: 2, done: [], undone: [] })],
    ['a list', '[]'],
  ];
  for (const [name, source] of notOurs) {
    it(`takes up nothing from ${name}`, () => assert.equal(readHistory(source, TEXT), undefined));
  }

  it('takes up nothing for another text, and no operation that is none', () => {
    const source = keepHistory(TEXT, acted().history.state());
    assert.equal(readHistory(source, `${TEXT}.`), undefined);
    assert.equal(readHistory(source.replace('"remove"', '"format"'), TEXT), undefined);
  });
});
