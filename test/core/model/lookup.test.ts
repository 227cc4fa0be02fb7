import assert from 'node:assert/strict';
import type { Annotation, ArticleRecord, ClaimDetails } from '../../../src/core/model/annotation';
import { EMPTY_RECORD } from '../../../src/core/model/annotation';
import {
  annotationsAt,
  claimNear,
  piecesOf,
  reachOf,
  sameAnnotation,
} from '../../../src/core/model/lookup';

function note(
  id: string,
  label: string,
  start: number,
  end: number,
  claim?: ClaimDetails,
): Annotation {
  return { id, label, start, end, quote: 'x'.repeat(end - start), ...(claim ? { claim } : {}) };
}

const claim = note('c', 'CLAIM', 20, 60, {
  kind: 'statement',
  mode: 'indirect',
  cue: { start: 10, end: 13, quote: 'xxx' },
  source: { start: 14, end: 18, quote: 'xxxx' },
});
const inside = note('e', 'GPE', 30, 36);
const far = note('d', 'CLAIM', 200, 240, { kind: 'denial', mode: 'direct' });
const record: ArticleRecord = { ...EMPTY_RECORD, annotations: [claim, inside, far] };

describe('annotationsAt', () => {
  it('gives the tightest first', () => {
    assert.deepEqual(annotationsAt(record, { start: 32, end: 32 }), [inside, claim]);
  });
  it('counts both edges for a caret', () => {
    assert.deepEqual(annotationsAt(record, { start: 36, end: 36 }), [inside, claim]);
    assert.deepEqual(annotationsAt(record, { start: 60, end: 60 }), [claim]);
  });
  it('does not count edges for a selection', () => {
    assert.deepEqual(annotationsAt(record, { start: 36, end: 40 }), [claim]);
    assert.deepEqual(annotationsAt(record, { start: 60, end: 70 }), []);
  });
  it('finds a discontinuous annotation at each of its pieces', () => {
    const split = { ...note('s', 'ORG', 70, 75), parts: [{ start: 80, end: 85, quote: 'xxxxx' }] };
    const withParts = { ...EMPTY_RECORD, annotations: [split] };
    assert.deepEqual(piecesOf(split).length, 2);
    assert.deepEqual(annotationsAt(withParts, { start: 82, end: 82 }), [split]);
    assert.deepEqual(annotationsAt(withParts, { start: 77, end: 77 }), []);
  });
});

describe('claimNear', () => {
  const paragraph = { start: 0, end: 100 };
  it('finds the claim from its content, its cue and its source', () => {
    for (const at of [25, 11, 16]) {
      assert.equal(claimNear(record, { start: at, end: at }, paragraph), claim);
    }
  });
  it('else the nearest of the same paragraph', () => {
    assert.equal(claimNear(record, { start: 90, end: 95 }, paragraph), claim);
  });
  it('and none from another paragraph', () => {
    assert.equal(claimNear(record, { start: 150, end: 155 }, { start: 101, end: 190 }), undefined);
  });
});

it('reachOf spans content, cue and source', () => {
  assert.deepEqual(reachOf(claim), { start: 10, end: 60 });
});

it('sameAnnotation asks for the same label and the same span', () => {
  assert.equal(sameAnnotation(record, 'GPE', { start: 30, end: 36 }), inside);
  assert.equal(sameAnnotation(record, 'LOC', { start: 30, end: 36 }), undefined);
  assert.equal(sameAnnotation(record, 'GPE', { start: 30, end: 35 }), undefined);
});
