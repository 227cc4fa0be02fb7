import type { AnalysedToken } from '../analysis';
import { words } from '../lexicon/entries';
import { FACT_NOUNS } from '../lexicon/reporting';
import { foldedSet, stemPattern } from '../phrases';
import { FEELING_STEMS, OWNED_STEMS, STANCE_STEMS } from '../lexicon/claimClues';

const FACTS = foldedSet(words(FACT_NOUNS));
/** A stance, with the speaker's pronoun or before who takes it: مسؤوليتها, رفض بلاده. */
const STANCE = stemPattern('^', STANCE_STEMS, '[هت]?(ه|ها|هم|هما)?$');

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

/** Feelings and stances with the pronoun of who has them. */
const FELT = stemPattern('^', FEELING_STEMS, 'ت?(?:ه|ها|هم|هما)$');

/** Whether the folded word is what somebody feels: تفاؤله, قلقها. */
export function isFelt(folded: string): boolean {
  return FELT.test(folded);
}

/** A noun of people or bodies with the pronoun of whose they are. */
const OWNED = stemPattern('^', OWNED_STEMS, '[توي]?(?:ه|ها|هم|هما)$');

/** خصومه, معارضوها, والدتهم, ناديه: as known as with the article. */
export function isOwned(token: AnalysedToken | undefined): boolean {
  return token !== undefined && OWNED.test(token.folded) && !token.text.endsWith('ة');
}
