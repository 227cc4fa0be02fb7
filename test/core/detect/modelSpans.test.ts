import assert from 'node:assert/strict';
import { Analyser } from '../../../src/core/detect/analysis';
import { loadModel, type ModelSpan } from '../../../src/core/detect/model/entityModel';
import { Lattice } from '../../../src/core/detect/model/lattice';
import { writeModel } from '../../../src/core/detect/model/modelFile';
import { classOf, isInside, OUTSIDE, TAG_COUNT } from '../../../src/core/detect/model/tags';
import { createWordFlags } from '../../../src/core/detect/model/wordFlags';
import { createVocabulary } from '../../../src/core/detect/vocabulary';
import { random } from '../../support/random';
import { tinyModel, type Lesson } from '../../support/tinyModel';

const LESSONS: readonly Lesson[] = [
  [
    ['التقى', ''],
    ['بلمون', 'PERS'],
    ['قرطوش', 'PERS'],
    ['سكان', ''],
    ['فلنطورة', 'LOC'],
    ['أمس', ''],
  ],
  [
    ['باعت', ''],
    ['مركوتل', 'ORG'],
    ['أسهمها', ''],
    ['في', ''],
    ['السوق', ''],
  ],
];
const PLAIN = 'ثم قال الناس في السوق إن الأسعار ارتفعت أمس وإن سكان القرى ينتظرون المطر'.split(' ');
const NAMES = ['بلمون قرطوش', 'بلمون', 'فلنطورة', 'مركوتل', 'قرطوش فلنطورة'];

describe('spans of the model', () => {
  const weights = tinyModel(LESSONS);
  const loaded = loadModel(writeModel(weights));
  assert.ok(loaded.ok);
  const { model } = loaded;
  const lattice = new Lattice(weights.transitions);
  const scorer = model.scorer(createWordFlags(createVocabulary()));
  const analyser = new Analyser();

  /** Over the whole sentence at once. */
  const slowly = (text: string): ModelSpan[] => {
    const { tokens } = analyser.analyse(text);
    const count = tokens.length;
    const sums = new Int32Array(count * TAG_COUNT);
    scorer.score(tokens, 0, count, new Int32Array(count), sums);
    const scores = Float32Array.from(sums, (sum) => sum * Math.fround(weights.scale));
    const tags = new Uint8Array(count);
    lattice.best(scores, count, tags);
    lattice.run(scores, count);
    const at = (i: number, tag: number) => lattice.marginals[i * TAG_COUNT + tag] ?? 0;
    const spans: ModelSpan[] = [];
    tags.forEach((tag, from) => {
      const name = isInside(tag) || tag === OUTSIDE ? undefined : classOf(tag);
      if (name === undefined) return;
      let to = from + 1;
      while (isInside(tags[to] ?? OUTSIDE)) to++;
      const all = Array.from({ length: to - from }, (_, i) => at(from + i, tags[from + i] ?? 0));
      if (to < count) all.push(1 - at(to, tag + 1));
      spans.push({ name, from, to, probability: Math.min(...all) });
    });
    return spans;
  };

  it('are those of the whole sentence, and as sure', () => {
    const next = random(31);
    const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
    let names = 0;
    for (let round = 0; round < 300; round++) {
      const rare = next();
      const words = Array.from({ length: 60 }, () => pick(next() < rare ? PLAIN : NAMES));
      const text = words.join(' ');
      const { tokens } = analyser.analyse(text);
      const spans = model.spans(scorer, tokens, 0, tokens.length, new Int32Array(tokens.length));
      const wanted = slowly(text);
      const edges = (list: readonly ModelSpan[]) =>
        list.map(({ name, from, to }) => `${name} ${from} ${to}`);
      assert.deepEqual(edges(spans), edges(wanted), text);
      spans.forEach(({ probability }, i) => {
        const off = Math.abs(probability - (wanted[i]?.probability ?? 0));
        assert.ok(off < 0.001, `${off} off in ${text}`);
      });
      names += spans.length;
    }
    assert.ok(names > 1000);
  });
});
