import { startOf, type AnalysedToken } from '../analysis';
import type { FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { NAMED_AFTER_WORDS } from '../lexicon/headClues';
import {
  BODY_ADJECTIVES,
  BODY_HEADS,
  JOINED_FIELDS,
  LINK_NOUNS,
  MORE_BODY_ADJECTIVES,
  SPELLED_LETTERS,
} from '../lexicon/organisationHeads';
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

const LINKS = foldedSet(words(LINK_NOUNS));
const ADJECTIVES = foldedSet([...words(BODY_ADJECTIVES), ...words(MORE_BODY_ADJECTIVES)]);
const BODIES = foldedSet(words(BODY_HEADS));
const JOINED = foldedSet(words(JOINED_FIELDS));
const LETTERS = foldedSet(words(SPELLED_LETTERS));
const ANY = new Set(['GPE', 'LOC', 'PERS', 'ORG']);
const PEOPLE = new Set(['NORP']);
/** Titles inside names: جامعة الملك سعود، مطار الإمام الخميني. */
const NAMED_AFTER = foldedSet(words(NAMED_AFTER_WORDS));
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
/** No name has more adjectives or parts in a row; a bound keeps odd text from costing time. */
const LONGEST_RUN = 8;

/** Says where the name after a head word ends: indexes of the first token after it. */
export class NameReader {
  constructor(
    private readonly tokens: readonly AnalysedToken[],
    private readonly found: FoundIndex,
    private readonly vocabulary: Vocabulary,
  ) {}

  private folded(at: number): string {
    return this.tokens[at]?.folded ?? '';
  }
  private isStop(word: string): boolean {
    return this.vocabulary.nameStops.has(word);
  }
  private isPeople(at: number): boolean {
    return this.found.atToken(this.tokens[at], PEOPLE)?.start === this.tokens[at]?.start;
  }

  /** A known place, person or body that starts at the token, without a proclitic. */
  known(at: number, labels: ReadonlySet<string> = ANY): number | undefined {
    const token = this.tokens[at];
    const entity = token === undefined ? undefined : this.found.at(token.start);
    if (entity === undefined || !labels.has(entity.label)) return undefined;
    return tokenAfter(this.tokens, entity.end, at);
  }

  /** Definite adjectives that go on: الجوية اليابانية. */
  adjectives(at: number): number {
    let i = at;
    while (i < at + LONGEST_RUN && isWord(this.tokens[i]) && !this.isStop(this.folded(i))) {
      const word = this.folded(i);
      // المنظمات غير الحكومية
      if (word === 'غير' && looksNisba(this.folded(i + 1))) {
        i += 2;
        continue;
      }
      if (!ADJECTIVES.has(word) && !looksNisba(word) && !(isDefinite(word) && this.isPeople(i)))
        break;
      i++;
    }
    return i;
  }

  /** Definite adjectives of peoples and of bodies, behind a name that is whole: الأوروبي, not الراديكالية. */
  owners(at: number): number {
    let i = at;
    for (; i < at + LONGEST_RUN && isWord(this.tokens[i]); i++) {
      const word = this.folded(i);
      if (!ADJECTIVES.has(word) && !(isDefinite(word) && this.isPeople(i))) break;
    }
    return i;
  }

  private definiteNoun(at: number): boolean {
    return isWord(this.tokens[at]) && isDefinite(this.folded(at)) && !this.isStop(this.folded(at));
  }

  /** A definite noun, or an indefinite one that a definite one completes: شؤون المرأة. */
  idafa(at: number, orForeign = false): number | undefined {
    if (this.definiteNoun(at)) {
      return NAMED_AFTER.has(this.folded(at)) && isWord(this.tokens[at + 1])
        ? (this.known(at + 1) ??
            (isPlainWord(this.vocabulary, this.folded(at + 1)) ? at + 1 : at + 2))
        : at + 1;
    }
    let i = at;
    while (i < at + 3 && LINKS.has(this.folded(i))) i++;
    if (i === at) return undefined;
    return this.definiteNoun(i)
      ? i + 1
      : (this.known(i) ??
          (orForeign && this.folded(i - 1) === 'انباء' ? this.foreign(i) : undefined));
  }

  /** بي بي سي, إم بي سي: letters as they are spelled, and the words of no list behind them. */
  spelled(at: number): number | undefined {
    let i = at;
    while (i < at + 4 && LETTERS.has(this.folded(i))) i++;
    if (i === at) return undefined;
    return this.foreign(i) ?? (i > at + 1 ? i : undefined);
  }

  /** One to three words that no list knows and no rule excludes. */
  foreign(at: number): number | undefined {
    let i = at;
    while (
      i < at + 3 &&
      looksForeign(this.vocabulary, this.tokens[i]) &&
      !LINKS.has(this.folded(i))
    ) {
      if (ADJECTIVES.has(`ال${this.folded(i)}`)) break;
      if (
        i > at &&
        (this.folded(i).startsWith('و') || this.vocabulary.givenNames.has(this.folded(i)))
      )
        break;
      i++;
    }
    return i === at ? undefined : i;
  }

  /** Sky News عربية: words in Latin letters. */
  latin(at: number): number | undefined {
    let i = at;
    while (i < at + 4 && isLatin(this.tokens[i])) i++;
    if (i === at) return undefined;
    return this.folded(i) === 'عربيه' || this.folded(i) === 'العربيه' ? i + 1 : i;
  }

  /** والتوطين، والمواصلات. */
  coordination(at: number): number {
    let i = at;
    while (i < at + LONGEST_RUN && isWord(this.tokens[i])) {
      const field = this.field(i);
      if (field !== undefined) {
        i = this.adjectives(field);
        continue;
      }
      if (JOINED.has(this.folded(i).replace(/^و/u, ''))) {
        i = this.adjectives(i + 1);
        continue;
      }
      if (!this.folded(i).startsWith('وال')) break;
      const rest = this.folded(i).slice(1);
      if (rest.length < 5 || this.isStop(rest) || BODIES.has(rest) || this.listed(i)) break;
      i = this.adjectives(i + 1);
    }
    return i;
  }

  /** وحماية المستهلك: a second field of two nouns. */
  private field(at: number): number | undefined {
    const word = this.folded(at);
    if (!word.startsWith('و') || !LINKS.has(word.slice(1)) || this.listed(at)) return undefined;
    return this.definiteNoun(at + 1) && !BODIES.has(word.slice(1)) ? at + 2 : undefined;
  }

  /** Whether a listed name starts behind the conjunction: والعراق. */
  private listed(at: number): boolean {
    return (
      this.tokens[at]?.readings.some(
        (r) => this.found.at(startOf(this.tokens[at], r)) !== undefined,
      ) === true
    );
  }

  /** للأرصاد، لحقوق الإنسان، لكرة القدم. */
  purpose(at: number): number {
    const word = this.folded(at);
    if (!isWord(this.tokens[at]) || this.listed(at)) return at;
    if (word.startsWith('لل') && word.length > 4) {
      // للمرة الثانية, للعام الماضي: when, not what for.
      return this.isStop(`ا${word.slice(1)}`) ? at : this.coordination(this.adjectives(at + 1));
    }
    const link = word.startsWith('ل') && LINKS.has(word.slice(1));
    if (!link || opensClause(this.vocabulary, this.folded(at + 1))) return at;
    const end = this.definiteNoun(at + 1) ? at + 2 : (this.idafa(at + 1) ?? this.known(at + 1));
    return end === undefined ? at : this.coordination(this.adjectives(end));
  }

  /** A name in quotation marks that open at `at`: حركة «حماس». */
  quoted(at: number): number | undefined {
    const close = PAIRS.get(this.tokens[at]?.text ?? '');
    if (close === undefined) return undefined;
    for (let i = at + 1; i <= at + 1 + LONGEST_QUOTED; i++) {
      const text = this.tokens[i]?.text;
      if (text === undefined) return undefined;
      if (text === close || text === '»' || text === '”') return i > at + 1 ? i + 1 : undefined;
    }
    return undefined;
  }
}

function isLatin(token: AnalysedToken | undefined): boolean {
  return token?.kind === 'word' && /^[A-Za-z]/.test(token.text);
}
