// What a data set's spans allow the tags of our tokens to be. Where a data set is noisy or means
// something else by a label, more than one tag is allowed and the model is left to decide.
import type { AnalysedToken } from '../../src/core/detect/analysis';
import { beginTag, insideTag, OUTSIDE, type EntityClass } from '../../src/core/detect/model/tags';
import type { GoldSpan, Sentence } from './columns';

export type Domain = 'news' | 'encyclopedia' | 'nested';

/** Certain class, or the classes that are possible besides none. */
type Reading = { readonly sure: EntityClass } | { readonly maybe: readonly EntityClass[] };

const FLAT: Readonly<Record<string, Reading>> = {
  PERS: { sure: 'PERS' },
  PER: { sure: 'PERS' },
  LOC: { sure: 'LOC' },
  ORG: { sure: 'ORG' },
  MISC: { sure: 'MISC' },
  MIS: { maybe: ['MISC'] },
};

const NESTED: Readonly<Record<string, Reading>> = {
  PERS: { sure: 'PERS' },
  GPE: { sure: 'LOC' },
  LOC: { sure: 'LOC' },
  ORG: { sure: 'ORG' },
  FAC: { maybe: ['LOC', 'ORG', 'MISC'] },
  NORP: { maybe: ['MISC', 'ORG', 'LOC'] },
  EVENT: { maybe: ['MISC', 'ORG'] },
  LAW: { maybe: ['MISC'] },
  PRODUCT: { maybe: ['MISC'] },
  LANGUAGE: { maybe: ['MISC'] },
  WEBSITE: { maybe: ['MISC', 'ORG'] },
  CURR: { maybe: ['MISC'] },
};

/** Labels of the nested data that hold others; what is in them counts as if it stood alone. */
const TRANSPARENT = new Set([
  'OCC',
  'DATE',
  'TIME',
  'CARDINAL',
  'ORDINAL',
  'MONEY',
  'PERCENT',
  'QUANTITY',
  'UNIT',
]);

/** Allowed tags, a bit each, for every token; `isPlace` says whether a phrase is a listed country or town. */
export function allowedTags(
  sentence: Sentence,
  tokens: readonly AnalysedToken[],
  domain: Domain,
  isPlace: (span: GoldSpan) => boolean,
): Int32Array {
  const allowed = new Int32Array(tokens.length).fill(1 << OUTSIDE);
  const readings = domain === 'nested' ? NESTED : FLAT;
  for (const span of outermost(sentence.spans)) {
    const reading = readings[span.label];
    if (reading === undefined) continue;
    // A country that acts is an organisation in some data and a place in others.
    const doubtful = domain === 'nested' && span.label === 'ORG' && isPlace(span);
    mark(allowed, tokens, span, doubtful ? { maybe: ['LOC', 'ORG'] } : reading);
  }
  return allowed;
}

function outermost(spans: readonly GoldSpan[]): GoldSpan[] {
  const names = spans.filter((span) => !TRANSPARENT.has(span.label));
  names.sort((a, b) => a.start - b.start || b.end - a.end || a.level - b.level);
  const kept: GoldSpan[] = [];
  for (const span of names) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}

function mark(
  allowed: Int32Array,
  tokens: readonly AnalysedToken[],
  span: GoldSpan,
  reading: Reading,
): void {
  const inside = tokens.flatMap((token, i) =>
    token.start >= span.start && token.end <= span.end ? [i] : [],
  );
  const isName = (i: number | undefined): boolean => {
    const kind = tokens[i ?? -1]?.kind;
    return kind === 'word' || kind === 'number';
  };
  // Signs at the edges belong to no name, wherever the data's tokens end.
  while (inside.length > 0 && !isName(inside[0])) inside.shift();
  while (inside.length > 0 && !isName(inside.at(-1))) inside.pop();
  inside.forEach((at, i) => {
    const tag = i === 0 ? beginTag : insideTag;
    if ('sure' in reading) allowed[at] = 1 << tag(reading.sure);
    else {
      for (const name of reading.maybe) {
        allowed[at] = (allowed[at] ?? 0) | (1 << beginTag(name)) | (1 << insideTag(name));
      }
    }
  });
}
