// Sentences as the trainer sees them: features as numbers, and the tags that each token may have.
import { analyse, type AnalysedToken } from '../../src/core/detect/analysis';
import type { EntitySuggestion } from '../../src/core/detect/detector';
import { flatten } from '../../src/core/detect/flatten';
import { FeatureExtractor } from '../../src/core/detect/model/features';
import { mix } from '../../src/core/text/hashing';
import { ruleMarks } from '../../src/core/detect/model/tokenFacts';
import type { Engine } from '../../src/core/detect/suggest';
import type { Sentence } from './columns';
import { allowedTags, type Domain } from './labels';

export interface Example {
  readonly sentence: Sentence;
  readonly tokens: readonly AnalysedToken[];
  readonly rules: readonly EntitySuggestion[];
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly allowed: Int32Array;
  /** Features that hold for the example's data set alone. */
  readonly own: readonly number[];
}

const DOMAIN_SALT: Readonly<Record<Domain, number>> = { news: 0, encyclopedia: 77, nested: 99 };

export function makeExample(
  engine: Engine,
  extractor: FeatureExtractor,
  sentence: Sentence,
  domain: Domain,
): Example {
  const { text } = sentence;
  const { tokens } = analyse(text);
  const rules = flatten(engine.paragraph(text));
  extractor.extract(tokens, 0, tokens.length, ruleMarks(tokens, rules));
  const size = extractor.starts[tokens.length] ?? 0;
  const places = new Set(rules.filter((r) => r.label === 'GPE').map((r) => r.end));
  const isPlace = (span: { start: number; end: number }): boolean =>
    places.has(span.end) && !text.slice(span.start, span.end).includes(' ');
  const plain = {
    hashes: extractor.hashes.slice(0, size),
    starts: extractor.starts.slice(0, tokens.length + 1),
  };
  return {
    sentence,
    tokens,
    rules,
    ...(domain === 'news' ? { ...plain, own: [] } : withDomain(plain, DOMAIN_SALT[domain])),
    allowed: allowedTags(sentence, tokens, domain, isPlace),
  };
}

/**
 * Each feature once as it is and once for its data set alone: what holds only there is learned by the
 * second, and left out of the model that ships.
 */
function withDomain(
  { hashes, starts }: { hashes: Int32Array; starts: Int32Array },
  salt: number,
): { hashes: Int32Array; starts: Int32Array; own: number[] } {
  const own: number[] = [];
  const doubled = new Int32Array(hashes.length * 2);
  for (let i = 0; i < starts.length - 1; i++) {
    const from = starts[i] ?? 0;
    const to = starts[i + 1] ?? 0;
    for (let f = from; f < to; f++) {
      doubled[from + f] = hashes[f] ?? 0;
      const copy = mix(hashes[f] ?? 0, salt);
      doubled[to + f] = copy;
      own.push(copy);
    }
  }
  return { hashes: doubled, starts: starts.map((start) => start * 2), own };
}
