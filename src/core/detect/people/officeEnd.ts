import { startOf, type AnalysedToken } from '../analysis';
import { tokenAfter, type FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import {
  CHARGED_WORDS,
  DEFINITE_BODY_WORDS,
  HELD_IN_WORDS,
  MEDIA_WORDS,
  PRAISE_WORDS,
  STANDING_WORDS,
} from '../lexicon/personClues';
import { MORE_TITLE_TAILS, PLACED_OFFICES, TITLE_TAILS } from '../lexicon/titles';
import { foldWord } from '../folding';
import { foldedSet } from '../phrases';
import { isDefinite, isWord, looksNisba, mayBeForeign } from '../vocabulary';
import { startsName } from './nameParts';
import { lamComplement, officeComplement } from './officeComplement';
import { BARE, DEFINITE, HEADS, PEOPLE, PLACES, RANKS, type TitleContext } from './offices';

const TAILS = foldedSet([...words(TITLE_TAILS), ...words(MORE_TITLE_TAILS)]);
const PLACED = foldedSet(words(PLACED_OFFICES));
/** Offices that name where they are held with في: القيادي في حركة فتح، مدير الأونروا في غزة. */
const HELD_IN = foldedSet(words(HELD_IN_WORDS));
/** Attributes that ب completes. */
const CHARGED = foldedSet(words(CHARGED_WORDS));
/** Those who stand for a party or a place. */
const STANDING = foldedSet(words(STANDING_WORDS));
const BODIES = new Set(['ORG']);
const DEFINITE_BODY = foldedSet(words(DEFINITE_BODY_WORDS));
/** Praise between a title and a name: الشاعر السوري الكبير. */
const PRAISE = foldedSet(words(PRAISE_WORDS));
/** Heads of which a nationality ends the title: وزير الخارجية الفرنسي لإذاعة is not of the radio. */
const CLOSED = /^(?:وزيره?|رءيسه?|رئيسه?|ملكه?|امير|العاهل|الرئيس|الوزيره?)$/u;
const MEDIA = foldedSet(words(MEDIA_WORDS));
/** Those whose office is in the media. */
const EDITORS = /^(?:ال)?(?:مدير|مراسل|رئيس|محرر|مؤسس|مالك)ه?$|^رئيس$/u;
/** Those who stand in for or beside somebody. */
const DEPUTY = /^(?:ال)?(?:نائب|مساعد|معاون|مستشار|سكرتير|ممثل|مبعوث|وكيل|موفد)(?:ه|ا)?$/u;
const AFFAIRS = foldWord('الشؤون');
const ENVOY = /^(?:ال)?(?:مبعوث|موفد)(?:ا|ه)?$/u;
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
  if (CHARGED.has(tokens[at - 1]?.folded ?? '') && word.startsWith('ب')) return charge(context, at);
  // النائبة عن حزب العدالة
  if (word === 'عن')
    return STANDING.has(head) ? (officeComplement(context, at + 1, false) ?? at) : at;
  if (word === 'لدي' || word === 'الي') return reader.known(at + 1, PLACES) ?? at;
  if (word === 'في') return heldIn(context, at, head);
  if (word === 'ل') return reader.quoted(at + 1) ?? at;
  if (word.startsWith('ل') && !isPersonAt(context.found, tokens[at]))
    return withLam(context, at, head);
  if (word.startsWith('و')) return secondSender(context, at, head);
  return head === 'القيادي' || word.startsWith('ب') ? withB(context, at) : at;
}

/** المكلف بالشغل, المعنية بحالة حقوق الإنسان: what somebody is charged with. */
function charge({ tokens, reader }: TitleContext, at: number): number {
  const definite = tokens[at]?.folded.startsWith('بال') === true;
  const end = definite ? at + 1 : (reader.idafa(at + 1) ?? at + 1);
  return reader.coordination(reader.adjectives(end));
}

/** في and the place or the body where the office is held. */
function heldIn({ tokens, reader }: TitleContext, at: number, head: string): number {
  if (PLACED.has(head.replace(/^ال/u, ''))) {
    const place = reader.known(at + 1, PLACES);
    if (place !== undefined) return place;
  }
  if (!HELD_IN.has(head)) return at;
  const body = DEFINITE_BODY.has(tokens[at + 1]?.folded ?? '');
  return reader.known(at + 1, BODIES) ?? (body ? reader.adjectives(at + 2) : at);
}

