import { analyse } from '../../src/core/detect/analysis';
import { FeatureExtractor } from '../../src/core/detect/model/features';
import { TRANSITION_COUNT } from '../../src/core/detect/model/lattice';
import type { ModelWeights } from '../../src/core/detect/model/modelFile';
import { beginTag, insideTag, OUTSIDE, TAG_COUNT } from '../../src/core/detect/model/tags';
import type { EntityClass } from '../../src/core/detect/model/tags';
import { WordBook } from '../../src/core/detect/model/wordBook';
import { createWordFlags } from '../../src/core/detect/model/wordFlags';
import { createVocabulary } from '../../src/core/detect/vocabulary';

const BOOK = new Uint8Array(0);

/** Words with the class of the name that they belong to: `['زار', ''], ['سمرقين', 'PERS']`. */
export type Lesson = readonly (readonly [word: string, name: EntityClass | ''])[];

/** A model that knows its few lessons by heart: a perceptron without transitions, no rules, no familiarity. */
export function tinyModel(lessons: readonly Lesson[]): ModelWeights {
  const extractor = new FeatureExtractor({
    flags: createWordFlags(createVocabulary()),
    familiarity: () => 0,
    book: new WordBook(BOOK),
  });
  const weights = new Map<number, number[]>();
  const rowOf = (hash: number): number[] => {
    const row = weights.get(hash >>> 0) ?? new Array<number>(TAG_COUNT).fill(0);
    weights.set(hash >>> 0, row);
    return row;
  };
  for (let round = 0; round < 12; round++) {
    for (const lesson of lessons) {
      const { tokens } = analyse(lesson.map(([word]) => word).join(' '));
      extractor.extract(tokens, 0, tokens.length, new Int32Array(tokens.length));
      lesson.forEach(([, name], i) => {
        const before = lesson[i - 1]?.[1];
        const right = name === '' ? OUTSIDE : before === name ? insideTag(name) : beginTag(name);
        const from = extractor.starts[i] ?? 0;
        const rows = [...extractor.hashes.subarray(from, extractor.starts[i + 1])].map(rowOf);
        const score = (tag: number) => rows.reduce((sum, row) => sum + (row[tag] ?? 0), 0);
        let best = 0;
        for (let tag = 1; tag < TAG_COUNT; tag++) if (score(tag) > score(best)) best = tag;
        for (const row of best === right ? [] : rows) {
          row[right] = (row[right] ?? 0) + 1;
          row[best] = (row[best] ?? 0) - 1;
        }
      });
    }
  }
  const sorted = [...weights].sort((a, b) => a[0] - b[0]);
  return {
    keys: Uint32Array.from(sorted, ([key]) => key),
    weights: Int8Array.from(sorted.flatMap(([, row]) => row)),
    scale: 0.2,
    transitions: new Float32Array(TRANSITION_COUNT),
    rare: Uint32Array.of(3, 9),
    common: Uint32Array.of(7),
    book: BOOK,
  };
}
