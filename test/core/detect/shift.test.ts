import assert from 'node:assert/strict';
import { annotationOf, timestamp } from '../../../src/core/detect/accept';
import type { ClaimSuggestion, EntitySuggestion } from '../../../src/core/detect/detector';
import { extentOf, shiftSuggestion } from '../../../src/core/detect/shift';

const entity: EntitySuggestion = {
  kind: 'entity',
  label: 'GPE',
  start: 4,
  end: 9,
  quote: 'بغداد',
  score: 0.9,
  detector: 'places',
  why: [],
};
const claim: ClaimSuggestion = {
  kind: 'claim',
  label: 'CLAIM',
  start: 20,
  end: 30,
  quote: 'x'.repeat(10),
  score: 0.8,
  detector: 'claims',
  why: [],
  cue: { start: 10, end: 13, quote: 'قال' },
  source: { start: 14, end: 18, quote: 'xxxx' },
  claimKind: 'statement',
  mode: 'indirect',
  checkworthy: true,
};

describe('shiftSuggestion', () => {
  it('moves every offset and nothing else', () => {
    assert.deepEqual(shiftSuggestion(entity, 100), { ...entity, start: 104, end: 109 });
    assert.deepEqual(shiftSuggestion(claim, 5), {
      ...claim,
      start: 25,
      end: 35,
      cue: { start: 15, end: 18, quote: 'قال' },
      source: { start: 19, end: 23, quote: 'xxxx' },
    });
    assert.equal(shiftSuggestion({ ...claim, source: null }, 5).kind, 'claim');
  });
  it('there and back is where it was', () => {
    for (const s of [entity, claim])
      assert.deepEqual(shiftSuggestion(shiftSuggestion(s, 7), -7), s);
  });
});

it('extentOf covers content, cue and source', () => {
  assert.deepEqual(extentOf(claim), { start: 10, end: 30 });
  assert.equal(extentOf({ ...claim, source: null }).start, 10);
});

describe('annotationOf', () => {
  const authorship = { id: 'k3v9q2', by: 'annotator-1', at: '2026-11-23T10:00:00Z' };
  it('keeps an entity’s label and span', () => {
    assert.deepEqual(annotationOf(entity, authorship), {
      ...authorship,
      label: 'GPE',
      start: 4,
      end: 9,
      quote: 'بغداد',
    });
  });
  it('keeps all of a claim, and leaves an implicit source out', () => {
    const made = annotationOf(claim, authorship);
    assert.equal(made.label, 'CLAIM');
    assert.deepEqual(made.claim, {
      kind: 'statement',
      mode: 'indirect',
      checkworthy: true,
      cue: claim.cue,
      source: claim.source,
    });
    assert.equal(
      'source' in (annotationOf({ ...claim, source: null }, authorship).claim ?? {}),
      false,
    );
  });
});

it('timestamp is UTC to the second', () => {
  assert.equal(timestamp(new Date(Date.UTC(2026, 10, 23, 10, 0, 5, 678))), '2026-11-23T10:00:05Z');
});
