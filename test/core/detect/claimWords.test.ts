import assert from 'node:assert/strict';
import { claimRows, claimsOf, sentenceGroups } from './support';

/** Sentences under the words they are about, and below each its claims: cue | source | kind and mode | content. */
const SENTENCES = `
# nouns of saying and who speaks behind them
رغم تأكيد الوزارة أن الجسر آمن، أغلقه السكان.
  تأكيد | الوزارة | statement indirect | الجسر آمن
وسط تأكيد الحكومة أن المخزون كاف، واصل التجار الشراء.
  تأكيد | الحكومة | statement indirect | المخزون كاف
تأتي الزيارة بعد إعلان الوزارة عن إغلاق المعبر.
  إعلان | الوزارة | statement indirect | إغلاق المعبر
وتراجع الإقبال على اللقاح رغم قول الأطباء إن الدواء آمن.
  قول | الأطباء | statement indirect | الدواء آمن
جاء ذلك بعد اتهام النيابة ثلاثة موظفين بتلقي رشاوى.
  اتهام | النيابة | accusation indirect | ثلاثة موظفين بتلقي رشاوى
رغم تحذيرات خبراء من انهيار السد، استمر العمل.
  تحذيرات | خبراء | warning indirect | انهيار السد
وتزامن ذلك مع إدانة الأمم المتحدة للهجوم.
  إدانة | الأمم المتحدة | condemnation indirect | لهجوم
بعد تنديد فرنسا بالاعتداء على السفارة، أصدرت الحكومة بيانا.
  تنديد | فرنسا | condemnation indirect | الاعتداء على السفارة
وجاء الاجتماع عقب ترحيب الاتحاد الأوروبي بالاتفاق.
  ترحيب | الاتحاد الأوروبي | other indirect | الاتفاق

# nouns that are spelled as verbs or participles
بعد نفي الوزارة وجود أي نقص، عادت الطوابير.
  نفي | الوزارة | denial indirect | وجود أي نقص
وجاء القرار بعد رفض الحكومة للمقترح.
  رفض | الحكومة | other indirect | لمقترح
وتأجلت الجلسة بعد مطالبة النقابة الحكومة بصرف الرواتب.
  مطالبة | النقابة | demand indirect | الحكومة بصرف الرواتب

# nouns with a pronoun
غادر الوزير القاعة بعد نفيه للخبر.
  نفيه | الوزير | denial indirect | لخبر
كررت الوزارة نفيها وجود أي إصابات.
  كررت | الوزارة | denial indirect | نفيها وجود أي إصابات
والتقى الرئيس الوفد رغم انتقاداته للاتفاق.
  انتقاداته | الرئيس | condemnation indirect | لاتفاق
وصل المبعوث أمس رغم تصريحاته بأن الحوار فشل.
  تصريحاته | المبعوث | statement indirect | الحوار فشل

# participles
وقف النائب في الجلسة مذكرا بأن القانون لم يطبق.
  مذكرا | النائب | statement indirect | القانون لم يطبق
أصدر المجلس قرارا متذرعا بأن الميزانية لا تكفي.
  متذرعا | المجلس | statement indirect | الميزانية لا تكفي
وختم الوزير كلمته مثنيا على جهود المتطوعين.
  مثنيا | الوزير | other indirect | جهود المتطوعين
وغادر الوزير القاعة ممتعضا من تدخل المجلس.
  ممتعضا | الوزير | other indirect | تدخل المجلس

# who is accused by nobody, what is held by anybody
ويتهم الجيش بارتكاب انتهاكات.
  يتهم | - | accusation indirect | الجيش بارتكاب انتهاكات
واتهم المدير السابق بتبديد المال العام.
  اتهم | - | accusation indirect | المدير السابق بتبديد المال العام
ونشر الطبيب مقالا يدحض المزاعم القائلة إن اللقاح مضر.
  القائلة | - | statement indirect | اللقاح مضر

# what stands behind كما, and what goes on
وقال الوزير إن المشروع اكتمل، كما نفى وجود تأخير.
  قال | الوزير | statement indirect | المشروع اكتمل
  نفى | الوزير | denial indirect | وجود تأخير
وانتشلت فرق الإنقاذ جثتين، بحسب ما ذكر قائد الشرطة.
  بحسب | قائد الشرطة | statement indirect | انتشلت فرق الإنقاذ جثتين
قال المعهد إن الرجال يموتون أبكر، وهو ما يعني أن الفجوة تتسع.
  قال | المعهد | statement indirect | الرجال يموتون أبكر، وهو ما يعني أن الفجوة تتسع

# rarer verbs
استخلص الباحثون أن الدواء يقلل خطر الوفاة.
  استخلص | الباحثون | statement indirect | الدواء يقلل خطر الوفاة
تحجج المدير بأن الميزانية لم تقر بعد.
  تحجج | المدير | statement indirect | الميزانية لم تقر بعد
استذكر الرئيس أن البلاد مرت بأزمة مماثلة.
  استذكر | الرئيس | statement indirect | البلاد مرت بأزمة مماثلة
وذهب محللون إلى أن التحالف سينهار.
  ذهب | محللون | prediction indirect | التحالف سينهار
وأبان الناطق أن الحادث وقع فجرا.
  أبان | الناطق | statement indirect | الحادث وقع فجرا
وشجعت المنظمة الدول على توقيع الاتفاقية.
  شجعت | المنظمة | demand indirect | الدول على توقيع الاتفاقية
وتكفلت الوزارة بعلاج المصابين.
  تكفلت | الوزارة | promise indirect | علاج المصابين
وعاب النائب على الحكومة بطء الإصلاح.
  عاب | النائب | condemnation indirect | الحكومة بطء الإصلاح
وبارك الحزب الاتفاق الجديد.
  بارك | الحزب | other indirect | الاتفاق الجديد
تهكم النائب على تصريحات الوزير.
  تهكم | النائب | other indirect | تصريحات الوزير
وتنصلت الجماعة من الهجوم.
  تنصلت | الجماعة | denial indirect | الهجوم
أنحت النقابة باللائمة على الإدارة في تعطل المفاوضات.
  أنحت | النقابة | accusation indirect | الإدارة في تعطل المفاوضات
`;

/** The same words in other senses. */
const NO_CLAIMS = `
وقع الطرفان مذكرة تفاهم.
ذهب الوزير إلى باريس أمس.
بث التلفزيون المباراة كاملة.
خاطب الرئيس البرلمان أمس.
ويسكن حيا قديما في وسط المدينة.
الوثيقة واضحة وموجزة.
تتزايد المخاوف وسط توقعات بارتفاع الأسعار.
وتأجلت الجلسة إلى حين تقديم طلب جديد.
وأفرج عنه بعد اتهامه بالسرقة.
أكد الحجز بعد وصول مقترح جديد.
`;

describe('claims by nouns, participles and rarer verbs', () => {
  for (const [heading, cases] of sentenceGroups(SENTENCES)) {
    it(heading, () => {
      for (const { text, claims } of cases) {
        const found = claimRows(text).map(([cue, source, kind, mode, content]) =>
          [cue, source, `${kind} ${mode}`, content].join(' | '),
        );
        assert.deepEqual(found, claims, text);
      }
    });
  }

  it('finds none in other senses of the same words', () => {
    for (const text of NO_CLAIMS.trim().split('\n')) assert.deepEqual(claimsOf(text), [], text);
  });
});
