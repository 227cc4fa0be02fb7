/**
 * Reporting verbs, one a line: past | present | participle | noun | kind | frames.
 * Past and present are third person masculine singular; the other persons are generated.
 * Frames say what may follow the cue and the source:
 *   that   a clause after أن or إن, or a preposition and أن
 *   quote  a quotation
 *   obj    a noun as it stands: نفى التهمة
 *   fact   the same, if it is a noun of what happens: أوضح ضرورة التأجيل; also إلى:fact, عن:fact
 *   ب من عن إلى على  a noun after that preposition, which stays out of the content: ندد بالهجوم
 *   to     an addressee, then إلى, ب or أن: دعا الحكومة إلى الهدوء
 *   whom   a person as an object pronoun: أبلغه أن; then also a noun: أبلغه احتجاجه
 *   of     an accused or described person, then ب: اتهم إسرائيل بالهجوم
 *   clause a clause with no word before it: يتوقع أن, يُعتبر
 */
export const REPORTING_VERBS = `
قال | يقول | قائل | قول | statement | that quote
أضاف | يضيف | مضيف | إضافة | statement | that quote fact
أكد | يؤكد | مؤكد | تأكيد | statement | that quote obj على
أعلن | يعلن | معلن | إعلان | statement | that quote obj عن
أشار | يشير | مشير | إشارة | statement | that quote إلى:fact
أوضح | يوضح | موضح | توضيح | statement | that quote fact
ذكر | يذكر | ذاكر | | statement | that quote whom fact
أفاد | يفيد | | إفادة | statement | that quote ب عن:fact
صرح | يصرح | مصرح | تصريح | statement | that quote ب
كشف | يكشف | كاشف | | statement | that quote عن
بين | | مبين | | statement | that fact
لفت | يلفت | لافت | | statement | that quote إلى:fact
نوه | ينوه | منوه | تنويه | statement | that quote ب إلى:fact
شدد | يشدد | مشدد | تشديد | statement | that quote على
أبلغ | | | | statement | that quote whom عن:fact
أخبر | يخبر | | | statement | that quote whom عن:fact
أطلع | يطلع | | | statement | that whom على
روى | يروي | راوي | | statement | that quote
كتب | يكتب | | | statement | quote that
غرد | يغرد | مغرد | تغريد | statement | quote
تابع | يتابع | متابع | | statement | that quote
واصل | يواصل | | | statement | that quote
استطرد | يستطرد | مستطرد | | statement | quote that
أردف | يردف | مردف | | statement | quote that
استدرك | يستدرك | مستدرك | | statement | quote that
علق | يعلق | معلق | تعليق | statement | quote
أجاب | يجيب | مجيب | | statement | that quote
رد | يرد | | | statement | that quote
اعترف | يعترف | معترف | اعتراف | statement | that quote ب
أقر | يقر | مقر | إقرار | statement | that quote ب
زعم | يزعم | زاعم | زعم | statement | that quote
ادعى | يدعي | مدعي | ادعاء | statement | that quote
رأى | يرى | | | statement | that quote
اعتبر | يعتبر | معتبر | | statement | that quote obj
رجح | يرجح | مرجح | ترجيح | prediction | that quote obj
توقع | يتوقع | متوقع | توقع | prediction | that quote obj
تنبأ | يتنبأ | متنبئ | تنبؤ | prediction | that quote ب
تكهن | يتكهن | متكهن | تكهن | prediction | that quote ب
ظن | يظن | ظان | | statement | that
اعتقد | يعتقد | معتقد | اعتقاد | statement | that ب
استبعد | يستبعد | مستبعد | استبعاد | prediction | that quote obj
نفى | ينفي | نافي | نفي | denial | that quote obj
أنكر | ينكر | منكر | إنكار | denial | that quote obj
كذب | يكذب | مكذب | تكذيب | denial | that quote obj
فند | يفند | مفند | تفنيد | denial | that quote obj
دحض | يدحض | داحض | دحض | denial | that obj
اتهم | يتهم | متهم | | accusation | that of
حمل | يحمل | محمل | | accusation | of
انتقد | ينتقد | منتقد | انتقاد | condemnation | that quote obj
هاجم | | مهاجم | | condemnation | quote
ندد | يندد | مندد | تنديد | condemnation | that quote ب
أدان | يدين | | إدانة | condemnation | that quote obj
دان | يدين | | | condemnation | that quote obj
استنكر | يستنكر | مستنكر | استنكار | condemnation | that quote obj
شجب | يشجب | شاجب | شجب | condemnation | that quote obj
استهجن | يستهجن | مستهجن | استهجان | condemnation | that quote obj
دعا | يدعو | داعي | دعوة | demand | that quote to إلى
طالب | يطالب | مطالب | مطالبة | demand | that quote to ب
حث | يحث | حاث | | demand | that quote to على
ناشد | يناشد | مناشد | | demand | that quote to
طلب | يطلب | | | demand | that quote obj من
أمر | يأمر | آمر | | demand | that quote to ب
أوصى | يوصي | موصي | توصية | demand | that quote to ب
اقترح | يقترح | مقترح | اقتراح | demand | that quote obj
حذر | يحذر | محذر | تحذير | warning | that quote whom من
نبه | ينبه | منبه | تنبيه | warning | that quote whom إلى من
أنذر | ينذر | منذر | إنذار | warning | that quote ب من
هدد | يهدد | مهدد | تهديد | promise | that quote of ب
توعد | يتوعد | متوعد | | promise | that quote of ب
وعد | يعد | واعد | | promise | that quote of ب
تعهد | يتعهد | متعهد | تعهد | promise | that quote fact ب
التزم | يلتزم | ملتزم | | promise | that ب
أقسم | يقسم | | | promise | that quote على
وصف | يصف | واصف | | statement | quote of
رفض | يرفض | رافض | | other | that quote obj
رحب | يرحب | مرحب | ترحيب | other | that quote ب
أشاد | يشيد | مشيد | إشادة | other | that quote ب
أثنى | يثني | مثني | | other | that quote على
أعرب | يعرب | معرب | إعراب | other | that quote عن
عبر | يعبر | معبر | تعبير | other | عن
أبدى | يبدي | مبدي | | other | quote obj
تساءل | يتساءل | متسائل | | other | quote عن
استغرب | يستغرب | مستغرب | استغراب | other | that quote obj
أظهر | يظهر | | | statement | that obj
أثبت | يثبت | مثبت | | statement | that fact
نشر | ينشر | | | statement | that
نقل | ينقل | | | statement | that quote
تبنى | | | | statement | obj
خلص | يخلص | | | statement | that
استنتج | يستنتج | مستنتج | استنتاج | statement | that
جدد | | | | statement | that quote obj
كرر | يكرر | مكرر | | statement | that quote obj
عزا | يعزو | عازي | | statement | obj
قدر | يقدر | مقدر | | statement | that ب obj
تحدث | يتحدث | | | statement | that عن:fact
أمل | يأمل | آمل | | other | that quote ب في
أيد | يؤيد | مؤيد | | other | that quote obj
أوعز | يوعز | موعز | | demand | that ب إلى
وجه | يوجه | | | other | quote
قضى | | | | demand | ب
حكم | | | | demand | ب على
أصر | يصر | | إصرار | statement | that quote على
سخر | يسخر | ساخر | | other | quote من
أسف | | | | other | that ل
برر | يبرر | مبرر | | statement | of obj that
شكك | يشكك | مشكك | تشكيك | other | that quote في ب
جاء | | | | statement | that quote
ورد | | | | statement | that quote
لخص | يلخص | ملخص | | statement | that quote
لمح | يلمح | ملمح | تلميح | statement | that quote إلى
ألمح | يلمح | | | statement | that إلى
شرح | يشرح | شارح | | statement | that quote
أفصح | يفصح | مفصح | | statement | that quote عن
سرد | يسرد | | | statement | that quote
ختم | يختم | | | statement | that quote
اختتم | يختتم | مختتم | | statement | that quote
لاحظ | يلاحظ | ملاحظ | | statement | that quote fact
جزم | يجزم | جازم | جزم | statement | that quote ب
صارح | يصارح | | | statement | that quote
حاجج | يحاجج | | | statement | that quote
جادل | يجادل | مجادل | | statement | that quote ب
وثق | يوثق | | | statement | that
رصد | | | | statement | that fact
سجل | | | | statement | that
خمن | يخمن | مخمن | | prediction | that quote
خشي | يخشى | | | other | that quote من
تخوف | يتخوف | متخوف | تخوف | other | that quote من
نصح | ينصح | ناصح | | demand | that quote to ب
اشترط | يشترط | مشترط | | demand | that quote obj
ألزم | يلزم | | | demand | that to
التمس | يلتمس | ملتمس | | demand | that obj
رجا | يرجو | راجي | | demand | that quote
تمنى | يتمنى | متمني | | other | that quote obj
احتج | يحتج | محتج | احتجاج | condemnation | that quote على
اعترض | يعترض | معترض | اعتراض | condemnation | that quote على
عاتب | يعاتب | معاتب | | condemnation | that quote
لام | يلوم | | | accusation | that quote
عارض | يعارض | | | other | that quote obj
تأسف | يتأسف | متأسف | | other | that quote ل على
ثمن | يثمن | مثمن | | other | that quote obj
هنأ | يهنئ | مهنئ | | other | quote
شكر | يشكر | شاكر | | other | quote
اعتذر | يعتذر | معتذر | اعتذار | other | that quote عن
تحفظ | يتحفظ | متحفظ | تحفظ | other | that على
عجب | | | | other | that
شك | يشك | | | accusation | that
قيل | يقال | | | statement | that
أفيد | | | | statement | that
أشيع | يشاع | | | statement | that
 | | | مفاد | statement | that quote
لوح | يلوح | ملوح | | promise | that ب
أهاب | يهيب | مهيب | | demand | that to ب
نادى | ينادي | منادي | | demand | that quote ب
حض | يحض | | | demand | that quote to على
امتدح | يمتدح | ممتدح | | other | quote obj
اشتكى | يشتكي | مشتكي | | other | that quote من
تمسك | يتمسك | متمسك | | other | that ب
أورد | يورد | مورد | | statement | that quote
طمأن | يطمئن | مطمئن | طمأنة | statement | that quote whom
أخطر | يخطر | | | statement | that whom
اشتبه | يشتبه | | | accusation | that في
ارتأى | يرتئي | | | statement | that
نسب | ينسب | | | statement | that quote
عقب | يعقب | معقب | تعقيب | statement | quote that
هتف | يهتف | | | statement | quote
صرخ | يصرخ | | | statement | quote
صاح | يصيح | | | statement | quote
أسر | | | | statement | that quote
توصل | يتوصل | | | statement | that
وجد | | | | statement | that
أجمع | يجمع | مجمع | | statement | that
اتفق | يتفق | متفق | | statement | that
دل | يدل | | | statement | that
برهن | يبرهن | مبرهن | | statement | that
شهد | | | | statement | that
علم | | | | statement | that
أحصى | يحصي | محصي | | statement | obj
تباهى | يتباهى | متباهي | | statement | that
تفاخر | يتفاخر | متفاخر | | statement | that
أفتى | يفتي | | | statement | that ب
راهن | يراهن | مراهن | | prediction | that
بشر | يبشر | مبشر | | prediction | that
أرجع | يرجع | مرجع | | statement | obj
فسر | يفسر | مفسر | تفسير | statement | of that quote
علل | يعلل | معلل | تعليل | statement | of that quote
شبه | يشبه | مشبه | تشبيه | statement | of
نعت | ينعت | | | statement | of
شكا | يشكو | شاكي | | other | that quote fact من
سأل | يسأل | | | other | quote
استفسر | يستفسر | مستفسر | | other | quote
تذمر | يتذمر | متذمر | | other | that quote من
زاد | | | | statement | quote
ضمن | | | | promise | that
ألح | يلح | | | demand | that على
افترض | يفترض | مفترض | | statement | that
اكتشف | يكتشف | | | statement | that
نص | ينص | | | statement | that على
تطلع | يتطلع | متطلع | | other | that إلى
قلل | يقلل | مقلل | | other | من:fact
تبرأ | يتبرأ | متبرئ | | denial | من
حكى | يحكي | | | statement | that
حرض | يحرض | محرض | | demand | to على
تطرق | يتطرق | متطرق | | statement | إلى:fact
اكتفى | يكتفي | مكتفي | | statement | that
 | | مذكر | | statement | that ب
استخلص | يستخلص | مستخلص | | statement | that
استشف | يستشف | | | statement | that
استشعر | يستشعر | | | statement | that
تذرع | يتذرع | متذرع | | statement | that ب
تحجج | يتحجج | متحجج | | statement | that ب
تعلل | يتعلل | متعلل | | statement | that ب
أوحى | | موحي | | statement | that
أومأ | | | | statement | that
أبان | | | | statement | that quote
وضح | | | | statement | that quote
أيقن | يوقن | موقن | | statement | that
تيقن | يتيقن | | | statement | that
استذكر | يستذكر | مستذكر | | statement | that quote
 | يتذكر | | | statement | that quote
أذاع | يذيع | | | statement | that
أنبأ | | | | statement | that
بث | | | | statement | that
أعلم | | | | statement | that
ذهب | يذهب | | | statement | that
خاطب | يخاطب | مخاطب | | statement | quote
همس | يهمس | هامس | | statement | quote
عاب | يعيب | | | condemnation | that على
استفظع | يستفظع | مستفظع | | condemnation | that obj
 | يبارك | | | other | quote obj
استحسن | | مستحسن | | other | that obj
حبذ | يحبذ | محبذ | | other | that obj
امتعض | يمتعض | ممتعض | امتعاض | other | that من
استاء | يستاء | | | other | that من
تعجب | يتعجب | متعجب | | other | that quote من
اندهش | يندهش | مندهش | | other | that من
تهكم | يتهكم | متهكم | | other | that quote على من
استهزأ | يستهزئ | مستهزئ | | other | quote ب من
استخف | يستخف | مستخف | | other | quote ب
هون | يهون | مهون | | other | that من
تحسر | يتحسر | متحسر | | other | that quote على
تظلم | يتظلم | متظلم | | other | that من
تبرم | يتبرم | متبرم | | other | that من
اعتز | يعتز | | | other | that ب
تفاءل | يتفاءل | | | other | that ب
تنصل | يتنصل | متنصل | | denial | من
شجع | | | | demand | to
توسل | يتوسل | متوسل | | demand | that quote
حيا | | | | other | obj
تكفل | يتكفل | متكفل | | promise | that ب
عاهد | يعاهد | | | promise | that quote
`;

