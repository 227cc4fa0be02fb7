import type { Localized } from '../../model/issue';
import { startOf, type AnalysedToken, type Reading } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { Detector, EntitySuggestion } from '../detector';
import { entity, FoundIndex, tokenAfter } from '../found';
import { PLACE_CLASSES } from '../lexicon/cities';
import { words } from '../lexicon/entries';
import {
  AFTER_PERSONS_WORDS,
  AT_WORDS,
  DIRECTIONS_WORDS,
  FIRST_PARTS_WORDS,
  OF_BODIES_WORDS,
  OPEN_CLASSES_WORDS,
} from '../lexicon/headClues';
import {
  DEFINITE_FACILITIES,
  FACILITY_HEADS,
  FACILITY_TAILS,
  WEAK_FACILITY_HEADS,
} from '../lexicon/facilities';
import { PLACE_HEADS } from '../lexicon/places';
import { foldedSet, union } from '../phrases';
import {
  isDefinite,
  isPlainWord,
  isWord,
  looksForeign,
  opensClause,
  type Vocabulary,
} from '../vocabulary';
import type { HeadContext, HeadName } from './headName';
import { NameReader } from './nameEnd';

const ID = 'places';
const WHY_FACILITY: Localized = {
  en: 'word for a building or site and its name',
  ar: 'كلمة تدل على منشأة واسمها',
};
const WHY_PLACE: Localized = {
  en: 'word for a kind of place and its name',
  ar: 'كلمة تدل على نوع المكان واسمه',
};
const FACILITY = foldedSet(words(FACILITY_HEADS));
const WEAK = foldedSet(words(WEAK_FACILITY_HEADS));
const DEFINITE = foldedSet(words(DEFINITE_FACILITIES));
const TAILS = foldedSet(words(FACILITY_TAILS));
const FEATURE = foldedSet(words(PLACE_HEADS));
const CLASS = foldedSet(words(PLACE_CLASSES));
/** سد الثغرات, سد النقص: to fill what is missing, and no dam. */
const FILLED =
  /^ال(?:ثغر|ثغره|ثغرات|فجو|فجوه|فجوات|عجز|نقص|فراغ|حاجه|حاجات|احتياج|احتياجات|طلب|دين|ديون|رمق|طريق|باب|خلل)$/u;
const HEADS = new AskedOnce(union(FACILITY, DEFINITE, FEATURE, CLASS, foldedSet(['الحدود'])));
/** Class words after which a name that no list holds is taken, by label. */
const OPEN_CLASSES = foldedSet(words(OPEN_CLASSES_WORDS));
const NO_GOVERNMENT = foldedSet(words('منطقة حي ضاحية'));
/** First words of place names that are never a name alone: تل أبيض, سان خوان. */
const FIRST_PARTS = foldedSet(words(FIRST_PARTS_WORDS));
const DIRECTIONS = foldedSet(words(DIRECTIONS_WORDS));
/** Words before an embassy that make it a place rather than a body that acts. */
const AT = foldedSet(words(AT_WORDS));
const EMBASSIES = foldedSet(words('سفارة السفارة قنصلية القنصلية البعثة'));
const PLACES = new Set(['GPE', 'LOC']);
const PEOPLE = new Set(['NORP']);
const KNOWN = new Set(['GPE', 'LOC', 'PERS']);
/** Facilities that bodies have: مقر الأمم المتحدة. */
const OF_BODIES = foldedSet(words(OF_BODIES_WORDS));
/** Facilities that are often called after a person by his given names. */
const AFTER_PERSONS = foldedSet(words(AFTER_PERSONS_WORDS));
const PARTS_OF_NAMES = foldedSet(words('بن ابن أبو عبد الدين الله آل'));
const KNOWN_BODIES = new Set([...KNOWN, 'ORG']);

/** Buildings, natural features and unlisted towns, by the word for what they are. */
export function places(vocabulary: Vocabulary): Detector {
  return {
    id: ID,
    name: { en: 'Places by head word', ar: 'الأماكن بحسب كلمة الصدر' },
    labels: ['FAC', 'LOC', 'GPE', 'ORG'],
    detect(analysis, found) {
      const index = new FoundIndex(found);
      const reader = new NameReader(analysis.tokens, index, vocabulary);
      const context = { tokens: analysis.tokens, reader, found: index, vocabulary };
      const proposed: EntitySuggestion[] = [];
      for (let i = 0; i < analysis.tokens.length; i++) {
        const token = analysis.tokens[i];
        if (!isWord(token) || !HEADS.hasAny(token)) continue;
        for (const reading of token.readings) {
          const name = nameFrom(context, i, reading);
          if (name === undefined) continue;
          const why = name.label === 'FAC' ? WHY_FACILITY : WHY_PLACE;
          proposed.push(entity(analysis, ID, name.label, name.start, name.end, name.score, why));
          break;
        }
      }
      return proposed;
    },
  };
}

