import assert from 'node:assert/strict';
import { stripBidiControls } from '../../../src/core/text/bidi';
import { NOUNS, type NounName } from '../../../src/extension/l10n/nouns';
import { numeral, phrase, type Voice } from '../../../src/extension/l10n/phrase';

const EN: Voice = { language: 'en', digits: 'western' };
const AR: Voice = { language: 'ar', digits: 'western' };
const INDIC: Voice = { language: 'ar', digits: 'arabic-indic' };
const COUNT = { en: '{0:annotation}', ar: '{0:annotation}' };

function plain(voice: Voice, message: { en: string; ar: string }, ...args: (string | number)[]) {
  return stripBidiControls(phrase(message, voice, args));
}

describe('phrase', () => {
  const counts: readonly (readonly [number, string, string])[] = [
    [0, '0 annotations', '٠ تعليق'],
    [1, '1 annotation', 'تعليق واحد'],
    [2, '2 annotations', 'تعليقان'],
    [3, '3 annotations', '٣ تعليقات'],
    [10, '10 annotations', '١٠ تعليقات'],
    [11, '11 annotations', '١١ تعليقا'],
    [99, '99 annotations', '٩٩ تعليقا'],
    [100, '100 annotations', '١٠٠ تعليق'],
    [103, '103 annotations', '١٠٣ تعليقات'],
    [1250, '1,250 annotations', '١٬٢٥٠ تعليقا'],
  ];
  for (const [count, english, arabic] of counts) {
    it(`counts ${count}`, () => {
      assert.equal(plain(EN, COUNT, count), english);
      assert.equal(plain(INDIC, COUNT, count), arabic);
    });
  }

  it('inflects the dual', () => {
    assert.equal(plain(AR, { en: '', ar: 'في {0:article+}' }, 2), 'في مقالين');
    assert.equal(plain(AR, { en: '', ar: 'هنا {0:article}' }, 2), 'هنا مقالان');
  });

  it('writes numbers in the digits of the voice', () => {
    assert.equal(numeral(1234567, INDIC), '١٬٢٣٤٬٥٦٧');
    assert.equal(numeral(1234567, AR), '1,234,567');
    assert.equal(numeral(7, { language: 'en', digits: 'arabic-indic' }), '7');
  });

  it('isolates what is put in, and an Arabic message as a whole', () => {
    const message = { en: 'Tag {0}', ar: 'سِمْ {0}' };
    assert.equal(phrase(message, EN, ['قال']), 'Tag \u2068قال\u2069');
    assert.equal(phrase(message, AR, ['a.txt']), '\u2067سِمْ \u2068a.txt\u2069\u2069');
    assert.equal(phrase(message, EN, ['a\u202Eb']), 'Tag \u2068ab\u2069', 'controls do not escape');
  });

  it('knows six different forms of each noun, some the same', () => {
    for (const name of Object.keys(NOUNS) as NounName[]) {
      const { ar, en } = NOUNS[name];
      for (const form of Object.values(ar)) assert.match(form, /^[\u0621-\u064A ]+$/u);
      assert.notEqual(ar.two, ar.twoOblique, name);
      assert.notEqual(ar.few, ar.one, name);
      assert.notEqual(en.one, en.other, name);
    }
  });
});
