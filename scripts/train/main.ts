// Trains the entity model: `npm run train -- --data DIR [--out FILE] [--seed N] [--tune]`.
// DIR has anercorp/, aqmar/ and wojood/. The last tenth of ANERcorp's sentences is never trained on;
// --tune leaves out the tenth before it as well, and scores that one.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EntityModel } from '../../src/core/detect/model/entityModel';
import { FeatureExtractor } from '../../src/core/detect/model/features';
import { writeModel } from '../../src/core/detect/model/modelFile';
import { ruleMarks } from '../../src/core/detect/model/tokenFacts';
import { createWordFlags } from '../../src/core/detect/model/wordFlags';
import { createEngine } from '../../src/core/detect/suggest';
import { createVocabulary } from '../../src/core/detect/vocabulary';
import { printTable, scoreSpans, type ScoreTable } from '../eval/scores';
import { readColumns } from './columns';
import { compress, train } from './crf';
import { makeExample, type Example } from './examples';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models/entities-1.bin' },
    seed: { type: 'string', default: '1' },
    tune: { type: 'boolean', default: false },
    epochs: { type: 'string', default: '12' },
    rate: { type: 'string', default: '0.1' },
    l1: { type: 'string', default: '0.3' },
    l2: { type: 'string', default: '2' },
    most: { type: 'string', default: '160000' },
    minimum: { type: 'string', default: '2' },
    dropout: { type: 'string', default: '0' },
    bias: { type: 'string', default: '0' },
  },
});
if (values.data === undefined) {
  console.error('usage: npm run train -- --data DIR [--out FILE] [--seed N] [--tune]');
  process.exit(2);
}
const folder = values.data;

const started = performance.now();
const log = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
const engine = createEngine({ off: ['claims'] });
const extractor = new FeatureExtractor(createWordFlags(createVocabulary()));

const news = readColumns(join(folder, 'anercorp/train.txt')).map((s) =>
  makeExample(engine, extractor, s, 'news'),
);
const cut = (share: number): number => Math.floor(news.length * share);
const training = [
  ...news.slice(0, values.tune ? cut(0.8) : cut(0.9)),
  ...readColumns(join(folder, 'aqmar/train.txt')).map((s) =>
    makeExample(engine, extractor, s, 'encyclopedia'),
  ),
  ...readColumns(join(folder, 'wojood/train.txt')).map((s) =>
    makeExample(engine, extractor, s, 'nested'),
  ),
];
const held = values.tune ? news.slice(cut(0.8), cut(0.9)) : news.slice(cut(0.9));
log(`${training.length} sentences read, ${held.length} held out`);

function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const own = new Set(training.flatMap((example) => example.own));

function evaluate(model: EntityModel, examples: readonly Example[], title: string): void {
  const table: ScoreTable = new Map();
  for (const { sentence, tokens, rules } of examples) {
    const { text } = sentence;
    const ours = model
      .spans(extractor, tokens, 0, tokens.length, ruleMarks(tokens, rules))
      .map(({ name, from, to }) => {
        const start = tokens[from]?.start ?? 0;
        const end = tokens[to - 1]?.end ?? 0;
        const blank = text.indexOf(' ', end);
        return {
          label: name,
          start: text.lastIndexOf(' ', start) + 1,
          end: blank < 0 ? text.length : blank,
        };
      });
    scoreSpans(table, sentence.spans, ours);
  }
  printTable(title, table);
}

const trained = train(training, {
  epochs: Number(values.epochs),
  rate: Number(values.rate),
  l1: Number(values.l1),
  l2: Number(values.l2),
  minimum: Number(values.minimum),
  dropout: Number(values.dropout),
  random: random(Number(values.seed)),
  log,
  afterEpoch: (epoch, current) => {
    if (values.tune && epoch % 3 === 0) {
      evaluate(new EntityModel(compress(current, own, 1e6)), held, `held out, epoch ${epoch}`);
    }
  },
});
const weights = compress(trained, own, Number(values.most));
const bytes = writeModel(weights);
log(`${weights.keys.length} features, ${bytes.length} bytes`);
for (const bias of [0, 0.5, 1, 1.5, 2]) {
  const w = {
    ...weights,
    transitions: weights.transitions.map((v, i) => (i % 9 === 0 ? v - bias : v)),
  };
  evaluate(new EntityModel(w), held, `held out, bias ${bias}`);
}

writeFileSync(values.out, bytes);
log(`written to ${values.out}`);
