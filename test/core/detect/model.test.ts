import assert from 'node:assert/strict';
import { analyse, Analyser } from '../../../src/core/detect/analysis';
import { FeatureExtractor } from '../../../src/core/detect/model/features';
import { KeyIndex } from '../../../src/core/text/keyIndex';
import { Lattice, TRANSITION_COUNT } from '../../../src/core/detect/model/lattice';
import { parseModel, writeModel } from '../../../src/core/detect/model/modelFile';
import { outsideLead, Scorer } from '../../../src/core/detect/model/scorer';
import { mayFollow, TAG_COUNT } from '../../../src/core/detect/model/tags';
import { WeightTable } from '../../../src/core/detect/model/weightTable';
import { formsOf, WordBook } from '../../../src/core/detect/model/wordBook';
import { createWordFlags } from '../../../src/core/detect/model/wordFlags';
import { createVocabulary } from '../../../src/core/detect/vocabulary';
import { random } from '../../support/random';
import { FILE, LESSONS, WEIGHTS } from './modelLessons';

const numbers = (seed: number, count: number, scale: number): Float32Array => {
  const next = random(seed);
  return Float32Array.from({ length: count }, () => (next() - 0.5) * scale);
};

describe('the file of a model', () => {
  it('gives back what was written', () => {
    const file = parseModel(FILE);
    assert.ok(file.ok);
    assert.deepEqual(file.weights.keys, WEIGHTS.keys);
    assert.deepEqual(file.weights.weights, WEIGHTS.weights);
    assert.deepEqual(file.weights.transitions, WEIGHTS.transitions);
    assert.deepEqual([...file.weights.rare, ...file.weights.common], [3, 9, 7]);
    assert.ok(Math.abs(file.weights.scale - WEIGHTS.scale) < 1e-7);
  });

  it('is read wherever its bytes lie', () => {
    for (let shift = 1; shift < 5; shift++) {
      const buffer = new Uint8Array(FILE.length + shift);
      buffer.set(FILE, shift);
      const file = parseModel(buffer.subarray(shift));
      assert.ok(file.ok);
      assert.deepEqual(file.weights.keys, WEIGHTS.keys);
    }
  });

  it('is refused when it is damaged, and says so', () => {
    const next = random(5);
    for (let i = 0; i < 200; i++) {
      const damaged = FILE.slice();
      const at = Math.floor(next() * (i < 100 ? 28 : damaged.length));
      damaged[at] = ((damaged[at] ?? 0) + 1 + Math.floor(next() * 254)) & 0xff;
      assert.equal(parseModel(damaged).ok, false, `byte ${at}`);
    }
  });

  it('is refused when it is cut off, too long or something else', () => {
    for (const length of [0, 3, 27, 28, 388, FILE.length - 1]) {
      assert.equal(parseModel(FILE.subarray(0, length)).ok, false);
    }
    assert.equal(parseModel(Uint8Array.of(...FILE, 0)).ok, false);
    assert.equal(parseModel(new TextEncoder().encode('{"weights": []}'.repeat(40))).ok, false);
  });

  it('is refused when its keys are out of order', () => {
    const keys = WEIGHTS.keys.slice().reverse();
    assert.equal(parseModel(writeModel({ ...WEIGHTS, keys })).ok, false);
  });
});

describe('tables of hashes', () => {
  const next = random(11);
  const keys = Uint32Array.from([
    ...new Set(Array.from({ length: 900 }, () => Math.floor(next() * 2 ** 32))),
  ]).sort();

  it('find every key at its place and no other', () => {
    const index = new KeyIndex(keys);
    keys.forEach((key, i) => assert.equal(index.find(key | 0), i));
    for (const key of keys) if (!keys.includes(key + 1)) assert.equal(index.find(key + 1), -1);
    assert.equal(new KeyIndex(new Uint32Array(0)).find(1), -1);
  });

  it('sum weights as one would by hand', () => {
    const weights = Int8Array.from(numbers(4, keys.length * TAG_COUNT, 254));
    const table = new WeightTable(keys, weights);
    const asked = Int32Array.from({ length: 300 }, (_, i) =>
      i % 3 === 0 ? i : (keys[(i * 7) % keys.length] ?? 0) | 0,
    );
    const sums = new Int32Array(2 * TAG_COUNT).fill(5);
    table.add(asked, 290, sums, TAG_COUNT);
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let sum = 5;
      for (const hash of asked.subarray(0, 290)) {
        const at = keys.indexOf(hash >>> 0);
        if (at >= 0) sum += weights[at * TAG_COUNT + tag] ?? 0;
      }
      assert.equal(sums[TAG_COUNT + tag], sum);
    }
  });
});