/** Verbs above that are other words too: they need what they say right after them or after a clear source. */
export const WEAK_VERBS = `بين رد كتب قدر أمل حكم قضى كشف نشر وعد وجه أمر علق طلب واصل تابع أثبت أظهر برر عزا حذر عبر أيد تحدث نبه كذب هاجم خلص جدد كرر
أبلغ اختتم سجل رصد وثق ختم سرد لاحظ شك لام هنأ شكر جادل ألزم لوح نادى حض تمسك اشتبه نسب عقب وجد أجمع اتفق دل شهد علم أحصى أرجع فسر شبه نعت أسر ضمن صاح بشر زاد نص اكتفى
وضح بث أعلم حيا ذهب خاطب استشعر شجع`;

/** Verbs whose participles also report with the article, where a preposition or a clause follows: المحتجين المطالبين بكذا, المزاعم القائلة إن. */
export const DESCRIBING_VERBS = `طالب دعا ندد قال`;

/** Verbs that accuse with أصابع الاتهام or اللوم as their object: past and present. */
export const BLAMING_VERBS = `
وجه يوجه
صوب يصوب
رفع يرفع
أشار يشير
اتجه يتجه
توجه يتوجه
ألقى يلقي
أنحى ينحي
`;

/** Words that name a source of the whole clause: وفقا لـ, بحسب. Those with ل take the source after it. */
export const ACCORDING = `بحسب حسب وفق برأي باعتراف`;
export const ACCORDING_WITH_L = `وفقا وفقًا طبقا استنادا تبعا`;
/** نقلا عن, بناء على. */
export const QUOTING = `نقلا بناء`;

