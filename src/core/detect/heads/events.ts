import { startOf, type AnalysedToken, type Reading } from '../analysis';
import { tokenAfter } from '../found';
import { words } from '../lexicon/entries';
import {
  CUPS,
  DATED_EVENTS,
  EVENT_DAY_ADJECTIVES,
  EVENT_HEADS,
  GAMES,
  LISTED_EVENT_HEADS,
  MEETINGS,
  PLACED_EVENTS,
  STORMS,
  UPRISERS,
  WEAK_EVENT_HEADS,
  WORLDWIDE,
} from '../lexicon/events';
import { foldedSet, union } from '../phrases';
import { isDefinite } from '../vocabulary';
import type { HeadContext, HeadName } from './headName';

const OPEN = foldedSet(words(EVENT_HEADS));
const WEAK = foldedSet(words(WEAK_EVENT_HEADS));
const MET = foldedSet(words(MEETINGS));
const LISTED = foldedSet(words(LISTED_EVENT_HEADS));
const DATED = foldedSet(words(DATED_EVENTS));
const PLACED = foldedSet(words(PLACED_EVENTS));
const CUP = foldedSet(words(CUPS));
const GAME = foldedSet(words(GAMES));
const STORM = foldedSet(words(STORMS));
const WORLD = foldedSet(words(WORLDWIDE));
const DAY_ADJECTIVES = foldedSet(words(EVENT_DAY_ADJECTIVES));
const REBELS = foldedSet(words(UPRISERS));
const DAYS = foldedSet(['اليوم', 'الأسبوع', 'يوم']);
const WARS = foldedSet(['الحرب', 'حرب']);
const PLACES = new Set(['GPE', 'LOC', 'FAC']);
const COUNTRIES = new Set(['GPE']);
const PEOPLE = new Set(['NORP']);
const DATES = new Set(['DATE']);
const NUMBERED = new Set(['ORDINAL']);
const KNOWN_EVENT = new Set(['EVENT']);
/** 25 يناير, أكتوبر, 13 نوفمبر 2015, 1936 - 1939. */
const DAY_OR_MONTH = /^(?:(?:\d+ )?\p{L}+(?: \/ \p{L}+)?(?: \d{4})?|\d{4}(?: ?- ?\d{4})?)$/u;
/** Games that are whole by themselves. */
const GAMES_BY_NAME = /^(?:المونديال|الأولمبياد)$/u;
/** A year that goes with a cup or a conference. */
const YEAR = /^(?:19|20)\d\d$/;
/** Which one of a series it is: مونديال 2022, خليجي 22, جنيف 2. */
const NUMBER = /^(?:\d{1,2}|(?:19|20)\d\d)$/;

/** Words that may open the name of an event. */
export const EVENT_WORDS = union(OPEN, MET, LISTED, DATED, PLACED, CUP, DAYS, WARS, GAME, STORM);

/** بطولة العالم للسباحة 2024، مهرجان «الصوت»، اليوم العالمي للمياه، مجزرة تلك القرية. */
export function event(context: HeadContext, at: number, reading: Reading): HeadName | undefined {
  const { folded } = reading;
  if (!EVENT_WORDS.has(folded)) return undefined;
  const start = startOf(context.tokens[at], reading);
  if (DAYS.has(folded)) return day(context, at, start);
  return (
    listed(context, at, start) ??
    war(context, at, folded, start) ??
    league(context, at, folded, start) ??
    revolution(context, at, folded, start) ??
    dated(context, at, folded, start) ??
    placed(context, at, folded, start) ??
    game(context, at, folded, start) ??
    storm(context, at, folded, start) ??
    (MET.has(folded) ? met(context, at, start) : named(context, at, folded, start))
  );
}

/** اليوم العالمي للمرأة, الأسبوع العالمي للرضاعة. */
function day({ tokens, reader }: HeadContext, at: number, start: number): HeadName | undefined {
  // يوم المرأة العالمي
  const known = tokens[at]?.stem.folded === 'يوم' && isDefinite(tokens[at + 1]?.folded ?? '');
  if (known && /^ال(?:عالمي|دولي)$/u.test(tokens[at + 2]?.folded ?? ''))
    return { label: 'EVENT', start, end: at + 3, score: 0.9 };
  if (tokens[at]?.stem.folded === 'يوم') return undefined;
  if (!DAY_ADJECTIVES.has(tokens[at + 1]?.folded ?? '')) return undefined;
  const aim = tokens[at + 2]?.folded ?? '';
  const named = isDefinite(tokens[at + 3]?.folded ?? '');
  // اليوم العالمي لحرية الصحافة
  const end = /^ل[^ل]/u.test(aim) && named ? at + 4 : reader.purpose(at + 2);
  return end > at + 2 ? { label: 'EVENT', start, end, score: 0.9 } : undefined;
}