/** للأمم المتحدة, لشؤون اللاجئين; not what follows a nationality: وزير الخارجية الفرنسي لإذاعة أوروبا. */
function withLam(context: TitleContext, at: number, head: string): number {
  const { tokens, reader } = context;
  // رئيس الفيفا لقناة ...: to whom he speaks.
  const media = tokens[at]?.readings.some(({ folded }) => MEDIA.has(folded)) === true;
  // رئيس الاتحاد لقناة: of whom he is has been said.
  const closed = isDefinite(tokens[at - 1]?.folded ?? '') && !isDefinite(head);
  if (media && (closed || !EDITORS.test(head))) return at;
  const affairs = /^لل?شؤون$|^لكره$/u.test(tokens[at]?.folded ?? '');
  if (CLOSED.test(head) && closedByPeople(context, at) && !affairs) return at;
  const person = tokens[at]?.readings.some(({ folded }) => RANKS.has(folded)) === true;
  const chief = DEPUTY.test(head) ? chiefEnd(context, at) : undefined;
  return chief ?? lamComplement(context, at) ?? (person ? at : reader.purpose(at));
}

/** النائب الأول لرئيس مجلس النواب: whose deputy somebody is. */
function chiefEnd(context: TitleContext, at: number): number | undefined {
  const chief = context.tokens[at]?.readings.find(
    ({ proclitics, folded }) => proclitics === 'ل' && HEADS.has(folded),
  );
  if (chief !== undefined) return officeComplement(context, at + 1, false);
  const fixed = context.fixed.match(context.tokens, at);
  return fixed?.proclitics === 'ل' ? fixed.end : undefined;
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
/** مبعوث الأمم المتحدة والجامعة العربية: the second body that sent somebody. */
function secondSender({ tokens, found }: TitleContext, at: number, head: string): number {
  if (!ENVOY.test(head)) return at;
  const entity = found.behind(tokens[at], 'و');
  const sent = tokens[at - 1] !== undefined && entity?.label === 'ORG';
  return sent ? tokenAfter(tokens, entity.end, at) : at;
}

function withB(context: TitleContext, at: number): number {
  const { tokens, found, reader } = context;
  const reading = tokens[at]?.readings.find((r) => r.proclitics === 'ب');
  // وزير الدولة بالشؤون الإنسانية
  if (reading?.folded === AFFAIRS) return reader.adjectives(at + 1);
  const entity = reading === undefined ? undefined : found.at(startOf(tokens[at], reading));
  return entity?.label === 'ORG' ? tokenAfter(tokens, entity.end, at) : at;
}

function isPersonAt(found: FoundIndex, token: AnalysedToken | undefined): boolean {
  return found.atToken(token, PERSONS) !== undefined;
}

export function titleAdjectives(context: TitleContext, from: number, head: string): number {
  const { tokens } = context;
  let i = from;
  while (i < from + 8 && isWord(tokens[i])) {
    const word = tokens[i]?.folded ?? '';
    const goes =
      ofPeople(context, i, word) ||
      ofRank(context, i, word) ||
      praises(context, i, word) ||
      ofField(context, i > from && /^وال/u.test(word) ? word.slice(1) : word, i, head);
    if (!goes) break;
    i++;
  }
  return i;
}

/** الأمريكي, والسوري: a nationality of one word. */
function ofPeople({ tokens, found }: TitleContext, at: number, word: string): boolean {
  if (!isDefinite(word) && !/^وال/u.test(word)) return false;
  const people = found.atToken(tokens[at], PEOPLE);
  return people !== undefined && people.end === tokens[at]?.end;
}

/** السابق, والعسكري, المكلف بـ. */
function ofRank({ tokens }: TitleContext, at: number, word: string): boolean {
  if (TAILS.has(word) || (/^وال/u.test(word) && TAILS.has(word.slice(1)))) return true;
  return CHARGED.has(word) && tokens[at + 1]?.folded.startsWith('ب') === true;
}

/** الكبير before the name or its rank. */
function praises({ tokens, names }: TitleContext, at: number, word: string): boolean {
  if (!PRAISE.has(word)) return false;
  return startsName(names, tokens, at + 1) || RANKS.has(tokens[at + 1]?.folded ?? '');
}

/** الناشط الحقوقي, المحلل السياسي والاقتصادي: an attribute of a definite office. */
function ofField(
  { tokens, found, names }: TitleContext,
  word: string,
  at: number,
  head: string,
): boolean {
  return (
    DEFINITE.has(head) &&
    looksNisba(word) &&
    (!BARE.has(head) || head === 'المستشار') &&
    !names.vocabulary.nameStops.has(word) &&
    found.atToken(tokens[at], PEOPLE) === undefined
  );
}