/** أن and إن, alone, after ب or ل, and with a pronoun; folded forms. */
export const THAT_WORDS = `ان انه انها انهم انهما انهن انني اني اننا انا انك انكم بان بانه بانها بانهم بانهما بانهن بانني باننا بانا لان لانه لانها وان وانه وانها`;

/** Frames without a source, which are not claims: the word before أن, or before the cue. */
export const IMPERSONAL = `
يمكن يجب ينبغي يفترض يفضل يستحسن يلزم يتعين يبدو يحتمل يذكر يشار المتوقع المقرر المرجح المنتظر المفترض المحتمل المؤكد الممكن الواضح المعروف المعلوم الضروري المهم الجدير الجدير اللافت المؤمل المرتقب المأمول الواجب الملاحظ يتوقع يرجح يعتقد يقدر تجدر
`;

/** Nouns that carry a claim before أن: تأكيده أن; البيان: … Sources that are documents. */
export const DOCUMENTS = `تغريدة منشور خطاب محضر البيان بيان التقرير تقرير الدراسة دراسة التصريح تصريحات تقارير المصادر مصادر مصدر الوثيقة وثيقة الرسالة رسالة المذكرة الأقمار الإحصاءات إحصاءات البيانات بيانات الشرطة الأرقام أرقام`;

