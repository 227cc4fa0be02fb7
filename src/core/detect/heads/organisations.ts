import type { Localized } from '../../model/issue';
import { startOf, type Analysis, type AnalysedToken, type Reading } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { Detector, EntitySuggestion } from '../detector';
import { entity, FoundIndex, tokenAfter } from '../found';
import { words } from '../lexicon/entries';
import { GENERAL_WORDS, MOVED_WORDS } from '../lexicon/headClues';
import {
  BODY_ADJECTIVES,
  BODY_HEADS,
  FIELD_HEADS,
  FULL_HEADS,
  GROUP_HEADS,
  NAME_HEADS,
} from '../lexicon/organisationHeads';
import { PAPERS } from '../lexicon/organisations';
import { foldedSet, union } from '../phrases';
import { isDefinite, isWord, type Vocabulary } from '../vocabulary';
import { clubEnd, DUAL, SHOW, showName, twoNames, type BodyName } from './namedBodies';
import { NameReader } from './nameEnd';

const ID = 'organisations';
const WHY: Localized = { en: 'word for a body and its name', ar: 'كلمة تدل على جهة واسمها' };
const WHY_ALIAS: Localized = { en: 'second name in brackets', ar: 'اسم ثان بين قوسين' };
const FIELD = foldedSet(words(FIELD_HEADS));
const NAME = foldedSet(words(NAME_HEADS));
const BODY = foldedSet(words(BODY_HEADS));
const FULL = foldedSet(words(FULL_HEADS));
const GROUP = foldedSet(words(GROUP_HEADS));
const ADJECTIVES = foldedSet(words(BODY_ADJECTIVES));
const HEAD_WORDS = union(FIELD, NAME, BODY, FULL, GROUP, DUAL, SHOW);
const HEADS = new AskedOnce(HEAD_WORDS);
/** What a name may start with: heads, and listed bodies with the article, see `owned`. */
const OPENERS = new AskedOnce({ has: (word) => isDefinite(word) || HEAD_WORDS.has(word) });
/** Heads whose plain definite complement is too general to be a name: مجلس الإدارة, قوات الأمن. */
const GENERAL = foldedSet(words(GENERAL_WORDS));
const PAPER = foldedSet(words(PAPERS));
const PLACES = new Set(['GPE', 'LOC']);
/** What a body is called after, its products and its site too: شركة فايبر. */
const NAMESAKES = new Set(['GPE', 'LOC', 'PERS', 'ORG', 'PRODUCT', 'WEBSITE']);
/** Whose a government or forces may be: حكومة حماس, حكومة نتنياهو, قوات الأمم المتحدة. */
const OWNED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['حكومه', new Set(['GPE', 'LOC', 'PERS', 'ORG'])],
  ['قوات', new Set(['GPE', 'LOC', 'ORG'])],
]);
const PEOPLE = new Set(['NORP']);
/** What moves in a movement that is no body: حركة النقل, حركة الأفراد. */
const MOVED = foldedSet(words(MOVED_WORDS));
const NATIONAL = new Set(['GPE', 'LOC', 'NORP', 'PERS', 'ORG']);

const SEATS = /^(?:ال)?(?:محافظه|مدينه|ولايه|قضاء|مديريه|اقليم)$/u;
/** What bears a title in quotation marks as a show, a building or a motto does. */
const UNQUOTED = /^(?:برنامج|متحف|دار|اداره|سلطه|سلاح|جهاز)$/u;
const MINISTERS = /^[وفبلك]?(?:ال)?وزراء$/u;

/** الدولة الخليجية is any of several. */
const REGIONAL = /^ال(?:خليجي|عربي|اسلامي|افريقي|اوروبي|اسيوي|يهودي|مسلم)ه?$/u;

/** Bodies named by a head word: وزارة، حزب، شركة، الحكومة العراقية. */
export function organisations(vocabulary: Vocabulary): Detector {
  return {
    id: ID,
    name: { en: 'Organisations by head word', ar: 'الجهات بحسب كلمة الصدر' },
    labels: ['ORG'],
    detect(analysis, found) {
      const index = new FoundIndex(found);
      const { tokens } = analysis;
      const reader = new NameReader(tokens, index, vocabulary);
      const proposed: EntitySuggestion[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i];
        if (!isWord(token) || !OPENERS.hasAny(token)) continue;
        for (const reading of token.readings) {
          const dual = HEADS.has(reading) && DUAL.has(reading.folded);
          const two = dual ? twoNames(tokens, i, reader, index) : [];
          for (const { start, end, score } of two)
            proposed.push(entity(analysis, ID, 'ORG', start, end, score, WHY));
          if (two.length > 0) break;
          const name = nameFrom(tokens, i, reading, reader, index);
          if (name === undefined) continue;
          proposed.push(
            entity(analysis, ID, 'ORG', startOf(token, reading), name.end, name.score, WHY),
          );
          const alias = aliasAfter(analysis, name.end, index);
          if (alias !== undefined) proposed.push(alias);
          break;
        }
      }
      return proposed;
    },
  };
}

