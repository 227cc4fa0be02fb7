import type { Localized } from '../model/issue';
import type { Analysis, AnalysedToken } from './analysis';
import type { EntitySuggestion, Suggestion } from './detector';
import { foldWord } from './folding';
import { words } from './lexicon/entries';
import { NAME_HEADS } from './lexicon/organisationHeads';
import { foldedSet } from './phrases';
import { stemOf } from './stems';
import { isPlainWord, isWord, looksForeign, looksNisba, type Vocabulary } from './vocabulary';

/** A name that the article has, under which it is known again. */
export interface KnownName {
  readonly label: string;
  /** The name in full, as the article has it. */
  readonly full: string;
  /** Mentions that support it. */
  readonly count: number;
}

/** What an article says of its names: by the folded words of a whole name, or of a part that stands for it. */
export interface DocumentFacts {
  readonly names: ReadonlyMap<string, KnownName>;
}

/** Whether a word, a token without its proclitics, may stand for a name by itself. */
export type MayStandAlone = (token: AnalysedToken, folded: string) => boolean;

/**
 * A guard against common words: given names, family names by their ending, words that look foreign;
 * `isCommon` tells more, where a model knows how common words are.
 */
export function standsAlone(
  vocabulary: Vocabulary,
  isCommon: (folded: string) => boolean = () => false,
): MayStandAlone {
  return (token, folded) => {
    if (folded.length < 3 || isPlainWord(vocabulary, folded)) return false;
    if (vocabulary.givenNames.has(folded)) return true;
    if (isCommon(folded)) return false;
    if (folded.startsWith('ال')) return looksNisba(folded);
    return token.folded !== folded || looksForeign(vocabulary, token);
  };
}

export const NO_FACTS: DocumentFacts = { names: new Map() };

const ID = 'again';
const LABELS = new Set(['PERS', 'ORG', 'GPE', 'LOC']);
/** Parts that join names or end many of them, and stand for nobody alone. */
const JOINTS = foldedSet(
  words('بن ابن بنت آل أبو أبي أبا أم عبد الله الدين الرحمن دي دو فان فون ديل دا لا'),
);
const HEADS = foldedSet(words(NAME_HEADS));
/** How sure a mention must be for others to lean on it; a single word needs more. */
const SURE = 0.6;
const SURE_SINGLE = 0.7;
const LONGEST_NAME = 5;

/** Gathers the names of paragraphs, in the order of the text. */
export class FactsCollector {
  private readonly counts = new Map<string, Map<string, { full: string; count: number }>>();

  add(suggestions: readonly Suggestion[]): void {
    for (const suggestion of suggestions) {
      if (suggestion.kind !== 'entity' || !LABELS.has(suggestion.label)) continue;
      if (suggestion.detector === ID || suggestion.score < SURE) continue;
      this.addName(suggestion);
    }
  }

  private addName({ label, quote, score }: EntitySuggestion): void {
    const parts = foldWord(quote).split(' ');
    if (parts.length > LONGEST_NAME || parts.some((part) => part === '')) return;
    if (parts.length > 1 || score >= SURE_SINGLE) this.count(parts.join(' '), label, quote);
    const last = parts.at(-1) ?? '';
    if (label === 'PERS' && parts.length > 1 && last.length > 3) {
      if (!JOINTS.has(last) && !JOINTS.has(parts.at(-2) ?? '')) this.count(last, label, quote);
    }
    // شركة هوبان is هوبان later on.
    if (label === 'ORG' && parts.length === 2 && last.length > 3 && HEADS.has(parts[0] ?? '')) {
      if (!last.startsWith('ال')) this.count(last, label, quote);
    }
  }

  private count(key: string, label: string, full: string): void {
    let labels = this.counts.get(key);
    if (labels === undefined) this.counts.set(key, (labels = new Map()));
    const seen = labels.get(label);
    labels.set(label, { full: seen?.full ?? full, count: (seen?.count ?? 0) + 1 });
  }

  facts(): DocumentFacts {
    const names = new Map<string, KnownName>();
    for (const [key, labels] of this.counts) {
      let best: KnownName | undefined;
      for (const [label, { full, count }] of labels) {
        if (best === undefined || count > best.count) best = { label, full, count };
      }
      if (best !== undefined) names.set(key, best);
    }
    return { names };
  }
}

/** What the paragraphs of an article, each with its own suggestions, say together. */
export function facts(paragraphs: Iterable<readonly Suggestion[]>): DocumentFacts {
  const collector = new FactsCollector();
  for (const suggestions of paragraphs) collector.add(suggestions);
  return collector.facts();
}

/**
 * Names of the article that stand in a paragraph where nothing was proposed: what was found with certainty
 * at one place is known at the others.
 */
export function namedAgain(
  { tokens, text }: Analysis,
  entities: readonly EntitySuggestion[],
  { names }: DocumentFacts,
  mayStandAlone: MayStandAlone,
): EntitySuggestion[] {
  if (names.size === 0) return [];
  const again: EntitySuggestion[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    while (next < entities.length && (entities[next]?.end ?? 0) <= (token?.start ?? 0)) next++;
    if (!isWord(token) || (entities[next]?.start ?? Infinity) < token.end) continue;
    const limit = entities[next]?.start ?? Infinity;
    const found = longest(tokens, i, limit, names, mayStandAlone);
    if (found === undefined) continue;
    const { start, to, name } = found;
    const end = tokens[to - 1]?.end ?? token.end;
    again.push({
      kind: 'entity',
      label: name.label,
      start,
      end,
      quote: text.slice(start, end),
      score: Math.min(0.8, 0.62 + 0.04 * name.count),
      detector: ID,
      why: [why(name.full)],
    });
    i = to - 1;
  }
  return again;
}

function why(full: string): Localized {
  return { en: `named elsewhere in the article: ${full}`, ar: `ورد في المقال: ${full}` };
}

interface Found {
  readonly start: number;
  readonly to: number;
  readonly name: KnownName;
}

/** The longest known name from token `at` on, proclitics left out or not, before the offset `limit`. */
function longest(
  tokens: readonly AnalysedToken[],
  at: number,
  limit: number,
  names: ReadonlyMap<string, KnownName>,
  mayStandAlone: MayStandAlone,
): Found | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const stem = stemOf(first);
  const whole = stem.start === first.start ? [] : [first];
  let best: Found | undefined;
  for (const { start, folded } of [...whole, stem]) {
    let key = folded;
    for (let to = at + 1; to <= at + LONGEST_NAME; to++) {
      const name = names.get(key);
      const better = name !== undefined && to > (best?.to ?? at);
      if (better && (to > at + 1 || mayStandAlone(first, key))) best = { start, to, name };
      const token = tokens[to];
      if (!isWord(token) || token.end > limit) break;
      key += ` ${token.folded}`;
    }
  }
  return best;
}
