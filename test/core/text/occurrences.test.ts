import assert from 'node:assert/strict';
import { occurrences } from '../../../src/core/text/occurrences';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

const found = (text: string, quote: string): string[] =>
  occurrences(text, quote).map((s) => `${s.start}:${text.slice(s.start, s.end)}`);

describe('occurrences', () => {
  const cases: [string, string, string, string[]][] = [
    ['whole words', 'عمر وعمران وعمر', 'عمر', ['0:عمر', '12:عمر']],
    [
      'with proclitics, left out',
      'بغداد وبغداد لبغداد وببغداد',
      'بغداد',
      ['0:بغداد', '7:بغداد', '14:بغداد', '22:بغداد'],
    ],
    ['not inside other words', 'ابن لبنان بن', 'بن', ['10:بن']],
    ['ل before ال loses its alef and is another form', 'السفارة للسفارة', 'السفارة', ['0:السفارة']],
    ['tashkeel and tatweel', 'مُحَمَّدٌ ومحمـــد', 'محمد', ['0:مُحَمَّدٌ', '11:محمـــد']],
    ['tashkeel in the quote', 'محمد', 'مُحَمَّد', ['0:محمد']],
    [
      'several words over blanks of any width',
      'الأمم  المتحدة والأمم\nالمتحدة',
      'الأمم المتحدة',
      ['0:الأمم  المتحدة', '16:الأمم\nالمتحدة'],
    ],
    ['other letters are other words', 'احمد أحمد', 'أحمد', ['5:أحمد']],
    ['at punctuation', '«عمر»، (عمر).', 'عمر', ['1:عمر', '8:عمر']],
    ['not inside a compound', 'F-16 F', 'F', ['5:F']],
    ['never overlapping', 'لا لا لا', 'لا لا', ['0:لا لا']],
    ['an empty quote', 'نعم', ' ', []],
    ['punctuation in the quote', 'قال: «نعم».', '«نعم»', ['5:«نعم»']],
    ['emoji', '😀 عمر😀', 'عمر', ['3:عمر']],
  ];
  for (const [name, text, quote, expected] of cases) {
    it(name, () => assert.deepEqual(found(text, quote), expected));
  }

  it('are in text order, apart, and never empty, on random text', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const next = random(seed);
      const text = randomText(next, 60);
      const at = Math.floor(next() * text.length);
      let last = 0;
      for (const s of occurrences(text, text.slice(at, at + 1 + Math.floor(next() * 6)))) {
        assert.ok(s.start >= last && s.end > s.start && s.end <= text.length, `seed ${seed}`);
        last = s.end;
      }
    }
  });
});
