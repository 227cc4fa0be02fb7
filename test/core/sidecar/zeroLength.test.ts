import assert from 'node:assert/strict';
import type { Annotation, ArticleRecord } from '../../../src/core/model/annotation';
import { EMPTY_RECORD } from '../../../src/core/model/annotation';
import { openSidecar, toSidecarData } from '../../../src/core/sidecar/bind';
import { readSidecar } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';

const TEXT = 'قال الناطق إن الوفد غادر المدينة قبل الظهر.\nولم يذكر وجهته.\n';

function reopened(record: ArticleRecord, text: string): ArticleRecord {
  const read = readSidecar(
    writeSidecar(undefined, toSidecarData(TEXT, 'a.txt', record)),
    'a.txt.ann.yaml',
  );
  assert.ok(read.ok);
  return openSidecar(text, read.value).record;
}

describe('annotations without a length', () => {
  const at = TEXT.indexOf('غادر');
  const mark: Annotation = { id: 'zero01', label: 'DATE', start: at, end: at, quote: '' };
  const record = { ...EMPTY_RECORD, annotations: [mark] };

  it('stand where they stood when the text is unchanged', () => {
    const { annotations, orphans } = reopened(record, TEXT);
    assert.equal(orphans.length, 0);
    assert.equal(annotations[0]?.start, at);
  });
  it('move with the words around them', () => {
    const { annotations } = reopened(record, `عاجل: ${TEXT}`);
    assert.equal(annotations[0]?.start, at + 'عاجل: '.length);
  });
  it('are orphans where those words are gone', () => {
    const { annotations, orphans } = reopened(record, 'نص آخر تماما لا صلة له بما كان.\n');
    assert.equal(annotations.length, 0);
    assert.equal(orphans.length, 1);
  });
  it('keep a claim whole whose cue has no length', () => {
    const start = TEXT.indexOf('الوفد');
    const cue = TEXT.indexOf('إن');
    const claim: Annotation = {
      id: 'claim1',
      label: 'CLAIM',
      start,
      end: start + 10,
      quote: TEXT.slice(start, start + 10),
      claim: { kind: 'statement', mode: 'indirect', cue: { start: cue, end: cue, quote: '' } },
    };
    const { annotations, orphans } = reopened({ ...EMPTY_RECORD, annotations: [claim] }, TEXT);
    assert.equal(orphans.length, 0);
    assert.equal(annotations[0]?.claim?.cue?.start, cue);
  });
});
