import type { AnalysedToken } from '../analysis';
import type { FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { BODY_ADJECTIVES, BODY_HEADS, LINK_NOUNS } from '../lexicon/organisationHeads';
import { foldedSet } from '../phrases';
import { tokenAfter } from '../found';
import {
  isDefinite,
  isPlainWord,
  isWord,
  looksForeign,
  looksNisba,
  opensClause,
  type Vocabulary,
} from '../vocabulary';

/** Where the name after a head word ends. All answers are indexes of the first token after the name. */
export interface NameReader {
  /** Name in quotation marks that open at `at`: حركة «حماس». Undefined where there is none. */
  quoted(at: number): number | undefined;
  /** A known place, person or body that starts at the token, without a proclitic. */
  known(at: number, labels?: ReadonlySet<string>): number | undefined;
  /** A definite noun, or an indefinite one that a definite one completes: شؤون المرأة. */
  idafa(at: number, orForeign?: boolean): number | undefined;
  /** One to three words that no list knows and no rule excludes. */
  foreign(at: number): number | undefined;
  /** Definite adjectives that go on: الجوية اليابانية. */
  adjectives(at: number): number;
  /** والتوطين، والمواصلات. */
  coordination(at: number): number;
  /** للأرصاد، لحقوق الإنسان، لكرة القدم. */
  purpose(at: number): number;
}

const LINKS = foldedSet(words(LINK_NOUNS));
const ADJECTIVES = foldedSet(words(BODY_ADJECTIVES));
const BODIES = foldedSet(words(BODY_HEADS));
const ANY = new Set(['GPE', 'LOC', 'PERS', 'ORG']);
const PEOPLE = new Set(['NORP']);
/** Titles inside names: جامعة الملك سعود، مطار الإمام الخميني. */
const NAMED_AFTER = foldedSet(
  words('النبي الملك الأمير الإمام الشيخ الشهيد السلطان القديس الملكة الأميرة الرئيس الأب'),
);
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ["'", "'"],
  ['‘', '’'],
  ['”', '”'],
]);
/** A name in quotation marks is short; longer quotations are speech. */
const LONGEST_QUOTED = 6;

export function nameReader(
  tokens: readonly AnalysedToken[],
  found: FoundIndex,
  vocabulary: Vocabulary,
): NameReader {
  const folded = (at: number): string => tokens[at]?.folded ?? '';
  const isStop = (word: string): boolean => vocabulary.nameStops.has(word);
  const isPeople = (at: number): boolean =>
    found.atToken(tokens[at], PEOPLE)?.start === tokens[at]?.start;

  const known = (at: number, labels: ReadonlySet<string> = ANY): number | undefined => {
    const token = tokens[at];
    const entity = token === undefined ? undefined : found.at(token.start);
    if (entity === undefined || !labels.has(entity.label)) return undefined;
    return tokenAfter(tokens, entity.end, at);
  };

  const adjectives = (at: number): number => {
    let i = at;
    while (isWord(tokens[i]) && !isStop(folded(i))) {
      const word = folded(i);
      if (!ADJECTIVES.has(word) && !looksNisba(word) && !(isDefinite(word) && isPeople(i))) break;
      i++;
    }
    return i;
  };

  const definiteNoun = (at: number): boolean =>
    isWord(tokens[at]) && isDefinite(folded(at)) && !isStop(folded(at));

  const idafa = (at: number, orForeign = false): number | undefined => {
    if (definiteNoun(at)) {
      return NAMED_AFTER.has(folded(at)) && isWord(tokens[at + 1])
        ? (known(at + 1) ?? (isPlainWord(vocabulary, folded(at + 1)) ? at + 1 : at + 2))
        : at + 1;
    }
    let i = at;
    while (i < at + 3 && LINKS.has(folded(i))) i++;
    if (i === at) return undefined;
    return definiteNoun(i)
      ? i + 1
      : (known(i) ?? (orForeign && folded(i - 1) === 'انباء' ? foreign(i) : undefined));
  };

  const foreign = (at: number): number | undefined => {
    let i = at;
    while (i < at + 3 && looksForeign(vocabulary, tokens[i]) && !LINKS.has(folded(i))) {
      if (ADJECTIVES.has(`ال${folded(i)}`)) break;
      if (i > at && (folded(i).startsWith('و') || vocabulary.givenNames.has(folded(i)))) break;
      i++;
    }
    return i === at ? undefined : i;
  };

  const coordination = (at: number): number => {
    let i = at;
    while (isWord(tokens[i]) && folded(i).startsWith('وال')) {
      const rest = folded(i).slice(1);
      if (rest.length < 5 || isStop(rest) || BODIES.has(rest) || listed(i)) break;
      i = adjectives(i + 1);
    }
    return i;
  };

  /** Whether a listed name starts behind the conjunction: والعراق. */
  const listed = (at: number): boolean =>
    tokens[at]?.readings.some((reading) => found.at(reading.start) !== undefined) === true;

  const purpose = (at: number): number => {
    const word = folded(at);
    if (!isWord(tokens[at]) || listed(at)) return at;
    if (word.startsWith('لل') && word.length > 4) return coordination(adjectives(at + 1));
    const link = word.startsWith('ل') && LINKS.has(word.slice(1));
    if (!link || opensClause(vocabulary, folded(at + 1))) return at;
    const end = definiteNoun(at + 1) ? at + 2 : idafa(at + 1);
    return end === undefined ? at : coordination(adjectives(end));
  };

  const quoted = (at: number): number | undefined => {
    const close = PAIRS.get(tokens[at]?.text ?? '');
    if (close === undefined) return undefined;
    for (let i = at + 1; i <= at + 1 + LONGEST_QUOTED; i++) {
      const text = tokens[i]?.text;
      if (text === undefined) return undefined;
      if (text === close || text === '»' || text === '”') return i > at + 1 ? i + 1 : undefined;
    }
    return undefined;
  };

  return { quoted, known, idafa, foreign, adjectives, coordination, purpose };
}