/** Words after a cue that lead to when or where, and end the source. */
export const SOURCE_STOPS = `
في خلال عبر على عن من إلى بعد قبل أمس اليوم منذ حول بشأن ضمن أثناء لدى عقب إثر أمام ردا تعليقا ل لدى بهذا عندما حين فيما بينما حيث مساء صباح ظهر فجر الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوم مؤخرا سابقا لاحقا أيضا كذلك قائلا مجددا مرة ان إن أن بأن الذي التي الذين بـ مع نقلا بحضور رسميا علنا صراحة بوضوح آنذاك حينها وقتها هنا هناك قد لقد كما أو لم لن لا ليس سوف كان كانت يكون تكون حتى لكن ضد بسبب نتيجة تحت فوق بين رغم دون وسط نحو صباحا ظهرا أنه إنه أنها إنها بأنه بأنها كل جميع بعض إذا لو إذ ثم ليلا مساءا مساء فورا كي لكي حسب بحسب وفقا وفق طبقا برغم بالرغم رغم لكنه لكنها لكنهم لكنهما ولكنه ولكنها ولكنهم ولكنهما
`;

/** Words of judgement, wish and feeling in a content, and those that hold a thing possible. */
export const OPINION_WORDS = `
يجب ينبغي نأمل نتمنى أتمنى آمل أعتقد نعتقد أظن نظن أرى نرى أشعر نشعر أحب نحب أريد نريد نشكر أشكر
رائع رائعة مقلق مقلقة مخيف مخيفة مروع مروعة صادم صادمة فظيع فظيعة مؤسف مؤسفة للأسف سيئ سيئة أسوأ أفضل أجمل ممتاز ممتازة مذهل مذهلة عظيم عظيمة كارثي كارثية مخز عار جيد جيدة جيدا باهر باهرة تاريخي تاريخية خطير خطيرة إيجابي إيجابية سلبي سلبية
فخور فخورون فخر شرف سعيد سعداء سعادة سعيدة سارة غامرة واثق واثقة واثقون ثقة مستعد مستعدة مستعدون حريص حريصة حريصون متفائل متفائلة متفائلون
ضعيف ضعيفا ضعيفة مهم مهمة هام هامة مهما أهمية أهم ضرورة ضروري ضرورية ضروريا أساسي أساسية مقبول مقبولا مقبولة معقول المعقول معقولا منطقي منطقية مبكر مبكرا مناسب مناسبا مناسبة عادل عادلة ظالم ظالمة أولوية الأولوية حاسم حاسمة
فرصة فكرة هدف غرض الغرض خطأ الخطأ صواب دليل خيار الأهم الأفضل الأسوأ رسالة قفزة لحظة حلم واجب لسنا بمثابة كأنه كأنها أشبه يشوه تشوه يسيء تسيء الأسف الخطير الخطيرة بالخطير بالخطيرة
خاطئ خاطئة متسرع متسرعة فاشل فاشلة ناجح ناجحة مثمر مثمرة مثمرا بناءة مفيد مفيدة غريب غريبة سخيف سخيفة مستحيل مستحيلة قاس قاسية مؤلم مؤلمة شجاع شجاعة مشرف مشرفة مهين مهينة ساذج واهم مستهجن لائق لائقة إنجاز نموذج منعطف عبث عبثي كرامة تستحق يستحق جدير جديرة الأجدر مرفوض مرفوضة عادلا منصف خطوة تحول إهانة مهزلة خيانة عار أعمق أصعب أقوى كذب افتراء
`;
/** Feelings, without the article. */
export const FEELING_WORDS = `سعادة حزن قلق أسف فخر اعتزاز امتنان شكر شكرا تعاطف تفاؤل تشاؤم غضب استياء اشتياق يشعر تشعر يشعرون يشعران شعر شعرت أعجب أعجبه أعجبها أعجبني يعجبه يعجبها استمتع استمتعت`;
/** Words that say where somebody stands: بلاده ترفض العقوبات. */
export const STANCE_WORDS = `تأكيده تأكيدها دعم تأييد يرفض ترفض يرفضون رفض رفضه رفضها يؤيد تؤيد تأييده تأييدها يدعم تدعم دعمه دعمها يعارض تعارض ملتزم ملتزمة ملتزمون متمسك متمسكة تمسكه تمسكها ترحب يرحب وقوف وقوفه وقوفها`;
/** Verbs of a view: what follows is held, not known. */
export const VIEW_VERBS = `اعتبر رأى وصف أعرب عبر أبدى أمل تمنى ظن`;
export const POSSIBLE_WORDS = `ربما لعل لو`;
/** What somebody or something can do, helps to do, or is for. */
export const ABILITY_WORDS = `يمكن يمكنه يمكنها الممكن القدرة قدرة قادر قادرة قادرون يستطيع تستطيع يستطيعون يساعد تساعد سيساعد ستساعد يسهم تسهم سيسهم ستسهم كفيل كفيلة`;
/** Who knows by study, by office or by sight, and papers: indefinite forms; ال and plural endings are read past. */
export const INFORMED_WORDS = `باحث عالم علماء خبير خبراء طبيب أطباء شاهد شهود محقق مستشار دراسة دراسات بحث أبحاث تقرير تقارير بيان بيانات وثيقة وثائق إحصاء إحصائي إحصائية استطلاع تحقيق إفادة نتائج أقمار معهد مركز مرصد جامعة مختبر وكالة هيئة مكتب شرطة محكمة مصدر مصادر صحيفة محام محامي`;
export const DEMAND_WORDS = `يجب ينبغي ننصح أنصح ندعو نطالب نحث أدعو أطالب نناشد لابد`;

