import type { Localized } from '../model/issue';
import { startOf, type Analysis, type AnalysedToken } from './analysis';
import type { EntitySuggestion } from './detector';
import { AGAIN, MOST_WORDS, type DocumentFacts, type KnownName } from './knownNames';
import { isPlainWord, isWord, looksForeign, looksNisba, type Vocabulary } from './vocabulary';

/** Whether a word, a token without its proclitics, may stand for a name by itself. */
export type MayStandAlone = (token: AnalysedToken, folded: string) => boolean;

/**
 * A guard against common words: given names, family names by their ending, words that look foreign;
 * `isCommon` tells more, where a model knows how common words are.
 */
export function standsAlone(
  vocabulary: Vocabulary,
  isCommon?: (folded: string) => boolean,
): MayStandAlone {
  return (token, folded) => {
    if (folded.length < 3 || isPlainWord(vocabulary, folded)) return false;
    if (vocabulary.givenNames.has(folded)) return true;
    if (looksNisba(folded)) return true;
    if (isCommon?.(folded) === true) return false;
    // Without a model nobody knows whether التويم is a common word.
    if (folded.startsWith('ال')) return isCommon !== undefined;
    return token.folded !== folded || looksForeign(vocabulary, token);
  };
}

/**
 * The entities of a paragraph, and the names of the article that stand in it where nothing was proposed, or
 * a part of them only: what was found with certainty at one place is known at the others. In text order.
 */
export function namedAgain(
  { tokens, text }: Analysis,
  entities: readonly EntitySuggestion[],
  facts: DocumentFacts,
  mayStandAlone: MayStandAlone,
): readonly EntitySuggestion[] {
  if (facts.names.size === 0) return entities;
  const all: EntitySuggestion[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    for (; (entities[next]?.end ?? Infinity) <= (token?.start ?? 0); next++)
      keep(entities[next], all);
    const own = entities[next];
    if (!isWord(token) || (own !== undefined && own.start < token.start)) continue;
    if (!mayOpen(token, facts)) continue;
    const found = longest(tokens, i, limitAt(entities, next), facts, mayStandAlone);
    if (found === undefined) continue;
    const { start, to, name } = found;
    const end = tokens[to - 1]?.end ?? token.end;
    if (own !== undefined && own.start < end) {
      // A known name takes the place of what is a part of it, and of nothing else.
      if (end <= own.end || own.start < start || own.label !== name.label) continue;
      while ((entities[next]?.start ?? end) < end) next++;
    }
    all.push({
      kind: 'entity',
      label: name.label,
      start,
      end,
      quote: text.slice(start, end),
      score: Math.min(0.8, 0.62 + 0.04 * name.count),
      detector: AGAIN,
      why: [new NamedElsewhere(name.full)],
    });
    i = to - 1;
  }
  for (; next < entities.length; next++) keep(entities[next], all);
  return all;
}

function keep(entity: EntitySuggestion | undefined, all: EntitySuggestion[]): void {
  if (entity !== undefined) all.push(entity);
}

/** Where a known name must end: at the first entity from `next` on that is no person's. */
function limitAt(entities: readonly EntitySuggestion[], next: number): number {
  for (let i = next; i < entities.length; i++) {
    const entity = entities[i];
    if (entity?.label !== 'PERS') return entity?.start ?? Infinity;
  }
  return Infinity;
}

/** The reason is put into words when somebody asks. */
class NamedElsewhere implements Localized {
  constructor(private readonly full: string) {}

  get en(): string {
    return `named elsewhere in the article: ${this.full}`;
  }

  get ar(): string {
    return `ورد في المقال: ${this.full}`;
  }
}

/** Whether a known name starts with the word: most words of a text need no more than this. */
function mayOpen(token: AnalysedToken, { openings }: DocumentFacts): boolean {
  const { folded } = token;
  const stem = token.word.stem.folded;
  return openings.has(folded) || (stem !== folded && openings.has(stem));
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
  { names, openings }: DocumentFacts,
  mayStandAlone: MayStandAlone,
): Found | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const { stem } = first;
  const whole = first.word.readings[0];
  let best: Found | undefined;
  for (const reading of stem === whole ? [stem] : [whole, stem]) {
    const { folded } = reading;
    if (!openings.has(folded)) continue;
    const start = startOf(first, reading);
    let key = folded;
    for (let to = at + 1; to <= at + MOST_WORDS; to++) {
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
