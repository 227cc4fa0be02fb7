import { findsClaims } from './claimSentences';

/** Where the narrator or another speaker takes the word, and below each sentence its claims: cue | source | kind and mode | content. */
const SENTENCES = `
# who objects speaks for himself
أكدت الشركة أن الدواء آمن، بيد أن أطباء أبدوا شكوكا في نتائجه.
  أكدت | الشركة | statement indirect | الدواء آمن
  أبدوا | أطباء | other indirect | شكوكا في نتائجه
وقال المحافظ إن الجسر سليم، غير أن المهندسين أكدوا أن أعمدته متصدعة.
  قال | المحافظ | statement indirect | الجسر سليم
  أكدوا | المهندسين | statement indirect | أعمدته متصدعة
وأضافت الشركة أن الرحلات منتظمة، لكن المسافرين ذكروا أن ثلاثا منها ألغيت.
  أضافت | الشركة | statement indirect | الرحلات منتظمة
  ذكروا | المسافرين | statement indirect | ثلاثا منها ألغيت
وقال الوزير إن المشروع مكلف، غير أن الحكومة وفرت له التمويل.
  قال | الوزير | statement indirect | المشروع مكلف، غير أن الحكومة وفرت له التمويل
وطالب النائب بإقالة المدير، غير أن المجلس لم يصوت.
  طالب | النائب | demand indirect | إقالة المدير

# who speaks goes on in the present
يعتقد الخبير أن الزلزال كان متوقعا، ويضيف أن البناء مخالف للمعايير.
  يعتقد | الخبير | statement indirect | الزلزال كان متوقعا
  يضيف | الخبير | statement indirect | البناء مخالف للمعايير
يرى الأطباء أن الدواء فعال، ويؤكدون أن أعراضه نادرة.
  يرى | الأطباء | statement indirect | الدواء فعال
  يؤكدون | الأطباء | statement indirect | أعراضه نادرة

# one report is set against another
وبينما أكد الوزير أن الأسعار مستقرة، قالت النقابة إنها تضاعفت.
  أكد | الوزير | statement indirect | الأسعار مستقرة
  قالت | النقابة | statement indirect | تضاعفت
وفيما نفت الشركة وقوع تسرب، أكد السكان أن الرائحة انتشرت في الحي.
  نفت | الشركة | denial indirect | وقوع تسرب
  أكد | السكان | statement indirect | الرائحة انتشرت في الحي
وفي حين أعلن الجيش أن الطريق مفتوح، بقيت الشاحنات في أماكنها.
  أعلن | الجيش | statement indirect | الطريق مفتوح
فيما أعلنت البلدية أن الحديقة أغلقت، ما أثار استياء السكان.
  أعلنت | البلدية | statement indirect | الحديقة أغلقت، ما أثار استياء السكان

# what the narrator tells of a noun
وندد الحزب بالقرار الذي اتخذته المحكمة، والذي أثار جدلا واسعا.
  ندد | الحزب | condemnation indirect | القرار الذي اتخذته المحكمة
وطالبت النقابة بصرف العلاوة، والتي تأخرت أربعة أشهر.
  طالبت | النقابة | demand indirect | صرف العلاوة

# behind a phrase set off by commas
أعلنت الهيئة، في نشرتها الشهرية الصادرة الأحد، تسجيل 40 إصابة جديدة.
  أعلنت | الهيئة | statement indirect | تسجيل 40 إصابة جديدة
وأكدت الوزارة، في حصيلتها الأخيرة، وفاة ستة عمال.
  أكدت | الوزارة | statement indirect | وفاة ستة عمال
`;

describe('turns from one speaker to the next', () => {
  findsClaims(SENTENCES);
});
