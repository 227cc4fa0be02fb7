import assert from 'node:assert/strict';
import {
  bidiControls,
  firstStrong,
  isolate,
  isolateRtl,
  stripBidiControls,
} from '../../../src/core/text/bidi';

describe('bidi', () => {
  it('isolates, and lets no control out', () => {
    assert.equal(isolate('Ali'), '\u2068Ali\u2069');
    assert.equal(isolateRtl('علي'), '\u2067علي\u2069');
    assert.equal(isolate('a\u202Eb\u2069c'), '\u2068abc\u2069');
  });

  it('lists and strips controls, leaves joiners', () => {
    const text = '\u200Fأ\u202Bب\u200C\u2069';
    assert.deepEqual(bidiControls(text), [
      { offset: 0, char: '\u200F' },
      { offset: 2, char: '\u202B' },
      { offset: 5, char: '\u2069' },
    ]);
    assert.equal(stripBidiControls(text), 'أب\u200C');
    assert.deepEqual(bidiControls('نعم'), []);
  });

  const cases: [string, 'rtl' | 'ltr' | undefined][] = [
    ['قال', 'rtl'],
    ['«3.5 قال', 'rtl'],
    ['Reuters قال', 'ltr'],
    ['123 ٣٤', undefined],
    ['', undefined],
    ['\u200Fabc', 'rtl'],
    ['\u200Eقال', 'ltr'],
    ['שלום', 'rtl'],
    ['𞤀', 'rtl'],
    ['𝒜', 'ltr'],
    ['😀 نعم', 'rtl'],
    ['ﷺ', 'rtl'],
  ];
  for (const [text, expected] of cases) {
    it(`first strong of ${JSON.stringify(text)}`, () => assert.equal(firstStrong(text), expected));
  }
});
