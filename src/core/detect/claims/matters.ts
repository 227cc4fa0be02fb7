import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { FACT_NOUNS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';

const FACTS = foldedSet(words(FACT_NOUNS));
/** A stance, with the speaker's pronoun or before who takes it: مسؤوليتها, رفض بلاده. */
const STANCE =
  /^(?:مسؤولي|رفض|استعداد|تضامن|قلق|تاييد|دعم|التزام|انسحاب|مقاطع|موافق|عزم|استياء|ادان|ترحيب|معارض|احتجاج|تمسك|استنكار|حرص|ثق|دعو|مطالب|تاكيد|تحذير|اتهام|نفي)[هت]?(ه|ها|هم|هما)?$/u;

/** Whether the folded word is a noun of what happens or is so: ارتفاع, مقتل. */
export function isFact(folded: string): boolean {
  return FACTS.has(folded);
}

/** The same of a token, with a proclitic or not. */
export function statesFact(token: AnalysedToken | undefined): boolean {
  return token?.readings.some(({ folded }) => FACTS.has(folded)) === true;
}

/** Whether the noun is of where somebody stands: رفض, تمسكه. */
export function isStance(token: AnalysedToken | undefined): boolean {
  return token !== undefined && STANCE.test(token.folded);
}

/** The same with a pronoun, which is the speaker: رفضه. */
export function isOwnStance(token: AnalysedToken): boolean {
  return STANCE.exec(token.folded)?.[1] !== undefined;
}
