import { findsClaims, findsNoClaims } from './claimSentences';

/** Views, verbs and papers, and below each sentence its claims: cue | source | kind and mode | content. */
const SENTENCES = `
# views of somebody
وفي تقدير البنك الدولي، فإن الفقر تراجع بنسبة 3 بالمئة.
  تقدير | البنك الدولي | statement indirect | الفقر تراجع بنسبة 3 بالمئة
ومن وجهة نظر الوزارة، فإن الأزمة انتهت.
  نظر | الوزارة | statement indirect | الأزمة انتهت
وفي رأي المحلل سامي نادر، فإن الاتفاق هش.
  رأي | المحلل سامي نادر | statement indirect | الاتفاق هش

# what is expected, with who is cited for it
ومن المتوقع، بحسب وزارة المالية، أن ينمو الاقتصاد 4 بالمئة.
  بحسب | وزارة المالية | prediction indirect | ينمو الاقتصاد 4 بالمئة

# frames of verbs
وتوعدت إيران برد حازم.
  توعدت | إيران | promise indirect | رد حازم
إيران تتوعد إسرائيل برد قاس.
  تتوعد | إيران | promise indirect | إسرائيل برد قاس
تعهدت اليابان تقديم مساعدات عاجلة للمتضررين.
  تعهدت | اليابان | promise indirect | تقديم مساعدات عاجلة للمتضررين
وتوصي الوزارة المواطنين بشرب الماء بكثرة.
  توصي | الوزارة | demand indirect | المواطنين بشرب الماء بكثرة
ونصح الطبيب المرضى بعدم التدخين.
  نصح | الطبيب | demand indirect | المرضى بعدم التدخين
وحيا الأمين العام صمود أهالي المدينة.
  حيا | الأمين العام | other indirect | صمود أهالي المدينة
أخبره الطبيب عن وفاة والده.
  أخبره | الطبيب | statement indirect | وفاة والده
تعتبر واشنطن الجماعة منظمة محظورة.
  تعتبر | واشنطن | statement indirect | الجماعة منظمة محظورة

# nouns of what happens
ويشكو المزارعون نقص المياه.
  يشكو | المزارعون | other indirect | نقص المياه
ويجمع محللون على أن المنافسة ستخفض الأسعار.
  يجمع | محللون | prediction indirect | المنافسة ستخفض الأسعار
وأكدت المنظمة ترحيل مئات العائلات.
  أكدت | المنظمة | statement indirect | ترحيل مئات العائلات

# what papers say
وجاء في لائحة الاتهام أن المتهم باع الوثائق.
  جاء | لائحة الاتهام | statement indirect | المتهم باع الوثائق

# a noun behind its preposition
واكتفت باريس بالدعوة إلى التهدئة.
  الدعوة | - | demand indirect | التهدئة

# a subject joined to what else is told
غارات على المدينة والجيش ينفي استهداف المدنيين
  ينفي | الجيش | denial indirect | استهداف المدنيين

# kinds
ورفض الوزير تحميل حكومته مسؤولية الأزمة.
  رفض | الوزير | denial indirect | تحميل حكومته مسؤولية الأزمة
وأقسم الشاهد أنه لم يشارك في السرقة.
  أقسم | الشاهد | denial indirect | لم يشارك في السرقة
وقالت المعارضة إن الحكومة أخلت بالاتفاق.
  قالت | المعارضة | accusation indirect | الحكومة أخلت بالاتفاق
وقال النائب إن الوزارة تتستر على الفاسدين.
  قال | النائب | accusation indirect | الوزارة تتستر على الفاسدين
وأكد الأهالي أن البلدية تجاهلت شكاواهم.
  أكد | الأهالي | accusation indirect | البلدية تجاهلت شكاواهم
عبر المدرب عن استيائه من أداء الفريق.
  عبر | المدرب | condemnation indirect | استيائه من أداء الفريق
`;

/** The same words where nobody claims anything. */
const NONE = `
تعتبر مصر الدولة الأكثر سكانا في المنطقة.
تعتبر القاهرة العاصمة السياسية للبلاد.
يعتبر سمير كامل الرجل الثاني في الحزب.
عثر رجال الإنقاذ على الطفل حيا.
كانت حياة الرئيس السابق مليئة بالأسفار.
حياة الرئيس السابق كتاب في ألف صفحة.
نشرت المجلة مقالا في نظر الطعون.
للوزير رأي في القضية.
جاء في الموعد أن القطار تأخر.
`;

describe('views, and what verbs and papers take', () => {
  findsClaims(SENTENCES);
  findsNoClaims(NONE);
});