/** مهرجان قرطاج الدولي, كأس آسيا لكرة القدم 2023: what a listed name goes on with. */
function listed(context: HeadContext, at: number, start: number): HeadName | undefined {
  const { tokens, reader, found } = context;
  const known = found.at(start);
  if (known === undefined || !KNOWN_EVENT.has(known.label)) return undefined;
  const from = tokenAfter(tokens, known.end, at);
  // المونديال القطري; المونديال الكروي is the same as المونديال.
  const people = found.atToken(tokens[from], PEOPLE) !== undefined;
  if (GAMES_BY_NAME.test(known.quote) && !people) return undefined;
  const top = tokens[from]?.folded === 'الممتاز' ? from + 1 : reader.adjectives(from);
  const year = yearInWords(context, top);
  const end = year ?? withYear(tokens, reader.adjectives(reader.purpose(ordinal(context, top))));
  return end > from ? { label: 'EVENT', start, end, score: 0.88 } : undefined;
}

/** الحرب الروسية الأوكرانية, الحرب الأهلية اللبنانية, حرب 1967. */
function war(
  { tokens, found, reader }: HeadContext,
  at: number,
  head: string,
  start: number,
): HeadName | undefined {
  if (!WARS.has(head)) return undefined;
  const name = (end: number): HeadName => ({ label: 'EVENT', start, end, score: 0.9 });
  const next = tokens[at + 1]?.folded ?? '';
  if (head === 'حرب') {
    const place = YEAR.test(next) ? at + 2 : reader.known(at + 1, COUNTRIES);
    return place === undefined ? undefined : name(place);
  }
  const peopleAt = (i: number): boolean => found.atToken(tokens[i], PEOPLE) !== undefined;
  const dash = /^[-–]$/u.test(tokens[at + 2]?.text ?? '') ? at + 3 : at + 2;
  if (next === 'الاهليه') return peopleAt(at + 2) ? name(at + 3) : undefined;
  return peopleAt(at + 1) && peopleAt(dash) ? name(dash + 1) : undefined;
}

/** ثورة الحرية والكرامة, انتفاضة الاستقلال: by what it was for. */
function revolution(
  { tokens, reader, found }: HeadContext,
  at: number,
  head: string,
  start: number,
): HeadName | undefined {
  const aim = tokens[at + 1];
  if (!/^(?:ثوره|انتفاضه)$/u.test(head) || !isDefinite(aim?.folded ?? '')) return undefined;
  if (REBELS.has(aim?.folded ?? '') || found.atToken(aim, PEOPLE)) return undefined;
  return { label: 'EVENT', start, end: reader.coordination(at + 2), score: 0.8 };
}

/** الدوري الجزائري الممتاز لكرة القدم. */
function league(
  { tokens, reader, found }: HeadContext,
  at: number,
  head: string,
  start: number,
): HeadName | undefined {
  const owner = found.atToken(tokens[at + 1], PEOPLE);
  if (head !== 'الدوري' || owner === undefined) return undefined;
  const top = tokens[at + 2]?.folded === 'الممتاز' ? at + 3 : at + 2;
  return { label: 'EVENT', start, end: reader.purpose(top), score: 0.9 };
}

/** ثورة 30 يونيو, هجمات 13 نوفمبر 2015, حرب أكتوبر: known by their day or month. */
function dated(
  { tokens, found }: HeadContext,
  at: number,
  head: string,
  start: number,
): HeadName | undefined {
  if (!DATED.has(head)) return undefined;
  const date = found.at(tokens[at + 1]?.start ?? -1);
  const year = YEAR.test(tokens[at + 1]?.folded ?? '');
  const known = date !== undefined && (year || DATES.has(date.label));
  if (!known || !DAY_OR_MONTH.test(date.quote)) return undefined;
  return { label: 'EVENT', start, end: tokenAfter(tokens, date.end, at), score: 0.92 };
}

/** مجزرة صبرا وشاتيلا, كارثة تشيرنوبيل: known by the place. */
function placed(
  { tokens, reader, found }: HeadContext,
  at: number,
  head: string,
  start: number,
): HeadName | undefined {
  if (!PLACED.has(head)) return undefined;
  const end = reader.known(at + 1, PLACES);
  if (end === undefined) return undefined;
  const place = found.behind(tokens[end], 'و');
  const both = place !== undefined && PLACES.has(place.label);
  return {
    label: 'EVENT',
    start,
    end: both ? tokenAfter(tokens, place.end, end) : end,
    score: 0.85,
  };
}

/** مونديال البرازيل 2014, أولمبياد 2012, خليجي 22. */
function game(context: HeadContext, at: number, head: string, start: number): HeadName | undefined {
  const { tokens, reader } = context;
  if (!GAME.has(head)) return undefined;
  const place = reader.known(at + 1, PLACES) ?? at + 1;
  const year = yearInWords(context, place);
  if (year !== undefined) return { label: 'EVENT', start, end: year, score: 0.9 };
  const end = NUMBER.test(tokens[place]?.folded ?? '') ? place + 1 : place;
  return end > at + 1 ? { label: 'EVENT', start, end, score: 0.9 } : undefined;
}

