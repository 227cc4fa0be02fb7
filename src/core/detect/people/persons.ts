import type { Localized } from '../../model/issue';
import { firstStartingAt } from '../../text/span';
import { startOf, type Analysis, type AnalysedToken } from '../analysis';
import { AskedOnce } from '../askedOnce';
import type { Detector, EntitySuggestion, Suggestion } from '../detector';
import { entity, FoundIndex, tokenAfter } from '../found';
import { words } from '../lexicon/entries';
import { SAYING_WORDS } from '../lexicon/personClues';
import { foldedSet } from '../phrases';
import { isPlainWord, isWord, type Vocabulary } from '../vocabulary';
import {
  followsRank,
  hyphened,
  isCompound,
  isFamilyName,
  isGiven,
  isJoint,
  isKunya,
  mayEndName,
  nameEnd,
  startsName,
  type NameLists,
} from './nameParts';
import { isAddressWord } from './titles';
import { isFuture } from '../inflect';

const ID = 'persons';
const WHY_TITLE: Localized = { en: 'after a title', ar: 'بعد لقب' };
const WHY_GIVEN: Localized = { en: 'starts with a given name', ar: 'يبدأ باسم علم' };
const WHY_SAYS: Localized = { en: 'subject of a verb of saying', ar: 'فاعل فعل قول' };
const WHY_OFFICE: Localized = { en: 'before a title', ar: 'قبل لقب' };
const WHY_AGAIN: Localized = {
  en: 'family name of a person named before',
  ar: 'اسم عائلة شخص سبق ذكره',
};
/** Labels that a name does not run into. */
const SAYING = foldedSet(words(SAYING_WORDS));
const OTHERS = new Set(['GPE', 'ORG', 'LOC', 'FAC', 'OCC', 'DATE', 'EVENT', 'WEBSITE']);

const SPEAKS = new AskedOnce();
const GIVEN = new AskedOnce();
const KUNYA = new AskedOnce({ has: isKunya });
const ABD = 'عبد';
const HAS_ABD = new AskedOnce({ has: (word) => word === ABD });

interface Context {
  readonly analysis: Analysis;
  readonly tokens: readonly AnalysedToken[];
  readonly found: FoundIndex;
  readonly lists: NameLists;
  /** Token indexes right after a title. */
  readonly afterTitle: ReadonlySet<number>;
  /** Token indexes at which a title starts. */
  readonly titles: ReadonlySet<number>;
  /** Whether the token starts something that is no part of a name. */
  readonly blocked: (at: number) => boolean;
}

interface Person {
  readonly suggestion: EntitySuggestion;
  /** Index of the token after the name. */
  readonly end: number;
}

/** Personal names after titles, by given names, and family names that come again in the paragraph. */
export function persons(lists: NameLists): Detector {
  return {
    id: ID,
    name: { en: 'Persons', ar: 'الأشخاص' },
    labels: ['PERS'],
    detect(analysis, suggestions) {
      const { tokens } = analysis;
      const found = new FoundIndex(suggestions);
      const places = titlePlaces(tokens, suggestions);
      const context: Context = {
        analysis,
        tokens,
        found,
        lists,
        afterTitle: places.after,
        titles: places.starts,
        blocked: (at) => isTaken(context, at),
      };
      const proposed: EntitySuggestion[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const name = personAt(context, i);
        if (name === undefined) continue;
        proposed.push(name.suggestion);
        i = name.end - 1;
      }
      return [...proposed, ...familyNames(context, [...proposed, ...suggestions])];
    },
  };
}

/** Token indexes right after titles and forms of address, and those at which titles start. */
function titlePlaces(
  tokens: readonly AnalysedToken[],
  suggestions: readonly Suggestion[],
): { readonly after: ReadonlySet<number>; readonly starts: ReadonlySet<number> } {
  const [after, starts] = [new Set<number>(), new Set<number>()];
  const titles = suggestions.filter((s) => s.label === 'OCC');
  const [from, to] = [new Set(titles.map((s) => s.start)), new Set(titles.map((s) => s.end))];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if ((titles.length > 0 && to.has(token.end)) || isAddressWord(token)) after.add(i + 1);
    if (titles.length > 0 && from.has(token.start)) starts.add(i);
  }
  return { after, starts };
}

function personAt(context: Context, at: number): Person | undefined {
  const { tokens, lists, blocked } = context;
  const token = tokens[at];
  if (!isWord(token)) return undefined;
  const placed = placedName(context, at);
  if (placed !== undefined) return person(context, token.start, placed);
  if (blocked(at)) return undefined;
  const titled = context.afterTitle.has(at) ? titledEnd(context, at) : at;
  if (titled > at)
    return person(context, token.start, { end: titled, score: 0.86, why: WHY_TITLE });
  const compounds = isCompound(tokens, at);
  const listed = GIVEN.hasAny(token, lists.given) || KUNYA.hasAny(token) || HAS_ABD.hasAny(token);
  return listed || compounds ? givenName(context, token, at, compounds) : undefined;
}

