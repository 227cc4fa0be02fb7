// Trains the entity model: `npm run train -- --data DIR [--out FILE] [--seed N] [--tune]`.
// DIR has anercorp/, aqmar/ and wojood/. The last tenth of ANERcorp's sentences is never trained on;
// --tune leaves out the tenth before it as well, and scores that one; `--without lists`, `rules`,
// `familiarity` or `forms` trains without those features, for comparison; `--runs 1` is the fast mode.
// `--words FILE` makes a new word book of a list, a word a line; else that of `--book MODEL` is kept.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntityModel } from '../../src/core/detect/model/entityModel';
import { FeatureExtractor } from '../../src/core/detect/model/features';
import { writeModel } from '../../src/core/detect/model/modelFile';
import { ruleMarks, type WordSources } from '../../src/core/detect/model/tokenFacts';
import { WordBook } from '../../src/core/detect/model/wordBook';
import { createWordFlags } from '../../src/core/detect/model/wordFlags';
import { createEngine } from '../../src/core/detect/suggest';
import { createVocabulary } from '../../src/core/detect/vocabulary';
import { optionsOf, wrongUse } from '../lib/options.mjs';
import { printTable, scoreSpans, type ScoreTable } from '../eval/scores';
import { readColumns, type Sentence } from './columns';
import { compress, trainMean } from './crf';
import { readBook } from './book';
import { makeExample, type Example } from './examples';
import { StemCounts } from './familiarity';
import type { Domain } from './labels';

const USAGE = 'usage: npm run train -- --data DIR [--out FILE] [--seed N] [--tune]';
const { values } = optionsOf(USAGE, {
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models/entities-1.bin' },
    seed: { type: 'string', default: '1' },
    tune: { type: 'boolean', default: false },
    without: { type: 'string', multiple: true, default: [] },
    epochs: { type: 'string', default: '10' },
    rate: { type: 'string', default: '0.1' },
    l1: { type: 'string', default: '0.2' },
    l2: { type: 'string', default: '2' },
    most: { type: 'string', default: '120000' },
    minimum: { type: 'string', default: '2' },
    dropout: { type: 'string', default: '0.55' },
    runs: { type: 'string', default: '3' },
    words: { type: 'string' },
    book: { type: 'string', default: 'models/entities-1.bin' },
  },
});
const folder = values.data ?? wrongUse(USAGE);

const started = performance.now();
const log = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
/** For the ablation table: what the features do without. */
const without = new Set(values.without);
const all = createEngine().detectors.map(({ id }) => id);
const engine = createEngine({ off: without.has('rules') ? all : ['claims'] });
const flags = without.has('lists')
  ? new Map<string, number>()
  : createWordFlags(createVocabulary());

const read = (path: string): Sentence[] => readColumns(join(folder, path));
const news = read('anercorp/train.txt');
const cut = (share: number): number => Math.floor(news.length * share);
const data: readonly (readonly [Domain, readonly Sentence[]])[] = [
  ['news', news.slice(0, values.tune ? cut(0.8) : cut(0.9))],
  ['encyclopedia', read('aqmar/train.txt')],
  ['nested', read('wojood/train.txt')],
];
const counts = new StemCounts(data.flatMap(([, sentences]) => sentences));
const none = { rare: new Uint32Array(0), common: new Uint32Array(0) };
const book = without.has('forms') ? new Uint8Array(0) : readBook(values.words, values.book);
const words = { ...(without.has('familiarity') ? none : counts.words()), book };
const level = (stem: number, own: number): number =>
  without.has('familiarity') ? 0 : counts.level(stem, own);
const sources = (own: number): WordSources => ({
  flags,
  familiarity: (stem) => level(stem, own),
  book: new WordBook(book),
});
const leaveOneOut = new FeatureExtractor(sources(1));
const training = data.flatMap(([domain, sentences]) =>
  sentences.map((sentence) => makeExample(engine, leaveOneOut, sentence, domain)),
);
const extractor = new FeatureExtractor(sources(0));
const held = (values.tune ? news.slice(cut(0.8), cut(0.9)) : news.slice(cut(0.9))).map((sentence) =>
  makeExample(engine, extractor, sentence, 'news'),
);
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
  const scorer = model.scorer(flags);
  for (const { sentence, tokens, rules } of examples) {
    const { text } = sentence;
    const ours = model
      .spans(scorer, tokens, 0, tokens.length, ruleMarks(tokens, rules))
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

const trained = trainMean(
  training,
  {
    epochs: Number(values.epochs),
    rate: Number(values.rate),
    l1: Number(values.l1),
    l2: Number(values.l2),
    minimum: Number(values.minimum),
    dropout: Number(values.dropout),
    random: random(Number(values.seed)),
    log,
  },
  Number(values.runs),
);
const weights = compress(trained, own, Number(values.most), words);
const bytes = writeModel(weights);
log(`${weights.keys.length} features, ${bytes.length} bytes`);
evaluate(new EntityModel(weights), held, 'held out');
writeFileSync(values.out, bytes);
log(`written to ${values.out}`);