/** Before أنه: the narrator sets what comes next against what was said. */
export const CONCEDING_WORDS = `مع إلا غير رغم برغم بيد على`;

/** How something was said, in the accusative: قالت آسفة. */
export const MANNERS = `آسفا آسفة ساخرا ساخرة مازحا مازحة غاضبا غاضبة ضاحكا ضاحكة باكيا باكية مبتسما مبتسمة متهكما متهكمة منفعلا منفعلة متحديا متحدية جازما جازمة واثقا واثقة هاتفا هاتفة صارخا صارخة متحسرا متحسرة متفائلا متفائلة مستنكرا مستنكرة مطمئنا مطمئنة معلقا معلقة موجها موجهة مخاطبا مخاطبة حرفيا باقتضاب`;

/**
 * Nouns that report when who speaks follows, and then a clause or a preposition of theirs: تصريح المسؤول بأن,
 * تهديد الحزب بالانسحاب; noun forms | kind | prepositions.
 */
export const REPORTING_NOUNS = `
تصريح تصريحات قول أقوال إفادة إفادات زعم مزاعم ادعاء ادعاءات اعتقاد قناعة انطباع شائعات إشاعات تسريبات افتراض استنتاج استنتاجات | statement
إعلان إعلانات كشف | statement | عن
تأكيد تأكيدات تشديد إصرار | statement | على
اعتراف اعترافات إقرار جزم | statement | ب
إشارة إشارات تلميح تلميحات | statement | إلى:fact
توقع توقعات تنبؤ تنبؤات تكهن تكهنات ترجيح ترجيحات | prediction | ب
نفي إنكار تكذيب | denial | obj ل
تحذير تحذيرات تنبيه تنبيهات | warning | من
اتهام اتهامات | accusation | of ل
تعهد تعهدات وعود وعد تهديد تهديدات تلويح | promise | ب
مطالبة مطالبات دعوة دعوات مناشدة مناشدات حث | demand | to
توصية توصيات اقتراح اقتراحات إيعاز | demand | ب
طلب | demand | obj
انتقاد انتقادات إدانة إدانات استنكار شجب استهجان | condemnation | ل
تنديد | condemnation | ب
اعتراض اعتراضات | condemnation | على
ترحيب إشادة إشادات | other | ب
رفض | other | ل
تشكيك | other | في ب
اعتذار إعراب | other | عن
تحفظ تحفظات | other | على
`;
/** Verbs before في and a document that says something: جاء في البيان أن, ورد في تقرير: …. */
export const DOCUMENT_VERBS = `جاء ورد`;