/** A name by its first word; `compounds` where that and the next are one given name. */
function givenName(
  context: Context,
  token: AnalysedToken,
  at: number,
  compounds: boolean,
): Person | undefined {
  const { tokens, lists, blocked } = context;
  for (const reading of token.readings) {
    const { folded, proclitics } = reading;
    const start = startOf(token, reading);
    if (proclitics.length > 1) continue;
    const kunya = KUNYA.has(reading) && isWord(tokens[at + 1]);
    const compound = folded === ABD || (proclitics === '' && compounds);
    const given = GIVEN.has(reading, lists.given) && isGiven(lists, folded, token);
    if (!kunya && !compound && !given) continue;
    // بيان is a word of its own, not ب and a name.
    const plain = proclitics !== '' && (folded.length < 4 || isWhole(lists, token.folded));
    if (plain) continue;
    const end = nameEnd(lists, tokens, at + (proclitics === '' ? 0 : 1), blocked);
    if (proclitics === '') {
      if (end === at) continue;
      const score = scoreOf(context, at, end, folded);
      if (score > 0) return person(context, start, { end, score, why: WHY_GIVEN });
    } else if (end > at + 1 && isClear(lists, folded, tokens[at + 1]) && !blocked(at + 1)) {
      return person(context, start, { end, score: 0.7, why: WHY_GIVEN });
    }
  }
  return undefined;
}

interface Ending {
  readonly end: number;
  readonly score: number;
  readonly why: Localized;
}

function person({ analysis }: Context, start: number, { end, score, why }: Ending): Person {
  return { suggestion: entity(analysis, ID, 'PERS', start, end, score, why), end };
}

/** A given name that is no other word, or a rare one before a family name. */
function isClear(lists: NameLists, first: string, second: AnalysedToken | undefined): boolean {
  return !lists.ambiguous.has(first) || isRarePair(lists, first, second);
}

function isRarePair(lists: NameLists, first: string, second: AnalysedToken | undefined): boolean {
  return lists.vocabulary.rareNames.has(first) && isFamilyName(lists, second);
}

/** Whether the written word is one of its own, an accusative too: بيانا is not ب and يانا. */
function isWhole({ vocabulary }: NameLists, folded: string): boolean {
  return (
    isPlainWord(vocabulary, folded) ||
    (folded.endsWith('ا') && isPlainWord(vocabulary, folded.slice(0, -1)))
  );
}

/** End of the name right after a title; `at` where none is. */
function titledEnd({ tokens, lists, blocked }: Context, at: number): number {
  const family = isFamilyName(lists, tokens[at]) && isFamilyName(lists, tokens[at + 1]);
  if (family || startsName(lists, tokens, at)) return nameEnd(lists, tokens, at, blocked);
  if (!followsRank(lists, tokens, at)) return at;
  return nameEnd(lists, tokens, at + 1, blocked);
}

/** A name that only its place gives away: after a verb of saying, before a title. */
function placedName(context: Context, at: number): Ending | undefined {
  const speaker = speakerEnd(context, at);
  if (speaker !== undefined) return { end: speaker, score: 0.66, why: WHY_SAYS };
  const holder = holderEnd(context, at);
  return holder === undefined ? undefined : { end: holder, score: 0.74, why: WHY_OFFICE };
}

/** قال تانيهو إن, وأضاف برنس: a word that no list knows, where who speaks must stand. */
function speakerEnd(context: Context, at: number): number | undefined {
  const { tokens, lists, blocked } = context;
  const { vocabulary } = lists;
  const verb = tokens[at - 1];
  if (verb === undefined || !singular(vocabulary, verb) || blocked(at)) return undefined;
  if (!unlisted(lists, tokens[at])) return undefined;
  let end = at + 1;
  if (unlisted(lists, tokens[end]) && !blocked(end)) end++;
  const next = tokens[end];
  if (next === undefined) return undefined;
  // دليلا على: an accusative is no subject; a name in ا has what he said right after it.
  const says = next.kind === 'punctuation' || SAYING.has(next.folded);
  if (tokens[end - 1]?.folded.endsWith('ا') === true && !says) return undefined;
  const leads =
    next.kind === 'punctuation' ||
    vocabulary.functionWords.has(next.folded) ||
    SAYING.has(next.folded) ||
    next.readings.some((reading) => reading.proclitics === 'ب');
  return leads ? hyphened(lists, tokens, end) : undefined;
}

