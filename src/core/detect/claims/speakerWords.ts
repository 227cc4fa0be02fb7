import {
  HONORIFICS_WORDS,
  LISTENING_WORDS,
  OF_SPEAKERS_WORDS,
  PLACE_CLASS_WORDS,
  QUANTIFIERS_WORDS,
  SPEAKERS_WORDS,
  SPOKEN_OF_WORDS,
} from '../lexicon/claimClues';
import { words } from '../lexicon/entries';
import { BODY_HEADS, FIELD_HEADS, GROUP_HEADS, NAME_HEADS } from '../lexicon/organisationHeads';
import { foldedSet } from '../phrases';

/* Word sets by which the speaker of a claim is read, folded. */

/** Unnamed people and papers that speak, and may be said to be of or in something. */
export const SPEAKERS = foldedSet(words(SPEAKERS_WORDS));
export const PLACE_WORDS = foldedSet(words(PLACE_CLASS_WORDS));
/** بعض الخبراء, أحد أعضاء المجلس: how many of those who speak. */
export const QUANTIFIERS = foldedSet(words(QUANTIFIERS_WORDS));
export const OTHERS = foldedSet(words('آخرون آخرين البعض كثيرون كثيرين'));
export const MEMBERS = foldedSet(words('أحد إحدى عضو'));
/** Adjectives of unnamed speakers that are no nisba. */
export const OF_SPEAKERS = foldedSet(words(OF_SPEAKERS_WORDS));
/** المصادر غير الرسمية, الجماعة شبه المحظورة: an adjective with what it is half or not. */
export const HALF = foldedSet(words('غير شبه'));
/** What is refused or denied, and says nothing itself: ورفضت الاتهامات الموجهة إليها. */
export const SPOKEN_OF = foldedSet(words(SPOKEN_OF_WORDS));
/** Bodies that an unnamed speaker belongs to: مصدر بوزارة الدفاع. */
export const BODIES = foldedSet([
  ...words(FIELD_HEADS),
  ...words(NAME_HEADS),
  ...words(GROUP_HEADS),
]);
/** السلطات الصحية في قطاع غزة. */
export const AUTHORITIES = foldedSet(words(BODY_HEADS));
/** المصدر ذاته, الوكالة نفسها. */
export const SELF = foldedSet(words('ذاته ذاتها نفسه نفسها'));
export const HONORIFICS = foldedSet(words(HONORIFICS_WORDS));
/** Media, and those who work for them, as whom something is said to. */
export const LISTENING = foldedSet(words(LISTENING_WORDS));
/** Nouns that end as adjectives do, and describe nobody: أكد الرئيس المضي في الإصلاح, نصح الطبيب المرضى بالراحة. */
export const ACTIONS = foldedSet(
  words(
    'المضي السعي النفي التخلي التصدي التحدي التعدي التلقي التولي التبني التعاطي التفادي التنحي المرضى القتلى الجرحى الأسرى الموتى',
  ),
);
