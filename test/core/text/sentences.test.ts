import assert from 'node:assert/strict';
import { sentenceSpans } from '../../../src/core/text/sentences';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

const split = (text: string): string[] =>
  sentenceSpans(text).map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  const cases: [string, string[]][] = [
    ['وصل الوفد. ثم غادر.', ['وصل الوفد.', 'ثم غادر.']],
    ['هل وصل؟ نعم! ثم… غادر', ['هل وصل؟', 'نعم!', 'ثم…', 'غادر']],
    ['عنوان بلا نقطة\nوصل الوفد', ['عنوان بلا نقطة', 'وصل الوفد']],
    ['زار د. سالم المدينة. ثم عاد', ['زار د. سالم المدينة.', 'ثم عاد']],
    ['حضر أ.د. سالم و م. هدى الحفل', ['حضر أ.د. سالم و م. هدى الحفل']],
    ['بلغ 3.5 في المئة. وارتفع', ['بلغ 3.5 في المئة.', 'وارتفع']],
    ['حدث ذلك عام 2021. ثم توقف', ['حدث ذلك عام 2021.', 'ثم توقف']],
    ['حدث ذلك عام 1445 هـ. ثم توقف', ['حدث ذلك عام 1445 هـ.', 'ثم توقف']],
    ['1. الأول مهم\n2. الثاني أهم', ['1. الأول مهم', '2. الثاني أهم']],
    ['قال: «وصلنا أمس. سنغادر غدا». ثم صمت', ['قال: «وصلنا أمس.', 'سنغادر غدا».', 'ثم صمت']],
    ['سأل: «من هنا؟»، ثم خرج', ['سأل: «من هنا؟»، ثم خرج']],
    ['قال "انتهى الأمر." ثم خرج', ['قال "انتهى الأمر."', 'ثم خرج']],
    ['قال. "بدأ الأمر"', ['قال.', '"بدأ الأمر"']],
    ['انتهى الأمر. » ثم خرج', ['انتهى الأمر. »', 'ثم خرج']],
    ['وصل الوفد.ثم غادر', ['وصل الوفد.', 'ثم غادر']],
    ['زار موقع example.org أمس', ['زار موقع example.org أمس']],
    ['التقى J. K. Rowling في U.S. أمس', ['التقى J. K. Rowling في U.S. أمس']],
    ['ماذا؟!! لا...', ['ماذا؟!!', 'لا...']],
    ['\n\n  \n', []],
    ['', []],
    ['أ\r\nب', ['أ', 'ب']],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(split(text), expected));
  }

  it('keeps to the piece of text asked for', () => {
    const text = 'وصل الوفد. ثم غادر. انتهى';
    assert.deepEqual(sentenceSpans(text, { start: 11, end: 19 }), [{ start: 11, end: 19 }]);
  });

  it('loses nothing that is drawn and never overlaps, on random text', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const text = randomText(random(seed), 60);
      let last = 0;
      let left = '';
      for (const s of sentenceSpans(text)) {
        assert.ok(s.start >= last && s.end > s.start, `seed ${seed}`);
        left += text.slice(last, s.start);
        last = s.end;
      }
      left += text.slice(last);
      assert.match(left, /^[\s\u200B\u00AD\p{Cf}]*$/u, `seed ${seed}`);
    }
  });
});
