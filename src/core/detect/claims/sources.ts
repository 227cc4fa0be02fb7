import type { AnalysedToken } from '../analysis';
import { tokenAfter, type FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { BODY_ADJECTIVES } from '../lexicon/organisationHeads';
import { DOCUMENTS, SOURCE_STOPS, THAT_WORDS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { isDefinite, isWord, looksNisba, type Vocabulary } from '../vocabulary';

/** Token indexes, half-open; `offset` is where the first word starts without its proclitic. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const STOPS = foldedSet(words(SOURCE_STOPS));
const THAT = foldedSet(words(THAT_WORDS));
const ADJECTIVES = foldedSet(words(BODY_ADJECTIVES));
const PAPERS = foldedSet(words(DOCUMENTS));
/** Unnamed people and papers that speak, and may be said to be of or in something. */
const SPEAKERS = foldedSet(
  words(
    'مصدر مصادر مسؤول مسؤولون مسؤولين مسؤولان مسئول مسئولون متحدث متحدثة ناطق بيان تقرير دبلوماسي دبلوماسيون شاهد شهود خبير خبراء محلل محللون نشطاء ناشطون ناشط سكان عضو أعضاء قيادي مراسل مراسلو باحثون علماء أطباء طبيب ضابط محام محامي المتحدث مسعفون صحفيون وسائل دراسة متظاهرون',
  ),
);
const SPEAKING = new Set(['PERS', 'ORG', 'GPE', 'OCC', 'NORP', 'FAC', 'WEBSITE', 'LOC']);
const SETTING = new Set(['GPE', 'LOC', 'ORG']);
const LONGEST = 12;

export interface SourceReader {
  /** The source that starts at token `at`, or undefined. */
  at(at: number, offset?: number): TokenRange | undefined;
  /** Whether the token can open a source: a speaking entity, or a noun of someone who speaks. */
  speaks(at: number): boolean;
}

export function sourceReader(
  tokens: readonly AnalysedToken[],
  entities: FoundIndex,
  vocabulary: Vocabulary,
): SourceReader {
  const folded = (at: number): string => tokens[at]?.folded ?? '';
  const isStop = (at: number): boolean => {
    const word = folded(at);
    return (
      !isWord(tokens[at]) || STOPS.has(word) || THAT.has(word) || vocabulary.functionWords.has(word)
    );
  };

  /** Past an entity that starts right at the offset. */
  const entityEnd = (at: number, offset: number): number | undefined => {
    const entity = entities.at(offset);
    if (entity === undefined || !SPEAKING.has(entity.label)) return undefined;
    return tokenAfter(tokens, entity.end, at);
  };

  const adjectives = (at: number): number => {
    let i = at;
    while (!isStop(i) && (looksNisba(folded(i)) || ADJECTIVES.has(folded(i)))) i++;
    return i;
  };

  const nounPhrase = (at: number): number | undefined => {
    if (isStop(at) || vocabulary.verbs.has(folded(at))) return undefined;
    if (isDefinite(folded(at))) return adjectives(at + 1);
    let i = at + 1;
    while (i < at + LONGEST && !isStop(i) && !vocabulary.verbs.has(folded(i))) {
      const entity = entityEnd(i, tokens[i]?.start ?? -1);
      if (entity !== undefined) {
        i = entity;
        const people = entities.at(tokens[i - 1]?.start ?? -1)?.label === 'NORP';
        if (!people || isDefinite(folded(i - 1))) break;
        continue;
      }
      if (isDefinite(folded(i))) {
        // A definite noun completes the head next to it; further on it is the object.
        return i === at + 1 ? adjectives(i + 1) : i;
      }
      i++;
    }
    return i;
  };

  /** باسم الجيش، في وزارة الدفاع: where an unnamed speaker belongs. */
  const setting = (at: number, named: boolean): number => {
    const word = folded(at);
    const joins = word === 'في' || word === 'باسم' || (word === 'من' && !named);
    if (!joins || !isWord(tokens[at + 1])) return at;
    const inside = /^(?:مدينة|دولة|مدينه|دوله|محافظه|العاصمه)$/u.test(folded(at + 1))
      ? at + 2
      : at + 1;
    const entity = entities.at(tokens[inside]?.start ?? -1);
    if (entity !== undefined && SETTING.has(entity.label))
      return tokenAfter(tokens, entity.end, inside);
    return named || !isDefinite(folded(at + 1)) ? at : adjectives(at + 2);
  };

  const one = (at: number, offset: number): number | undefined => {
    let end = entityEnd(at, offset);
    const named = end !== undefined;
    if (end === undefined) {
      end = nounPhrase(at);
      if (end === undefined) return undefined;
      if (SPEAKERS.has(folded(at))) end = setting(end, false);
      return end;
    }
    // A title and its name; a name in two entities.
    for (let next = end; next < end + 1;) {
      const follows = entityEnd(next, tokens[next]?.start ?? -1);
      const label = entities.at(tokens[next]?.start ?? -1)?.label;
      if (follows === undefined || (label !== 'PERS' && label !== 'NORP')) break;
      end = follows;
      next = follows;
    }
    return setting(adjectives(end), named);
  };

  const at = (from: number, offset?: number): TokenRange | undefined => {
    const begin = offset ?? tokens[from]?.start;
    if (begin === undefined) return undefined;
    let to = one(from, begin);
    if (to === undefined) return undefined;
    for (let round = 0; round < 4; round++) {
      const joined = coordinated(to);
      if (joined === undefined) break;
      to = joined;
    }
    return { from, to, offset: begin };
  };

  const coordinated = (at: number): number | undefined => {
    const reading = tokens[at]?.readings.find((r) => r.proclitics === 'و');
    if (reading === undefined || vocabulary.verbs.has(reading.folded)) return undefined;
    const entity = entityEnd(at, reading.start);
    return entity === undefined ? undefined : one(at, reading.start);
  };

  const speaks = (from: number): boolean => {
    const token = tokens[from];
    if (token === undefined) return false;
    const word = token.folded;
    const label = entities.at(token.start)?.label;
    return (
      (label !== undefined && SPEAKING.has(label)) ||
      SPEAKERS.has(word) ||
      PAPERS.has(word) ||
      PAPERS.has(`ال${word}`)
    );
  };

  return { at, speaks };
}