function nameFrom(context: HeadContext, at: number, reading: Reading): HeadName | undefined {
  const { folded } = reading;
  if (!HEADS.has(reading)) return undefined;
  const start = startOf(context.tokens[at], reading);
  const listed = listedFacility(context, at, start);
  if (listed !== undefined) return listed;
  if (FACILITY.has(folded)) {
    const end = facilityEnd(context, at, folded);
    if (end !== undefined) {
      const label = EMBASSIES.has(folded) ? embassyLabel(context.tokens, at, reading) : 'FAC';
      const speaks = context.vocabulary.reporting.has(context.tokens[at - 1]?.folded ?? '');
      const known = context.reader.known(at + 1, KNOWN) !== undefined;
      const score = known ? 0.88 : WEAK.has(folded) ? 0.66 : 0.8;
      return { label: speaks ? 'ORG' : label, start, end, score };
    }
  }
  if (folded === 'الحدود') return border(context, at, start);
  if (DEFINITE.has(folded)) return definiteFacility(context, at, reading);
  if (FEATURE.has(folded)) return feature(context, at, reading);
  // من ناحية السلامة: as far as safety goes.
  if (folded === 'ناحيه' && context.tokens[at - 1]?.folded === 'من') return undefined;
  if (CLASS.has(folded) && OPEN_CLASSES.has(folded)) return town(context, at, folded);
  return undefined;
}

/** استاد القاهرة الدولي, المسجد الأقصى المبارك: a listed name with what ends such names. */
function listedFacility(context: HeadContext, at: number, start: number): HeadName | undefined {
  const { tokens, found } = context;
  const known = found.at(start);
  if (known?.label !== 'FAC') return undefined;
  const from = tokenAfter(tokens, known.end, at);
  const end = tailsEnd(tokens, from);
  return end > from ? { label: 'FAC', start, end, score: 0.9 } : undefined;
}

function tailsEnd(tokens: readonly AnalysedToken[], from: number): number {
  let i = from;
  while (TAILS.has(tokens[i]?.folded ?? '')) i++;
  return i;
}

/** مطار بغداد الدولي، مستشفى الشفاء، معسكر الرشيد، جسر الملك فهد. */
function facilityEnd(context: HeadContext, at: number, head: string): number | undefined {
  if (head === 'سد' && FILLED.test(context.tokens[at + 1]?.folded ?? '')) return undefined;
  const { tokens, reader } = context;
  const weak = WEAK.has(head);
  const quoted = reader.quoted(at + 1);
  if (quoted !== undefined) return quoted;
  const tails = (from: number): number => tailsEnd(tokens, from);
  const bodies = OF_BODIES.has(head) ? KNOWN_BODIES : KNOWN;
  const known = reader.known(at + 1, bodies);
  if (known !== undefined) return tails(known);
  const next = tokens[at + 1];
  if (!isWord(next)) return undefined;
  if (isDefinite(next.folded) && !isPlainWord(context.vocabulary, next.folded)) {
    if (isPeople(context, at + 1)) return undefined;
    const end = tails(reader.idafa(at + 1) ?? at + 2);
    return weak && end === at + 2 ? undefined : end;
  }
  const person = AFTER_PERSONS.has(head) ? personEnd(context, at + 1) : undefined;
  if (person !== undefined) return tails(person);
  if (weak) return undefined;
  const foreign = reader.foreign(at + 1);
  return foreign === undefined ? undefined : tails(foreign);
}

/** صلاح الدين, محمد الخامس, عبد الكريم الخطابي: a given name and what goes with it. */
function personEnd({ tokens, vocabulary }: HeadContext, at: number): number | undefined {
  const given = (i: number): boolean => {
    const word = tokens[i]?.folded ?? '';
    return vocabulary.givenNames.has(word) || PARTS_OF_NAMES.has(word);
  };
  if (!given(at)) return undefined;
  let i = at + 1;
  while (i < at + 3 && given(i)) i++;
  const last = tokens[i];
  const family = isWord(last) && isDefinite(last.folded) && !isPlainWord(vocabulary, last.folded);
  const called = family || /^ال(?:اول|ثاني|ثالث|رابع|خامس|سادس)$/u.test(last?.folded ?? '');
  if (called && !TAILS.has(last?.folded ?? '')) return i + 1;
  return i > at + 1 ? i : undefined;
}

