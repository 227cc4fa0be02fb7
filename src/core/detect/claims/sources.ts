import { startOf, type AnalysedToken } from '../analysis';
import { tokenAfter, type FoundIndex } from '../found';
import { words } from '../lexicon/entries';
import { BODY_ADJECTIVES } from '../lexicon/organisationHeads';
import { DOCUMENTS, SOURCE_STOPS, THAT_WORDS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import { apposedEnd, opensTitle } from './apposition';
import { isFact, isFelt, isOwned, isOwnStance, isStance } from './matters';
import {
  ACTIONS,
  AUTHORITIES,
  BODIES,
  HALF,
  HONORIFICS,
  LISTENING,
  MEMBERS,
  OF_SPEAKERS,
  OTHERS,
  PLACE_WORDS,
  QUANTIFIERS,
  SELF,
  SPEAKERS,
  SPOKEN_OF,
} from './speakerWords';
import {
  agreesInNumber,
  isDefinite,
  isVerbWithObject,
  isWord,
  looksNisba,
  type Vocabulary,
} from '../vocabulary';

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
const SPEAKING = new Set(['PERS', 'ORG', 'GPE', 'OCC', 'NORP', 'FAC', 'WEBSITE', 'LOC']);
const SETTING = new Set(['GPE', 'LOC', 'ORG']);
const LONGEST = 12;
const POINTING = /^(?:هذا|هذه|هذان|هاتان|هءلاء|هولاء|هؤلاء)$/u;

export class SourceReader {
  constructor(
    readonly tokens: readonly AnalysedToken[],
    readonly entities: FoundIndex,
    readonly vocabulary: Vocabulary,
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
    return { from, to: this.withoutAudience(from, to), offset };
  }

  /** المتحدث … لقناة النور: whom it was said to is no part of who said it. */
  private withoutAudience(from: number, to: number): number {
    for (let i = from + 1; i < to; i++) if (this.isMedium(i)) return i;
    return to;
  }

  /** لقناة, لصحيفة, للصحفيين: a medium that something is said to. */
  isMedium(at: number): boolean {
    const readings = this.tokens[at]?.readings ?? [];
    return readings.some((r) => r.proclitics === 'ل' && LISTENING.has(r.folded));
  }

  /** Whether the token can open a source: a speaking entity, or a noun of someone who speaks. */
  speaks(from: number): boolean {
    const token = this.tokens[from];
    if (token === undefined) return false;
    const word = token.folded;
    const label = this.entities.at(token.start)?.label;
    if (label !== undefined && SPEAKING.has(label)) return true;
    if (AUTHORITIES.has(word)) return true;
    return SPEAKERS.has(word) || this.isDocument(from);
  }

  isDocument(at: number): boolean {
    return PAPERS.has(this.folded(at)) || PAPERS.has(`ال${this.folded(at)}`);
  }

  /** Whether a title ends with the token. */
  isTitle(last: number): boolean {
    const end = this.tokens[last]?.end;
    for (let i = last; i >= Math.max(0, last - 8); i--) {
      const entity = this.entities.at(this.tokens[i]?.start ?? -1);
      if (entity !== undefined) return entity.label === 'OCC' && entity.end === end;
    }
    return false;
  }

  private isPaper(word: string): boolean {
    return PAPERS.has(word) || this.vocabulary.commonNouns.has(word);
  }

  private folded(at: number): string {
    return this.tokens[at]?.folded ?? '';
  }

  private start(at: number): number {
    return this.tokens[at]?.start ?? -1;
  }

  private labelAt(at: number): string | undefined {
    return this.entities.at(this.tokens[at]?.start ?? -1)?.label;
  }

  private isStop(at: number): boolean {
    const word = this.folded(at);
    if (!isWord(this.tokens[at]) || STOPS.has(word) || THAT.has(word)) return true;
    if (this.vocabulary.functionWords.has(word)) return true;
    return word.endsWith('ها') && isVerbWithObject(this.vocabulary, word);
  }

  /** Past an entity that starts right at the offset. */
  private entityEnd(at: number, offset: number): number | undefined {
    const entity = this.entities.at(offset);
    if (entity === undefined || !SPEAKING.has(entity.label)) return undefined;
    return tokenAfter(this.tokens, entity.end, at);
  }

  private adjectives(at: number): number {
    let i = at;
    for (; i < at + LONGEST; i++) {
      const word = this.folded(i);
      if (HALF.has(word) && isDefinite(this.folded(i + 1))) {
        i++;
        continue;
      }
      if (SELF.has(word)) return i + 1;
      if (this.isStop(i)) break;
      const rank = isDefinite(word) && OF_SPEAKERS.has(word.slice(2));
      if ((!looksNisba(word) || ACTIONS.has(word)) && !ADJECTIVES.has(word) && !rank) break;
    }
    return i;
  }

  /** مسؤول أمريكي, محللون سياسيون وعسكريون, بيان الاتحاد, المصادر الأمنية. */
  private nounPhrase(at: number, cut: boolean): number | undefined {
    if (this.isStop(at) || this.isNoHead(at, cut)) return undefined;
    // خصومه, معارضوها: with a pronoun a noun is as complete as with the article.
    if (isOwned(this.tokens[at])) return this.introduced(this.adjectives(at + 1));
    if (isDefinite(this.folded(at))) return this.adjectives(at + 1);
    let i = at + 1;
    while (i < at + LONGEST && !this.endsPhrase(i)) {
      // طالبت منظمات حقوقية السلطات, أبلغ مسؤول أمني وكالة …: what stands behind an adjective is the object.
      const other = isDefinite(this.folded(i)) || this.labelAt(i) === 'ORG';
      if (i > at + 1 && other && this.describes(i - 1)) break;
      if (this.isAddressee(i) || !agreesInNumber(this.folded(at), this.folded(i))) break;
      const entity = this.entityEnd(i, this.tokens[i]?.start ?? -1);
      if (entity !== undefined) {
        i = entity;
        if (this.labelAt(i - 1) !== 'NORP' || isDefinite(this.folded(i - 1)))
          return this.adjectives(i);
        continue;
      }
      // A definite noun completes the head next to it; further on it is the object.
      if (isDefinite(this.folded(i)))
        return i === at + 1 && !isWholePlural(this.folded(at)) ? this.adjectives(i + 1) : i;
      // The word next to the head completes it or describes it; what follows can only describe.
      if (i > at + 1 && !this.describes(i)) break;
      i++;
    }
    return i;
  }

  /** زوجته الدكتورة ليلى كامل: past the title and the name of whom a noun introduces. */
  private introduced(at: number): number {
    const titled = this.labelAt(at) === 'OCC' ? (this.entityEnd(at, this.start(at)) ?? at) : at;
    return this.labelAt(titled) === 'PERS'
      ? (this.entityEnd(titled, this.start(titled)) ?? at)
      : at;
  }

  private endsPhrase(at: number): boolean {
    const word = this.folded(at);
    if (OF_SPEAKERS.has(word)) return false;
    // مسؤول قوله, جماعة عزمها: what is said begins, and the pronoun is the speaker's.
    if (/^قول(?:ه|ها|هم|هما)$/u.test(word) || isStance(this.tokens[at])) return true;
    // يعتبرها خبراء أخطر منطقة: the most of something completes nobody.
    if (/^أ..[^ىي]$/u.test(this.tokens[at]?.text ?? '')) return true;
    // أنباء بسقوط قتلى, دراسة حديثة أهمية النوم: a noun of what happens is no part of who says so.
    const { folded = '', proclitics = '' } = this.tokens[at]?.stem ?? {};
    const happens = isFact(folded) && (proclitics === 'ب' || this.describes(at - 1));
    return happens || this.isStop(at) || this.vocabulary.verbs.has(word);
  }

  /** A verb, a noun behind a preposition, or what somebody issued: none can say anything. */
  private isNoHead(at: number, cut: boolean): boolean {
    const word = this.folded(at);
    const token = this.tokens[at];
    // أعلنت عزمها: where she stands, not who she is.
    if (token !== undefined && (isOwnStance(token) || isFelt(word))) return true;
    if (this.vocabulary.verbs.has(word)) return true;
    // وأكد is no noun behind و.
    if (cut) return this.vocabulary.verbs.has(word.slice(1));
    // بيانا, كلمة: in the accusative.
    const issued = /[^ا]ا$/u.test(word) && word !== 'مصدرا' && this.isPaper(word.slice(0, -1));
    return issued || SPOKEN_OF.has(word) || this.isAddressee(at) || this.prefixed(at);
  }

  /** بفوز, بالبيان: a noun behind a preposition is no subject. */
  private prefixed(at: number): boolean {
    const word = this.folded(at);
    if (/^(?:بال|كال|لل)/u.test(word)) return true;
    return /^[بل]/u.test(word) && this.vocabulary.commonNouns.has(word.slice(1));
  }

  private describes(at: number): boolean {
    const word = this.folded(at);
    const bare = word.startsWith('و') ? word.slice(1) : word;
    return /(?:ي|يه|يون|يين|يان)$/u.test(word) || OF_SPEAKERS.has(word) || OF_SPEAKERS.has(bare);
  }

  /** لوكالة رويترز: whom it was said to. */
  isAddressee(at: number): boolean {
    return this.entities.behind(this.tokens[at], 'ل') !== undefined;
  }

  /** بيان صادر عن المكتب الإعلامي. */
  private issuedBy(at: number): number | undefined {
    if (!/^(?:ال)?صادره?$/u.test(this.folded(at + 1)) || !/^(?:عن|من)$/u.test(this.folded(at + 2)))
      return undefined;
    return this.one(at + 3, this.tokens[at + 3]?.start ?? -1);
  }

  /** بيان لوزارة الصحة, وثيقة للأمم المتحدة: who issued a paper. */
  private issuer(at: number): number {
    const entity = this.entities.behind(this.tokens[at], 'ل');
    return entity?.label === 'ORG' ? tokenAfter(this.tokens, entity.end, at) : at;
  }

  /** روري بارنز من جامعة واشنطن: the body that a person is of; where he says it is no part of him. */
  private affiliation(at: number): number {
    const end = this.labelAt(at + 1) === 'ORG' ? this.entityEnd(at + 1, this.start(at + 1)) : at;
    if (end === undefined || this.folded(at) === 'في') return end ?? at;
    const opens = /^(?:[:"«“]|إن.*)$/u.test(this.tokens[end]?.text ?? '');
    return this.folded(at) === 'من' && opens ? end : at;
  }

  /** باسم الجيش، في وزارة الدفاع: where a speaker belongs. */
  private setting(at: number, named: boolean): number {
    const word = this.folded(at);
    const joins = this.joins(at, named);
    const held = this.entities.behind(this.tokens[at], 'ب');
    if (held !== undefined && SETTING.has(held.label)) {
      return tokenAfter(this.tokens, held.end, at);
    }
    const behindB = this.tokens[at]?.readings.find((r) => r.proclitics === 'ب');
    if (behindB !== undefined && !named && BODIES.has(behindB.folded)) return this.body(at);
    if (!joins || !isWord(this.tokens[at + 1])) return at;
    const inside = PLACE_WORDS.has(this.folded(at + 1)) ? at + 2 : at + 1;
    const entity = this.entities.at(this.tokens[inside]?.start ?? -1);
    if (entity !== undefined && SETTING.has(entity.label)) {
      return tokenAfter(this.tokens, entity.end, inside);
    }
    if (named) return at;
    if (isDefinite(this.folded(at + 1))) return this.adjectives(at + 2);
    // في قطاع النفط, في وزارة الصحة: an indefinite noun that a definite one completes.
    const quoted = this.quotedName(at + 2);
    if (quoted > at + 2) return this.adjectives(quoted);
    const idafa = !this.isStop(at + 1) && isDefinite(this.folded(at + 2));
    return idafa && word !== 'من' ? this.adjectives(at + 3) : at;
  }

  /** علماء من الجامعة, المقربين من المغني; not المؤلفون من الفروق أن. */
  private joins(at: number, named: boolean): boolean {
    const word = this.folded(at);
    if (word !== 'من') return word === 'في' || word === 'باسم' || word === 'لدي';
    const before = this.folded(at - 1);
    return !named && (!isDefinite(before) || /^ال(?:مقرب|قريب)/u.test(before));
  }

  /** بشرطة محافظة بابل, بوزارة الدفاع: past the body that a speaker belongs to. */
  private body(at: number): number {
    let i = at + 1;
    while (i < at + 3 && BODIES.has(this.folded(i))) i++;
    const entity = this.entityEnd(i, this.tokens[i]?.start ?? -1);
    if (entity !== undefined) return entity;
    return isDefinite(this.folded(i)) ? this.adjectives(i + 1) : at;
  }

  /** بعض الخبراء, عدد من النواب, أحد أعضاء الحزب. */
  private some(at: number): number | undefined {
    const noun = this.folded(at + 1) === 'من' ? at + 2 : at + 1;
    if (!isWord(this.tokens[noun]) || QUANTIFIERS.has(this.folded(noun))) return undefined;
    return this.one(noun, this.tokens[noun]?.start ?? -1);
  }

  /** A source that no name starts: مسؤول في الوزارة, بيان لوزارة الصحة, وكيل أعمال اللاعب سمير كامل. */
  private unnamed(at: number, offset: number): number | undefined {
    let end = this.nounPhrase(at, offset > (this.tokens[at]?.start ?? offset));
    if (end === undefined) return undefined;
    const head = this.folded(at);
    // The name belongs to the noun before it.
    if (this.labelAt(end) === 'PERS' && (!isDefinite(head) || opensTitle(head))) {
      return this.entityEnd(end, this.tokens[end]?.start ?? -1) ?? end;
    }
    if (PAPERS.has(head)) end = this.issuer(this.issuedBy(at) ?? end);
    const agent = /^ال.*[وي]ن$/u.test(head) || (isDefinite(head) && SPEAKERS.has(head.slice(2)));
    if (AUTHORITIES.has(head)) return this.setting(end, true);
    end = this.quotedName(end);
    if (!SPEAKERS.has(head) && !agent) return end;
    return this.setting(this.setting(end, false), false);
  }

  private one(at: number, offset: number): number | undefined {
    const end = this.entityEnd(at, offset);
    if (OTHERS.has(this.folded(at))) return at + 1;
    // هذه المجموعة, هؤلاء السكان
    const pointed = POINTING.test(this.folded(at)) && isDefinite(this.folded(at + 1));
    if (pointed) return this.adjectives(at + 2);
    // 100 عائلة
    if (this.tokens[at]?.kind === 'number') return this.nounPhrase(at + 1, false);
    if (end !== undefined) return this.named(end, this.entities.at(offset)?.label);
    return QUANTIFIERS.has(this.folded(at)) ? this.some(at) : this.unnamed(at, offset);
  }

  /** A title and its name, or a name in two entities, with what goes on about them; `first` ends at token `past`. */
  private named(past: number, first: string | undefined): number {
    let end = past;
    let last = first;
    let person = last === 'PERS';
    for (let round = 0; round < 3; round++) {
      const dot = this.tokens[end]?.text === '.' && /^[دام]$/u.test(this.folded(end - 1));
      if ((dot || HONORIFICS.has(this.folded(end))) && this.labelAt(end + 1) === 'PERS') end++;
      const label = this.labelAt(end);
      const follows = this.entityEnd(end, this.tokens[end]?.start ?? -1);
      if (follows === undefined || (label !== 'PERS' && label !== 'NORP' && label !== 'OCC')) break;
      // حركة حماس رئيس مكتبها: whom a body speaks of is no part of it.
      if (last !== undefined && SETTING.has(last) && label !== 'NORP') break;
      last = label;
      person ||= label === 'PERS';
      end = follows;
    }
    const close = this.apposed(this.adjectives(end), person ? 'PERS' : last);
    return last === 'PERS' ? this.affiliation(close) : this.setting(close, true);
  }

  /** أحد مؤسسي الحزب right behind a name, or titles that commas set off. */
  private apposed(at: number, label: string | undefined): number {
    if (label === 'PERS' && MEMBERS.has(this.folded(at))) return this.some(at) ?? at;
    return apposedEnd(this, at, label);
  }

  /** Past the titles that commas set off behind a person whose name ends right before token `at`. */
  titled(at: number): number {
    return apposedEnd(this, at, 'PERS');
  }

  /** Whether a title of any kind stands at the token: الباحث, المتحدثة. */
  readonly opensTitle = (at: number): boolean => opensTitle(this.folded(at));

  /** مراسل «صوت الجبل»: a short name in quotation marks. */
  private quotedName(at: number): number {
    if (!/^[«“"]$/u.test(this.tokens[at]?.text ?? '')) return at;
    if (/^لل/u.test(this.folded(at + 1))) return at;
    for (let i = at + 2; i < at + 6; i++) {
      if (!/^[»”"]$/u.test(this.tokens[i]?.text ?? '')) continue;
      return isDefinite(this.folded(at - 1)) && this.closesSentence(i) ? at : i + 1;
    }
    return at;
  }

  /** قال الطبيب «المريض بخير».: with nothing behind it, what a known speaker is quoted with is no name. */
  private closesSentence(close: number): boolean {
    const [mark, next] = [this.tokens[close], this.tokens[close + 1]];
    return next === undefined || next.text === '.' || next.sentence !== mark?.sentence;
  }

  private coordinated(at: number): number | undefined {
    const reading = this.tokens[at]?.readings.find((r) => r.proclitics === 'و');
    if (reading === undefined || this.vocabulary.verbs.has(reading.folded)) return undefined;
    const speaker = SPEAKERS.has(reading.folded) || PAPERS.has(reading.folded);
    const start = startOf(this.tokens[at], reading);
    if (!speaker && this.entityEnd(at, start) === undefined) return undefined;
    return this.one(at, start);
  }
}

/** ناشطون, مسؤولين: with its nun a plural is completed by nothing, so what follows it is the object. */
function isWholePlural(head: string): boolean {
  return /(?:ون|ين)$/u.test(head) && SPEAKERS.has(head);
}
