import assert from 'node:assert/strict';
import { claimRows, claimsOf, type ClaimRow } from './support';

/** Sentences whose parts stand in other places than cue, source, content; and all claims that they hold. */
const CASES: readonly (readonly [string, string, readonly ClaimRow[]])[] = [
  [
    'a short quotation before its verb',
    '«الوضع صعب»، يقول الطبيب سمير كامل.',
    [['يقول', 'الطبيب سمير كامل', 'statement', 'direct', 'الوضع صعب']],
  ],
  [
    'a quotation, and a verb that the sentence goes on behind',
    '«لن نغادر القرية أبدا»، هكذا رد سمير كامل على الدعوة.',
    [['رد', 'سمير كامل', 'promise', 'direct', 'لن نغادر القرية أبدا']],
  ],
  [
    'a quotation, and no speaker behind كما',
    'غنى الفنان قصيدة «رحل لكنه حاضر اليوم معنا»، كما قال.',
    [['قال', '-', 'statement', 'direct', 'رحل لكنه حاضر اليوم معنا']],
  ],
  [
    'a quotation as the whole before an attribution',
    '«نحن بحاجة إلى هدنة»، بحسب ما قال مسؤول أممي للصحفيين في جنيف.',
    [['بحسب', 'مسؤول أممي', 'statement', 'direct', 'نحن بحاجة إلى هدنة']],
  ],
  [
    'an attribution to who spoke before',
    'وحسب قولها فإن الأصوات ارتفعت في الشارع.',
    [['حسب', '-', 'statement', 'indirect', 'الأصوات ارتفعت في الشارع']],
  ],
  [
    'an attribution to a document and its issuer',
    'وبحسب التقرير الصادر عن وزارة الصحة، توفي 3 أشخاص.',
    [['بحسب', 'التقرير الصادر عن وزارة الصحة', 'statement', 'indirect', 'توفي 3 أشخاص']],
  ],
  [
    'quoted from somebody, by nobody',
    'نقل عن الوزير أن الحكومة استقالت.',
    [['نقل', 'الوزير', 'statement', 'indirect', 'الحكومة استقالت']],
  ],
  [
    'an accusative speaker before his verb',
    'لكن مصدرا سياسيا رفيعا قال إن الجسر مفتوح.',
    [['قال', 'مصدرا سياسيا رفيعا', 'statement', 'indirect', 'الجسر مفتوح']],
  ],
  ['a word of saying in a title', 'نشر ديوان «قالت لي السمراء» عام 1944.', []],
  ['pointing back', 'أعلن الوزير ذلك.', []],
  [
    'what the speaker did meanwhile',
    'يقول المزارع سمير كامل وهو يشير إلى حقله: «لم يبق شيء هنا أبدا».',
    [['يقول', 'المزارع سمير كامل', 'statement', 'direct', 'لم يبق شيء هنا أبدا']],
  ],
  [
    'who is called so, and claims nothing',
    'وقال أحد المتظاهرين، ويدعى سامي: «نريد العدالة الآن».',
    [['قال', 'أحد المتظاهرين', 'statement', 'direct', 'نريد العدالة الآن']],
  ],
  [
    'an indefinite speaker before the object',
    'وأدانت دول عربية الهجوم على الدوحة.',
    [['أدانت', 'دول عربية', 'condemnation', 'indirect', 'الهجوم على الدوحة']],
  ],
  [
    'a plural with its nun before the object',
    'واتهم ناشطون السلطات بالتعتيم.',
    [['اتهم', 'ناشطون', 'accusation', 'indirect', 'السلطات بالتعتيم']],
  ],
  [
    'whom somebody asked',
    'وتوقع محللون استطلعت رويترز آراءهم ارتفاع التضخم.',
    [['توقع', 'محللون', 'prediction', 'indirect', 'ارتفاع التضخم']],
  ],
  [
    'what is justified',
    'وبرر الوزير القرار بأنه ضروري.',
    [['برر', 'الوزير', 'statement', 'indirect', 'القرار بأنه ضروري']],
  ],
  [
    'an order',
    'أمر القاضي بحبس المتهم أربعة أيام.',
    [['أمر', 'القاضي', 'demand', 'indirect', 'حبس المتهم أربعة أيام']],
  ],
  [
    'who is called upon, behind an indefinite speaker',
    'طالبت منظمات حقوقية السلطات التونسية بالإفراج عن المعتقلين.',
    [['طالبت', 'منظمات حقوقية', 'demand', 'indirect', 'السلطات التونسية بالإفراج عن المعتقلين']],
  ],
  [
    'a crowd led by somebody',
    'طالب المتظاهرون بقيادة حركة حماس بقانون جديد.',
    [['طالب', 'المتظاهرون بقيادة حركة حماس', 'demand', 'indirect', 'قانون جديد']],
  ],
  [
    'accused men are no report',
    'وقضت المحكمة بإعدام خمسة متهمين.',
    [['قضت', 'المحكمة', 'demand', 'indirect', 'إعدام خمسة متهمين']],
  ],
  [
    'a request, spelled as a verb',
    'رفضت الحكومة طلب المعارضة.',
    [['رفضت', 'الحكومة', 'other', 'indirect', 'طلب المعارضة']],
  ],
  [
    'what a post says',
    'وجاء في تغريدة للوزير: «الطريق مفتوح الآن».',
    [['جاء', 'تغريدة للوزير', 'statement', 'direct', 'الطريق مفتوح الآن']],
  ],
  [
    'written on a site',
    'وكتب سمير كامل على صفحته في فيسبوك: «الطريق مفتوح الآن».',
    [['كتب', 'سمير كامل', 'statement', 'direct', 'الطريق مفتوح الآن']],
  ],
  [
    'a number behind عن',
    'وأبلغت وزارة الصحة عن 300 إصابة جديدة.',
    [['أبلغت', 'وزارة الصحة', 'statement', 'indirect', '300 إصابة جديدة']],
  ],
];

describe('claims in other orders', () => {
  for (const [title, text, rows] of CASES) {
    it(title, () => assert.deepEqual(claimRows(text), rows));
  }
});

/** Sentence → whether what is claimed in it is worth checking. */
const WORTH: readonly (readonly [string, boolean])[] = [
  ['أعلنت وزارة الصحة أن عدد المصابين بلغ 40 شخصا.', true],
  ['وقال سمير كامل إن الجسر أغلق أمس.', true],
  ['وقالت المنظمة في بيان لها إنها تشعر بالقلق.', false],
  ['وأكد الوزير أن بلاده ترفض العقوبات.', false],
  ['وأردف قائلا: «هذا الأمر مرفوض».', false],
  ['وقال إن اللقاء مهم جدا.', false],
  ['طالب العمال بزيادة الأجور 10%.', false],
];

describe('check-worthiness', () => {
  for (const [text, worth] of WORTH)
    it(text, () => assert.deepEqual(claimsOf(text)[0]?.checkworthy, worth));
});
