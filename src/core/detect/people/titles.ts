import type { Localized } from '../../model/issue';
import { startOf, type AnalysedToken, type Reading } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { Detector, EntitySuggestion } from '../detector';
import { entity, FoundIndex, tokenAfter } from '../found';
import { NameReader } from '../heads/nameEnd';
import { entries, words } from '../lexicon/entries';
import {
  ADDRESS_WORDS,
  FIXED_TITLES,
  MORE_WEAK_HEADS,
  THING_OFFICES,
  OWNED_OFFICES,
  WEAK_OFFICE_HEADS,
} from '../lexicon/titles';
import { foldedSet, PhraseTable, union } from '../phrases';
import { isDefinite, looksNisba, type Vocabulary } from '../vocabulary';
import { followsRank, startsName, type NameLists } from './nameParts';
import { officeComplement } from './officeComplement';
import { extend, titleAdjectives } from './officeEnd';
import {
  BARE,
  DEFINITE,
  HEADS,
  INDEFINITE,
  NAME_ONLY,
  PEOPLE,
  RANKS,
  type TitleContext,
} from './offices';

export const TITLES = 'titles';
const WHY: Localized = { en: 'title or office', ar: 'لقب أو منصب' };
const WEAK = foldedSet([...words(WEAK_OFFICE_HEADS), ...words(MORE_WEAK_HEADS)]);
const ADDRESS = new AskedOnce(foldedSet(words(ADDRESS_WORDS)));
const RANK_WORDS = union(
  RANKS,
  foldedSet(words('الركن المتقاعد المتقاعدة الطيار الحقوقي الطبيب البحري ركن أول أركان حرب طيار')),
);
const OWNED = foldedSet(
  words(OWNED_OFFICES).flatMap((office) => {
    const stem = office.replace(/ة$/u, 'ت');
    return ['ه', 'ها', 'هم', 'هما'].map((pronoun) => stem + pronoun);
  }),
);
const THINGS = foldedSet(words(THING_OFFICES));
/** Titles that stand between another and a name. */
const MERGED = union(RANKS, BARE, foldedSet(['الإمام']));
const MOST_TITLES = 3;
const OPENERS = new AskedOnce(union(HEADS, OWNED, DEFINITE, RANKS));
const FIXED = new AskedOnce();
/** Words that say that an office is meant: لقب المرشد. */
const OFFICE_WORDS = foldedSet(words('لقب منصب رتبة مهام وظيفة صفة'));

/** Titles and offices: وزير الدفاع العراقي, المتحدث باسم …, رئيسا للوزراء. */
export function titles(vocabulary: Vocabulary, names: NameLists): Detector {
  const fixed = new PhraseTable<true>(FIXED).addAll(entries(FIXED_TITLES), true);
  return {
    id: TITLES,
    name: { en: 'Titles and offices', ar: 'الألقاب والمناصب' },
    labels: ['OCC'],
    detect(analysis, suggestions) {
      const found = new FoundIndex(suggestions);
      const { tokens } = analysis;
      const context: TitleContext = {
        tokens,
        reader: new NameReader(tokens, found, vocabulary),
        found,
        names,
        fixed,
        one: false,
      };
      const proposed: EntitySuggestion[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const title = titleAt(context, i);
        if (title === undefined) continue;
        const end = furtherTitles(context, title.end);
        proposed.push(entity(analysis, TITLES, 'OCC', title.start, end, title.score, WHY));
        i = end - 1;
      }
      return proposed;
    },
  };
}

/** الداعية الكويتي الدكتور, أمير قطر الشيخ: past titles that follow each other before one name. */
function furtherTitles(context: TitleContext, at: number): number {
  let end = at;
  for (let i = 0; i < MOST_TITLES; i++) {
    const token = context.tokens[end];
    if (token === undefined || !MERGED.has(token.folded)) break;
    const next = titleAt(context, end);
    if (next === undefined || next.start !== token.start) break;
    end = next.end;
  }
  return end;
}

