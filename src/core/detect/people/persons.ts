import type { Localized } from '../../model/issue';
import type { Analysis, AnalysedToken } from '../analysis';
import type { Detector, EntitySuggestion, Suggestion } from '../detector';
import { entity, FoundIndex, tokenAfter } from '../found';
import { isPlainWord, isWord } from '../vocabulary';
import {
  isFamilyName,
  isGiven,
  isJoint,
  isKunya,
  nameEnd,
  startsName,
  type NameLists,
} from './nameParts';
import { isAddressWord } from './titles';

const ID = 'persons';
const WHY_TITLE: Localized = { en: 'after a title', ar: 'بعد لقب' };
const WHY_GIVEN: Localized = { en: 'starts with a given name', ar: 'يبدأ باسم علم' };
const WHY_AGAIN: Localized = {
  en: 'family name of a person named before',
  ar: 'اسم عائلة شخص سبق ذكره',
};
/** Labels that a name does not run into. */
const OTHERS = new Set(['GPE', 'ORG', 'LOC', 'FAC', 'OCC', 'DATE', 'EVENT', 'WEBSITE']);

interface Context {
  readonly analysis: Analysis;
  readonly tokens: readonly AnalysedToken[];
  readonly found: FoundIndex;
  readonly lists: NameLists;
  /** Token indexes right after a title. */
  readonly afterTitle: ReadonlySet<number>;
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
      const afterTitle = titleEnds(tokens, suggestions);
      const context: Context = { analysis, tokens, found, lists, afterTitle };
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

function titleEnds(
  tokens: readonly AnalysedToken[],
  suggestions: readonly Suggestion[],
): ReadonlySet<number> {
  const ends = new Set<number>();
  const offsets = new Set(suggestions.filter((s) => s.label === 'OCC').map((s) => s.end));
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (offsets.has(token.end) || isAddressWord(token.folded)) ends.add(i + 1);
  }
  return ends;
}

function personAt(
  context: Context,
  at: number,
): { suggestion: EntitySuggestion; end: number } | undefined {
  const { analysis, tokens, lists } = context;
  const token = tokens[at];
  if (!isWord(token)) return undefined;
  const make = (start: number, end: number, score: number, why: Localized) => ({
    suggestion: entity(analysis, ID, 'PERS', start, end, score, why),
    end,
  });
  const blocked = (i: number): boolean => isTaken(context, i);
  if (context.afterTitle.has(at) && !isTaken(context, at)) {
    const family = isFamilyName(lists, token) && isFamilyName(lists, tokens[at + 1]);
    if (startsName(lists, tokens, at) || family) {
      const end = nameEnd(lists, tokens, at, blocked);
      if (end > at) return make(token.start, end, 0.86, WHY_TITLE);
    }
  }
  if (isTaken(context, at)) return undefined;
  for (const reading of token.readings) {
    const { folded, proclitics, start } = reading;
    if (proclitics.length > 1) continue;
    // بيان is a word of its own, not ب and a name.
    const plain =
      proclitics !== '' && (folded.length < 4 || isPlainWord(lists.vocabulary, token.folded));
    if (plain) continue;
    const kunya = isKunya(folded) && isWord(tokens[at + 1]);
    const compound = folded === 'عبد';
    if (!kunya && !compound && !isGiven(lists, folded, token)) continue;
    const end = nameEnd(lists, tokens, at + (proclitics === '' ? 0 : 1), blocked);
    if (proclitics === '') {
      if (end === at) continue;
      const score = scoreOf(context, at, end, folded);
      if (score > 0) return make(start, end, score, WHY_GIVEN);
    } else if (end > at + 1 && !lists.ambiguous.has(folded) && !blocked(at + 1)) {
      return make(start, end, 0.7, WHY_GIVEN);
    }
  }
  return undefined;
}

/** How sure a name of `end - at` words that starts with a listed one is; 0 for none. */
function scoreOf(context: Context, at: number, end: number, first: string): number {
  const { tokens, lists, found } = context;
  const own = found.at(tokens[at]?.start ?? -1);
  if (own !== undefined && own.label !== 'PERS' && tokenAfter(tokens, own.end, at) >= end) return 0;
  if (end === at + 1) return lists.ambiguous.has(first) || first.length < 3 ? 0 : 0.5;
  if (!lists.ambiguous.has(first)) return lists.foreign.has(first) ? 0.86 : 0.8;
  const second = tokens[at + 1];
  const supported =
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
  const foreign = context.lists.foreign.has(context.tokens[at - 1]?.folded ?? '');
  if (foreign && entity.label === 'GPE') return false;
  return (
    entity.label !== 'GPE' ||
    !isGiven(context.lists, context.tokens[at]?.folded ?? '', context.tokens[at])
  );
}

/** After صالح العاروري, the word العاروري alone is the same person. */
function familyNames(context: Context, named: readonly Suggestion[]): EntitySuggestion[] {
  const { tokens, analysis } = context;
  const families = new Map<string, number>();
  const ends = new Map(tokens.map((token, i) => [token.end, i]));
  for (const s of named) {
    if (s.label !== 'PERS' || !s.quote.includes(' ')) continue;
    const last = tokens[ends.get(s.end) ?? -1];
    const before = tokens[(ends.get(s.end) ?? 0) - 1];
    const usable = last !== undefined && last.folded.length > 3 && !isJoint(before?.folded ?? '');
    if (usable) families.set(last.folded, Math.min(s.end, families.get(last.folded) ?? s.end));
  }
  if (families.size === 0) return [];
  const again: EntitySuggestion[] = [];
  for (let i = 0; i < tokens.length; i++) {
    for (const reading of tokens[i]?.readings ?? []) {
      const first = families.get(reading.folded);
      if (first === undefined || reading.start < first) continue;
      again.push(entity(analysis, ID, 'PERS', reading.start, i + 1, 0.82, WHY_AGAIN));
    }
  }
  return again;
}