describe('the lattice', () => {
  const transitions = numbers(2, TRANSITION_COUNT, 3);
  const lattice = new Lattice(transitions);
  const COUNT = 4;

  /** Every path with its score. */
  const paths = (scores: Float32Array): { path: number[]; score: number }[] => {
    let all = [{ path: [] as number[], score: 0 }];
    for (let i = 0; i < COUNT; i++) {
      all = all.flatMap(({ path, score }) =>
        Array.from({ length: TAG_COUNT }, (_, tag) => tag)
          .filter((tag) => mayFollow(path.at(-1) ?? -1, tag))
          .map((tag) => {
            const move = transitions[(path.at(-1) ?? TAG_COUNT) * TAG_COUNT + tag] ?? 0;
            return {
              path: [...path, tag],
              score: score + move + (scores[i * TAG_COUNT + tag] ?? 0),
            };
          }),
      );
    }
    return all;
  };

  it('agrees with a count of all paths', () => {
    const scores = numbers(3, COUNT * TAG_COUNT, 6);
    const all = paths(scores);
    const total = Math.log(all.reduce((sum, { score }) => sum + Math.exp(score), 0));
    assert.ok(Math.abs(lattice.run(scores, COUNT) - total) < 1e-6);
    for (let i = 0; i < COUNT; i++) {
      for (let tag = 0; tag < TAG_COUNT; tag++) {
        const part = all.filter(({ path }) => path[i] === tag);
        const share = part.reduce((sum, { score }) => sum + Math.exp(score - total), 0);
        assert.ok(Math.abs((lattice.marginals[i * TAG_COUNT + tag] ?? 0) - share) < 1e-6);
      }
    }
  });

  it('finds the best path, be it outside of names or in them', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const scores = numbers(seed, COUNT * TAG_COUNT, 6);
      // Some tokens are far from any name, as most of a text are.
      for (let i = 0; i < COUNT; i++) scores[i * TAG_COUNT]! += ((seed >> i) & 1) * 8;
      const best = paths(scores).reduce((a, b) => (b.score > a.score ? b : a));
      const tags = new Uint8Array(COUNT);
      lattice.best(scores, COUNT, tags);
      assert.deepEqual([...tags], best.path, `seed ${seed}`);
    }
  });

  it('leaves no sum in paths that are not allowed', () => {
    const scores = numbers(8, COUNT * TAG_COUNT, 6);
    lattice.run(scores, COUNT, Int32Array.of(1, 2, 4, -1));
    const at = (i: number, tag: number) => lattice.marginals[i * TAG_COUNT + tag] ?? 0;
    assert.deepEqual(
      [at(0, 0), at(1, 1), at(2, 2)].map((p) => p.toFixed(6)),
      ['1.000000', '1.000000', '1.000000'],
    );
  });
});

const SOURCES = {
  flags: createWordFlags(createVocabulary()),
  familiarity: (stem: number) => stem & 1,
  book: new WordBook(new Uint8Array(1 << 10)),
};