/** Countries and cities that Arabic takes for masculine; all others are feminine. */
export const MASCULINE_COUNTRIES = `لبنان العراق الأردن المغرب السودان اليمن الصومال السنغال الفاتيكان الكونغو`;
/** Masculine nouns in ة. */
export const MASCULINE_IN_TA = `داعية الداعية علامة العلامة خليفة الخليفة طاغية الطاغية`;
/** Masculine bodies and papers that speak. */
export const MASCULINE_BODIES = `المجتمع العالم الشعب الجيش الحزب المجلس الاتحاد البرلمان البيان التقرير المكتب البنك المركز الائتلاف التحالف الحلف الديوان الجانب الطرف النظام القضاء الكونغرس البنتاغون الكرملين`;
/** Those who are called upon more often than they call. */
export const ADDRESSED_BODIES = `المجتمع العالم الجميع الأطراف الدول السكان الأهالي المواطنون كافة جميع`;

/** Verbs of what comes about by itself; in the future they foretell. */
export const OUTCOME_VERBS = `
يرتفع ينخفض ينمو يتراجع يشهد يبلغ يتأثر يؤثر يؤدي يضرب يستمر يتسبب يفوز يخسر يزداد يزيد يتحسن يتدهور يتضاعف يتجاوز يتفاقم ينتهي ينهار يسوء يتساقط يهطل يبقى يظل يسقط يتغير يتقلص يتوسع ينتشر يصبح يسود يهدأ يتزايد يتواصل يتكرر يساعد يساهم يسهم يسمح يتيح يعزز يفضي يمهد ينعكس يخفف يحد يكلف يستغرق يخفض يقلص يتسع ينكمش يتعثر ينفد ينضب يفشل ينجح
`;