/** إعصار هايان, العاصفة ليندا: one word, the name that it was given. */
function storm(
  { tokens, reader }: HeadContext,
  at: number,
  head: string,
  start: number,
): HeadName | undefined {
  const own = STORM.has(head) && reader.foreign(at + 1) !== undefined;
  const word = tokens[at + 1]?.folded ?? '';
  if (!own || /(?:ي|يه|ا)$/u.test(word)) return undefined;
  return { label: 'EVENT', start, end: at + 2, score: 0.8 };
}

/** القمة العربية الخامسة والعشرين, المؤتمر الدولي للمانحين: a definite meeting, by its number, its reach and aim. */
function met(context: HeadContext, at: number, start: number): HeadName | undefined {
  const { tokens, reader, found } = context;
  const adjectives = reader.adjectives(at + 1);
  // المؤتمر العاشر للجمعية counts the meetings of a body and names none.
  if (adjectives === at + 1) return undefined;
  const past = ordinal(context, adjectives);
  const end = withYear(tokens, reader.purpose(reader.adjectives(past)));
  const people = found.atToken(tokens[at + 1], PEOPLE) !== undefined;
  const wide = people || WORLD.has(tokens[at + 1]?.folded ?? '');
  const summit = people && tokens[at]?.stem.folded === 'القمه';
  if (past === adjectives && !summit && !(wide && end > adjectives)) return undefined;
  return { label: 'EVENT', start, end, score: 0.85 };
}

/** مؤتمر ميونيخ للأمن, بطولة العالم للسباحة, معرض «فنون». */
function named(
  context: HeadContext,
  at: number,
  head: string,
  start: number,
): HeadName | undefined {
  if (!OPEN.has(head)) return undefined;
  const { tokens, reader } = context;
  const quoted = reader.quoted(at + 1);
  if (quoted !== undefined)
    return { label: 'EVENT', start, end: series(tokens, quoted), score: 0.85 };
  const known = head === 'عمليه' ? undefined : reader.known(at + 1);
  if (WEAK.has(head))
    return known === undefined ? undefined : weak({ tokens, reader }, head, known, start);
  const proper = known ?? reader.foreign(at + 1);
  const idafa = proper ?? reader.idafa(at + 1);
  if (idafa === undefined) return undefined;
  // بطولة أمم أفريقيا
  const name = (CUP.has(head) ? reader.known(idafa, PLACES) : undefined) ?? idafa;
  const end = series(tokens, reader.purpose(ordinal(context, reader.adjectives(name))));
  // مؤتمر الحوار is any; بطولة الدوري, مؤتمر الحوار الوطني are names.
  const plain = proper === undefined && !CUP.has(head) && end === name;
  const score = known === undefined && end === name ? 0.7 : 0.85;
  return plain ? undefined : { label: 'EVENT', start, end, score };
}

/** قمة مجموعة العشرين, معرض فرانكفورت للكتاب, مفاوضات جنيف - 2. */
function weak(
  { tokens, reader }: Pick<HeadContext, 'tokens' | 'reader'>,
  head: string,
  known: number,
  start: number,
): HeadName | undefined {
  const end = series(tokens, reader.purpose(reader.adjectives(known)));
  const talks = /^م(?:فاوض|حادث|باحث)ات$/u.test(head);
  return talks && end === known ? undefined : { label: 'EVENT', start, end, score: 0.85 };
}

/** مهرجان موسكو السينمائي الدولي الخامس والثلاثين: past which one it is. */
function ordinal({ tokens, found }: HeadContext, at: number): number {
  const number = found.atToken(tokens[at], NUMBERED);
  return number !== undefined && number.start === tokens[at]?.start
    ? tokenAfter(tokens, number.end, at)
    : at;
}

/** Past the number of one of a series: جنيف - 2. */
function series(tokens: readonly AnalysedToken[], at: number): number {
  const dash = /^[-–]$/u.test(tokens[at]?.text ?? '') ? at + 1 : at;
  return NUMBER.test(tokens[dash]?.folded ?? '') ? dash + 1 : at;
}

/** لألفين واثنين وعشرين, ألفين وثمانية: the year of a cup in words. */
function yearInWords({ tokens, found }: HeadContext, at: number): number | undefined {
  for (const reading of tokens[at]?.readings ?? []) {
    const { proclitics, folded } = reading;
    const start = startOf(tokens[at], reading);
    if (folded !== 'الفين' || !/^ل?$/u.test(proclitics)) continue;
    const number = found.at(start);
    if (number?.label === 'CARDINAL') return tokenAfter(tokens, number.end, at);
  }
  return undefined;
}

function withYear(tokens: readonly AnalysedToken[], at: number): number {
  return YEAR.test(tokens[at]?.folded ?? '') ? at + 1 : at;
}
