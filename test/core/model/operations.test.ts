import assert from 'node:assert/strict';
import {
  EMPTY_RECORD,
  type Annotation,
  type ArticleRecord,
  type Rejection,
} from '../../../src/core/model/annotation';
import { History } from '../../../src/core/model/history';
import { mapOperation, mapRecord } from '../../../src/core/model/mapping';
import { apply, withProgress, type Operation } from '../../../src/core/model/operations';
import { compareAnnotations } from '../../../src/core/model/order';
import { applyChanges, type TextChange } from '../../../src/core/text/edits';
import { random, rounds } from '../../support/random';

const TEXT = 'قالت وزارة الخارجية إنّ 😀 السفير غادر بغداد يوم الأحد إلى عمّان.';

function entity(id: string, quote: string): Annotation {
  const start = TEXT.indexOf(quote);
  assert.notEqual(start, -1);
  return { id, label: 'ORG', start, end: start + quote.length, quote };
}

function claim(id: string): Annotation {
  const { start, end, quote } = entity(id, 'السفير غادر بغداد');
  return {
    ...{ id, label: 'CLAIM', start, end, quote },
    claim: {
      kind: 'statement',
      mode: 'indirect',
      cue: { ...span('قالت') },
      source: { ...span('وزارة الخارجية') },
    },
  };
}

function span(quote: string): { start: number; end: number; quote: string } {
  const { start, end } = entity('x', quote);
  return { start, end, quote };
}

function rejection(quote: string): Rejection {
  return { label: 'PERS', ...span(quote) };
}

class Maker {
  constructor(private readonly next: () => number) {}

  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  piece(length: number = TEXT.length): { start: number; end: number; quote: string } {
    const start = this.int(length - 4);
    const end = start + 1 + this.int(Math.min(12, length - start - 1));
    return { start, end, quote: TEXT.slice(start, end) };
  }

  annotation(): Annotation {
    const base = { id: `a${this.int(6)}`, label: 'ORG', ...this.piece() };
    if (this.int(3) > 0) return base;
    const details = { kind: 'statement', mode: 'direct', cue: this.piece(), source: this.piece() };
    return { ...base, label: 'CLAIM', claim: details };
  }

  operation(depth: number = 0): Operation {
    switch (this.int(depth > 1 ? 6 : 8)) {
      case 0:
        return { type: 'add', annotation: this.annotation() };
      case 1:
        return { type: 'remove', id: `a${this.int(6)}` };
      case 2:
        return { type: 'replace', annotation: this.annotation() };
      case 3:
        return { type: 'orphan', annotation: this.annotation() };
      case 4:
        return { type: 'reject', rejection: { label: 'ORG', ...this.piece(12) } };
      case 5:
        return { type: 'unreject', rejection: { label: 'ORG', ...this.piece(12) } };
      case 6:
        return { type: 'status', status: this.int(2) === 0 ? 'done' : 'in-progress' };
      default: {
        const operations = Array.from({ length: this.int(4) }, () => this.operation(depth + 1));
        return { type: 'batch', operations };
      }
    }
  }

  record(): ArticleRecord {
    let record: ArticleRecord = EMPTY_RECORD;
    for (let n = 0; n < 8; n += 1) record = apply(record, this.operation()).record;
    return record;
  }

  change(length: number): TextChange {
    const start = this.int(length + 1);
    const end = Math.min(length, start + this.int(8));
    return { start, end, text: ['', '', 'و', ' جديد ', '😀'][this.int(5)] ?? '' };
  }
}

describe('operations', () => {
  it('are taken back by their inverse, whatever the record', () => {
    for (let seed = 1; seed <= rounds(300); seed += 1) {
      const make = new Maker(random(seed));
      const record = make.record();
      const op = make.operation();
      const { record: after, inverse } = apply(record, op);
      const back = apply(after, inverse);
      assert.deepEqual(back.record, record, `seed ${seed}`);
      assert.deepEqual(apply(back.record, back.inverse).record, after, `seed ${seed}, again`);
      assert.deepEqual([...after.annotations].sort(compareAnnotations), after.annotations);
      const ids = [...after.annotations, ...after.orphans].map((item) => item.id);
      assert.equal(new Set(ids).size, ids.length, `seed ${seed}: an id twice`);
    }
  });

  it('keep annotations in text order, the outer one first', () => {
    const inner = entity('b', 'الخارجية');
    const outer = entity('c', 'وزارة الخارجية');
    const first = entity('d', 'قالت');
    const same = { ...outer, id: 'a' };
    const record = [inner, outer, first, same].reduce(
      (current, annotation) => apply(current, { type: 'add', annotation }).record,
      EMPTY_RECORD,
    );
    assert.deepEqual(
      record.annotations.map((item) => item.id),
      ['d', 'a', 'c', 'b'],
    );
  });

  it('do nothing where there is nothing to do', () => {
    const record: ArticleRecord = { ...EMPTY_RECORD, rejected: [rejection('يوم')] };
    for (const op of [
      { type: 'remove', id: 'x' },
      { type: 'reject', rejection: rejection('يوم') },
      { type: 'unreject', rejection: rejection('الأحد') },
      { type: 'status', status: 'todo' },
      { type: 'batch', operations: [] },
    ] as const) {
      assert.equal(apply(record, op).record, record, op.type);
    }
  });

  it('find an orphan again by replacing it', () => {
    const orphan = entity('o', 'بغداد');
    const record: ArticleRecord = { ...EMPTY_RECORD, orphans: [orphan] };
    const found = apply(record, { type: 'replace', annotation: { ...orphan, start: 1, end: 6 } });
    assert.deepEqual(found.record.orphans, []);
    assert.equal(found.record.annotations.length, 1);
    assert.deepEqual(apply(found.record, found.inverse).record, record);
  });

  it('move an article from todo to in progress, and no further', () => {
    const add: Operation = { type: 'add', annotation: entity('a', 'بغداد') };
    const started = apply(EMPTY_RECORD, withProgress(EMPTY_RECORD, add));
    assert.equal(started.record.status, 'in-progress');
    assert.deepEqual(apply(started.record, started.inverse).record, EMPTY_RECORD);
    const done: ArticleRecord = { ...EMPTY_RECORD, status: 'done' };
    assert.equal(withProgress(done, add), add);
    const status: Operation = { type: 'status', status: 'done' };
    assert.equal(withProgress(EMPTY_RECORD, status), status);
  });
});