function nameFrom(
  tokens: readonly AnalysedToken[],
  at: number,
  reading: Reading,
  reader: NameReader,
  found: FoundIndex,
): BodyName | undefined {
  const head = reading.folded;
  if (!HEADS.has(reading)) return owned(tokens, at, reading, found);
  // وزراء الخارجية العرب: the field of ministers.
  if (MINISTERS.test(tokens[at - 1]?.folded ?? '')) return undefined;
  if (SHOW.has(head) || head === 'دار') {
    const show = showName(tokens, at, head, reader);
    if (show !== undefined) return show;
  }
  const names = NAME.has(head) || DUAL.has(head);
  if (names || FIELD.has(head)) {
    const name = namedBody(tokens, at, head, names, reader, found);
    if (name !== undefined) return name;
  }
  if (GROUP.has(head)) return groupOf(tokens, at, head, reader, found);
  if (BODY.has(head) || FULL.has(head)) return definiteBody(tokens, at, head, reader, found);
  return undefined;
}

/** الكنيست الإسرائيلي, الدفاع المدني الفلسطيني: a listed body with a definite name, and whose it is. */
function owned(
  tokens: readonly AnalysedToken[],
  at: number,
  reading: Reading,
  found: FoundIndex,
): BodyName | undefined {
  const { folded } = reading;
  if (!isDefinite(folded)) return undefined;
  // السفير اللبنانية: a paper, صحيفة being feminine
  const owner = tokens[at + 1]?.folded ?? '';
  if (PAPER.has(folded) && /^ال.+يه$/u.test(owner) && found.atToken(tokens[at + 1], PEOPLE))
    return { end: at + 2, score: 0.95 };
  const listed = found.at(startOf(tokens[at], reading));
  if (listed?.label !== 'ORG') return undefined;
  const end = tokenAfter(tokens, listed.end, at);
  const people = isDefinite(tokens[end]?.folded ?? '') && found.atToken(tokens[end], PEOPLE);
  return people ? { end: end + 1, score: 0.86 } : undefined;
}

/** وزارة الصحة الفلسطينية، هيئة الطرق والمواصلات، حركة «حماس»، صحيفة نيويورك تايمز. */
function namedBody(
  tokens: readonly AnalysedToken[],
  at: number,
  head: string,
  names: boolean,
  reader: NameReader,
  found: FoundIndex,
): BodyName | undefined {
  const listed = found.at(tokens[at]?.start ?? -1);
  if (listed?.label === 'FAC' || isNoBody(head, tokens[at + 1]?.folded ?? '')) return undefined;
  if (listed?.label === 'ORG') {
    return { end: reader.adjectives(tokenAfter(tokens, listed.end, at)), score: 0.88 };
  }
  const quoted = reader.quoted(at + 1);
  if (quoted !== undefined && !UNQUOTED.test(head))
    return { end: reader.owners(quoted), score: 0.9 };
  const indefinitePeople = found.atToken(tokens[at + 1], PEOPLE);
  if (indefinitePeople !== undefined && !isDefinite(tokens[at + 1]?.folded ?? '')) return undefined;
  const known = head === 'برنامج' ? undefined : reader.known(at + 1, names ? NAMESAKES : undefined);
  if (known !== undefined) return { end: reader.adjectives(finish(reader, known)), score: 0.85 };
  // تنظيم المونديال is an action; تنظيم القاعدة is listed.
  const idafa = head === 'تنظيم' ? undefined : reader.idafa(at + 1, names);
  if (idafa !== undefined) return ofField(reader, at, head, idafa);
  return names ? unlisted(tokens, at, head, reader) : undefined;
}

