import type { Localized } from '../../model/issue';
import type { AnalysedToken, Reading } from '../analysis';
import type { Detector, EntitySuggestion } from '../detector';
import { entity, FoundIndex, tokenAfter } from '../found';
import { NameReader } from '../heads/nameEnd';
import { entries, words } from '../lexicon/entries';
import {
  ADDRESS_WORDS,
  BARE_OFFICES,
  DEFINITE_OFFICES,
  FIXED_TITLES,
  NAME_ONLY_OFFICES,
  OFFICE_ADJECTIVES,
  OFFICE_FIELDS,
  OFFICE_HEADS,
  OWNED_OFFICES,
  PLACED_OFFICES,
  RANK_TITLES,
  TITLE_TAILS,
  WEAK_OFFICE_HEADS,
} from '../lexicon/titles';
import { foldedSet, PhraseTable, union } from '../phrases';
import { isDefinite, isWord, looksNisba, mayBeForeign, type Vocabulary } from '../vocabulary';
import { followsRank, startsName, type NameLists } from './nameParts';

const ID = 'titles';
const WHY: Localized = { en: 'title or office', ar: 'لقب أو منصب' };
const HEADS = foldedSet(words(OFFICE_HEADS));
const WEAK = foldedSet(words(WEAK_OFFICE_HEADS));
const DEFINITE = foldedSet(words(DEFINITE_OFFICES));
const BARE = foldedSet(words(BARE_OFFICES));
const NAME_ONLY = foldedSet(words(NAME_ONLY_OFFICES));
const ADDRESS = foldedSet(words(ADDRESS_WORDS));
const RANKS = foldedSet(words(RANK_TITLES).filter((rank) => !words(ADDRESS_WORDS).includes(rank)));
const RANK_WORDS = union(RANKS, foldedSet(words('الركن المتقاعد المتقاعدة الطيار ركن')));
const TAILS = foldedSet(words(TITLE_TAILS));
const FIELDS = foldedSet(words(OFFICE_FIELDS));
const INDEFINITE = foldedSet(words(OFFICE_ADJECTIVES));
const PLACED = foldedSet(words(PLACED_OFFICES));
const OWNED = foldedSet(
  words(OWNED_OFFICES).flatMap((office) => {
    const stem = office.replace(/ة$/u, 'ت');
    return ['ه', 'ها', 'هم', 'هما'].map((pronoun) => stem + pronoun);
  }),
);
const OPENERS = union(HEADS, OWNED, DEFINITE, RANKS);
/** Offices that name where they are held with في: القيادي في حركة فتح، مدير الأونروا في غزة. */
const HELD_IN = foldedSet(
  words(
    'القيادي القيادية قيادي قيادية عضو العضو ممثل ممثلة مدير مديرة المدير المديرة الباحث الباحثة الخبير الخبيرة مسؤول مسؤولة المستشار السفير رئيس رئيسة',
  ),
);
const BODIES = new Set(['ORG']);
const DEFINITE_BODY = foldedSet(
  words(
    'الائتلاف الحزب الحركة الجماعة التنظيم الجبهة المجلس الهيئة التيار التحالف الكتلة المعارضة الاتحاد',
  ),
);
const PLACES = new Set(['ORG', 'GPE', 'LOC', 'FAC']);
/** Praise between a title and a name: الشاعر السوري الكبير. */
const PRAISE = foldedSet(
  words('الكبير الكبيرة الشهير الشهيرة البارز البارزة المعروف المعروفة الشاب'),
);
/** Words that say that an office is meant: لقب المرشد. */
const OFFICE_WORDS = foldedSet(words('لقب منصب رتبة مهام وظيفة صفة'));
/** Heads of which a nationality ends the title: وزير الخارجية الفرنسي لإذاعة is not of the radio. */
const CLOSED = /^(?:وزيره?|رءيسه?|رئيسه?|ملكه?|امير|العاهل|الرئيس|الوزيره?)$/u;
const PEOPLE = new Set(['NORP']);
const PERSONS = new Set(['PERS']);

interface Context {
  readonly tokens: readonly AnalysedToken[];
  readonly reader: NameReader;
  readonly found: FoundIndex;
  readonly names: NameLists;
  readonly fixed: PhraseTable<true>;
  /** Set while the second of two offices is read. */
  readonly one: boolean;
}