describe('mapping a record through edits', () => {
  const record: ArticleRecord = {
    ...EMPTY_RECORD,
    annotations: [entity('s', 'وزارة الخارجية'), claim('c'), entity('b', 'بغداد')],
    rejected: [rejection('الأحد')],
  };

  function edit(
    quote: string,
    text: string,
  ): { after: string; change: TextChange; mapped: ArticleRecord } {
    const { start, end } = span(quote);
    const change = { start, end, text };
    const after = applyChanges(TEXT, [change]);
    return { after, change, mapped: mapRecord(record, after, [change]) };
  }

  it('moves what stands after the edit and leaves what stands before it', () => {
    const { mapped, after } = edit('يوم', 'مساء يوم');
    assert.equal(mapped.annotations[0], record.annotations[0]);
    const moved = mapped.rejected[0];
    assert.ok(moved);
    assert.equal(after.slice(moved.start, moved.end), 'الأحد');
  });

  it('takes the quote from the new text', () => {
    const { mapped } = edit('غادر', 'سيغادر غدا');
    assert.equal(mapped.annotations[1]?.quote, 'السفير سيغادر غدا بغداد');
  });

  it('makes an orphan of what is gone, in code points, at its place', () => {
    const { mapped, after } = edit('السفير غادر بغداد', '');
    assert.deepEqual(
      mapped.annotations.map((item) => item.id),
      ['s'],
    );
    assert.deepEqual(
      mapped.orphans.map((item) => [item.id, item.quote]),
      [
        ['c', 'السفير غادر بغداد'],
        ['b', 'بغداد'],
      ],
    );
    const [orphan] = mapped.orphans;
    assert.ok(orphan);
    const at = [...after.slice(0, span('السفير').start)].length;
    assert.deepEqual([orphan.start, orphan.end], [at, at + 17]);
    assert.equal(orphan.claim?.cue?.quote, 'قالت');
  });

  it('takes from a claim only the part that is gone', () => {
    const { mapped } = edit('قالت', '');
    const found = mapped.annotations.find((item) => item.id === 'c');
    assert.deepEqual(Object.keys(found?.claim ?? {}).sort(), ['kind', 'mode', 'source']);
    assert.equal(found?.claim?.source?.quote, 'وزارة الخارجية');
    assert.equal(found.quote, 'السفير غادر بغداد');
  });

  it('keeps what is left of a discontinuous annotation', () => {
    const split: Annotation = { ...entity('p', 'قالت'), parts: [span('بغداد'), span('عمّان')] };
    const base: ArticleRecord = { ...EMPTY_RECORD, annotations: [split] };
    const cut = (quote: string): Annotation | undefined => {
      const change = { ...span(quote), text: '' };
      return mapRecord(base, applyChanges(TEXT, [change]), [change]).annotations[0];
    };
    assert.deepEqual(
      [cut('قالت')?.quote, cut('قالت')?.parts?.map((part) => part.quote)],
      ['بغداد', ['عمّان']],
    );
    assert.deepEqual(
      [cut('بغداد')?.quote, cut('بغداد')?.parts?.map((part) => part.quote)],
      ['قالت', ['عمّان']],
    );
  });

  it('keeps every quote equal to its text, and everything somewhere, on random edits', () => {
    for (let seed = 1; seed <= rounds(200); seed += 1) {
      const make = new Maker(random(seed));
      const { orphans, ...clean } = make.record();
      const before: ArticleRecord = { ...clean, orphans: [] };
      let text = TEXT;
      const changes = Array.from({ length: 1 + make.int(4) }, () => {
        const change = make.change(text.length);
        text = applyChanges(text, [change]);
        return change;
      });
      const after = mapRecord(before, text, changes);
      for (const item of after.annotations) {
        assert.equal(item.quote, text.slice(item.start, item.end), `seed ${seed}`);
        const { cue } = item.claim ?? {};
        if (cue) assert.equal(cue.quote, text.slice(cue.start, cue.end), `seed ${seed}`);
      }
      assert.deepEqual(
        [...after.annotations, ...after.orphans].map((item) => item.id).sort(),
        before.annotations.map((item) => item.id).sort(),
        `seed ${seed} ${orphans.length}`,
      );
      let stepwise = before;
      let stepText = TEXT;
      for (const change of changes) {
        stepText = applyChanges(stepText, [change]);
        stepwise = mapRecord(stepwise, stepText, [change]);
      }
      assert.deepEqual(stepwise.annotations, after.annotations, `seed ${seed}: step by step`);
    }
  });

  it('maps operations, so that undo works after an edit', () => {
    for (let seed = 1; seed <= rounds(200); seed += 1) {
      const make = new Maker(random(seed));
      const start: ArticleRecord = { ...make.record(), orphans: [] };
      const annotation = { ...make.annotation(), id: 'new' };
      const { record: after, inverse } = apply(start, { type: 'add', annotation });
      const change = make.change(TEXT.length);
      const text = applyChanges(TEXT, [change]);
      const undone = apply(mapRecord(after, text, [change]), mapOperation(inverse, text, [change]));
      assert.deepEqual(undone.record, mapRecord(start, text, [change]), `seed ${seed}`);
    }
  });

  it('makes an orphan of an undone removal whose text is gone', () => {
    const { inverse } = apply(record, { type: 'remove', id: 'b' });
    const change = { ...span('بغداد'), text: '' };
    const text = applyChanges(TEXT, [change]);
    assert.equal(mapOperation(inverse, text, [change]).type, 'orphan');
    const reject: Operation = { type: 'reject', rejection: rejection('بغداد') };
    assert.deepEqual(mapOperation(reject, text, [change]), { type: 'batch', operations: [] });
  });
});

