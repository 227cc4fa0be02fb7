import assert from 'node:assert/strict';
import { OffsetUnits } from '../../../src/core/text/units';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

describe('offset units', () => {
  it('counts a pair as one code point', () => {
    const units = new OffsetUnits('أ😀ب');
    assert.equal(units.codePointLength, 3);
    assert.deepEqual(
      [0, 1, 3, 4].map((at) => units.toCodePoint(at)),
      [0, 1, 2, 3],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => units.toUtf16(at)),
      [0, 1, 3, 4],
    );
    assert.deepEqual(units.spanToCodePoints({ start: 1, end: 4 }), { start: 1, end: 3 });
    assert.deepEqual(units.spanToUtf16({ start: 1, end: 3 }), { start: 1, end: 4 });
  });

  it('an offset inside a pair is that pair', () => {
    assert.equal(new OffsetUnits('أ😀ب').toCodePoint(2), 1);
  });

  it('a lone surrogate counts as one', () => {
    assert.equal(new OffsetUnits('\uD83Dأ\uDE00\uD83D😀').codePointLength, 5);
  });

  it('agrees with a walk over the code points, both ways, on random text', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const text = randomText(random(seed), 40);
      const units = new OffsetUnits(text);
      let utf16 = 0;
      let codePoint = 0;
      for (const char of text) {
        assert.equal(units.toCodePoint(utf16), codePoint, `seed ${seed}`);
        assert.equal(units.toUtf16(codePoint), utf16, `seed ${seed}`);
        utf16 += char.length;
        codePoint++;
      }
      assert.equal(units.codePointLength, codePoint);
      assert.equal(units.toUtf16(codePoint), text.length);
    }
  });
});