/** نادي أهلي البرج, قناة إم بي سي, شركة هوبان: a name that no list has. */
function unlisted(
  tokens: readonly AnalysedToken[],
  at: number,
  head: string,
  reader: NameReader,
): BodyName | undefined {
  const club = head === 'نادي' ? clubEnd(tokens, at + 1) : undefined;
  if (club !== undefined) return { end: reader.adjectives(club), score: 0.75 };
  const foreign = reader.latin(at + 1) ?? reader.spelled(at + 1) ?? reader.foreign(at + 1);
  return foreign === undefined ? undefined : { end: reader.adjectives(foreign), score: 0.62 };
}

/** حركة النقل is traffic, مركز محافظة نينوى a town. */
function isNoBody(head: string, next: string): boolean {
  return head === 'حركه' ? MOVED.has(next) : head === 'مركز' && SEATS.test(next);
}

/** مجلس الإدارة is no name, مجلس الإدارة المحلية is. */
function ofField(
  reader: NameReader,
  at: number,
  head: string,
  idafa: number,
): BodyName | undefined {
  const end = finish(reader, reader.adjectives(idafa));
  const bare = end === at + 2;
  return bare && GENERAL.has(head) ? undefined : { end, score: bare ? 0.7 : 0.82 };
}

function finish(reader: NameReader, end: number): number {
  const joined = reader.coordination(end);
  const purpose = reader.purpose(joined);
  return purpose === joined ? joined : reader.adjectives(purpose);
}

/** حكومة العراق، قوات الأمن العراقية: a country or a nationality must show whose. */
function groupOf(
  tokens: readonly AnalysedToken[],
  at: number,
  head: string,
  reader: NameReader,
  found: FoundIndex,
): BodyName | undefined {
  const place = reader.known(at + 1, OWNED_BY.get(head) ?? PLACES);
  if (place !== undefined) return { end: reader.adjectives(place), score: 0.88 };
  const idafa = reader.idafa(at + 1);
  if (idafa === undefined) return undefined;
  const end = reader.adjectives(idafa);
  for (let i = idafa; i < end; i++) {
    if (found.atToken(tokens[i], NATIONAL) !== undefined) return { end, score: 0.82 };
  }
  return undefined;
}

/** الحكومة العراقية، القوات المسلحة الأوكرانية، المجلس التنفيذي للصندوق، المركز الوطني للأرصاد. */
function definiteBody(
  tokens: readonly AnalysedToken[],
  at: number,
  head: string,
  reader: NameReader,
  found: FoundIndex,
): BodyName | undefined {
  let end = at + 1;
  let national = false;
  for (; end < at + 8 && isWord(tokens[end]); end++) {
    const word = tokens[end]?.folded ?? '';
    const people =
      isDefinite(word) && found.atToken(tokens[end], PEOPLE)?.start === tokens[end]?.start;
    if (head === 'الدوله' && REGIONAL.test(word)) return undefined;
    if (!people && !ADJECTIVES.has(word)) break;
    national ||= people;
  }
  if (end === at + 1) return undefined;
  const purpose = FULL.has(head) ? reader.purpose(end) : end;
  if (purpose > end) return { end: purpose, score: 0.85 };
  const owner = FULL.has(head) ? ownerEnd(tokens, end, found) : undefined;
  if (owner !== undefined) return { end: owner, score: 0.85 };
  if (national) return { end, score: 0.84 };
  return FULL.has(head) ? { end, score: 0.7 } : undefined;
}

/** اللجنة التنفيذية لمنظمة التحرير: the listed body that it is part of, behind ل. */
function ownerEnd(
  tokens: readonly AnalysedToken[],
  at: number,
  found: FoundIndex,
): number | undefined {
  const owner = found.behind(tokens[at], 'ل');
  return owner?.label === 'ORG' ? tokenAfter(tokens, owner.end, at) : undefined;
}

/** وكالة الأنباء الكويتية (كونا): one word in brackets after the name is the body's short name. */
function aliasAfter(
  analysis: Analysis,
  at: number,
  found: FoundIndex,
): EntitySuggestion | undefined {
  const { tokens } = analysis;
  const [open, name] = [tokens[at], tokens[at + 1]];
  if (open?.text !== '(' || name?.kind !== 'word') return undefined;
  let end = at + 2;
  while (end < at + 5 && tokens[end]?.kind === 'word') end++;
  if (tokens[end]?.text !== ')') return undefined;
  const other = found.at(name.start);
  if (other !== undefined && other.label !== 'ORG' && other.label !== 'GPE') return undefined;
  return entity(analysis, ID, 'ORG', name.start, end, 0.95, WHY_ALIAS);
}