interface Title {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

function titleAt(context: TitleContext, at: number): Title | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (abbreviated(context, at)) return { start: token.start, end: at + 1, score: 0.85 };
  const fixed = context.fixed.match(context.tokens, at);
  if (fixed !== undefined) {
    const last = context.tokens[fixed.end - 1]?.folded ?? '';
    const office = token.folded.slice(fixed.proclitics.length);
    const open = !isDefinite(last) && !last.startsWith('لل');
    const complement = open ? officeComplement(context, fixed.end, false) : undefined;
    const end = extend(context, complement ?? bodyEnd(context, at, fixed.end), office);
    return { start: fixed.start, end, score: 0.88 };
  }
  if (!OPENERS.hasAny(token)) return undefined;
  for (const reading of token.readings) {
    if (!OPENERS.has(reading)) continue;
    const end = titleEnd(context, at, reading);
    if (end === undefined) {
      const both = DEFINITE.has(reading.folded) ? pair(context, at, reading.folded) : undefined;
      if (both === undefined) continue;
      return { start: startOf(token, reading), end: both, score: 0.84 };
    }
    return {
      start: startOf(token, reading),
      score: end.score,
      end: coordinated(context, at, end.end),
    };
  }
  return undefined;
}

/** محافظ البنك المركزي المصري: a listed body may go on where the listed title stops. */
function bodyEnd({ tokens, found }: TitleContext, at: number, end: number): number {
  let last = end;
  for (let i = at + 1; i < end; i++) {
    const body = found.at(tokens[i]?.start ?? -1);
    if (body?.label === 'ORG') last = Math.max(last, tokenAfter(tokens, body.end, i));
  }
  return last;
}

/** د. علاء سمير: a letter for a rank. */
function abbreviated({ tokens, names }: TitleContext, at: number): boolean {
  const letter = tokens[at]?.text;
  if (letter !== 'د' && letter !== 'أ' && letter !== 'م') return false;
  const dot = tokens[at + 1]?.text === '.' || tokens[at + 1]?.text === '/';
  return dot && startsName(names, tokens, at + 2);
}

/** Of two definite offices neither need be one alone: المؤسس والرئيس التنفيذي. */
function pair(context: TitleContext, at: number, word: string): number | undefined {
  const end = extend(context, at + 1, word);
  const both = coordinated(context, at, end);
  return both > end ? both : undefined;
}

/** الباحث والناشط المغربي, المؤسس والرئيس التنفيذي: two offices of one person, who is named beside them. */
function coordinated(context: TitleContext, at: number, end: number): number {
  const { tokens, names } = context;
  const reading = tokens[end]?.readings.find((r) => r.proclitics === 'و');
  if (reading === undefined || startsName(names, tokens, end)) return end;
  // الباحث الأمازيغي والناشط المغربي: offices that are whole each are two.
  const bare = tokens[at]?.readings.some((r) => BARE.has(r.folded)) === true;
  // الوزير والنائب السابق is one man, الملكة ودوق أدنبرة are two.
  const whole = end > at + 1 || (bare && !isDefinite(reading.folded));
  if (context.one || (whole && !OWNED.has(reading.folded))) return end;
  const second = titleEnd({ ...context, one: true }, end, reading);
  if (second === undefined) return end;
  const before = tokens[at - 1];
  const beside = before?.text === '،' || startsName(names, tokens, second.end);
  return beside ? second.end : end;
}

function titleEnd(
  context: TitleContext,
  at: number,
  reading: Reading,
): { end: number; score: number } | undefined {
  const word = reading.folded;
  if (!OPENERS.has(reading)) return undefined;
  const whole = reading.proclitics.length < 2;
  // أمام folds to the same as إمام.
  if (word === 'امام' && !context.tokens[at]?.text.includes('إ')) return undefined;
  // قاضى الممثل: he sued.
  if (word === 'قاضي' && context.tokens[at]?.text.endsWith('ى') === true) return undefined;
  if (HEADS.has(word) && whole) {
    const complement = officeComplement(context, at + 1, WEAK.has(word));
    if (complement !== undefined) {
      return { end: extend(context, complement, word), score: WEAK.has(word) ? 0.78 : 0.85 };
    }
    const end = accusative(context, at);
    if (end !== undefined) return { end, score: 0.72 };
    const shared = sharedComplement(context, at);
    if (shared !== undefined) return shared;
  }
  if (OWNED.has(word) && whole) return owned(context, at);
  if (DEFINITE.has(word)) return definiteOffice(context, at, word);
  if (RANKS.has(word)) {
    let end = at + 1;
    while (end < at + 5 && followsAsRank(context, end)) end++;
    const named =
      startsName(context.names, context.tokens, end) ||
      followsRank(context.names, context.tokens, end);
    return named ? { end, score: 0.85 } : undefined;
  }
  return undefined;
}

