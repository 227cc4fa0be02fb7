import assert from 'node:assert/strict';
import { isOtherLanguage, looksArabic } from '../../../src/core/text/recognise';

describe('recognise Arabic', () => {
  const cases: [string, string, boolean][] = [
    ['news', 'أعلنت الوزارة اليوم أن العمل يبدأ غدا في جميع المدن.', true],
    ['vowelled', 'كَتَبَ الوَلَدُ الدَّرْسَ.', true],
    [
      'with Latin names',
      'قال متحدث باسم Reuters إن الشركة ستبيع هاتف Galaxy S24 غدا في السوق',
      true,
    ],
    ['one word', 'نعم', true],
    ['a headline with digits', '2023: 15% نمو', true],
    [
      'Persian',
      'رئیس جمهور گفت که این برنامه برای مردم کشور پیش می‌رود و چند ماه دیگر آغاز می‌شود.',
      false,
    ],
    ['Urdu', 'وزیر اعظم نے کہا ہے کہ ملک میں ترقی کے لیے یہ منصوبہ بہت اہم ہے۔', false],
    ['English', 'The minister said on Monday that work would begin.', false],
    [
      'English with an Arabic name',
      'The paper Al-Ahram (الأهرام) said on Monday that work would begin.',
      false,
    ],
    ['a table', 'الاسم,العمر,المدينة\nسالم,30,بغداد\nهدى,25,عمان\nسمير,41,دمشق', false],
    ['JSON', '{"اسم": "سالم", "مدينة": {"اسم": "بغداد"}, "قائمة": ["أ", "ب"]}', false],
    [
      'a log',
      '2024-05-01 10:00:01 بدأ العمل\n2024-05-01 10:00:02 انتهى العمل\n2024-05-01 10:00:05 توقف العمل',
      false,
    ],
    [
      'program text with Arabic comments',
      'const x = 1; // القيمة\nlet y = x + 2; // المجموع\nfoo(x, y); // نداء\n',
      false,
    ],
    ['empty', '', false],
    ['digits only', '١٢٣ 456', false],
    ['Hebrew', 'שלום עולם', false],
    ['emoji', '😀😀😀', false],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.equal(looksArabic(text), expected));
  }

  it('reads the beginning only', () => {
    const began = performance.now();
    assert.equal(looksArabic('نعم قال '.repeat(1_000_000)), true);
    assert.ok(performance.now() - began < 200);
  });
});

describe('recognise another language of the Arabic script', () => {
  const cases: [string, string, boolean][] = [
    ['Persian', 'این گزارش درباره بازار میوه در روستای پدرم است و باران امسال کم بود', true],
    ['Urdu', 'یہ خبر گاؤں کے ایک اسکول کے بارے میں ہے جہاں بچوں نے نئی کتابیں پڑھیں', true],
    ['Sorani', 'ئەم هەواڵە دەربارەی قوتابخانەیەکی گوندێکە', true],
    ['Arabic', 'هذا خبر عن مدرسة في قرية بعيدة عن المدينة', false],
    ['Arabic without an article', 'سالم مدير مدرسة قرية صغيرة', false],
    ['a foreign name in Arabic', 'گوگل تفتح مقرا في پراگ', false],
    [
      'Arabic typed on a Persian keyboard',
      'قال الرئیس إن الحکومة ستفتح المدارس فی المدینة خلال الأیام القادمة',
      false,
    ],
    ['a Persian word in Arabic', 'وتعني كلمة «میوه» الفاكهة', false],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.equal(isOtherLanguage(text), expected));
  }
});
