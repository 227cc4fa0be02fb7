import assert from 'node:assert/strict';
import { WORD_PATTERN, wordAt, wordSpans } from '../../../src/core/text/words';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

const words = (text: string): string[] => wordSpans(text).map((s) => text.slice(s.start, s.end));

describe('words', () => {
  const cases: [string, string, string[]][] = [
    ['tashkeel stays inside', 'كَتَبَ الوَلَدُ', ['كَتَبَ', 'الوَلَدُ']],
    ['tatweel stays inside', 'بغـــداد و ـبيروت', ['بغـــداد', 'و', 'ـبيروت']],
    ['Arabic punctuation ends a word', 'قال، ثم؛ هل؟ «نعم»', ['قال', 'ثم', 'هل', 'نعم']],
    [
      'numbers are whole',
      '3.5 و٣٫٥ 1,000 10:40 7/10/2023',
      ['3.5', 'و٣٫٥', '1,000', '10:40', '7/10/2023'],
    ],
    ['a full stop after a number ends it', 'عام 2023. ثم 5,', ['عام', '2023', 'ثم', '5']],
    ['ranges and scores with a hyphen are two', '2020-2021', ['2020', '2021']],
    ['names with a hyphen and a digit', 'F-16 كوفيد-19 Al-Quds', ['F-16', 'كوفيد-19', 'Al-Quds']],
    ['Arabic words around a hyphen are two', 'بغداد-بيروت', ['بغداد', 'بيروت']],
    ['Latin apostrophes', "O'Neil d’Ivoire 'x'", ["O'Neil", 'd’Ivoire', 'x']],
    ['a non-joiner inside a word', 'می‌خواهم', ['می‌خواهم']],
    ['a non-joiner after a word', 'خواهم‌ نعم', ['خواهم', 'نعم']],
    ['a zero-width space separates', 'أ\u200Bب', ['أ', 'ب']],
    ['bidi marks at the edge', '\u200Fقال\u200F', ['قال']],
    ['a mark alone is no word', ' \u064B ', []],
    ['letters outside the BMP', '𝒜𝒷 𞤀𞤁', ['𝒜𝒷', '𞤀𞤁']],
    ['lone surrogates', 'أ\uD83Dب\uDE00', ['أ', 'ب']],
    ['nothing', '', []],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.deepEqual(words(text), expected));
  }

  it('finds what WORD_PATTERN finds, on random text', () => {
    const pattern = new RegExp(WORD_PATTERN, 'gu');
    for (let seed = 1; seed <= 120; seed++) {
      const text = randomText(random(seed), 40);
      const expected = Array.from(text.matchAll(pattern), (m) => ({
        start: m.index,
        end: m.index + m[0].length,
      }));
      assert.deepEqual(wordSpans(text), expected, `seed ${seed}: ${JSON.stringify(text)}`);
    }
  });

  it('reads a piece of text as if it stood alone', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const next = random(seed);
      const text = randomText(next, 20);
      const start = Math.floor(next() * text.length);
      const end = start + Math.floor(next() * (text.length - start));
      const alone = wordSpans(text.slice(start, end)).map((s) => ({
        start: s.start + start,
        end: s.end + start,
      }));
      assert.deepEqual(
        wordSpans(text, { start, end }),
        alone,
        `seed ${seed}: ${JSON.stringify(text)} ${start} ${end}`,
      );
    }
  });

  it('wordAt counts both edges and prefers the word that starts there', () => {
    const text = 'قال/كتب، نعم';
    assert.deepEqual(wordAt(text, 0), { start: 0, end: 3 });
    assert.deepEqual(wordAt(text, 3), { start: 0, end: 3 });
    assert.deepEqual(wordAt(text, 4), { start: 4, end: 7 });
    assert.equal(wordAt(text, 8), undefined);
    assert.deepEqual(wordAt(text, 9), { start: 9, end: 12 });
    assert.deepEqual(wordAt(text, 12), { start: 9, end: 12 });
    assert.equal(wordAt('', 0), undefined);
  });

  it('wordAt agrees with wordSpans everywhere', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const text = randomText(random(seed), 20);
      const all = wordSpans(text);
      for (let at = 0; at <= text.length; at++) {
        const touching = all.filter((w) => w.start <= at && at <= w.end);
        assert.deepEqual(wordAt(text, at), touching.at(-1), `seed ${seed} at ${at}`);
      }
    }
  });
});
