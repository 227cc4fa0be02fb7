import type { AnalysedToken } from './analysis';
import { words } from './lexicon/entries';
import { foldedSet } from './phrases';
import { isDefinite, type Vocabulary } from './vocabulary';

type Tokens = readonly AnalysedToken[];

/** Words before a site's name that make it the company. */
const COMPANY_CUES = foldedSet(
  words(
    'شركة الشركة مؤسس أعلنت قررت استحواذ استحوذت تستحوذ سوف ستدفع أسهم سهم عملاق مع موظفي داخل إلى تدفع',
  ),
);
/** Apps rather than sites: تطبيق واتس آب. */
const APP_CUES = foldedSet(words('تطبيق خدمة برنامج تطبيقات تطبيقي'));
/** What stands before a place, and never before a club that plays. */
const PLACE_CUES = foldedSet(
  words(
    'في مدينة مدينتي بلدية محافظة مطار وسط قرب من شمال جنوب شرق غرب عاصمة إقليم مقاطعة منطقة جامعة',
  ),
);
const CLUB_CUES = foldedSet(
  words(
    'نادي ناديا ناديي فريق فريقا لاعب لاعبا لاعبي مدرب مهاجم مدافع حارس جناح هداف نجم صانع إدارة جماهير مشجعو مشجعي مسؤولي مسؤولو صفوف قميص شباك مرمى ضيفه مضيفه منافسه غريمه ضد أمام ينضم انضم ينتقل انتقل تغلب فاز يفوز هزم يهزم خسر تعادل يتعادل يواجه يستضيف يستقبل تصدر يتصدر',
  ),
);
const SPORT = foldedSet(
  words(
    'نادي النادي الناديين الأندية مباراة المباراة مباريات لاعب اللاعب لاعبين لاعبا مهاجم المهاجم مدافع الحارس مدرب المدرب الدوري دوري كأس الكأس هدف هدفا هدفين أهداف نقطة نقاط الملعب ملعب البطولة المنتخب الموسم مرمى شباك ركلة جزاء الشوط تعادل التعادل المرحلة',
  ),
);

/** Whether a reading of the token is in the set. */
export function reads(token: AnalysedToken | undefined, set: ReadonlySet<string>): boolean {
  return token?.readings.some(({ folded }) => set.has(folded)) === true;
}

/** تطبيق تيليغرام is software, فيسبوك تستحوذ the company that acts: elsewhere it is the site. */
export function siteLabel(
  tokens: Tokens,
  at: number,
  end: number,
  { verbs }: Vocabulary,
): 'PRODUCT' | 'ORG' | 'WEBSITE' {
  const quoted = /^[«“"]$/u.test(tokens[at - 1]?.text ?? '');
  const before = tokens[quoted ? at - 2 : at - 1];
  if (reads(before, APP_CUES)) return 'PRODUCT';
  const next = tokens[quoted ? end + 1 : end]?.folded ?? '';
  const acts = before?.kind !== 'word' && verbs.has(next);
  return acts || reads(before, COMPANY_CUES) ? 'ORG' : 'WEBSITE';
}

/**
 * أسيرا أوكرانيا، فنانة سورية، الحكومة السعودية: some names of countries are spelled as their adjective;
 * after a noun of the same gender they are one.
 */
export function readsAsAdjective(
  tokens: Tokens,
  at: number,
  isPlace: (at: number) => boolean,
): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before?.kind !== 'word' || before.folded.length < 4) return false;
  if (isPlace(at - 1)) return false;
  const behind = before.folded.replace(/^(?:[وفبك]|[وف][بك])(?=ال)/u, '');
  const definite = isDefinite(behind) || /^[وف]?لل/u.test(behind);
  if (token.folded === 'السعوديه') return definite;
  if (definite) return false;
  if (token.folded.endsWith('يا')) return /[اً]$/u.test(before.text) && before.folded.endsWith('ا');
  return token.folded.endsWith('يه') && before.text.endsWith('ة');
}

/** Whether a city's name is that of its club here: لاعب فالنسيا, or any city among goals and players. */
export function isClub(tokens: Tokens, at: number, proclitics: string): boolean {
  const before = tokens[at - 1];
  if (proclitics.endsWith('ب') || reads(before, PLACE_CUES)) return false;
  if (reads(before, CLUB_CUES)) return true;
  if (before?.folded === 'الي') return false;
  let sport = 0;
  for (const token of tokens) if (SPORT.has(token.folded) && ++sport > 1) return true;
  return false;
}
