import assert from 'node:assert/strict';
import { snapSpan, trimSpan } from '../../../src/core/text/snap';
import { tokenize } from '../../../src/core/text/tokens';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

/** `[` and `]` mark the selection, `|` the caret. */
function parse(source: string): [string, { start: number; end: number }] {
  const caret = source.indexOf('|');
  if (caret !== -1) return [source.replace('|', ''), { start: caret, end: caret }];
  return [
    source.replace(/[[\]]/g, ''),
    { start: source.indexOf('['), end: source.indexOf(']') - 1 },
  ];
}

describe('snap', () => {
  const cases: [string, string, string][] = [
    ['a caret in a word', 'قال الوز|ير أمس', 'الوزير'],
    ['a caret at its start', 'قال |الوزير أمس', 'الوزير'],
    ['a caret at its end', 'قال الوزير| أمس', 'الوزير'],
    ['a caret in a word with a proclitic', 'في وبالسف|ارة', 'السفارة'],
    ['a caret on punctuation after a word', 'قال الوزير|، ثم', 'الوزير'],
    ['a caret between blanks', 'قال  |  ثم', ''],
    ['part of two words', 'لقاء و[الر]ئيس', 'الرئيس'],
    ['part of the first and last word', 'لقاء بال[سفارة الأمر]يكية أمس', 'السفارة الأمريكية'],
    ['edge punctuation and blanks', 'قال[ «الوفد الكبير»، ]ثم', 'الوفد الكبير'],
    ['only punctuation', 'قال [«»،] ثم', ''],
    ['a proclitic of a later word stays', '[الوزير وزوجته]', 'الوزير وزوجته'],
    ['tashkeel at the edge', 'قال الوَف[دُ] أمس', 'الوَفدُ'],
    ['a number with a proclitic', 'قبل بـ1|5 يوما', '15'],
    ['a decimal number', 'بلغ 3|.5 مليون', '3.5'],
    ['an address is one word', 'زر https://exam|ple.org/x الآن', 'https://example.org/x'],
    ['a tag without its sign', 'وسم #غز|ة_الآن', 'غزة_الآن'],
    ['a pronoun stays with its preposition', 'قال ل|ه أمس', 'له'],
    ['a proclitic alone gives its word', 'في [و]السفارة', 'السفارة'],
    ['whole text in brackets', '[(الأمم المتحدة)]', 'الأمم المتحدة'],
    ['emoji at the edge', '[😀 الوفد 😀]', 'الوفد'],
    ['a selection that ends on the blank', '[قال ]الوزير', 'قال'],
    ['the empty text', '|', ''],
  ];
  for (const [name, source, expected] of cases) {
    it(name, () => {
      const [text, s] = parse(source);
      const snapped = snapSpan(text, s);
      assert.equal(text.slice(snapped.start, snapped.end), expected);
    });
  }

  it('trims blanks only', () => {
    const text = ' \u200F«نعم»\n ';
    const s = trimSpan(text, { start: 0, end: text.length });
    assert.equal(text.slice(s.start, s.end), '«نعم»');
    assert.deepEqual(trimSpan('   ', { start: 0, end: 3 }), { start: 3, end: 3 });
    assert.deepEqual(trimSpan('نعم', { start: -4, end: 90 }), { start: 0, end: 3 });
  });

  it('snapping twice is snapping once, and ends are ends of words, on random text', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const next = random(seed);
      const text = randomText(next, 20);
      const start = Math.floor(next() * (text.length + 1));
      const end = start + Math.floor(next() * (text.length - start + 1));
      const once = snapSpan(text, { start, end });
      assert.ok(once.start >= 0 && once.end <= text.length && once.start <= once.end);
      if (once.start === once.end) continue;
      const place = `seed ${seed}: ${JSON.stringify(text)} ${start} ${end}`;
      assert.ok(
        tokenize(text).some((token) => token.end === once.end),
        place,
      );
      assert.deepEqual(snapSpan(text, once), once, place);
      // A selection of the proclitic alone gives the word that follows it.
      assert.ok(start === end || (once.start < end + 6 && once.end > start), place);
    }
  });
});
