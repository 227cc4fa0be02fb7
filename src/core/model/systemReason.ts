import type { Localized } from './issue';

/** What the operating system refused, and what a person can do. */
export interface SystemReason {
  /** Goes on a sentence: "…: the disk is full". */
  readonly reason: Localized;
  readonly advice: Localized;
}

const ROOM: Localized = {
  en: 'make room on it, then do the same again',
  ar: 'أفسح فيه مكانًا ثم أعد المحاولة',
};
const ELSEWHERE: Localized = {
  en: 'change that, or choose another place',
  ar: 'غيّر ذلك أو اختر مكانًا آخر',
};
const CLOSE: Localized = {
  en: 'close what has them open, then do the same again',
  ar: 'أغلق ما يفتحها ثم أعد المحاولة',
};
const PATH: Localized = { en: 'check the path', ar: 'تحقق من المسار' };

const FORBIDDEN: SystemReason = {
  reason: { en: 'it is not permitted', ar: 'لا إذن بذلك' },
  advice: ELSEWHERE,
};
const TOO_MANY: SystemReason = {
  reason: { en: 'too many files are open', ar: 'الملفات المفتوحة أكثر مما يُسمح به' },
  advice: CLOSE,
};

/** By the codes of POSIX, which Node gives on every system. */
const REASONS: ReadonlyMap<string, SystemReason> = new Map([
  ['ENOSPC', { reason: { en: 'the disk is full', ar: 'القرص ممتلئ' }, advice: ROOM }],
  [
    'EDQUOT',
    { reason: { en: 'your share of the disk is used up', ar: 'نفدت حصتك من القرص' }, advice: ROOM },
  ],
  [
    'EROFS',
    { reason: { en: 'the disk is read-only', ar: 'القرص للقراءة فقط' }, advice: ELSEWHERE },
  ],
  ['EACCES', FORBIDDEN],
  ['EPERM', FORBIDDEN],
  ['EMFILE', TOO_MANY],
  ['ENFILE', TOO_MANY],
  ['EBUSY', { reason: { en: 'another program holds it', ar: 'يشغله برنامج آخر' }, advice: CLOSE }],
  [
    'EIO',
    {
      reason: { en: 'the disk failed', ar: 'تعطّل القرص' },
      advice: { en: 'check the disk and its connection', ar: 'افحص القرص وتوصيله' },
    },
  ],
  [
    'ENAMETOOLONG',
    {
      reason: { en: 'the name is too long', ar: 'الاسم أطول مما يُسمح به' },
      advice: { en: 'choose a shorter one', ar: 'اختر اسمًا أقصر' },
    },
  ],
  ['ENOENT', { reason: { en: 'it is not there', ar: 'غير موجود' }, advice: PATH }],
  ['EEXIST', { reason: { en: 'it is there already', ar: 'موجود من قبل' }, advice: PATH }],
  [
    'ENOTDIR',
    {
      reason: { en: 'a file stands where a folder should', ar: 'في مكان المجلد ملف' },
      advice: PATH,
    },
  ],
  ['EISDIR', { reason: { en: 'it is a folder', ar: 'هو مجلد' }, advice: PATH }],
  [
    'ELOOP',
    { reason: { en: 'its links lead in a circle', ar: 'وصلاته تدور في حلقة' }, advice: PATH },
  ],
]);

/** What an error means whose `code` is one of the operating system; undefined for every other. */
export function systemReason(code: string): SystemReason | undefined {
  return REASONS.get(code);
}
