import type { Localized } from '../../model/issue';

/** How the page speaks: the language of everything but the articles, and how it writes numbers. */
export interface ReadingVoice {
  readonly language: 'ar' | 'en';
  readonly digits: 'western' | 'arabic-indic';
}

const WORDS = {
  title: { en: 'Annotated articles', ar: 'مقالات محشّاة' },
  legend: { en: 'Legend', ar: 'مفتاح الألوان' },
  sources: { en: 'Sources and what they say', ar: 'المصادر وما قالت' },
  actors: { en: 'People and organisations', ar: 'الأشخاص والمنظمات' },
  implicit: { en: 'source not named', ar: 'مصدر غير مذكور' },
  claim: { en: 'Claim', ar: 'ادعاء' },
  note: { en: 'Note', ar: 'حاشية' },
  backToText: { en: 'Back to the text', ar: 'العودة إلى النص' },
  checkworthy: { en: 'worth checking', ar: 'يستحق التحقق' },
  verdict: { en: 'Verdict', ar: 'الحكم' },
  evidence: { en: 'Evidence', ar: 'الأدلة' },
  direct: { en: 'direct', ar: 'بلفظه' },
  indirect: { en: 'reported', ar: 'بمعناه' },
  mixed: { en: 'partly direct', ar: 'بعضه بلفظه' },
  todo: { en: 'not begun', ar: 'لم يبدأ' },
  'in-progress': { en: 'in progress', ar: 'قيد العمل' },
  done: { en: 'done', ar: 'منجز' },
} as const satisfies Record<string, Localized>;

export type WordName = keyof typeof WORDS;

export function word(name: WordName, { language }: ReadingVoice): string {
  return WORDS[name][language];
}

/** A word of ours where the name is one, else the name itself. */
export function wordOr(name: string, voice: ReadingVoice): string {
  return Object.hasOwn(WORDS, name) ? word(name as WordName, voice) : name;
}

const ZERO = '\u0660'.charCodeAt(0);

/** A whole number, at least 0. */
export function numeral(value: number, { language, digits }: ReadingVoice): string {
  const written = String(value);
  if (language === 'en' || digits === 'western') return written;
  return written.replace(/\d/g, (digit) => String.fromCharCode(ZERO + Number(digit)));
}
