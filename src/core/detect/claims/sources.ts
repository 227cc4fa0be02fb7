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
const PLACE_WORDS = foldedSet(words('مدينة دولة محافظة العاصمة'));
const LONGEST = 12;

export class SourceReader {
  constructor(
    private readonly tokens: readonly AnalysedToken[],
    private readonly entities: FoundIndex,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** The source that starts at token `from`, at `offset` where a proclitic is cut; undefined where none does. */
  at(from: number, offset = this.tokens[from]?.start): TokenRange | undefined {
    if (offset === undefined) return undefined;
    let to = this.one(from, offset);
    if (to === undefined) return undefined;
    for (let round = 0; round < 4; round++) {
      const joined = this.coordinated(to);
      if (joined === undefined) break;
      to = joined;
    }
    return { from, to, offset };
  }

  /** Whether the token can open a source: a speaking entity, or a noun of someone who speaks. */
  speaks(from: number): boolean {
    const token = this.tokens[from];
    if (token === undefined) return false;
    const word = token.folded;
    const label = this.entities.at(token.start)?.label;
    if (label !== undefined && SPEAKING.has(label)) return true;
    return SPEAKERS.has(word) || PAPERS.has(word) || PAPERS.has(`ال${word}`);
  }

  private folded(at: number): string {
    return this.tokens[at]?.folded ?? '';
  }

  private labelAt(at: number): string | undefined {
    return this.entities.at(this.tokens[at]?.start ?? -1)?.label;
  }

  private isStop(at: number): boolean {
    const word = this.folded(at);
    if (!isWord(this.tokens[at]) || STOPS.has(word) || THAT.has(word)) return true;
    if (this.vocabulary.functionWords.has(word)) return true;
    // يعتبرها: a verb with its object.
    return word.endsWith('ها') && this.vocabulary.verbs.has(word.slice(0, -2));
  }

  /** Past an entity that starts right at the offset. */
  private entityEnd(at: number, offset: number): number | undefined {
    const entity = this.entities.at(offset);
    if (entity === undefined || !SPEAKING.has(entity.label)) return undefined;
    return tokenAfter(this.tokens, entity.end, at);
  }

  private adjectives(at: number): number {
    let i = at;
    for (; i < at + LONGEST && !this.isStop(i); i++) {
      if (!looksNisba(this.folded(i)) && !ADJECTIVES.has(this.folded(i))) break;
    }
    return i;
  }

  /** مسؤول أمريكي, محللون سياسيون وعسكريون, بيان الاتحاد, المصادر الأمنية. */
  private nounPhrase(at: number): number | undefined {
    if (this.isStop(at) || this.vocabulary.verbs.has(this.folded(at))) return undefined;
    if (isDefinite(this.folded(at))) return this.adjectives(at + 1);
    let i = at + 1;
    while (i < at + LONGEST && !this.isStop(i) && !this.vocabulary.verbs.has(this.folded(i))) {
      if (this.addressee(i) || !agrees(this.folded(at), this.folded(i))) break;
      const entity = this.entityEnd(i, this.tokens[i]?.start ?? -1);
      if (entity !== undefined) {
        i = entity;
        if (this.labelAt(i - 1) !== 'NORP' || isDefinite(this.folded(i - 1))) break;
        continue;
      }
      // A definite noun completes the head next to it; further on it is the object.
      if (isDefinite(this.folded(i))) return i === at + 1 ? this.adjectives(i + 1) : i;
      i++;
    }
    return i;
  }

  /** لوكالة رويترز: whom it was said to. */
  private addressee(at: number): boolean {
    const reading = this.tokens[at]?.readings.find((r) => r.proclitics === 'ل');
    return reading !== undefined && this.entities.at(reading.start) !== undefined;
  }

  /** باسم الجيش، في وزارة الدفاع: where a speaker belongs. */
  private setting(at: number, named: boolean): number {
    const word = this.folded(at);
    const joins = word === 'في' || word === 'باسم' || word === 'لدي' || (word === 'من' && !named);
    if (!joins || !isWord(this.tokens[at + 1])) return at;
    const inside = PLACE_WORDS.has(this.folded(at + 1)) ? at + 2 : at + 1;
    const entity = this.entities.at(this.tokens[inside]?.start ?? -1);
    if (entity !== undefined && SETTING.has(entity.label)) {
      return tokenAfter(this.tokens, entity.end, inside);
    }
    return named || !isDefinite(this.folded(at + 1)) ? at : this.adjectives(at + 2);
  }

  private one(at: number, offset: number): number | undefined {
    let end = this.entityEnd(at, offset);
    if (end === undefined) {
      end = this.nounPhrase(at);
      if (end === undefined || !SPEAKERS.has(this.folded(at))) return end;
      return this.setting(this.quotedName(end), false);
    }
    // A title and its name; a name in two entities.
    for (let round = 0; round < 3; round++) {
      const label = this.labelAt(end);
      const follows = this.entityEnd(end, this.tokens[end]?.start ?? -1);
      if (follows === undefined || (label !== 'PERS' && label !== 'NORP' && label !== 'OCC')) break;
      end = follows;
    }
    return this.setting(this.adjectives(end), true);
  }

  /** مراسل «صوت الجبل»: a short name in quotation marks. */
  private quotedName(at: number): number {
    if (!/^[«“"]$/u.test(this.tokens[at]?.text ?? '')) return at;
    for (let i = at + 2; i < at + 6; i++) {
      if (/^[»”"]$/u.test(this.tokens[i]?.text ?? '')) return i + 1;
    }
    return at;
  }

  private coordinated(at: number): number | undefined {
    const reading = this.tokens[at]?.readings.find((r) => r.proclitics === 'و');
    if (reading === undefined || this.vocabulary.verbs.has(reading.folded)) return undefined;
    return this.entityEnd(at, reading.start) === undefined
      ? undefined
      : this.one(at, reading.start);
  }
}

/** A plural or dual head is followed by adjectives in the same number: مسؤولون عراقيون وغربيون. */
function agrees(head: string, word: string): boolean {
  const plural = /(?:ون|ين|ان)$/u;
  return head.length < 5 || !plural.test(head) || plural.test(word) || isDefinite(word);
}
