import type { Localized } from '../model/issue';
import type { Analysis, AnalysedToken } from './analysis';
import type { Detector, EntitySuggestion } from './detector';
import { entity } from './found';
import { buildTable, type Listed } from './gazetteerTable';
import { CLUB_CITIES } from './lexicon/clubs';
import { BEFORE_PLACES, PLACED_CITIES, PLACE_CLASSES } from './lexicon/cities';
import { entries, words } from './lexicon/entries';
import { ORGANISATION_CUES_WORDS, WESTERNERS_WORDS } from './lexicon/contextClues';
import { WEAPON_CLASSES } from './lexicon/things';
import { isLanguage, isTongue } from './languages';
import { isClub, isSky, reads, readsAsAdjective, siteLabel } from './nameContext';
import { foldedSet, type PhraseMatch, type PhraseTable } from './phrases';
import type { Vocabulary } from './vocabulary';

const ID = 'names';
const WHY: Localized = { en: 'listed name', ar: 'اسم مدرج في القوائم' };
const WHY_NISBA: Localized = { en: 'adjective of a nation or group', ar: 'نسبة إلى قوم أو جماعة' };
const WHY_CLASS: Localized = {
  en: 'after a word for a kind of place',
  ar: 'بعد كلمة تدل على نوع المكان',
};
const WHY_CLUB: Localized = { en: 'club of a city', ar: 'ناد باسم مدينة' };

/** Words before which an ambiguous name of a body is one: أعلنت القاعدة is not, تنظيم القاعدة is listed. */
const ORGANISATION_CUES = foldedSet(words(ORGANISATION_CUES_WORDS));
/** Plurals that الغربية after them makes a bloc: الدول الغربية, العربية والغربية. */
const WESTERNERS = foldedSet(words(WESTERNERS_WORDS));
/** موقع أكسيوس: the outlet as its site. */
const SITE_WORDS = foldedSet(words('موقع الموقع موقعا منصة'));
const CLASSES = foldedSet(words(PLACE_CLASSES));
const PLACED = foldedSet(words(PLACED_CITIES));
const BEFORE_PLACE = foldedSet(words(BEFORE_PLACES));
const CLUBS = foldedSet(entries(CLUB_CITIES));
const CUES: Readonly<Record<string, ReadonlySet<string>>> = {
  GPE: CLASSES,
  ORG: ORGANISATION_CUES,
  WEAPON: foldedSet(words(WEAPON_CLASSES)),
  NORP: WESTERNERS,
};

type Match = PhraseMatch<Listed>;

/** Countries, cities, regions, peoples, listed organisations and other names. */
export function gazetteer(vocabulary: Vocabulary): Detector {
  // Thousands of names: made for the first paragraph, so that the engine is ready before.
  let made: PhraseTable<Listed> | undefined;
  return {
    id: ID,
    name: { en: 'Listed names', ar: 'الأسماء المدرجة' },
    labels: [
      'GPE',
      'LOC',
      'NORP',
      'ORG',
      'FAC',
      'EVENT',
      'WEAPON',
      'PRODUCT',
      'PERS',
      'WEBSITE',
      'LANGUAGE',
      'LAW',
      'WORK',
    ],
    detect(analysis) {
      const found: EntitySuggestion[] = [];
      const { tokens } = analysis;
      const table = (made ??= buildTable(vocabulary));
      for (let i = 0; i < tokens.length; i++) {
        const match = table.match(tokens, i);
        if (match === undefined || !supported(match, tokens, i)) continue;
        found.push(suggest({ analysis, table, vocabulary }, i, match));
        i = match.end - 1;
      }
      return found;
    },
  };
}

function supported(match: Match, tokens: readonly AnalysedToken[], at: number): boolean {
  const { label, ambiguous } = match.value;
  // اليمنى is a side, اليمني a people.
  const last = tokens[match.end - 1]?.text ?? '';
  if (label === 'NORP' && /^(?:ال)?يمنى$/u.test(last)) return false;
  // لألسنة begins with a hamza of its own, not with the article of السنة.
  if (label === 'NORP' && /^ألسن/u.test(tokens[at]?.text.slice(match.proclitics.length) ?? ''))
    return false;
  // كروس is no likening to روس.
  if (label === 'NORP' && /^[وف]?ك$/u.test(match.proclitics) && last.length < 6) return false;
  if (enthusiasm(match, tokens, at)) return false;
  if (!ambiguous) return true;
  if (label === 'LOC') return isSky(tokens);
  const place = label === 'GPE' && match.proclitics === '' && PLACED.has(tokens[at]?.folded ?? '');
  if (place && BEFORE_PLACE.has(tokens[at - 1]?.folded ?? '')) return true;
  const cues = CUES[label];
  return cues !== undefined && reads(tokens[at - 1], cues);
}