describe('the word book', () => {
  const book = new WordBook(new Uint8Array(1 << 8));
  ['كاتب', 'الكاتب', 'كاتبها', 'يكتب', 'دنقوش'].forEach((word) => book.add(word));

  it('has what was put in, and little else', () => {
    assert.ok(book.has('الكاتب') && book.has('دنقوش'));
    const next = random(4);
    const letter = () => String.fromCharCode(0x0628 + Math.floor(next() * 18));
    const others = Array.from({ length: 500 }, () => Array.from({ length: 9 }, letter).join(''));
    assert.ok(others.filter((word) => book.has(word)).length < 5);
    assert.ok(!new WordBook(new Uint8Array(0)).has('كاتب'));
  });

  it('knows a noun by its forms, with its article or without, and a name by its having none', () => {
    assert.equal(formsOf('كاتب', book), formsOf('الكاتب', book));
    assert.equal(formsOf('كاتب', book), 0b111);
    assert.equal(formsOf('دنقوش', book), 0b1);
    assert.equal(formsOf('سمرقين', book), 0);
  });
});

describe('the scorer', () => {
  it('sums what the trainer sees, whatever it has kept', () => {
    const extractor = new FeatureExtractor(SOURCES);
    const words = [...LESSONS.flat().map(([word]) => word), '،', '7', 'وسمرقين', 'العراق'];
    const next = random(9);
    const line = () =>
      Array.from({ length: 15 }, () => words[Math.floor(next() * words.length)]).join(' ');
    const table = new WeightTable(WEIGHTS.keys, WEIGHTS.weights);
    const shared = new Analyser();
    // The last has room for fewer words than there are.
    const readers = [
      { analyser: shared, scorer: new Scorer(table, SOURCES, Infinity) },
      { analyser: shared, scorer: new Scorer(table, SOURCES, Infinity) },
      { analyser: new Analyser(), scorer: new Scorer(table, SOURCES, Infinity, 16) },
    ];
    // This one leaves out the surroundings of words that lie outside of names by themselves.
    const SURE = 6;
    const hasty = new Scorer(table, SOURCES, SURE);
    let short = 0;
    for (let round = 0; round < 60; round++) {
      const text = line();
      const { tokens } = analyse(text);
      const rules = Int32Array.from(tokens, () => Math.floor(next() * 3));
      const to = tokens.length - 1;
      extractor.extract(tokens, 1, to, rules);
      const wanted = new Int32Array((to - 1) * TAG_COUNT);
      for (let i = 0; i < to - 1; i++) {
        const hashes = extractor.hashes.slice(extractor.starts[i], extractor.starts[i + 1]);
        table.add(hashes, hashes.length, wanted, i * TAG_COUNT);
      }
      for (const { analyser, scorer } of readers) {
        const sums = new Int32Array(tokens.length * TAG_COUNT);
        scorer.score(analyser.analyse(text).tokens, 1, to, rules, sums);
        assert.deepEqual(sums.subarray(0, wanted.length), wanted);
      }
      const sums = new Int32Array(tokens.length * TAG_COUNT);
      hasty.score(tokens, 1, to, rules, sums);
      for (let row = 0; row < wanted.length; row += TAG_COUNT) {
        const [some, all] = [sums, wanted].map((from) => from.subarray(row, row + TAG_COUNT));
        if (outsideLead(sums, row) > SURE) short++;
        else assert.deepEqual(some, all, text);
      }
    }
    assert.ok(short > 60);
  });
});

describe('features', () => {
  const extractor = new FeatureExtractor(SOURCES);
  const of = (text: string): number[] => {
    const { tokens } = analyse(text);
    extractor.extract(tokens, 0, tokens.length, new Int32Array(tokens.length));
    return [...extractor.hashes.subarray(0, extractor.starts[tokens.length])];
  };

  it('are the same for the same text, whatever was read before', () => {
    const text = 'زار دنقوش بلدة كرنوشة، ثم عاد.';
    const first = of(text);
    of('نص آخر أطول بكثير '.repeat(200));
    assert.deepEqual(of(text), first);
  });

  it('do not depend on tashkeel and tatweel, but for the word as it is written', () => {
    const plain = new Set(of('دنقوش'));
    const marked = of('دَنْقـوش');
    const different = marked.filter((hash) => !plain.has(hash));
    assert.ok(different.length <= 1, `${different.length} differ`);
  });

  it('of a word with a proclitic share those of its stem', () => {
    const plain = new Set(of('كرنوشة'));
    const shared = of('وكرنوشة').filter((hash) => plain.has(hash)).length;
    assert.ok(shared > plain.size / 2);
  });
});