/** Definite nouns of those who hold a post or a calling, which open a title behind a name. */
export const SPEAKER_TITLES = `
الرئيس الرئيسة المدير المديرة المؤسس المؤسسة المستشار المستشارة الأستاذ الأستاذة المتحدث المتحدثة الناطق الناطقة العضو الأمين الأمينة النائب النائبة الوزير الوزيرة المسؤول المسؤولة الخبير الخبيرة الباحث الباحثة المحلل المحللة المحامي المحامية القائد المفوض المفوضة المبعوث المبعوثة السفير السفيرة المندوب المندوبة الممثل الممثلة المدرب اللاعب الحارس القائم الطبيب الطبيبة العالم العالمة الكاتب الكاتبة الناشط الناشطة الشريك المالك المالكة الصحفي الصحفية الصحافي الصحافية الأخصائي الأخصائية الاختصاصي الاختصاصية المشرف المشرفة المنسق المنسقة المنتج المخرج المخرجة الزعيم القيادي القيادية العميد العقيد اللواء الفريق الجنرال الشيخ المرشد المفتي الحاكم المحافظ المراسل المراسلة الوكيل السكرتير السكرتيرة العمدة المهندس المهندسة المؤلف المؤلفة الزميل الزميلة الشقيق الشقيقة
`;

