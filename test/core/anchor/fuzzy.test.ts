import assert from 'node:assert/strict';
import { describe as describeSpan } from '../../../src/core/anchor/describe';
import { QuoteMatcher } from '../../../src/core/anchor/fuzzy';
import { likeness, similarity } from '../../../src/core/anchor/fuzzyAlign';
import { nearestAlike } from '../../../src/core/anchor/nearestAlike';
import { type Anchor, resolve, resolveAll } from '../../../src/core/anchor/resolve';
import { wordSpans } from '../../../src/core/text/words';
import { countExternal } from '../../../scripts/torture/external';
import { madeArticles } from '../../../scripts/torture/articles';
import { random } from '../../support/random';

const TEXT =
  'افتتح محافظ البصرة، السيد كامل الراوي، مكتبة النخيل في حي الجزائر صباح الأحد.\n' +
  'وقال الراوي إن "المكتبة" تضم 12 ألف كتاب، وإن المرحلة الثانية تبدأ في نيسان.\n' +
  'وحضرت الافتتاح وزيرة الثقافة هدى سلمان، وأثنت على عمل المتطوعين بالمدينة القديمة.\n';

/** Begins after the «و» of its first word. */
const RAISED = 'أثنت على عمل المتطوعين بالمدينة القديمة';

function anchor(quote: string): Anchor {
  const start = TEXT.indexOf(quote);
  assert.notEqual(start, -1, quote);
  const end = start + quote.length;
  return { start, end, ...describeSpan(TEXT, { start, end }) };
}

function found(text: string, mark: Anchor): string {
  const resolution = resolve(text, mark, new QuoteMatcher());
  if (resolution.status === 'orphan') return 'orphan';
  return `${resolution.status} ${text.slice(resolution.span.start, resolution.span.end)}`;
}

describe('finding changed quotes', () => {
  for (const [what, quote, from, to, expected] of [
    ['tashkeel', 'كامل الراوي', 'كامل الراوي', 'كامِلُ الرّاوي', 'كامِلُ الرّاوي'],
    ['tatweel', 'مكتبة النخيل', 'النخيل', 'النخـــيل', 'مكتبة النخـــيل'],
    ['alef and hamza', 'الأحد', 'الأحد', 'الاحد', 'الاحد'],
    ['final ya', 'كامل الراوي', 'الراوي،', 'الراوى،', 'كامل الراوى'],
    ['ta marbuta', 'مكتبة النخيل', 'مكتبة النخيل', 'مكتبه النخيل', 'مكتبه النخيل'],
    ['digits', '12 ألف كتاب', '12', '١٢', '١٢ ألف كتاب'],
    ['quotation marks', '"المكتبة"', '"المكتبة"', '«المكتبة»', '«المكتبة»'],
    ['blanks', 'حي الجزائر', 'حي الجزائر', 'حي \u00a0الجزائر', 'حي \u00a0الجزائر'],
    ['a slip of the pen', 'محافظ البصرة', 'محافظ', 'محافض', 'محافض البصرة'],
    ['a letter left out', 'المتطوعين', 'المتطوعين', 'المتطوعن', 'المتطوعن'],
    [
      'another title',
      'وزيرة الثقافة هدى سلمان',
      'الثقافة هدى',
      'الإعلام هدى',
      'وزيرة الإعلام هدى سلمان',
    ],
    [
      'a word put in',
      'وزيرة الثقافة هدى سلمان',
      'هدى سلمان',
      'هدى علي سلمان',
      'وزيرة الثقافة هدى علي سلمان',
    ],
    [
      'a proclitic left out',
      'المدينة القديمة',
      'بالمدينة القديمة',
      'بالمدينه القديمه',
      'المدينه القديمه',
    ],
    [
      'a word put in after it',
      'مكتبة النخيل في حي الجزائر',
      'مكتبة النخيل في حي الجزائر',
      'مكتبة النور في حي الجزائر الدوائر',
      'مكتبة النور في حي الجزائر',
    ],
    [
      'a word put in before it',
      'مكتبة النخيل في حي الجزائر',
      'مكتبة النخيل',
      'مكتوبة مكتبة النور',
      'مكتبة النور في حي الجزائر',
    ],
    [
      'a first word behind a proclitic, joined to the next by a slip',
      'المدينة القديمة',
      'المدينة القديمة',
      'المدينةنالقديمة',
      'المدينةنالقديمة',
    ],
    [
      'a last word with the blank behind it, joined to the one before by a slip',
      'كامل الراوي، ',
      'كامل الراوي',
      'كاملنالراوي',
      'كاملنالراوي، ',
    ],
    ['a proclitic that came', 'المتطوعين', 'عمل المتطوعين', 'العمل والمتطوعّين', 'المتطوعّين'],
  ] as const) {
    it(`${what}: the words that stand there now`, () => {
      assert.equal(found(TEXT.replace(from, to), anchor(quote)), `moved ${expected}`);
    });
  }

  for (const [what, quote, from, to] of [
    ['a name that became another', 'كامل الراوي', 'كامل الراوي', 'نوري جبار'],
    ['a longer word', 'حي', 'حي الجزائر', 'حيوان الجزائر'],
    ['a much longer word that begins alike', 'مكتبة', 'مكتبة النخيل', 'مكتبةالنخيل والنور'],
    ['a deleted sentence', 'هدى سلمان', 'وحضرت الافتتاح وزيرة الثقافة هدى سلمان، وأثنت', 'وأثنت'],
    ['one word of two, changed at the edge', 'مكتبة النخيل', 'مكتبة النخيل', 'قاعة'],
    ['a word after «و» that became one with a «و» of its own', RAISED, 'وأثنت على', 'وسط'],
    ['a word that became one that ends alike', RAISED, 'وأثنت', 'طرابلسنت'],
  ] as const) {
    it(`${what} is an orphan`, () => {
      assert.equal(found(TEXT.replace(from, to), anchor(quote)), 'orphan');
    });
  }

  it('does not go to the same words elsewhere when its own were mended', () => {
    const text = `${TEXT}وعاد محافظ البصرة، السيد كامل الراوي، إلى مكتبه.\n`;
    const mark = anchor('كامل الراوي');
    const mended = text.replace('كامل الراوي', 'كامل الرواي');
    const resolution = resolve(mended, mark, new QuoteMatcher());
    if (resolution.status !== 'orphan') assert.equal(resolution.span.start, mark.start);
  });

  it('offers an orphan its likeliest places, none over another', () => {
    const text = 'قال الوزير نعم.\nقال الوزير نعم.\n';
    const lost: Anchor = { start: 300, end: 306, quote: 'الوزيِر', prefix: 'قال ', suffix: ' نعم' };
    const resolution = resolve(text, lost, new QuoteMatcher());
    assert.equal(resolution.status, 'orphan');
    assert.equal(resolution.status === 'orphan' && resolution.candidates.length, 2);
  });

  it('takes hostile anchors calmly', () => {
    const bad: Anchor[] = [
      { start: 0, end: 0, quote: '' },
      { start: -5, end: 9e9, quote: ' \n ', prefix: '', suffix: '' },
      { start: 0, end: 1, quote: '\ud83d', prefix: '\udc00', suffix: 'ـ' },
      { start: 0, end: 9, quote: 'ً'.repeat(9), prefix: 'ً', suffix: 'ً' },
      { start: 0, end: 9e4, quote: 'ا'.repeat(9e4) },
    ];
    for (const mark of bad) {
      for (const text of ['', 'ا', TEXT, '\ud83d'.repeat(20)]) {
        assert.doesNotThrow(() => resolve(text, mark, new QuoteMatcher()));
      }
    }
  });

  it('answers from the text it is asked about', () => {
    const matcher = new QuoteMatcher();
    const mark = anchor('كامل الراوي');
    const there = TEXT.replace('كامل الراوي', 'كامِل الراوي');
    assert.equal(matcher.find(there, mark).length > 0, true);
    assert.deepEqual(matcher.find('نص قصير لا صلة له بما سبق', mark), []);
    assert.equal(matcher.find(there, mark).length > 0, true);
  });
});