describe('history', () => {
  const add = (id: string, quote: string): Operation => ({
    type: 'add',
    annotation: entity(id, quote),
  });

  it('goes back and forth', () => {
    const history = new History();
    const one = history.perform(EMPTY_RECORD, add('a', 'بغداد'));
    const two = history.perform(one, add('b', 'السفير'));
    assert.deepEqual(history.undo(two)?.record, one);
    assert.deepEqual(history.undo(one)?.record, EMPTY_RECORD);
    assert.equal(history.canUndo, false);
    assert.equal(history.undo(EMPTY_RECORD), undefined);
    assert.deepEqual(history.redo(EMPTY_RECORD)?.record, one);
    assert.deepEqual(history.redo(one)?.record, two);
    assert.equal(history.canRedo, false);
    assert.equal(history.redo(two), undefined);
  });

  it('tells which operation it did', () => {
    const history = new History();
    const one = history.perform(EMPTY_RECORD, add('a', 'بغداد'));
    assert.deepEqual(history.undo(one)?.operation, { type: 'remove', id: 'a' });
  });

  it('forgets what was undone once something new is done', () => {
    const history = new History();
    const one = history.perform(EMPTY_RECORD, add('a', 'بغداد'));
    history.undo(one);
    history.perform(EMPTY_RECORD, add('b', 'السفير'));
    assert.equal(history.canRedo, false);
  });

  it('is bounded', () => {
    const history = new History(3);
    let record: ArticleRecord = EMPTY_RECORD;
    for (const id of ['a', 'b', 'c', 'd', 'e']) record = history.perform(record, add(id, 'يوم'));
    let steps = 0;
    for (let step = history.undo(record); step; step = history.undo(record)) {
      record = step.record;
      steps += 1;
    }
    assert.equal(steps, 3);
    assert.deepEqual(
      record.annotations.map((item) => item.id),
      ['a', 'b'],
    );
  });

  it('can be cleared', () => {
    const history = new History();
    history.perform(EMPTY_RECORD, add('a', 'يوم'));
    history.clear();
    assert.deepEqual([history.canUndo, history.canRedo], [false, false]);
  });

  it('follows the text between doing and undoing, over however many edits', () => {
    for (const edits of [1, 5, 700]) {
      const history = new History();
      const start = apply(EMPTY_RECORD, add('a', 'بغداد')).record;
      let record = history.perform(start, { type: 'remove', id: 'a' });
      let text = TEXT;
      for (let n = 0; n < edits; n += 1) {
        const change = { start: 0, end: 0, text: 'و' };
        text = applyChanges(text, [change]);
        record = mapRecord(record, text, [change]);
        history.mapThrough(text, [change]);
        if (n === 2) record = history.perform(record, { type: 'status', status: 'done' });
      }
      if (edits > 2) record = history.undo(record)?.record ?? EMPTY_RECORD;
      record = history.undo(record)?.record ?? EMPTY_RECORD;
      const [found] = record.annotations;
      assert.ok(found);
      assert.equal(text.slice(found.start, found.end), 'بغداد');
      const again = history.redo(record)?.record;
      assert.deepEqual(again?.annotations, []);
    }
  });
});