/** Nouns of what happens or is so: أشار إلى ارتفاع الأسعار says that they rise, أشار إلى الاجتماع says nothing of it. */
export const FACT_NOUNS = `
وفاة إفلاس انتحار ولادة اختفاء خطف اختطاف احتجاز توقيف تهجير نفوق إعدام استشهاد فرار هروب عبور اشتعال احتراق إضراب احتمال احتمالية إمكانية وجود أهمية ضرورة ارتفاع انخفاض زيادة تراجع تزايد تدهور تحسن نقص عدم استمرار صعوبة خطورة تورط مسؤولية فشل نجاح غياب تفشي انتشار تنامي تصاعد تحقيق حدوث وقوع مقتل إصابة سقوط دخول خروج انتهاء قيام رغبة استعداد إدمان تسجيل رصد فقدان إغلاق افتتاح توقف بدء اقتحام قصف استهداف اعتقال قتل مشاركة مغادرة ترشح ترشيح احتجاج استنكار اجتياز وصول عودة تقديم توقيع توصل حاجة تعرض تجاوز تضرر معاناة رفض موافقة دعم اعتزام عزم نية خسائر أضرار
إمكان انهيار تدمير تعطل انقطاع نزوح تزايد استئناف تعليق إلغاء تأجيل إطلاق إنشاء تشكيل تعيين انتخاب انسحاب هبوط صعود نمو انكماش تضرر غرق اندلاع تفاقم توافر توفر عجز تقدم بلوغ اكتمال إنجاز إحباط ضبط اكتشاف العثور عثور انضمام استقالة إقالة مصادرة حظر منع فرض رفع خفض تخفيض منح تخصيص إحراز تحطم انفجار اعتراض إسقاط نشر انتشال إجلاء إخلاء إعادة تمديد تبني انتهاك خرق عدم توفير تنفيذ إنهاء توزيع تسليم نقل تطوير تحويل تنظيم إقامة بناء إصلاح اعتماد إدراج تعديل إصدار إجراء تدشين إرسال إدخال ضخ شراء بيع استيراد تصدير إنتاج استقرار تحرير مساهمة التوصل الاتفاق
بطلان نفاد شح تلوث تسرب تصدع ترحيل تهريب تجميد اتساع جفاف تسريح اختلاس تزوير تعذيب تقليص إفراج
`;