/** الفريق أول ركن, الجنرال الأمريكي المتقاعد. */
function followsAsRank({ tokens, found }: TitleContext, at: number): boolean {
  const word = tokens[at]?.folded ?? '';
  // الفريق البرتغالي is a team.
  if (/الفريق$/u.test(tokens[at - 1]?.folded ?? '') && found.atToken(tokens[at], PEOPLE))
    return false;
  return (
    RANK_WORDS.has(word) || (isDefinite(word) && found.atToken(tokens[at], PEOPLE) !== undefined)
  );
}

/** مؤسس ورئيس حزب …, أستاذ ورئيس قسم …: two offices before what both are of. */
function sharedComplement(
  context: TitleContext,
  at: number,
): { end: number; score: number } | undefined {
  const second = context.tokens[at + 1]?.readings.find(({ proclitics }) => proclitics === 'و');
  if (context.one || second === undefined || !HEADS.has(second.folded)) return undefined;
  return titleEnd({ ...context, one: true }, at + 1, second);
}

/** أمينا عاما للحزب, رئيسا جديدا: an accusative office and its adjective. */
function accusative(context: TitleContext, at: number): number | undefined {
  const { tokens } = context;
  const office = tokens[at]?.folded ?? '';
  const adjective = tokens[at + 1]?.folded ?? '';
  // نائبا له
  if (/..ا$/u.test(office) && /^له(?:ا|م)?$/u.test(adjective)) return at + 2;
  if (!/..ا$/u.test(office) || !isAccusativeRank(adjective)) return undefined;
  let end = at + 2;
  while (end < at + 4 && isAccusativeRank(tokens[end]?.folded ?? '')) end++;
  return extend(context, end, office);
}

function isAccusativeRank(folded: string): boolean {
  return folded.endsWith('ا') && INDEFINITE.has(folded);
}

/** نائبه, مرشدها العام, رئيسها التنفيذي. */
function owned(context: TitleContext, at: number): { end: number; score: number } | undefined {
  const end = titleAdjectives(context, at + 1, '');
  const named = end > at + 1 || startsName(context.names, context.tokens, end);
  return named ? { end, score: 0.8 } : undefined;
}

function definiteOffice(
  context: TitleContext,
  at: number,
  word: string,
): { end: number; score: number } | undefined {
  // السبب الرئيس: after a definite noun it is an adjective.
  const before = context.tokens[at - 1]?.text.replace(/^إل/u, '') ?? '';
  const attribute = word === 'الرئيس' || looksNisba(word);
  if (attribute && isDefinite(before) && !context.one) return undefined;
  const end = extend(context, at + 1, word);
  if (end > at + 1 && !NAME_ONLY.has(word)) return { end, score: 0.84 };
  const rank = MERGED.has(context.tokens[end]?.folded ?? '') ? end + 1 : end;
  const named = startsName(context.names, context.tokens, rank);
  if (named) return { end, score: 0.84 };
  if (end > at + 1) return unnamed(context, at, end, word);
  // لقب الحارس الأفضل is an award.
  if (/^الافضل/u.test(context.tokens[end]?.folded ?? '')) return undefined;
  if (OFFICE_WORDS.has(context.tokens[at - 1]?.folded.replace(/^[وفبلك](?=.{3})/u, '') ?? ''))
    return { end, score: 0.75 };
  if (!BARE.has(word)) return undefined;
  return isDefinite(before) ? undefined : { end, score: 0.65 };
}

/** الشاعر الفلسطيني الذي غيبه الموت: an office with adjectives and no name behind it. */
function unnamed(
  { tokens, found }: TitleContext,
  at: number,
  end: number,
  word: string,
): { end: number; score: number } | undefined {
  const people = found.atToken(tokens[at + 1], PEOPLE) !== undefined;
  if (people && !THINGS.has(word)) return { end, score: 0.8 };
  return end > at + 2 ? { end, score: 0.78 } : undefined;
}

/** السيد, الشهيد: a person is named behind it. */
export function isAddressWord(token: AnalysedToken): boolean {
  return ADDRESS.hasWhole(token);
}
