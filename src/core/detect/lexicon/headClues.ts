/* Words around the names of bodies, places, events, works and things. */

/** Heads whose plain definite complement is too general to be a name: مجلس الإدارة, قوات الأمن. */
export const GENERAL_WORDS = `مجموعة فريق مركز مكتب إدارة قيادة دار برنامج شبكة جهاز فرقة كتلة رئاسة دائرة سلطة بعثة غرفة مجلس سلاح مؤسسة شركة منظمة شرطة`;
/** What moves in a movement that is no body: حركة النقل, حركة الأفراد. */
export const MOVED_WORDS = `النقل الأفراد المرور السير الملاحة الطيران التجارة البضائع القطارات السفن الأسواق الأسعار السوق العينين اليد الاحتجاج الاحتجاجات السكان الناس المسافرين الركاب السياحة الشاحنات السيارات الطائرات العمران الترجمة النزوح الهجرة التنقل المواطنين الأسهم التداول البيع الشراء المياه الرياح الأرض الكواكب الجسم العين المعابر المعبر الجيش`;
/** Class words after which a name that no list holds is taken, by label. */
export const OPEN_CLASSES_WORDS = `مدينة بلدة قرية محافظة مقاطعة ولاية ناحية قضاء إمارة مديرية بلدية منطقة حي ضاحية`;
/** First words of place names that are never a name alone: تل أبيض, سان خوان. */
export const FIRST_PARTS_WORDS = `سان سانت سانتا كفر دير عين بيت تل خان بني أبو أم رأس وادي جبل نيو بئر برج مرج شيخ باب لوس لاس بورت كيب ساو ريو بني ذي ذو`;
export const DIRECTIONS_WORDS = `الغربية الشرقية الشمالية الجنوبية الكبرى الغربي الشرقي الشمالي الجنوبي`;
/** Words before an embassy that make it a place rather than a body that acts. */
export const AT_WORDS = `على في محيط قرب أمام داخل خارج حول استهدف استهدفت استهداف قصف قصفت إلى من نحو باتجاه مبنى مقر مجمع محاصرة اقتحام تفجير ضد أسوار`;
/** Facilities that bodies have: مقر الأمم المتحدة. */
export const OF_BODIES_WORDS = `معسكر مقر مبنى قاعدة مجمع مخيم ثكنة ملعب ستاد استاد`;
/** Facilities that are often called after a person by his given names. */
export const AFTER_PERSONS_WORDS = `شارع طريق ميدان مدرسة مستشفى جسر سجن مسجد جامع ملعب مطار ميناء قاعة ساحة`;
export const MODELS_WORDS = `طائرة الطائرة طائرات مقاتلة مقاتلات طراز مروحية صاروخ صواريخ دبابة دبابات مسيرة منظومة سفينة غواصة سيارة هاتف`;
export const ARMS_WORDS = `مقاتلة مقاتلات صاروخ صواريخ دبابة دبابات مسيرة منظومة`;
/** Ships, probes and telescopes, which have names of their own. */
export const VESSELS_WORDS = `حاملة المدمرة الفرقاطة الغواصة السفينة سفينة الناقلة ناقلة العبارة اليخت مسبار المسبار مركبة المركبة تلسكوب مكوك القارب`;
/** What has a title and is no work. */
export const GATHERINGS_WORDS = `مؤتمر مؤتمرا ندوة معرض معرضا ورشة حملة مهرجان مهرجانا لقاء دورة جلسة أمسية محاضرة مشروع`;
/** Titles inside names: جامعة الملك سعود، مطار الإمام الخميني. */
export const NAMED_AFTER_WORDS = `النبي الملك الأمير الإمام الشيخ الشهيد السلطان القديس الملكة الأميرة الرئيس الأب`;
