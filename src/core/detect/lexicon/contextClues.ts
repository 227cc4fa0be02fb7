/* Words beside a listed name that tell what it is there. */

/** Words before a site's name that make it the company. */
export const COMPANY_CUES_WORDS = `شركة الشركة مؤسس أعلنت قررت استحواذ استحوذت تستحوذ سوف ستدفع أسهم سهم عملاق مع موظفي داخل إلى تدفع`;
/** What stands before a place, and never before a club that plays. */
export const PLACE_CUES_WORDS = `في مدينة مدينتي بلدية محافظة مطار وسط قرب من شمال جنوب شرق غرب عاصمة إقليم مقاطعة منطقة جامعة`;
export const CLUB_CUES_WORDS = `نادي ناديا ناديي فريق فريقا لاعب لاعبا لاعبي مدرب مهاجم مدافع حارس جناح هداف نجم صانع إدارة جماهير مشجعو مشجعي مسؤولي مسؤولو صفوف قميص شباك مرمى ضيفه مضيفه منافسه غريمه ضد أمام ينضم انضم ينتقل انتقل تغلب فاز يفوز هزم يهزم خسر تعادل يتعادل يواجه يستضيف يستقبل تصدر يتصدر`;
export const SPORT_WORDS = `نادي النادي الناديين الأندية مباراة المباراة مباريات لاعب اللاعب لاعبين لاعبا مهاجم المهاجم مدافع الحارس مدرب المدرب الدوري دوري كأس الكأس هدف هدفا هدفين أهداف نقطة نقاط الملعب ملعب البطولة المنتخب الموسم مرمى شباك ركلة جزاء الشوط تعادل التعادل المرحلة`;
/** Words before which an ambiguous name of a body is one: أعلنت القاعدة is not, تنظيم القاعدة is listed. */
export const ORGANISATION_CUES_WORDS = `حركة تنظيم قناة صحيفة وكالة شركة نادي فريق حزب شبكة موقع`;
/** Plurals that الغربية after them makes a bloc: الدول الغربية, العربية والغربية. */
export const WESTERNERS_WORDS = `الدول القوى العواصم الحكومات الصحافة الثقافة المجتمعات البلدان الشركات العربية الأوروبية الشرقية`;
/** Parts that join names or end many of them, and stand for nobody alone. */
export const JOINTS_WORDS = `بن ابن بنت آل أبو أبي أبا أم عبد الله الدين الرحمن دي دو فان فون ديل دا لا`;
