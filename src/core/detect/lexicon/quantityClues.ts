/* Words around numbers, amounts, dates and times. */

export const HOURS_WORDS = `الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية الأولى`;
/** Plurals of a year, which a year must follow. */
export const YEARS_WORDS = `أعوام سنوات سنين مواسم الأعوام السنوات`;
export const QUALIFIERS_WORDS = `المالي المالية الدراسي الدراسية الميلادي الميلادية الهجري الهجرية الجامعي`;
/** Words after which a bare year is a number of something, not a year. */
export const COUNTED_WORDS = `نحو زهاء قرابة أكثر أقل من رقم الرقم بلغ بلغت يبلغ`;
export const PARTICLES_WORDS = `في إلى على من عن بعد قبل حيث إن أن التي الذي`;
export const LEADS_WORDS = `منذ حتى في خلال قبل بعد حوالي بين موسم انتخابات أزمة`;
/** What ordinals in tens count: الذكرى العشرين. */
export const ORDINALS_COUNTED_WORDS = `الذكرى الدورة النسخة الدقيقة المرتبة المركز العام السنة الجلسة الدفعة الطبعة القمة`;
export const EDGED_WORDS = `العام الشهر السنة الأسبوع القرن العقد الألفية الموسم`;
/** Between a period and what relates it: السنوات العشر الماضية. */
export const FEW_WORDS = `القليلة القليلين القلائل العديدة المالي المالية الدراسي الدراسية الميلادي الهجري الثلاثة الأربعة الخمسة الستة السبعة الثمانية التسعة العشرة الثلاث الأربع الخمس الست السبع الثماني التسع العشر العشرين الثلاثين الأربعين الخمسين الستين السبعين الاثني الاثنتي عشر عشرة`;
/** Parts that ordinals count: النصف الأول من العام. */
export const SHARES_WORDS = `النصف الربع الثلث الشهر الأشهر الأسبوع الأيام الأسابيع الفصل`;
/** Words before an age: البالغ من العمر 45 عاما. */
export const AGES_WORDS = `العمر عمره عمرها عمرهما عمر أعمارهم السن سن البالغ البالغة بالغ ناهز يناهز تناهز ابن ابنة ذو ذي ذات`;
/** Words before a duration that has no number: لمدة أسبوع. */
export const DURING_WORDS = `مدة خلال قبل بعد منذ طيلة طوال مرور غضون من عن نحو حوالي قرابة زهاء كل`;
export const AFTER_DURATION_WORDS = `من على في إلى عن أو فقط قابل قابلة بسبب بعد قبل لكن حتى`;
export const PAIR_TAIL_WORDS = `الماضيين المقبلين القادمين المنصرمين الماضية المقبلة`;