describe('the pieces of a claim', () => {
  const text = 'ثم أشَارَ مدير المتحف إلى نقص في الحراس، وأشار الحارس إلى نقص في المال.';
  const near = (quote: string, at: string, distance: number): string | undefined => {
    const found = nearestAlike(text, quote, { at: text.indexOf(at), distance, density: 1 });
    return found && text.slice(found.start, found.end);
  };
  it('stand where they should, in whatever spelling', () => {
    assert.equal(near('اشار', 'نقص', -21), 'أشَارَ');
    assert.equal(near('مدير المتحف', 'نقص', -16), 'مدير المتحف');
  });
  it('are not found where other words stand, or only far away', () => {
    assert.equal(near('أعلن', 'نقص', -21), undefined);
    assert.equal(near('المال', 'نقص', -21), undefined);
    assert.equal(near('', 'نقص', -21), undefined);
  });
});

describe('likeness', () => {
  it('leaves the far end open, similarity none', () => {
    assert.equal(likeness('كتاب', 'كتابة', 0, false), 1);
    assert.equal(likeness('كتاب', 'الكتاب', 6, true), 1);
    assert.equal(similarity('كتاب', 'كتابة'), 0.8);
    assert.equal(similarity('', 'كتاب'), 0);
    assert.equal(likeness('', 'كتاب', 0, false), 0);
  });
});

describe('articles rewritten outside', () => {
  it('nearly all annotations are found, next to none on other words', () => {
    for (const count of countExternal(madeArticles(1, 11), 1)) {
      const found = count.found / count.standing;
      assert.ok(found >= 0.97, `${count.name}: ${found}\n${count.misses.join('\n')}`);
      assert.ok(count.wrong <= 1, `${count.name}\n${count.misses.join('\n')}`);
    }
  });

  it('finds 1,000 orphans of a long article in one pass', () => {
    const next = random(3);
    const stems = Array.from(
      { length: 900 },
      (_, i) => `كل${'ابتثجحخدذر'.charAt(i % 10)}م${(i * 7) % 90}`,
    );
    const words = Array.from({ length: 40_000 }, () => stems[Math.floor(next() * 900)] ?? '');
    const text = words.join(' ').slice(0, 290_000);
    const marks = wordSpans(text)
      .filter((_, i) => i % 40 === 0)
      .slice(0, 1000)
      .map((s): Anchor => ({ ...s, ...describeSpan(text, s) }));
    const edited = `سطر أول\n${text.replaceAll('م', 'مَ')}`;
    const all = resolveAll(edited, marks, new QuoteMatcher());
    assert.ok(all.filter(({ status }) => status === 'moved').length > 980);
  });
});
