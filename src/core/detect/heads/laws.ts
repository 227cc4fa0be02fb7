import { startOf, type AnalysedToken, type Reading } from '../analysis';
import { tokenAfter } from '../found';
import { words } from '../lexicon/entries';
import { LAW_FIELDS, LAW_HEADS } from '../lexicon/things';
import { foldedSet } from '../phrases';
import { isFigures } from '../quantities/numberPhrase';
import { isDefinite, isWord } from '../vocabulary';
import type { HeadContext, HeadName } from './headName';

/** Words that may open the name of a law, a treaty or a resolution. */
export const LAW_WORDS = foldedSet(words(LAW_HEADS));
const FIELDS = foldedSet(words(LAW_FIELDS));
/** Heads that a field makes a name: قانون العمل, معاهدة حظر الانتشار. */
const OF_FIELDS = foldedSet(words('قانون معاهدة اتفاقية'));
/** Parts of a law that ordinals count. */
const ARTICLES = foldedSet(words('المادة الفصل البند الفقرة'));
const TREATIES = foldedSet(words('معاهدة اتفاقية بروتوكول ميثاق'));
const PLACES = new Set(['GPE', 'LOC']);
const NUMBERED = new Set(['ORDINAL']);
const KNOWN_LAW = new Set(['LAW']);
const BODIES = new Set(['ORG']);

/** القرار 1701، قرار مجلس الأمن رقم 2254، المادة 140، قانون مكافحة الإرهاب رقم 13 لسنة 2005. */
export function law(context: HeadContext, at: number, reading: Reading): HeadName | undefined {
  const { tokens, reader, found } = context;
  const { folded } = reading;
  if (!LAW_WORDS.has(folded)) return undefined;
  const start = startOf(tokens[at], reading);
  const name = (end: number, score: number): HeadName => ({ label: 'LAW', start, end, score });
  const known = found.at(start);
  if (known !== undefined && KNOWN_LAW.has(known.label)) {
    const from = tokenAfter(tokens, known.end, at);
    const end = afterListed(context, from);
    return end > from ? name(end, 0.85) : undefined;
  }
  let i = at + 1;
  if (isDefinite(folded)) i = reader.adjectives(i);
  else if (folded === 'قرار') i = reader.adjectives(reader.known(i, BODIES) ?? i);
  const numbered = withNumber(tokens, i);
  if (numbered > i) return name(numbered, 0.92);
  // المادة الخامسة, الفصل السابع
  const article = ARTICLES.has(folded) ? found.atToken(tokens[i], NUMBERED) : undefined;
  if (article !== undefined) return name(tokenAfter(tokens, article.end, i), 0.9);
  // معاهدة لوزان
  const city = TREATIES.has(folded) ? reader.known(at + 1, PLACES) : undefined;
  if (city !== undefined) return name(withNumber(tokens, city), 0.82);
  if (!OF_FIELDS.has(folded)) return undefined;
  const field = reader.quoted(at + 1) ?? reader.idafa(at + 1) ?? fieldEnd(tokens, at + 1);
  if (field === undefined) return undefined;
  const end = reader.adjectives(reader.coordination(field));
  const whole = withNumber(tokens, end);
  return name(whole, whole > end ? 0.9 : 0.66);
}

/** اتفاقية جنيف الرابعة, اتفاق باريس للمناخ لعام 2015. */
function afterListed({ tokens, found, reader }: HeadContext, from: number): number {
  const number = found.atToken(tokens[from], NUMBERED);
  const end = number === undefined ? from : tokenAfter(tokens, number.end, from);
  return withNumber(tokens, reader.adjectives(end));
}

/** إقرار الدفاع الوطني: what a law does, and to what. */
function fieldEnd(tokens: readonly AnalysedToken[], at: number): number | undefined {
  if (!FIELDS.has(tokens[at]?.folded ?? '')) return undefined;
  const i = FIELDS.has(tokens[at + 1]?.folded ?? '') ? at + 2 : at + 1;
  const object = tokens[i];
  return isWord(object) && isDefinite(object.folded) ? i + 1 : undefined;
}

/** Past 1701, رقم 38 لعام 2013, لسنة 2025; where it was if no number follows. */
function withNumber(tokens: readonly AnalysedToken[], at: number): number {
  const i = tokens[at]?.folded === 'رقم' ? at + 1 : at;
  return ofYear(tokens, isFigures(tokens[i]?.folded ?? '') ? i + 1 : at);
}

function ofYear(tokens: readonly AnalysedToken[], at: number): number {
  const year = /^ل(?:عام|سنه)$/u.test(tokens[at]?.folded ?? '');
  return year && /^\d{4}$/.test(tokens[at + 1]?.folded ?? '') ? at + 2 : at;
}
