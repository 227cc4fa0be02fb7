import assert from 'node:assert/strict';
import * as chars from '../../../src/core/text/chars';

const code = (char: string): number => char.codePointAt(0) ?? 0;

describe('chars', () => {
  const predicates: [string, (code: number) => boolean, string[], string[]][] = [
    ['isArabicLetter', chars.isArabicLetter, [...'أءيىةپگﻻﷺ'], [...'aـ١،٫😀', '\u064B']],
    ['isMark', chars.isMark, ['\u064B', '\u0670', '\u0301', '\uFE0F'], [...'أـa١']],
    [
      'isTashkeel',
      chars.isTashkeel,
      ['\u064B', '\u0651', '\u0670', '\u06D6'],
      ['\u0301', 'أ', 'ـ'],
    ],
    ['isWordChar', chars.isWordChar, [...'أaـ١1½𝒜', '\u064B'], [...' ،«😀_', '\u200C', '\uD83D']],
    [
      'isSpace',
      chars.isSpace,
      [...' \n\t\r\u00A0\u2009\u3000\u200B'],
      [...'أ_', '\u200F', '\u200C'],
    ],
    ['isBlank', chars.isBlank, [' ', '\u200F', '\u2067', '\u200C', '\uFEFF'], [...'أ_.']],
    ['isPunctuation', chars.isPunctuation, [...'،؛؟«»“”….:%_()-'], [...'أ$+ 😀١']],
    ['isDigit', chars.isDigit, [...'1٣۴'], [...'½أa']],
  ];
  for (const [name, predicate, yes, no] of predicates) {
    it(name, () => {
      assert.deepEqual(
        yes.filter((char) => !predicate(code(char))),
        [],
      );
      assert.deepEqual(
        no.filter((char) => predicate(code(char))),
        [],
      );
    });
  }

  it('digit values', () => {
    for (const digits of ['0123456789', chars.ARABIC_DIGITS, chars.PERSIAN_DIGITS]) {
      assert.deepEqual(
        [...digits].map((digit) => chars.digitValue(code(digit))),
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      );
    }
    assert.equal(chars.digitValue(code('أ')), undefined);
  });

  it('agrees with the Unicode properties of the engine for every code unit', () => {
    const { CharClass } = chars;
    for (let unit = 0; unit < 0x10000; unit++) {
      if (unit >= 0xd800 && unit < 0xe000) continue;
      const char = String.fromCharCode(unit);
      const word = /[\p{L}\p{M}\p{N}]/u.test(char);
      assert.equal(chars.isWordChar(unit), word, unit.toString(16));
      if (word) assert.equal(chars.unitClass(unit) === CharClass.digit, /\p{Nd}/u.test(char));
    }
  });

  it('classes of characters around an offset', () => {
    const { CharClass } = chars;
    assert.equal(chars.classAt('𞤀', 0), CharClass.letter);
    assert.equal(chars.classBefore('𞤀', 2), CharClass.letter);
    assert.equal(chars.classAt('\uD83D', 0), CharClass.symbol);
    assert.equal(chars.classAt('أ', 1), CharClass.space);
    assert.equal(chars.classAt('أ', -1), CharClass.space);
    assert.equal(chars.classBefore('أ', 0), CharClass.space);
    assert.equal(chars.splitsPair('😀', 1), true);
    assert.equal(chars.splitsPair('😀', 0), false);
    assert.equal(chars.splitsPair('\uD83D\uD83D', 1), false);
  });
});
