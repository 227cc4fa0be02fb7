import assert from 'node:assert/strict';
import { EMPTY_RECORD, type Annotation } from '../../../src/core/model/annotation';
import { BUILTIN_LABELS } from '../../../src/core/model/labels';
import { rankLabels } from '../../../src/core/model/rankLabels';

const fold = (text: string): string => text.replace('أ', 'ا');

function tagged(label: string, quote: string, at?: string): Annotation {
  return { id: `i${label}`, label, start: 0, end: quote.length, quote, ...(at ? { at } : {}) };
}

function names(
  annotations: readonly Annotation[],
  quote: string,
  proposed: string[] = [],
): string[] {
  const record = { ...EMPTY_RECORD, annotations };
  return rankLabels(BUILTIN_LABELS, record, quote, proposed, fold).map((label) => label.name);
}

describe('rankLabels', () => {
  it('gives every label of the set once', () => {
    const ranked = names([], 'بغداد');
    assert.equal(ranked.length, BUILTIN_LABELS.entities.length);
    assert.equal(new Set(ranked).size, ranked.length);
  });
  it('starts with the usual labels of news when nothing is known', () => {
    assert.deepEqual(names([], 'بغداد').slice(0, 3), ['PERS', 'ORG', 'GPE']);
  });
  it('puts what detectors propose first', () => {
    assert.equal(names([tagged('LOC', 'بغداد')], 'بغداد', ['FAC'])[0], 'FAC');
  });
  it('then what the same words were tagged as, however spelt', () => {
    assert.equal(names([tagged('LAW', 'أربيل')], 'اربيل')[0], 'LAW');
  });
  it('then what was used last', () => {
    const before = tagged('WORK', 'كتاب', '2026-11-01T10:00:00Z');
    const last = tagged('LAW', 'قانون', '2026-11-02T10:00:00Z');
    assert.deepEqual(names([last, before], 'شيء').slice(0, 2), ['LAW', 'WORK']);
  });
  it('then what is often taken for it', () => {
    assert.deepEqual(names([], 'السفارة الهولندية', ['FAC']).slice(0, 3), ['FAC', 'ORG', 'LOC']);
  });
  it('ignores proposed labels that the set does not have', () => {
    assert.equal(names([], 'بغداد', ['NONE'])[0], 'PERS');
  });
});
