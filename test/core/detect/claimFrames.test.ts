import assert from 'node:assert/strict';
import { claimRows, claimsOf, type ClaimRow } from './support';

/** Sentences by what is hard about them, and all claims that they hold. */
const CASES: readonly (readonly [string, string, readonly ClaimRow[]])[] = [
  [
    'a subject before its verb',
    'سويسرا ترفض شروط الاتفاق الجديد',
    [['ترفض', 'سويسرا', 'other', 'indirect', 'شروط الاتفاق الجديد']],
  ],
  [
    'a title between commas',
    'وصف سمير كامل، المؤسس والمدير لشركة النسيم، القرار بالخطأ الجسيم.',
    [
      [
        'وصف',
        'سمير كامل، المؤسس والمدير لشركة النسيم',
        'statement',
        'indirect',
        'القرار بالخطأ الجسيم',
      ],
    ],
  ],
  [
    'a speaker described between commas, and what he says far behind',
    'وأكد محامي الشركة، الذي كان يتابع الملف منذ مايو في لندن، أن العقد سليم.',
    [['أكد', 'محامي الشركة', 'statement', 'indirect', 'العقد سليم']],
  ],
  [
    'a wish to stay unnamed',
    'وقال مسؤول في وزارة النقل طالبا عدم كشف اسمه إن الجسر أغلق.',
    [['قال', 'مسؤول في وزارة النقل', 'statement', 'indirect', 'الجسر أغلق']],
  ],
  [
    'a phrase of reference before the speaker',
    'وشدد في هذا الصدد وزير النقل المصري على أن القطار آمن.',
    [['شدد', 'وزير النقل المصري', 'statement', 'indirect', 'القطار آمن']],
  ],
  [
    'an aside between dashes',
    'أعلنت قطر - وهي أكبر الدول المصدرة للغاز - زيادة إنتاجها.',
    [['أعلنت', 'قطر', 'statement', 'indirect', 'زيادة إنتاجها']],
  ],
  [
    'a noun of what happens, that is a verb as well',
    'وأعلن البنك الدولي منح اليمن قرضا جديدا.',
    [['أعلن', 'البنك الدولي', 'statement', 'indirect', 'منح اليمن قرضا جديدا']],
  ],
  [
    'a fact behind a preposition',
    'وأشار التقرير إلى انخفاض الصادرات.',
    [['أشار', 'التقرير', 'statement', 'indirect', 'انخفاض الصادرات']],
  ],
  [
    'a preposition written onto ما',
    'وحذرت الأمم المتحدة مما وصفته بكارثة في السودان.',
    [['حذرت', 'الأمم المتحدة', 'warning', 'indirect', 'ما وصفته بكارثة في السودان']],
  ],
  [
    'a document that was issued',
    'أصدرت وزارة الصحة المصرية بيانا جاء فيه أن: "اللقاح آمن تماما".',
    [['جاء', 'وزارة الصحة المصرية', 'statement', 'direct', 'اللقاح آمن تماما']],
  ],
  [
    'a sentence joined to a noun complement is the narrator’s',
    'دعت فرنسا إلى وقف القتال، وحددت موعدا للقاء.',
    [['دعت', 'فرنسا', 'demand', 'indirect', 'وقف القتال']],
  ],
  [
    'the next report behind إذ',
    'حثت تركيا العراق على فتح المعبر إذ أشار الوزير العراقي إلى أن التجارة توقفت.',
    [
      ['حثت', 'تركيا', 'demand', 'indirect', 'العراق على فتح المعبر'],
      ['أشار', 'الوزير العراقي', 'statement', 'indirect', 'التجارة توقفت'],
    ],
  ],
  [
    'a speaker who goes on, and whom he calls upon in quotation marks',
    'وقال المدير إن العمل بدأ، ودعا "كل من يحب هذه المدينة" إلى المساعدة.',
    [
      ['قال', 'المدير', 'statement', 'indirect', 'العمل بدأ'],
      ['دعا', 'المدير', 'demand', 'mixed', '"كل من يحب هذه المدينة" إلى المساعدة'],
    ],
  ],
  [
    'a clause of relation that says who doubts',
    'عاد البرنامج الذي تشك فرنسا أنه سري.',
    [['تشك', 'فرنسا', 'accusation', 'indirect', 'سري']],
  ],
  [
    'an attribution leaves the conjunction out',
    'وسوف تدفع الشركة مليون دولار للعمال، بحسب وكالة رويترز.',
    [['بحسب', 'وكالة رويترز', 'statement', 'indirect', 'سوف تدفع الشركة مليون دولار للعمال']],
  ],
  [
    'what comes about by itself is foretold',
    'قال البنك الدولي إن الأسعار سترتفع في مصر.',
    [['قال', 'البنك الدولي', 'prediction', 'indirect', 'الأسعار سترتفع في مصر']],
  ],
  [
    'a verb that does not agree with the noun behind it speaks of who was named before',
    'وقال سمير كامل إن الوضع صعب، واتهم الحكومة العراقية بالتأخير.',
    [
      ['قال', 'سمير كامل', 'statement', 'indirect', 'الوضع صعب'],
      ['اتهم', 'سمير كامل', 'accusation', 'indirect', 'الحكومة العراقية بالتأخير'],
    ],
  ],
  [
    'whom it was said to, before whom it was said by',
    'وأكد لوكالة رويترز مسؤول عراقي أن الجسر سليم.',
    [['أكد', 'مسؤول عراقي', 'statement', 'indirect', 'الجسر سليم']],
  ],
  [
    'whom it was said to, with nobody named',
    'وقال لرويترز إن الجسر سليم.',
    [['قال', '-', 'statement', 'indirect', 'الجسر سليم']],
  ],
  [
    'a person as an object pronoun',
    'وقال سمير كامل إن الوضع صعب، وأبلغه أن الوفد غادر.',
    [
      ['قال', 'سمير كامل', 'statement', 'indirect', 'الوضع صعب'],
      ['أبلغه', 'سمير كامل', 'statement', 'indirect', 'الوفد غادر'],
    ],
  ],
  [
    'a fact far behind ب',
    'واعترف ناطق عسكري في وقت لاحق من نهار أمس بمقتل جندي.',
    [['اعترف', 'ناطق عسكري', 'statement', 'indirect', 'مقتل جندي']],
  ],
  [
    'what the speaker is called, closed by a comma',
    'أعلنت حركة حماس الحاكمة في غزة، مسؤوليتها عن الهجوم.',
    [['أعلنت', 'حركة حماس', 'statement', 'indirect', 'مسؤوليتها عن الهجوم']],
  ],
  [
    'an accusative without a comma goes on with the report',
    'رفضت مصر شروط الاتفاق معتبرة أنها ظالمة.',
    [
      ['رفضت', 'مصر', 'other', 'indirect', 'شروط الاتفاق'],
      ['معتبرة', 'مصر', 'statement', 'indirect', 'ظالمة'],
    ],
  ],
  [
    'the next report behind an adverb',
    'أكدت وزارة الصحة المصرية أن المرض عاد، ومؤخرا أعلنت إيران أن اللقاح وصل.',
    [
      ['أكدت', 'وزارة الصحة المصرية', 'statement', 'indirect', 'المرض عاد'],
      ['أعلنت', 'إيران', 'statement', 'indirect', 'اللقاح وصل'],
    ],
  ],
  [
    'one word in quotation marks that judges',
    'وقال سمير كامل إن القرار كان "خطأ".',
    [['قال', 'سمير كامل', 'statement', 'mixed', 'القرار كان "خطأ"']],
  ],
  [
    'a protest that is voiced',
    'وأبدى سمير كامل احتجاجه على القرار.',
    [['أبدى', 'سمير كامل', 'condemnation', 'indirect', 'احتجاجه على القرار']],
  ],
  [
    'two who are cited',
    'وصلت السفينة إلى الميناء ليلا بحسب مسؤولين وشهود عيان.',
    [['بحسب', 'مسؤولين وشهود عيان', 'statement', 'indirect', 'وصلت السفينة إلى الميناء ليلا']],
  ],
  [
    'who issued a paper',
    'وأكد بيان صادر عن المكتب الإعلامي أن العملية انتهت.',
    [['أكد', 'بيان صادر عن المكتب الإعلامي', 'statement', 'indirect', 'العملية انتهت']],
  ],
  [
    'the body that an unnamed speaker belongs to',
    'وقال مصدر بشرطة البصرة إن اللصوص اعتقلوا.',
    [['قال', 'مصدر بشرطة البصرة', 'statement', 'indirect', 'اللصوص اعتقلوا']],
  ],
  [
    'a number of people who say it',
    'وقالت 20 عائلة إن الماء انقطع.',
    [['قالت', '20 عائلة', 'statement', 'indirect', 'الماء انقطع']],
  ],
  [
    'a word of saying behind ب takes the report on',
    'دعا سمير كامل إلى تغيير القانون بقوله إن الناس سئموا.',
    [
      ['دعا', 'سمير كامل', 'demand', 'indirect', 'تغيير القانون'],
      ['قوله', 'سمير كامل', 'statement', 'indirect', 'الناس سئموا'],
    ],
  ],
  [
    'whom a pronoun stands for, and of what he is accused',
    'وقال سمير كامل إن الوضع صعب، واتهمه بالتقصير في عمله.',
    [
      ['قال', 'سمير كامل', 'statement', 'indirect', 'الوضع صعب'],
      ['اتهمه', 'سمير كامل', 'accusation', 'indirect', 'التقصير في عمله'],
    ],
  ],
  [
    'a name that no list knows between a title and its verb',
    'وكان وزير النقل المصري زيلو بارندا قد أعلن أن القطار وصل.',
    [['أعلن', 'وزير النقل المصري زيلو بارندا', 'statement', 'indirect', 'القطار وصل']],
  ],
  [
    'what will be done by nobody in particular is no promise',
    'وأكد وزير النقل المصري أنه سيتم فتح الجسر.',
    [['أكد', 'وزير النقل المصري', 'statement', 'indirect', 'سيتم فتح الجسر']],
  ],
  [
    'what the speaker is, before the preposition of what is said',
    'أعلنت شركة سامسونج المختصة بالهواتف عن اكتشاف عطل.',
    [['أعلنت', 'شركة سامسونج', 'statement', 'indirect', 'اكتشاف عطل']],
  ],
  [
    'a passive that names nobody',
    'وقال سمير كامل إن الوضع صعب، وقيل إن الجسر أغلق.',
    [
      ['قال', 'سمير كامل', 'statement', 'indirect', 'الوضع صعب'],
      ['قيل', '-', 'statement', 'indirect', 'الجسر أغلق'],
    ],
  ],
  [
    'a study and who published it',
    'وكشفت دراسة حديثة نشرتها مجلة "النور" أن القهوة مفيدة.',
    [['كشفت', 'دراسة حديثة', 'statement', 'indirect', 'القهوة مفيدة']],
  ],
  [
    'a verb whose root ends in ت',
    'ولفت التقرير إلى أن الصادرات زادت.',
    [['لفت', 'التقرير', 'statement', 'indirect', 'الصادرات زادت']],
  ],
  [
    'a word that looks like و and a cue',
    'وحذرت الأمم المتحدة من أن المخزون على وشك النفاد، مشيرة إلى أن المعبر مغلق.',
    [
      ['حذرت', 'الأمم المتحدة', 'warning', 'indirect', 'المخزون على وشك النفاد'],
      ['مشيرة', 'الأمم المتحدة', 'statement', 'indirect', 'المعبر مغلق'],
    ],
  ],
  [
    'how strongly, before what',
    'وأدانت السعودية بأشد العبارات استهداف المدنيين، وجددت مطالبتها بوقف القتال.',
    [
      ['أدانت', 'السعودية', 'condemnation', 'indirect', 'استهداف المدنيين'],
      ['جددت', 'السعودية', 'demand', 'indirect', 'مطالبتها بوقف القتال'],
    ],
  ],
  [
    'the mouthpiece of a body',
    'أكدت وزارة النقل المصرية، على لسان المتحدث باسمها سمير كامل، استمرار العمل.',
    [['أكدت', 'وزارة النقل المصرية', 'statement', 'indirect', 'استمرار العمل']],
  ],
  [
    'a pronoun that is described',
    'واستنكرت مصر القرار، ووصفته بأنه "إهانة للجميع".',
    [
      ['استنكرت', 'مصر', 'condemnation', 'indirect', 'القرار'],
      ['وصفته', 'مصر', 'condemnation', 'direct', 'إهانة للجميع'],
    ],
  ],
  [
    'where a body is',
    'وأبلغت السلطات الصحية في غزة عن مقتل 60 شخصا.',
    [['أبلغت', 'السلطات الصحية في غزة', 'statement', 'indirect', 'مقتل 60 شخصا']],
  ],
  [
    'the same source, behind وفق',
    'وفق المصدر ذاته، فإن الضحايا من جنسيات مختلفة.',
    [['وفق', 'المصدر ذاته', 'statement', 'indirect', 'الضحايا من جنسيات مختلفة']],
  ],
  [
    'a particle with a pronoun before its verb',
    'ويقول الأطباء إن المرض ينتشر، لكنهم يؤكدون أن اللقاح فعال.',
    [
      ['يقول', 'الأطباء', 'statement', 'indirect', 'المرض ينتشر'],
      ['يؤكدون', 'الأطباء', 'statement', 'indirect', 'اللقاح فعال'],
    ],
  ],
  [
    'a noun complement in the next sentence, where who spoke goes on',
    'وقالت المتحدثة إن السد آمن. ونفت أي خلل في بنائه.',
    [
      ['قالت', 'المتحدثة', 'statement', 'indirect', 'السد آمن'],
      ['نفت', '-', 'denial', 'indirect', 'أي خلل في بنائه'],
    ],
  ],
  [
    'two who describe something in the next sentence',
    'وقال مهندسان إن السد آمن. ووصفا المخاوف بأنها مبالغة.',
    [
      ['قال', 'مهندسان', 'statement', 'indirect', 'السد آمن'],
      ['وصفا', '-', 'statement', 'indirect', 'مبالغة'],
    ],
  ],
  [
    'what is rejected, which says nothing itself',
    'وقالت الشركة إنها دفعت. ورفضت الاتهامات الموجهة إليها.',
    [
      ['قالت', 'الشركة', 'statement', 'indirect', 'دفعت'],
      ['رفضت', '-', 'denial', 'indirect', 'الاتهامات الموجهة إليها'],
    ],
  ],
  [
    'a relative clause behind an indefinite speaker',
    'وأعلنت جماعة يعدها مراقبون واجهة لغيرها مسؤوليتها عن التفجير.',
    [['أعلنت', 'جماعة', 'statement', 'indirect', 'مسؤوليتها عن التفجير']],
  ],
  [
    'a relative clause behind a definite speaker',
    'ونفت الشركة التي تملك السد مسؤوليتها عن الفيضان.',
    [['نفت', 'الشركة', 'denial', 'indirect', 'مسؤوليتها عن الفيضان']],
  ],
];

/** Sentences whose reporting verb reports nothing. */
const NONE: readonly (readonly [string, string])[] = [
  ['refusing to speak', 'رفض وزير النقل التعليق على الحادث.'],
  ['refusing to act', 'رفض سكان القرية مغادرة منازلهم.'],
  ['a predicate', 'كان الفريق مهددا بالهبوط إلى الدرجة الثانية.'],
  ['mentioning an event', 'وأشار المدرب إلى مباراة الأمس.'],
];

describe('claim frames', () => {
  for (const [title, text, rows] of CASES) {
    it(title, () => assert.deepEqual(claimRows(text), rows));
  }
  for (const [title, text] of NONE) {
    it(`none: ${title}`, () => assert.deepEqual(claimsOf(text), []));
  }
});