function singular({ saying }: Vocabulary, token: AnalysedToken): boolean {
  if (!SPEAKS.hasAny(token, saying)) return false;
  for (const reading of token.readings) {
    if (!SPEAKS.has(reading, saying) || !/^[وف]?$/u.test(reading.proclitics)) continue;
    if (!/(?:وا|ون|ان)$/u.test(reading.folded)) return true;
  }
  return false;
}

/** Not definite, not known, with the looks of a name and not those of a verb. */
function unlisted(lists: NameLists, token: AnalysedToken | undefined): boolean {
  if (!mayEndName(lists, token)) return false;
  const word = token?.folded ?? '';
  return !lists.vocabulary.agents.has(word) && !/^[يتبلكوف]|تا$/u.test(word);
}

/** كاترين أشتون مسؤولة الأمن, ماري ساندو، رئيسة البلاد: two unknown words before a title. */
function holderEnd(context: Context, at: number): number | undefined {
  const { tokens, lists, titles, blocked } = context;
  const end = at + 2;
  const comma = tokens[end]?.text === '،' ? end + 1 : end;
  if (!titles.has(comma) || blocked(at) || blocked(at + 1)) return undefined;
  const before = tokens[at - 1];
  const open =
    before === undefined ||
    before.kind !== 'word' ||
    isGiven(lists, tokens[at]?.folded ?? '', tokens[at]) ||
    before.readings.some(({ folded }) => {
      const { functionWords, verbs } = lists.vocabulary;
      return functionWords.has(folded) || verbs.has(folded);
    });
  if (!open || isFuture(tokens[at]?.folded ?? '')) return undefined;
  return unlisted(lists, tokens[at]) && unlisted(lists, tokens[at + 1]) ? end : undefined;
}

/** How sure a name of `end - at` words that starts with a listed one is; 0 for none. */
function scoreOf(context: Context, at: number, end: number, first: string): number {
  const { tokens, lists, found } = context;
  const own = found.at(tokens[at]?.start ?? -1);
  if (own !== undefined && own.label !== 'PERS' && tokenAfter(tokens, own.end, at) >= end) return 0;
  if (end === at + 1) {
    // وقال خالد إن: a common word would not stand there.
    const verb = tokens[at - 1];
    if (verb !== undefined && singular(lists.vocabulary, verb)) return 0.6;
    return lists.ambiguous.has(first) || first.length < 3 ? 0 : 0.5;
  }
  if (!lists.ambiguous.has(first)) return lists.foreign.has(first) ? 0.86 : 0.8;
  const second = tokens[at + 1];
  const supported =
    isRarePair(lists, first, second) ||
    isGiven(lists, second?.folded ?? '', second) ||
    isJoint(second?.folded ?? '') ||
    (isFamilyName(lists, second) && second?.folded.endsWith('ي') === true);
  return supported ? 0.68 : 0;
}

/** Whether the token starts something that is no part of a name. */
function isTaken(context: Context, at: number): boolean {
  const entity = context.found.atToken(context.tokens[at], OTHERS);
  if (entity === undefined) return false;
  // A given name that is a town as well (صلاح الدين, عمان) may go on in a name.
  if (entity.label !== 'GPE') return true;
  const { lists, tokens } = context;
  if (lists.foreign.has(tokens[at - 1]?.folded ?? '')) return false;
  return !isGiven(lists, tokens[at]?.folded ?? '', tokens[at]);
}

/** After صالح العاروري, the word العاروري alone is the same person. */
function familyNames(context: Context, named: readonly Suggestion[]): EntitySuggestion[] {
  const { tokens, analysis } = context;
  const full = named.filter((s) => s.label === 'PERS' && s.quote.includes(' '));
  if (full.length === 0) return [];
  const families = new Map<string, number>();
  for (const s of full) {
    const next = firstStartingAt(tokens, s.end);
    const [before, last] = [tokens[next - 2], tokens[next - 1]];
    const usable = last?.end === s.end && last.folded.length > 2 && !isJoint(before?.folded ?? '');
    if (usable) families.set(last.folded, Math.min(s.end, families.get(last.folded) ?? s.end));
  }
  if (families.size === 0) return [];
  const again: EntitySuggestion[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    for (const { cut, folded } of token?.word.readings ?? []) {
      const first = families.get(folded);
      const start = (token?.start ?? 0) + cut;
      if (first === undefined || start < first) continue;
      // A short name may be another word: only right after a title.
      if (folded.length < 4 && !context.afterTitle.has(i)) continue;
      again.push(entity(analysis, ID, 'PERS', start, i + 1, 0.82, WHY_AGAIN));
    }
  }
  return again;
}
