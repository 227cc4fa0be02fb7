import type { Localized } from '../../core/model/issue';

/** What the margin and the reading edition say. */
export const MARGIN_MESSAGES = {
  'margin.title': { en: 'Margin', ar: 'الحاشية' },
  'margin.claims': { en: 'Claims', ar: 'الادعاءات' },
  'margin.actors': { en: 'People and organisations', ar: 'الأشخاص والمنظمات' },
  'margin.noArticle': {
    en: 'Open an Arabic article: its claims are shown here beside their paragraphs.',
    ar: 'افتح مقالا عربيا لترى ادعاءاته هنا بجانب فقراتها.',
  },
  'margin.noClaims': {
    en: 'No claim yet. Select one in the article and press Alt+K.',
    ar: 'لا ادعاءات بعد. حدد ادعاء في المقال واضغط Alt+K.',
  },
  'margin.noActors': {
    en: 'Nobody is named yet. People and organisations that you tag are listed here.',
    ar: 'لا أسماء بعد. ستجد هنا كل ما تضع عليه وسم شخص أو منظمة.',
  },
  'margin.place': { en: 'Line {0}', ar: 'السطر {0}' },
  'margin.suggested': { en: 'Suggestion', ar: 'اقتراح' },
  'margin.score': { en: 'suggestion, {0} %', ar: 'اقتراح، {0}٪' },
  'margin.saved': { en: 'saved', ar: 'محفوظ' },
  'margin.savedBy': { en: 'saved by {0}', ar: 'حفظه {0}' },
  'margin.worth': { en: 'worth checking', ar: 'يستحق التحقق' },
  'margin.notWorth': { en: 'not worth checking', ar: 'لا يستحق التحقق' },
  'margin.impliedSource': { en: '{0} (implied)', ar: '{0} (مفهوم من السياق)' },
  'margin.note': { en: 'Note', ar: 'ملاحظة' },
  'margin.verdict': { en: 'Verdict', ar: 'الحكم' },
  'margin.noVerdict': { en: 'not decided', ar: 'لم يُحكم بعد' },
  'margin.evidence': { en: 'Evidence', ar: 'الأدلة' },
  'margin.evidenceHint': {
    en: 'web addresses, spaced',
    ar: 'روابط بينها مسافات',
  },
  'margin.accept': { en: 'Accept', ar: 'اقبل' },
  'margin.reject': { en: 'Reject', ar: 'ارفض' },
  'margin.edit': { en: 'Edit…', ar: 'عدّل…' },
  'margin.remove': { en: 'Remove', ar: 'احذف' },
  'margin.show': { en: 'Show in the article', ar: 'اعرضه في المقال' },
  'margin.keys': {
    en: 'Arrow keys go through the notes, Enter goes to the words, Alt+Enter accepts, Delete rejects or removes, F2 writes a note, Escape goes back to the article.',
    ar: 'تنقّل بين الحواشي بالأسهم، وانتقل إلى الكلمات بمفتاح Enter، واقبل الاقتراح بـ Alt+Enter، وارفض أو احذف بمفتاح Delete، واكتب ملاحظة بمفتاح F2، وعد إلى المقال بمفتاح Escape.',
  },
  'margin.gone': {
    en: 'It is no longer in the article.',
    ar: 'لم يعد في المقال.',
  },
  'reading.page': { en: 'Reading edition', ar: 'طبعة للقراءة' },
  'reading.title': { en: 'Reading edition: {0}', ar: 'طبعة للقراءة: {0}' },
} as const satisfies Record<string, Localized>;
