import assert from 'node:assert/strict';
import {
  EMPTY_RECORD,
  type Annotation,
  type ArticleRecord,
} from '../../../src/core/model/annotation';
import { Recall } from '../../../src/core/model/recall';
import { followEdit } from '../../../src/core/sidecar/follow';
import { applyChange, type TextChange } from '../../../src/core/text/edits';
import { entity, spanOf } from '../../support/article';

const TEXT = 'قال السفير في بغداد إن الوفد 😀 غادر يوم الأحد إلى عمّان.\n';
const CLAIM: Annotation = {
  id: 'c1',
  label: 'CLAIM',
  ...spanOf(TEXT, 'الوفد 😀 غادر يوم الأحد'),
  parts: [spanOf(TEXT, 'إلى عمّان')],
  claim: {
    kind: 'statement',
    mode: 'direct',
    cue: spanOf(TEXT, 'قال'),
    source: spanOf(TEXT, 'السفير'),
  },
};
const RECORD: ArticleRecord = {
  ...EMPTY_RECORD,
  annotations: [entity(TEXT, 'GPE', 'بغداد'), CLAIM],
};

/** An article that is edited and whose edits are undone, as in the editor. */
class Edited {
  text = TEXT;
  record = RECORD;
  readonly recall = new Recall();
  private readonly stack: string[] = [];

  edit(from: string, to: string, all: boolean = false): void {
    const changes: TextChange[] = [];
    for (let at = this.text.lastIndexOf(from); at !== -1 && from !== '';) {
      changes.push({ start: at, end: at + from.length, text: to });
      if (!all || at === 0) break;
      at = this.text.lastIndexOf(from, at - 1);
    }
    assert.ok(changes.length > 0, from);
    this.stack.push(this.text);
    this.apply(changes, false);
  }

  undo(steps: number = 1): void {
    let back = this.text;
    for (let n = 0; n < steps; n += 1) back = this.stack.pop() ?? back;
    const change = { start: 0, end: this.text.length, text: back };
    this.apply([change], true);
  }

  private apply(changes: readonly TextChange[], isBack: boolean): void {
    this.recall.remember(this.text, this.record, []);
    const after = changes.reduce(applyChange, this.text);
    this.record = followEdit(this.record, this.text, after, changes);
    this.text = after;
    if (isBack) this.record = this.recall.recalled(after, this.record);
  }

  act(change: (one: Annotation) => Annotation): void {
    const annotations = this.record.annotations.map(change);
    const after = { ...this.record, annotations };
    this.recall.acted(this.record, after);
    this.record = after;
  }
}

/** Without the context that an orphan was given to be found again by. */
function bare({ prefix: _before, suffix: _after, ...rest }: Annotation): Annotation {
  return rest;
}

function plain(record: ArticleRecord): ArticleRecord {
  return { ...record, annotations: record.annotations.map(bare) };
}

describe('undo of the text', () => {
  const cases: [string, string, string][] = [
    ['all of an annotation', 'بغداد', ''],
    ['the end of one', 'داد إن', ''],
    ['the beginning of one', 'في بغ', ''],
    ['the beginning, typed over', 'في بغ', 'مدينة '],
    ['its surroundings too', 'السفير في بغداد إن', 'كلام'],
    ['a cue', 'قال ', ''],
    ['a source', 'السفير', ''],
    ['a part', 'إلى عمّان', ''],
    ['half of a part and its article', 'لى عمّان.\n', ''],
    ['everything', TEXT, ''],
    ['everything, for another text', TEXT, 'نص آخر تماما.'],
  ];
  for (const [what, from, to] of cases) {
    it(`brings back ${what}`, () => {
      const edited = new Edited();
      edited.edit(from, to);
      edited.undo();
      assert.deepEqual(plain(edited.record), RECORD);
    });
  }

  it('brings back what many deletions took, in one step or in several', () => {
    for (const steps of [[1, 1, 1], [2, 1], [1, 2], [3]]) {
      const edited = new Edited();
      edited.edit('اد إن', ' إن');
      edited.edit('غد', '');
      edited.edit('الأحد', '');
      for (const count of steps) edited.undo(count);
      assert.deepEqual(plain(edited.record), RECORD, steps.join());
    }
  });

  it('brings back what several cursors took', () => {
    const edited = new Edited();
    edited.edit('ا', '', true);
    edited.undo();
    assert.deepEqual(plain(edited.record), RECORD);
  });

  it('leaves what an act said or placed meanwhile', () => {
    const edited = new Edited();
    edited.edit('داد إن', '');
    edited.act((one) => (one.label === 'GPE' ? { ...one, note: 'ملاحظة' } : one));
    edited.undo();
    const [note] = edited.record.annotations;
    assert.deepEqual(note && bare(note), { ...RECORD.annotations[0], note: 'ملاحظة' });

    const moved = new Edited();
    moved.edit('داد إن', '');
    const place = spanOf(moved.text, 'السفير');
    moved.act((one) => (one.label === 'GPE' ? { ...one, ...place } : one));
    moved.undo();
    assert.equal(moved.record.annotations.find(({ label }) => label === 'GPE')?.quote, 'السفير');
  });

  it('does not bring back what an act removed', () => {
    const edited = new Edited();
    edited.edit('داد إن', '');
    const { annotations } = edited.record;
    const after = { ...edited.record, annotations: annotations.filter(({ id }) => id === 'c1') };
    edited.recall.acted(edited.record, after);
    edited.record = after;
    edited.undo();
    assert.deepEqual(edited.record.annotations.map(bare), [CLAIM]);
  });
});
