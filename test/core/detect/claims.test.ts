import assert from 'node:assert/strict';
import { claimsOf } from './support';

interface Case {
  readonly text: string;
  readonly cue: string;
  readonly source: string | null;
  readonly content: string;
  readonly kind?: string;
  readonly mode?: string;
}

const CASES: readonly Case[] = [
  {
    text: 'قال المدير إن المصنع سيغلق أبوابه.',
    cue: 'قال',
    source: 'المدير',
    content: 'المصنع سيغلق أبوابه',
  },
  {
    text: 'وأكدت وزارة النقل العراقية أنّ الجسر آمن.',
    cue: 'أكدت',
    source: 'وزارة النقل العراقية',
    content: 'الجسر آمن',
  },
  {
    text: 'وأضافت الشركة: «تعطل المحرك قبل الإقلاع».',
    cue: 'أضافت',
    source: 'الشركة',
    content: 'تعطل المحرك قبل الإقلاع',
    mode: 'direct',
  },
  {
    text: 'وقالت الهيئة إن "الخط تعرض لعطل فني صباحا".',
    cue: 'قالت',
    source: 'الهيئة',
    content: 'الخط تعرض لعطل فني صباحا',
    mode: 'direct',
  },
  {
    text: 'وقالت الهيئة إن الخط الذي "تعرض لعطل فني كبير" عاد إلى العمل.',
    cue: 'قالت',
    source: 'الهيئة',
    content: 'الخط الذي "تعرض لعطل فني كبير" عاد إلى العمل',
    mode: 'mixed',
  },
  {
    text: 'وقال في بيان: "وصلت الشحنة الأولى. ولم تتضرر البضاعة".',
    cue: 'قال',
    source: null,
    content: 'وصلت الشحنة الأولى. ولم تتضرر البضاعة',
    mode: 'direct',
  },
  {
    text: 'نفت إيران التقارير المتداولة عن الانفجار.',
    cue: 'نفت',
    source: 'إيران',
    content: 'التقارير المتداولة عن الانفجار',
    kind: 'denial',
  },
  {
    text: 'نددت مصر بالهجوم على القافلة.',
    cue: 'نددت',
    source: 'مصر',
    content: 'الهجوم على القافلة',
    kind: 'condemnation',
  },
  {
    text: 'دعت الأمم المتحدة الأطراف إلى وقف القتال.',
    cue: 'دعت',
    source: 'الأمم المتحدة',
    content: 'الأطراف إلى وقف القتال',
    kind: 'demand',
  },
  {
    text: 'اتهمت أوكرانيا روسيا بقصف الميناء.',
    cue: 'اتهمت',
    source: 'أوكرانيا',
    content: 'روسيا بقصف الميناء',
    kind: 'accusation',
  },
  {
    text: 'حذرت منظمة الصحة العالمية من أن المرض ينتشر بسرعة.',
    cue: 'حذرت',
    source: 'منظمة الصحة العالمية',
    content: 'المرض ينتشر بسرعة',
    kind: 'warning',
  },
  {
    text: 'وكان البنك الدولي قد توقع أن ينمو الاقتصاد ببطء.',
    cue: 'توقع',
    source: 'البنك الدولي',
    content: 'ينمو الاقتصاد ببطء',
    kind: 'prediction',
  },
  {
    text: 'وتعهدت تركيا بإعادة بناء الميناء.',
    cue: 'تعهدت',
    source: 'تركيا',
    content: 'إعادة بناء الميناء',
    kind: 'promise',
  },
  {
    text: 'وصلت السفينة إلى الميناء ليلا، بحسب وكالة رويترز.',
    cue: 'بحسب',
    source: 'وكالة رويترز',
    content: 'وصلت السفينة إلى الميناء ليلا',
  },
  {
    text: 'ووفقا لوزارة الصحة اللبنانية، فإن عدد الإصابات انخفض.',
    cue: 'وفقا',
    source: 'وزارة الصحة اللبنانية',
    content: 'عدد الإصابات انخفض',
  },
  {
    text: 'وصرح مسؤول أمريكي، اليوم الأربعاء، بأن الوفد غادر.',
    cue: 'صرح',
    source: 'مسؤول أمريكي',
    content: 'الوفد غادر',
  },
  {
    text: 'وأوضح رئيس الوزراء سليم الخطيب في مؤتمر صحفي أن الميزانية جاهزة.',
    cue: 'أوضح',
    source: 'رئيس الوزراء سليم الخطيب',
    content: 'الميزانية جاهزة',
  },
];

describe('claims', () => {
  for (const expected of CASES) {
    it(expected.text, () => {
      const [claim, ...more] = claimsOf(expected.text);
      assert.ok(claim);
      assert.equal(more.length, 0);
      assert.equal(claim.cue.quote, expected.cue);
      assert.equal(claim.source?.quote ?? null, expected.source);
      assert.equal(claim.quote, expected.content);
      assert.equal(claim.claimKind, expected.kind ?? 'statement');
      assert.equal(claim.mode, expected.mode ?? 'indirect');
    });
  }

  it('lets the speaker of a sentence speak on', () => {
    const [first, second] = claimsOf('أعلنت قطر أن الاتفاق جاهز، مؤكدة أنه يبدأ يوم الأحد.');
    assert.equal(first?.quote, 'الاتفاق جاهز');
    assert.equal(second?.cue.quote, 'مؤكدة');
    assert.equal(second?.source?.quote, 'قطر');
    assert.equal(second?.quote, 'يبدأ يوم الأحد');
  });

  const NONE = [
    'ويذكر أن المدينة تقع على النهر.',
    'من المتوقع أن يصل القطار غدا.',
    'يمكن أن يتأخر القطار.',
    'الجدير بالذكر أن الجسر قديم.',
    'اتهمته المدينة أم لم تتهمه؟ لا أحد يدري.',
    'يقع البيت بين النهر والجبل.',
  ];
  for (const text of NONE) {
    it(`finds no claim: ${text}`, () => assert.deepEqual(claimsOf(text), []));
  }

  it('says why a claim is worth checking, in both languages', () => {
    const [fact] = claimsOf('أعلنت وزارة الصحة المصرية أن 14 شخصا أصيبوا في القاهرة.');
    assert.equal(fact?.checkworthy, true);
    assert.ok(fact.why.some((reason) => reason.en === 'gives a number' && reason.ar !== ''));
    const [wish] = claimsOf('وقال المدرب: "نحن فخورون بفريقنا ونتمنى الفوز".');
    assert.equal(wish?.checkworthy, false);
    assert.ok(wish.why.length > 1);
  });
});
