import assert from 'node:assert/strict';
import {
  compareSpans,
  covers,
  intersectionOverUnion,
  isEmpty,
  length,
  overlaps,
  sameSpan,
  span,
  touches,
} from '../../../src/core/text/span';
import { random } from '../../support/random';

describe('span', () => {
  it('counts half-open', () => {
    assert.equal(length(span(2, 5)), 3);
    assert.equal(isEmpty(span(2, 2)), true);
    assert.equal(isEmpty(span(0, 1)), false);
    assert.equal(sameSpan(span(0, 1), { start: 0, end: 1 }), true);
    assert.equal(sameSpan(span(0, 1), span(0, 2)), false);
  });

  const pairs: [[number, number], [number, number], boolean, boolean][] = [
    // outer, inner, covers, overlaps
    [[0, 5], [0, 5], true, true],
    [[0, 5], [1, 4], true, true],
    [[0, 5], [3, 6], false, true],
    [[0, 5], [5, 6], false, false],
    [[1, 4], [0, 5], false, true],
    [[0, 5], [5, 5], true, false],
  ];
  for (const [a, b, expectCovers, expectOverlaps] of pairs) {
    it(`[${a}) and [${b})`, () => {
      assert.equal(covers(span(...a), span(...b)), expectCovers);
      assert.equal(overlaps(span(...a), span(...b)), expectOverlaps);
      assert.equal(overlaps(span(...b), span(...a)), expectOverlaps);
    });
  }

  it('a caret touches at both edges', () => {
    assert.deepEqual(
      [1, 2, 3, 5, 6].map((at) => touches(span(2, 5), at)),
      [false, true, true, true, false],
    );
  });

  it('sorts outer spans first', () => {
    const sorted = [span(3, 4), span(0, 2), span(0, 9), span(1, 2)].sort(compareSpans);
    assert.deepEqual(sorted, [span(0, 9), span(0, 2), span(1, 2), span(3, 4)]);
  });

  it('intersection over union', () => {
    assert.equal(intersectionOverUnion(span(0, 4), span(2, 6)), 2 / 6);
    assert.equal(intersectionOverUnion(span(0, 4), span(4, 6)), 0);
    assert.equal(intersectionOverUnion(span(3, 3), span(3, 3)), 0);
    const next = random(5);
    for (let i = 0; i < 200; i++) {
      const a = span(Math.floor(next() * 9), 10 + Math.floor(next() * 9));
      const b = span(Math.floor(next() * 9), 10 + Math.floor(next() * 9));
      const share = intersectionOverUnion(a, b);
      assert.equal(share, intersectionOverUnion(b, a));
      assert.equal(share === 1, sameSpan(a, b));
    }
  });
});
