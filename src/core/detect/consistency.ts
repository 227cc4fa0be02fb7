import type { Localized } from '../model/issue';
import type { Analysis, AnalysedToken } from './analysis';
import type { EntitySuggestion } from './detector';
import { AGAIN, MOST_WORDS, type DocumentFacts, type KnownName } from './knownNames';
import { stemOf } from './stems';
import { isPlainWord, isWord, looksForeign, looksNisba, type Vocabulary } from './vocabulary';

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
      detector: AGAIN,
      why: [new NamedElsewhere(name.full)],
    });
    i = to - 1;
  }
  return again;
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
