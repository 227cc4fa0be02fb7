import type { AnalysedToken } from './analysis';
import { words } from './lexicon/entries';
import {
  CLUB_CUES_WORDS,
  COMPANY_CUES_WORDS,
  PLACE_CUES_WORDS,
  SPORT_WORDS,
} from './lexicon/contextClues';
import { SKY_WORDS } from './lexicon/places';
import { foldedSet } from './phrases';
import { isDefinite, type Vocabulary } from './vocabulary';

type Tokens = readonly AnalysedToken[];

const SKY = foldedSet(words(SKY_WORDS));
/** Words before a site's name that make it the company. */
const COMPANY_CUES = foldedSet(words(COMPANY_CUES_WORDS));
/** Apps rather than sites: تطبيق واتس آب. */
const APP_CUES = foldedSet(words('تطبيق خدمة برنامج تطبيقات تطبيقي'));
/** What stands before a place, and never before a club that plays. */
const PLACE_CUES = foldedSet(words(PLACE_CUES_WORDS));
const CLUB_CUES = foldedSet(words(CLUB_CUES_WORDS));
const SPORT = foldedSet(words(SPORT_WORDS));

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
  return isAbout(tokens, SPORT, 2);
}

/** Whether the paragraph is about the sky: there الأرض is a planet. */
export function isSky(tokens: Tokens): boolean {
  return isAbout(tokens, SKY, 2);
}

/** Whether so many words of a subject stand in the paragraph. */
export function isAbout(tokens: Tokens, subject: ReadonlySet<string>, enough: number): boolean {
  let count = 0;
  for (const token of tokens) if (subject.has(token.folded) && ++count >= enough) return true;
  return false;
}
