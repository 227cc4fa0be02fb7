import { findsClaims, findsNoClaims } from './claimSentences';

/** What papers say behind the verb that tells where they come from, and quotations between apostrophes. */
const SENTENCES = `
# a paper described by a verb
كشفت دراسة هولندية نشرت نتائجها في مجلة طبية أن المشي يقوي القلب.
  كشفت | دراسة هولندية | statement indirect | المشي يقوي القلب
وأظهرت دراسة نشرت أمس أن النوم ينفع الذاكرة.
  أظهرت | دراسة | statement indirect | النوم ينفع الذاكرة
وذكر تقرير صدر أمس عن البنك الدولي أن الفقر تراجع في القرى.
  ذكر | تقرير | statement indirect | الفقر تراجع في القرى

# in which
جاء القرار في وقت أعلن فيه سمير كامل أن المفاوضات صعبة.
  أعلن | سمير كامل | statement indirect | المفاوضات صعبة
ألقى الوزير كلمة قال فيها إن المدارس فتحت أبوابها.
  قال | الوزير | statement indirect | المدارس فتحت أبوابها

# on the ground that
ألغى الحكم الهدف بداعي أن الكرة خرجت من الملعب.
  بداعي | - | statement indirect | الكرة خرجت من الملعب

# apostrophes
وقال المدرب 'فريقنا يستحق الفوز في هذه المباراة'.
  قال | المدرب | statement direct | فريقنا يستحق الفوز في هذه المباراة
وأضاف المدرب ''عندما تخسر لاعبا مثله تحتاج إلى بديل''.
  أضاف | المدرب | statement direct | عندما تخسر لاعبا مثله تحتاج إلى بديل
`;

const NONE = `
يغيب اللاعب عن المباراة بداعي الإصابة.
نشرت الصحيفة دراسة أجراها باحثون.
`;

describe('papers, and words between apostrophes', () => {
  findsClaims(SENTENCES);
  findsNoClaims(NONE);
});