/** Titles and offices: وزير الدفاع العراقي, المتحدث باسم …, رئيسا للوزراء. */
export function titles(vocabulary: Vocabulary, names: NameLists): Detector {
  const fixed = new PhraseTable<true>().addAll(entries(FIXED_TITLES), true);
  return {
    id: ID,
    name: { en: 'Titles and offices', ar: 'الألقاب والمناصب' },
    labels: ['OCC'],
    detect(analysis, suggestions) {
      const found = new FoundIndex(suggestions);
      const { tokens } = analysis;
      const context: Context = {
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
        proposed.push(entity(analysis, ID, 'OCC', title.start, title.end, title.score, WHY));
        i = title.end - 1;
      }
      return proposed;
    },
  };
}

interface Title {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

function titleAt(context: Context, at: number): Title | undefined {
  const token = context.tokens[at];
  if (!isWord(token)) return undefined;
  const fixed = context.fixed.match(context.tokens, at);
  if (fixed !== undefined) {
    const last = context.tokens[fixed.end - 1]?.folded ?? '';
    const open = !isDefinite(last) && !last.startsWith('لل');
    const complement = open ? officeComplement(context, fixed.end, false) : undefined;
    const end = extend(context, complement ?? fixed.end, token.folded);
    return { start: fixed.start, end, score: 0.88 };
  }
  for (const reading of token.readings) {
    const end = titleEnd(context, at, reading);
    if (end === undefined) {
      const both = DEFINITE.has(reading.folded) ? pair(context, at, reading.folded) : undefined;
      if (both === undefined) continue;
      return { start: reading.start, end: both, score: 0.84 };
    }
    return { start: reading.start, score: end.score, end: coordinated(context, at, end.end) };
  }
  return undefined;
}

/** Of two definite offices neither need be one alone: المؤسس والرئيس التنفيذي. */
function pair(context: Context, at: number, word: string): number | undefined {
  const end = extend(context, at + 1, word);
  const both = coordinated(context, at, end);
  return both > end ? both : undefined;
}

/** الباحث والناشط المغربي, المؤسس والرئيس التنفيذي: two offices of one person, who is named beside them. */
function coordinated(context: Context, at: number, end: number): number {
  const { tokens, names } = context;
  const reading = tokens[end]?.readings.find((r) => r.proclitics === 'و');
  if (reading === undefined || startsName(names, tokens, end)) return end;
  // الباحث الأمازيغي والناشط المغربي: offices that are whole each are two.
  const whole = end > at + 1 || tokens[at]?.readings.some((r) => BARE.has(r.folded)) === true;
  if (context.one || (whole && !OWNED.has(reading.folded))) return end;
  const second = titleEnd({ ...context, one: true }, end, reading);
  if (second === undefined) return end;
  const before = tokens[at - 1];
  const beside = before?.text === '،' || startsName(names, tokens, second.end);
  return beside ? second.end : end;
}

function titleEnd(
  context: Context,
  at: number,
  reading: Reading,
): { end: number; score: number } | undefined {
  const word = reading.folded;
  if (!OPENERS.has(word)) return undefined;
  const whole = reading.proclitics.length < 2;
  // أمام folds to the same as إمام.
  if (word === 'امام' && !context.tokens[at]?.text.includes('إ')) return undefined;
  if (HEADS.has(word) && whole) {
    const complement = officeComplement(context, at + 1, WEAK.has(word));
    if (complement !== undefined) {
      return { end: extend(context, complement, word), score: WEAK.has(word) ? 0.78 : 0.85 };
    }
  }
  if (HEADS.has(word) && whole) {
    const end = accusative(context, at);
    if (end !== undefined) return { end, score: 0.72 };
  }
  if (OWNED.has(word) && whole) return owned(context, at);
  if (DEFINITE.has(word)) return definiteOffice(context, at, word);
  if (RANKS.has(word)) {
    let end = at + 1;
    while (end < at + 4 && RANK_WORDS.has(context.tokens[end]?.folded ?? '')) end++;
    const named =
      startsName(context.names, context.tokens, end) ||
      followsRank(context.names, context.tokens, end);
    return named ? { end, score: 0.85 } : undefined;
  }
  return undefined;
}

/** أمينا عاما للحزب, رئيسا جديدا: an accusative office and its adjective. */
function accusative(context: Context, at: number): number | undefined {
  const { tokens } = context;
  const office = tokens[at]?.folded ?? '';
  const adjective = tokens[at + 1]?.folded ?? '';
  if (!/..ا$/u.test(office) || !adjective.endsWith('ا') || !INDEFINITE.has(adjective))
    return undefined;
  return extend(context, at + 2, office);
}

/** نائبه, مرشدها العام, رئيسها التنفيذي. */
function owned(context: Context, at: number): { end: number; score: number } | undefined {
  const end = titleAdjectives(context, at + 1, '');
  const named = end > at + 1 || startsName(context.names, context.tokens, end);
  return named ? { end, score: 0.8 } : undefined;
}

/** What an office is of: الدفاع, مجلس النواب, نائب وزير …, للوزراء. */
function officeComplement(
  context: Context,
  at: number,
  weak: boolean,
  depth = 0,
): number | undefined {
  const { tokens, reader } = context;
  const token = tokens[at];
  const quoted = reader.quoted(token?.text === 'ل' ? at + 1 : at);
  if (quoted !== undefined) return quoted;
  if (!isWord(token)) return undefined;
  const known = reader.known(at, PLACES);
  if (known !== undefined) return known;
  const word = token.folded;
  if (INDEFINITE.has(word) && depth < 3) return officeComplement(context, at + 1, weak, depth + 1);
  if (FIELDS.has(word)) return reader.coordination(reader.adjectives(at + 1));
  if (HEADS.has(word) && depth < 3) {
    const nested = officeComplement(context, at + 1, false, depth + 1);
    if (nested !== undefined) return nested;
  }
  if (DEFINITE.has(word)) return at + 1;
  const through = lamComplement(context, at);
  if (through !== undefined) return through;
  if (weak) return undefined;
  const purpose = word.startsWith('ل') ? reader.purpose(at) : at;
  if (purpose > at) return purpose;
  const idafa = reader.idafa(at) ?? looseIdafa(context, at);
  if (idafa === undefined || context.found.atToken(token, PEOPLE) !== undefined) return undefined;
  return reader.coordination(idafa);
}

/** رئيس وفد المعارضة, مستشارة أمراض الجلد: a noun of no list and the definite one that completes it. */
function looseIdafa(context: Context, at: number): number | undefined {
  const { tokens, names, reader } = context;
  const [noun, definite] = [tokens[at], tokens[at + 1]];
  if (!isWord(noun) || !isWord(definite) || !isDefinite(definite.folded)) return undefined;
  const { functionWords, verbs, nameStops, givenNames } = names.vocabulary;
  const { folded } = noun;
  const other =
    noun.readings.some((r) => functionWords.has(r.folded)) ||
    verbs.has(folded) ||
    nameStops.has(definite.folded);
  if (other || isDefinite(folded) || givenNames.has(folded) || folded.length < 3) return undefined;
  if (context.found.atToken(definite, PEOPLE) !== undefined) return undefined;
  return reader.adjectives(at + 2);
}

/** للأمم المتحدة، لمجلس الوزراء، للرئيس: ل and a known name or a title. */
function lamComplement(context: Context, at: number): number | undefined {
  const { tokens, found } = context;
  for (const reading of tokens[at]?.readings ?? []) {
    if (reading.proclitics !== 'ل') continue;
    const entity = found.at(reading.start);
    if (entity !== undefined && PLACES.has(entity.label)) return tokenAfter(tokens, entity.end, at);
    if (FIELDS.has(reading.folded) || BARE.has(reading.folded)) return at + 1;
    if (NAME_ONLY.has(reading.folded)) return at;
  }
  return undefined;
}

function definiteOffice(
  context: Context,
  at: number,
  word: string,
): { end: number; score: number } | undefined {
  // السبب الرئيس: after a definite noun it is an adjective.
  const before = context.tokens[at - 1]?.text.replace(/^إل/u, '') ?? '';
  if (word === 'الرئيس' && isDefinite(before) && !context.one) return undefined;
  const end = extend(context, at + 1, word);
  if (end > at + 1 && !NAME_ONLY.has(word)) return { end, score: 0.84 };
  const named = startsName(context.names, context.tokens, end);
  if (named) return { end, score: 0.84 };
  if (end > at + 1) return end > at + 2 ? { end, score: 0.78 } : undefined;
  if (OFFICE_WORDS.has(context.tokens[at - 1]?.folded.replace(/^[وفبلك](?=.{3})/u, '') ?? ''))
    return { end, score: 0.75 };
  if (!BARE.has(word)) return undefined;
  return isDefinite(before) ? undefined : { end, score: 0.65 };
}

/** Adjectives, باسم and a body, ل and a body, لدى or إلى and a country. */
function extend(context: Context, from: number, head: string): number {
  const { tokens, reader, found } = context;
  let end = from;
  for (let round = 0; round < 3; round++) {
    const before = end;
    end = titleAdjectives(context, end, head);
    const word = tokens[end]?.folded ?? '';
    if (word === 'باسم') {
      const known =
        reader.known(end + 1, PLACES) ?? reader.idafa(end + 1) ?? surname(context, end + 1);
      if (known !== undefined) end = known;
    } else if (word === 'في' && PLACED.has(head.replace(/^ال/u, ''))) {
      const known = reader.known(end + 1, PLACES);
      if (known !== undefined) end = known;
    } else if (word === 'لدي' || word === 'الي' || (word === 'في' && HELD_IN.has(head))) {
      const known = reader.known(end + 1, word === 'في' ? BODIES : PLACES);
      const body = word === 'في' && DEFINITE_BODY.has(tokens[end + 1]?.folded ?? '');
      if (known !== undefined) end = known;
      else if (body) end = reader.adjectives(end + 2);
    } else if (word === 'ل' && reader.quoted(end + 1) !== undefined) {
      end = reader.quoted(end + 1) ?? end;
    } else if (word.startsWith('ل') && !isPersonAt(found, tokens[end])) {
      if (CLOSED.test(head) && closedByPeople(context, end) && !/^ل(?:شؤون|لشؤون)$/u.test(word))
        return end;
      const person = tokens[end]?.readings.some(({ folded }) => RANKS.has(folded)) === true;
      end = lamComplement(context, end) ?? (person ? end : reader.purpose(end));
    } else if (head === 'القيادي' || word.startsWith('ب')) {
      end = withB(context, end);
    }
    if (end === before) return end;
  }
  return end;
}

function closedByPeople({ tokens, found }: Context, at: number): boolean {
  return found.atToken(tokens[at - 1], PEOPLE) !== undefined;
}

/** المتحدثة باسم أشتون: one unknown word, which may end as a plural does. */
function surname(context: Context, at: number): number | undefined {
  const foreign = context.reader.foreign(at);
  if (foreign !== undefined) return foreign;
  return mayBeForeign(context.names.vocabulary, context.tokens[at]) ? at + 1 : undefined;
}

/** القيادي بحركة فتح: ب and a body. */
function withB(context: Context, at: number): number {
  const { tokens, found } = context;
  const reading = tokens[at]?.readings.find((r) => r.proclitics === 'ب');
  const entity = reading === undefined ? undefined : found.at(reading.start);
  return entity?.label === 'ORG' ? tokenAfter(tokens, entity.end, at) : at;
}

function isPersonAt(found: FoundIndex, token: AnalysedToken | undefined): boolean {
  return found.atToken(token, PERSONS) !== undefined;
}

function titleAdjectives(context: Context, from: number, head: string): number {
  const { tokens, found, names } = context;
  let i = from;
  for (; i < from + 8 && isWord(tokens[i]); i++) {
    const word = tokens[i]?.folded ?? '';
    const people = found.atToken(tokens[i], PEOPLE);
    const definitePeople =
      (isDefinite(word) || /^وال/u.test(word)) &&
      people !== undefined &&
      people.end === tokens[i]?.end;
    const rank = TAILS.has(word) || (/^وال/u.test(word) && TAILS.has(word.slice(1)));
    const praise = PRAISE.has(word) && startsName(context.names, tokens, i + 1);
    // الناشط الحقوقي, المحلل السياسي: an attribute of a definite office.
    const field =
      DEFINITE.has(head) &&
      looksNisba(word) &&
      (!BARE.has(head) || head === 'المستشار') &&
      !names.vocabulary.nameStops.has(word) &&
      people === undefined;
    if (!definitePeople && !rank && !praise && !field) break;
  }
  return i;
}

export function isAddressWord(folded: string): boolean {
  return ADDRESS.has(folded);
}
