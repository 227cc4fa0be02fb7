import type { AnalysedToken } from '../analysis';
import { tokenAfter, type FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { PLACED_OFFICES, TITLE_TAILS } from '../lexicon/titles';
import { foldedSet } from '../phrases';
import { isDefinite, isWord, looksNisba, mayBeForeign } from '../vocabulary';
import { startsName } from './nameParts';
import { lamComplement } from './officeComplement';
import { BARE, DEFINITE, PEOPLE, PLACES, RANKS, type TitleContext } from './offices';

const TAILS = foldedSet(words(TITLE_TAILS));
const PLACED = foldedSet(words(PLACED_OFFICES));
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
/** Praise between a title and a name: الشاعر السوري الكبير. */
const PRAISE = foldedSet(
  words('الكبير الكبيرة الشهير الشهيرة البارز البارزة المعروف المعروفة الشاب'),
);
/** Heads of which a nationality ends the title: وزير الخارجية الفرنسي لإذاعة is not of the radio. */
const CLOSED = /^(?:وزيره?|رءيسه?|رئيسه?|ملكه?|امير|العاهل|الرئيس|الوزيره?)$/u;
const MEDIA = foldedSet(words('قناة صحيفة وكالة إذاعة تلفزيون شبكة مجلة جريدة موقع برنامج راديو'));
/** Those whose office is in the media. */
const EDITORS = /^(?:ال)?(?:مدير|مراسل|رئيس|محرر|مؤسس|مالك)ه?$|^رئيس$/u;
const PERSONS = new Set(['PERS']);

/** Past what goes on a title: adjectives, باسم and a body, ل and a body, لدى or إلى and a country. */
export function extend(context: TitleContext, from: number, head: string): number {
  let end = from;
  for (let round = 0; round < 3; round++) {
    const next = goOn(context, titleAdjectives(context, end, head), head);
    if (next === end) break;
    end = next;
  }
  return end;
}

function goOn(context: TitleContext, at: number, head: string): number {
  const { tokens, reader } = context;
  const word = tokens[at]?.folded ?? '';
  if (word === 'باسم') {
    return reader.known(at + 1, PLACES) ?? reader.idafa(at + 1) ?? surname(context, at + 1) ?? at;
  }
  if (word === 'لدي' || word === 'الي') return reader.known(at + 1, PLACES) ?? at;
  if (word === 'في') return heldIn(context, at, head);
  if (word === 'ل') return reader.quoted(at + 1) ?? at;
  if (word.startsWith('ل') && !isPersonAt(context.found, tokens[at]))
    return withLam(context, at, head);
  return head === 'القيادي' || word.startsWith('ب') ? withB(context, at) : at;
}

/** في and the place or the body where the office is held. */
function heldIn({ tokens, reader }: TitleContext, at: number, head: string): number {
  if (PLACED.has(head.replace(/^ال/u, ''))) return reader.known(at + 1, PLACES) ?? at;
  if (!HELD_IN.has(head)) return at;
  const body = DEFINITE_BODY.has(tokens[at + 1]?.folded ?? '');
  return reader.known(at + 1, BODIES) ?? (body ? reader.adjectives(at + 2) : at);
}

/** للأمم المتحدة, لشؤون اللاجئين; not what follows a nationality: وزير الخارجية الفرنسي لإذاعة أوروبا. */
function withLam(context: TitleContext, at: number, head: string): number {
  const { tokens, reader } = context;
  // رئيس الفيفا لقناة ...: to whom he speaks.
  const media = tokens[at]?.readings.some(({ folded }) => MEDIA.has(folded)) === true;
  if (media && !EDITORS.test(head)) return at;
  const affairs = /^لل?شؤون$/u.test(tokens[at]?.folded ?? '');
  if (CLOSED.test(head) && closedByPeople(context, at) && !affairs) return at;
  const person = tokens[at]?.readings.some(({ folded }) => RANKS.has(folded)) === true;
  return lamComplement(context, at) ?? (person ? at : reader.purpose(at));
}

function closedByPeople({ tokens, found }: TitleContext, at: number): boolean {
  return found.atToken(tokens[at - 1], PEOPLE) !== undefined;
}

/** المتحدثة باسم أشتون: one unknown word, which may end as a plural does. */
function surname(context: TitleContext, at: number): number | undefined {
  const foreign = context.reader.foreign(at);
  if (foreign !== undefined) return foreign;
  return mayBeForeign(context.names.vocabulary, context.tokens[at]) ? at + 1 : undefined;
}

/** القيادي بحركة فتح: ب and a body. */
function withB(context: TitleContext, at: number): number {
  const { tokens, found } = context;
  const reading = tokens[at]?.readings.find((r) => r.proclitics === 'ب');
  const entity = reading === undefined ? undefined : found.at(reading.start);
  return entity?.label === 'ORG' ? tokenAfter(tokens, entity.end, at) : at;
}

function isPersonAt(found: FoundIndex, token: AnalysedToken | undefined): boolean {
  return found.atToken(token, PERSONS) !== undefined;
}

export function titleAdjectives(context: TitleContext, from: number, head: string): number {
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
