// Foreign files are damaged, half written, or meant to do harm. Whatever they hold, an import gives
// annotations that agree with their text and that a sidecar can hold, or says what is wrong.
import assert from 'node:assert/strict';
import { IMPORT_FORMATS, findImportFormat } from '../../../src/core/format/registry';
import { toSidecarData } from '../../../src/core/sidecar/bind';
import { readSidecar } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { importOnce } from '../../../scripts/torture/imports';
import { codes, importAll } from '../../support/exchange';

describe('import of damaged files', () => {
  for (const [index, format] of IMPORT_FORMATS.entries()) {
    it(`${format.id} gives what a sidecar can hold`, () => {
      for (let n = 0; n < 60; n += 1) importOnce(index + n * IMPORT_FORMATS.length);
    });
  }
});

describe('import of records that no sidecar could hold', () => {
  const jsonl = findImportFormat('jsonl');
  const read = (annotations: unknown, more: object = {}) => {
    assert.ok(jsonl !== undefined);
    const content = JSON.stringify({ path: 'a.txt', text: 'علي في دبي', annotations, ...more });
    const result = importAll(jsonl, [{ path: 'x.jsonl', content }]);
    const [article] = result.articles;
    assert.ok(article !== undefined);
    assert.ok(
      readSidecar(writeSidecar(undefined, toSidecarData(article.text, 'a', article.record)), 'a')
        .ok,
    );
    return { ...result, record: article.record };
  };
  const span = { id: 'x', label: 'PERS', start: 0, end: 3, quote: 'علي' };

  it('labels every claim CLAIM, and gives a bare CLAIM a kind and a mode', () => {
    const { record, issues } = read([
      { ...span, kind: 'denial', mode: '' },
      { ...span, id: 'y', label: 'CLAIM' },
    ]);
    assert.deepEqual(codes(issues), { 'claim-label-changed': 1, 'claim-details-missing': 1 });
    assert.deepEqual(
      record.annotations.map(({ label, claim }) => [label, claim?.kind, claim?.mode]),
      [
        ['CLAIM', 'denial', 'indirect'],
        ['CLAIM', 'other', 'indirect'],
      ],
    );
  });

  it('renames attributes that would be taken for something else', () => {
    const attributes = { start: 7, gender: 'f' };
    const { record, issues } = read([{ ...span, attributes }]);
    assert.deepEqual(codes(issues), { 'attribute-renamed': 1 });
    assert.deepEqual(record.annotations[0]?.attributes, { 'attribute-start': 7, gender: 'f' });
  });

  it('keeps annotations with impossible offsets as orphans', () => {
    const { record } = read([
      { ...span, start: -5, end: -1 },
      { ...span, id: 'y', start: 9, end: 2 },
      { ...span, id: 'z', end: 1e15 },
    ]);
    assert.equal(record.annotations.length, 0);
    assert.equal(record.orphans.length, 3);
  });

  it('leaves out rejections that are nowhere', () => {
    const { record } = read([], {
      rejected: [{ ...span, start: -1 }, { ...span, label: '' }, span, 5],
    });
    assert.equal(record.rejected.length, 1);
  });

  it('is not moved by names out of a prototype', () => {
    const { record } = read([{ ...span, label: '__proto__', id: 'constructor' }], {
      __proto__: { text: 'x' },
    });
    assert.equal(record.annotations[0]?.label, '__proto__');
    assert.equal(({} as Record<string, unknown>)['text'], undefined);
  });
});
