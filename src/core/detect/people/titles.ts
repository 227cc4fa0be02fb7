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
  OFFICE_FIELDS,
  OFFICE_HEADS,
  RANK_TITLES,
  TITLE_TAILS,
  WEAK_OFFICE_HEADS,
} from '../lexicon/titles';
import { foldedSet, PhraseTable } from '../phrases';
import { isDefinite, isWord, type Vocabulary } from '../vocabulary';
import { startsName, type NameLists } from './nameParts';

const ID = 'titles';
const WHY: Localized = { en: 'title or office', ar: 'لقب أو منصب' };
const HEADS = foldedSet(words(OFFICE_HEADS));
const WEAK = foldedSet(words(WEAK_OFFICE_HEADS));
const DEFINITE = foldedSet(words(DEFINITE_OFFICES));
const BARE = foldedSet(words(BARE_OFFICES));
const NAME_ONLY = foldedSet(words(NAME_ONLY_OFFICES));
const ADDRESS = foldedSet(words(ADDRESS_WORDS));
const RANKS = foldedSet(words(RANK_TITLES).filter((rank) => !words(ADDRESS_WORDS).includes(rank)));
const TAILS = foldedSet(words(TITLE_TAILS));
const FIELDS = foldedSet(words(OFFICE_FIELDS));
/** Offices that name where they are held with في: القيادي في حركة فتح، مدير الأونروا في غزة. */
const HELD_IN = foldedSet(
  words(
    'القيادي القيادية قيادي قيادية عضو العضو ممثل ممثلة مدير المدير الباحث الباحثة الخبير الخبيرة مسؤول المستشار السفير',
  ),
);
const BODIES = new Set(['ORG']);
const PLACES = new Set(['ORG', 'GPE', 'LOC', 'FAC']);
/** Praise between a title and a name: الشاعر السوري الكبير. */
const PRAISE = foldedSet(
  words('الكبير الكبيرة الشهير الشهيرة البارز البارزة المعروف المعروفة الشاب'),
);
const PEOPLE = new Set(['NORP']);
const PERSONS = new Set(['PERS']);

interface Context {
  readonly tokens: readonly AnalysedToken[];
  readonly reader: NameReader;
  readonly found: FoundIndex;
  readonly names: NameLists;
  readonly fixed: PhraseTable<true>;
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
    if (end !== undefined) return { start: reading.start, ...end };
  }
  return undefined;
}

function titleEnd(
  context: Context,
  at: number,
  reading: Reading,
): { end: number; score: number } | undefined {
  const word = reading.folded;
  // أمام, in front of, folds as إمام does.
  if (word === 'امام' && context.tokens[at]?.text.includes('أ') === true) return undefined;
  const whole = reading.proclitics.length < 2;
  if (HEADS.has(word) && whole) {
    const complement = officeComplement(context, at + 1, WEAK.has(word));
    if (complement !== undefined) {
      return { end: extend(context, complement, word), score: WEAK.has(word) ? 0.78 : 0.85 };
    }
  }
  if (DEFINITE.has(word)) return definiteOffice(context, at, word);
  if (RANKS.has(word)) {
    let end = at + 1;
    while (end < at + 4 && RANKS.has(context.tokens[end]?.folded ?? '')) end++;
    return startsName(context.names, context.tokens, end) ? { end, score: 0.85 } : undefined;
  }
  return undefined;
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
  if (!isWord(token)) return undefined;
  const known = reader.known(at, PLACES);
  if (known !== undefined) return known;
  const word = token.folded;
  if (FIELDS.has(word)) return reader.coordination(at + 1);
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
  const idafa = reader.idafa(at);
  if (idafa === undefined || context.found.atToken(token, PEOPLE) !== undefined) return undefined;
  return reader.coordination(idafa);
}

/** للأمم المتحدة، لمجلس الوزراء، للرئيس: ل and a known name or a title. */
function lamComplement(context: Context, at: number): number | undefined {
  const { tokens, found } = context;
  for (const reading of tokens[at]?.readings ?? []) {
    if (reading.proclitics !== 'ل') continue;
    const entity = found.at(reading.start);
    if (entity !== undefined && PLACES.has(entity.label)) return tokenAfter(tokens, entity.end, at);
    if (FIELDS.has(reading.folded) || BARE.has(reading.folded)) return at + 1;
  }
  return undefined;
}

function definiteOffice(
  context: Context,
  at: number,
  word: string,
): { end: number; score: number } | undefined {
  // السبب الرئيس: after a definite noun it is an adjective.
  const before = context.tokens[at - 1]?.folded ?? '';
  if (word === 'الرئيس' && isDefinite(before)) return undefined;
  const end = extend(context, at + 1, word);
  if (end > at + 1 && !NAME_ONLY.has(word)) return { end, score: 0.84 };
  const named = startsName(context.names, context.tokens, end);
  if (named) return { end, score: 0.84 };
  if (end > at + 1) return end > at + 2 ? { end, score: 0.78 } : undefined;
  if (!BARE.has(word)) return undefined;
  return isDefinite(before) ? undefined : { end, score: 0.65 };
}

/** Adjectives, باسم and a body, ل and a body, لدى or إلى and a country. */
function extend(context: Context, from: number, head: string): number {
  const { tokens, reader, found } = context;
  let end = from;
  for (let round = 0; round < 3; round++) {
    const before = end;
    end = titleAdjectives(context, end);
    const word = tokens[end]?.folded ?? '';
    if (word === 'باسم') {
      const known = reader.known(end + 1, PLACES) ?? reader.idafa(end + 1);
      if (known !== undefined) end = known;
    } else if (word === 'لدي' || word === 'الي' || (word === 'في' && HELD_IN.has(head))) {
      const known = reader.known(end + 1, word === 'في' ? BODIES : PLACES);
      if (known !== undefined) end = known;
    } else if (word.startsWith('ل') && !isPersonAt(found, tokens[end])) {
      const person = tokens[end]?.readings.some(({ folded }) => RANKS.has(folded)) === true;
      end = lamComplement(context, end) ?? (person ? end : reader.purpose(end));
    } else if (head === 'القيادي' || word.startsWith('ب')) {
      end = withB(context, end);
    }
    if (end === before) return end;
  }
  return end;
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

function titleAdjectives(context: Context, from: number): number {
  const { tokens, found } = context;
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
    if (!definitePeople && !rank && !praise) break;
  }
  return i;
}

export function isAddressWord(folded: string): boolean {
  return ADDRESS.has(folded);
}