function isPeople(context: HeadContext, at: number): boolean {
  return context.found.atToken(context.tokens[at], PEOPLE) !== undefined;
}

/** السفارة الأمريكية speaks as a body, or is a place that is hit. */
function definiteFacility(
  context: HeadContext,
  at: number,
  reading: Reading,
): HeadName | undefined {
  const { tokens } = context;
  let end = at + 1;
  while (isWord(tokens[end]) && isDefinite(tokens[end]?.folded ?? '') && isPeople(context, end))
    end++;
  if (end === at + 1) return undefined;
  const label = EMBASSIES.has(reading.folded) ? embassyLabel(tokens, at, reading) : 'FAC';
  return { label, start: startOf(tokens[at], reading), end, score: 0.84 };
}

/** الحدود السورية العراقية. */
function border(context: HeadContext, at: number, start: number): HeadName | undefined {
  const { tokens } = context;
  let end = at + 1;
  for (; isWord(tokens[end]) && isPeople(context, end); end++) {
    if (!isDefinite(tokens[end]?.folded ?? '')) break;
    if (tokens[end + 1]?.folded === '-' && isPeople(context, end + 2)) end++;
  }
  return end === at + 1 ? undefined : { label: 'LOC', start, end, score: 0.8 };
}

function embassyLabel(tokens: readonly AnalysedToken[], at: number, reading: Reading): string {
  if (reading.proclitics.endsWith('ب')) return 'FAC';
  return AT.has(tokens[at - 1]?.folded ?? '') ? 'FAC' : 'ORG';
}

/** جبل أوتاكي، شبه جزيرة ريكيانيس، جزيرة سومطرة الغربية. */
function feature(context: HeadContext, at: number, reading: Reading): HeadName | undefined {
  const { tokens, reader, vocabulary } = context;
  const next = tokens[at + 1];
  if (!isWord(next) || FEATURE.has(next.folded)) return undefined;
  const before = tokens[at - 1];
  const peninsula = before?.readings.find((r) => r.folded === 'شبه');
  const start = peninsula ? startOf(before, peninsula) : startOf(tokens[at], reading);
  const known = reader.known(at + 1, PLACES);
  const definite = isDefinite(next.folded) && !isPlainWord(vocabulary, next.folded);
  const own = definite && !isPeople(context, at + 1) ? at + 2 : undefined;
  let end = known ?? own ?? reader.foreign(at + 1);
  if (end === undefined) return undefined;
  if (DIRECTIONS.has(tokens[end]?.folded ?? '')) end++;
  return { label: 'LOC', start, end, score: known === undefined ? 0.75 : 0.88 };
}

/** بلدة غريندافيك، محافظة كاجوشيما: the class word stays out. */
function town(context: HeadContext, at: number, head: string): HeadName | undefined {
  const { tokens, found, vocabulary } = context;
  const next = tokens[at + 1];
  if (!isWord(next) || found.at(next.start) !== undefined) return undefined;
  const word = next.folded;
  if (isPlainWord(vocabulary, word) || opensClause(vocabulary, word) || CLASS.has(word))
    return undefined;
  // مقاطعة الامتحانات is a boycott.
  if (head === 'مقاطعه' && /^ال.*ات$/u.test(word)) return undefined;
  let end = at + 2;
  if (FIRST_PARTS.has(word) && isWord(tokens[end])) end++;
  else if (!isDefinite(word) && !townName(context, at + 1)) return undefined;
  if (DIRECTIONS.has(tokens[end]?.folded ?? '') && !isPeople(context, end)) end++;
  const label = NO_GOVERNMENT.has(head) ? 'LOC' : 'GPE';
  const general = NO_GOVERNMENT.has(head) && (looksGeneral(word) || isPeople(context, at + 1));
  if (general) return undefined;
  return { label, start: next.start, end, score: label === 'LOC' ? 0.6 : 0.72 };
}

function townName(context: HeadContext, at: number): boolean {
  const { tokens, vocabulary } = context;
  const word = tokens[at]?.folded ?? '';
  // تقع في and the like: a present verb before a particle.
  const verb = /^[تي]/u.test(word) && vocabulary.functionWords.has(tokens[at + 1]?.folded ?? '');
  return !verb && looksForeign(vocabulary, tokens[at]);
}

/** منطقة التجارة الحرة، منطقة سكنية: what is done there, not a name. */
function looksGeneral(word: string): boolean {
  return !isDefinite(word) || /(?:يه|ي)$/u.test(word) || /^ال(?:ت|ان|است)..../u.test(word);
}