/** بحماس كبير: with zeal, not in the movement. */
function enthusiasm(match: Match, tokens: readonly AnalysedToken[], at: number): boolean {
  if (match.proclitics !== 'ب' || !tokens[at]?.folded.endsWith('حماس')) return false;
  return /^(?:كبير|شديد|بالغ|زائد|منقطع|واضح|ملحوظ)$/u.test(tokens[match.end]?.folded ?? '');
}

interface Context {
  readonly analysis: Analysis;
  readonly table: PhraseTable<Listed>;
  readonly vocabulary: Vocabulary;
}

function suggest(context: Context, at: number, match: Match): EntitySuggestion {
  const { analysis } = context;
  const { tokens } = analysis;
  const { label, why, end } = inContext(context, at, match);
  // كأس آسيا 2023: the year belongs to the event, جالكسي إس 4: the number to the product.
  const figures = tokens[end]?.folded ?? '';
  const counted = label === 'EVENT' ? /^(?:19|20)\d\d$/ : /^\d{1,2}$/;
  if ((label === 'EVENT' || label === 'PRODUCT') && counted.test(figures))
    return entity(analysis, ID, label, match.start, end + 1, 0.92, why);
  // A single letter cut off a short word is often part of it.
  const unsure = label === 'PERS' && match.proclitics !== '' && match.end === at + 1;
  const score = unsure ? match.value.score - 0.2 : match.value.score;
  return entity(analysis, ID, label, match.start, end, score, why);
}

interface Listing {
  readonly label: string;
  readonly why: Localized;
  readonly end: number;
}

/** What the words around a listed name make of it: a club, a language, a company. */
function inContext(context: Context, at: number, match: Match): Listing {
  const { label, ambiguous } = match.value;
  const { end } = match;
  const listing = { label, why: ambiguous ? WHY_CLASS : WHY, end };
  const { tokens } = context.analysis;
  if (label === 'WEBSITE') return siteIn(context, at, listing);
  if (label === 'ORG' && reads(tokens[at - 1], SITE_WORDS)) return { ...listing, label: 'WEBSITE' };
  const single = end === at + 1;
  if (label === 'GPE' && single) return cityIn(context, at, match, listing);
  if (label !== 'NORP') return listing;
  return single && isLanguage(tokens, at, match.proclitics)
    ? { ...listing, label: 'LANGUAGE', why: WHY }
    : { ...listing, why: WHY_NISBA };
}

function siteIn({ analysis, vocabulary }: Context, at: number, listing: Listing): Listing {
  const { tokens } = analysis;
  const label = siteLabel(tokens, at, listing.end, vocabulary);
  // ويكيبيديا العربية: the edition of a site is its name.
  const edition = label === 'WEBSITE' && isTongue(tokens[listing.end]?.folded ?? '');
  return { ...listing, label, end: edition ? listing.end + 1 : listing.end };
}

function cityIn({ analysis, table }: Context, at: number, match: Match, listing: Listing): Listing {
  const { tokens } = analysis;
  const isPlace = (i: number): boolean => {
    const other = table.match(tokens, i)?.value.label;
    return other === 'GPE' || other === 'LOC' || reads(tokens[i], CLASSES);
  };
  if (readsAsAdjective(tokens, at, isPlace)) return { ...listing, label: 'NORP', why: WHY_NISBA };
  if (!CLUBS.has(lookedUp(tokens, at, match))) return listing;
  // نابولي الإيطالي: cities are feminine, so a masculine nationality is the club's.
  const { end } = listing;
  const owner = masculine(tokens[end]) && table.match(tokens, end)?.value.label === 'NORP';
  if (!owner && !isClub(tokens, at, match.proclitics)) return listing;
  return { label: 'ORG', why: WHY_CLUB, end: owner ? end + 1 : end };
}

/** The folded word that was matched, its proclitics cut. */
function lookedUp(tokens: readonly AnalysedToken[], at: number, match: Match): string {
  return tokens[at]?.folded.slice(match.proclitics.length) ?? '';
}

function masculine(token: AnalysedToken | undefined): boolean {
  return token?.folded.startsWith('ال') === true && token.folded.endsWith('ي');
}
