import assert from 'node:assert/strict';
import { fold, normalizedView } from '../../../src/core/text/normalize';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

describe('normalise', () => {
  const cases: [string, string, string][] = [
    ['tashkeel', 'مُحَمَّدٌ', 'محمد'],
    ['superscript alef', 'هٰذا', 'هذا'],
    ['tatweel', 'بغـــداد', 'بغداد'],
    ['alef forms', 'أحمد إلى آخر ٱلآن', 'احمد الي اخر الان'],
    ['alef with a combining hamza', 'ا\u0654حمد', 'احمد'],
    ['waw and yeh with a combining hamza', 'مو\u0654تمر بي\u0654ة', 'مؤتمر بئه'],
    ['ya and ta', 'مستشفى كبيرة', 'مستشفي كبيره'],
    ['digits', '١٢٣ ۴۵ ٣٫٥ ١٬٠٠٠ ٪', '123 45 3.5 1,000 %'],
    ['presentation forms', 'ﺍﻟﻌﺮﺍﻕ ﻻ', 'العراق لا'],
    ['ligatures', 'ﷺ ﷲ', 'صلي الله عليه وسلم الله'],
    ['Persian letters', 'ایران کتاب', 'ايران كتاب'],
    ['quotation marks and dashes', '«أ» “ب” ‘ج’ —', `"ا" "ب" 'ج' -`],
    ['blanks', 'أ \u00A0\n\t ب', 'ا ب'],
    ['controls', '\u200Fقال\u200C \u2067نعم\u2069', 'قال نعم'],
    ['case', 'Reuters ÉCOLE', 'reuters école'],
    ['marks of other scripts stay', 'cafe\u0301', 'cafe\u0301'],
    ['emoji stays', '😀', '😀'],
    ['lone surrogate stays', 'أ\uD83D', 'ا\uD83D'],
    ['nothing', '', ''],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.equal(fold(text), expected));
  }

  it('turns each part off', () => {
    const text = 'أُمّـة “١” ى A  ﻻ';
    const off = {
      tashkeel: false,
      tatweel: false,
      alef: false,
      ya: false,
      ta: false,
      digits: false,
    };
    const rest = { presentation: false, quotes: false, spaces: false, case: false };
    assert.equal(normalizedView(text, { ...off, ...rest }).text, text);
    assert.equal(normalizedView(text, { ...rest, alef: false }).text, 'أمه “1” ي A  ﻻ');
    assert.equal(normalizedView(text, off).text, 'أُمّـة "١" ى a لا');
  });

  const spans: [string, string, string][] = [
    ['وصل الوَفْدُ أمس', 'الوفد', 'الوَفْدُ'],
    ['في بغـــداد، أمس', 'بغداد', 'بغـــداد'],
    ['قال \u200Fالوزير\u200F أمس', 'الوزير', 'الوزير'],
    ['النبي ﷺ قال', 'عليه', 'ﷺ'],
    ['النبي ﷺ قال', 'صلي الله عليه وسلم', 'ﷺ'],
    ['ﻻ نعم', 'ا', 'ﻻ'],
    ['😀 أحمد 😀', 'احمد', 'أحمد'],
  ];
  for (const [text, found, original] of spans) {
    it(`«${found}» answers «${original}»`, () => {
      const view = normalizedView(text);
      const start = view.text.indexOf(found);
      const s = view.originalSpan({ start, end: start + found.length });
      assert.equal(text.slice(s.start, s.end), original);
    });
  }

  it('folds what is folded to itself, and maps back in order, on random text', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const text = randomText(random(seed), 40);
      const view = normalizedView(text);
      assert.equal(fold(view.text), view.text, `seed ${seed}: ${JSON.stringify(text)}`);
      let last = 0;
      for (let n = 0; n <= view.text.length; n++) {
        const at = view.originalOffset(n);
        assert.ok(at >= last && at <= text.length, `seed ${seed}`);
        if (view.normalizedOffset(at) > n)
          assert.fail(`seed ${seed}: ${n} → ${at} → ${view.normalizedOffset(at)}`);
        last = at;
      }
      assert.equal(view.originalOffset(view.text.length), text.length);
    }
  });

  it('an original span folds to the words that were found', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const next = random(seed);
      const text = randomText(next, 40).replaceAll(/[ﷺﻻ]/g, 'لا');
      const view = normalizedView(text);
      for (const word of view.text.matchAll(/[ء-ي]+/g)) {
        const s = view.originalSpan({ start: word.index, end: word.index + word[0].length });
        assert.equal(fold(text.slice(s.start, s.end)), word[0], `seed ${seed}`);
      }
    }
  });

  it('a text that is plain already is not copied', () => {
    const text = 'قال الوزير نعم';
    assert.equal(normalizedView(text).text, text);
    assert.deepEqual(normalizedView(text).originalSpan({ start: 4, end: 10 }), {
      start: 4,
      end: 10,
    });
  });
});
