// Trains the weights for cutting proclitics: `npm run train:proclitics -- --data DIR [--out FILE] [--seed N]`.
// DIR has ud-arabic-pud/, and anercorp/, aqmar/ and wojood/ for their words alone, whose labels and sentences
// are not looked at. Prints the share of right words with each fifth of the documents left out in turn.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CutFeatures, hashWord, type Familiarity } from '../../src/core/text/cutFeatures';
import { CutModel, writeCutModel, type CutWeights } from '../../src/core/text/cutModel';
import { isCertain, isConjunction, isPrefix, plain } from '../../src/core/text/procliticRules';
import { createSegmenter, type Segment } from '../../src/core/text/proclitics';
import { random } from '../../test/support/random';
import { optionsOf, wrongUse } from '../lib/options.mjs';
import { scoreOf, train, type Decision, type Weights } from './logistic';
import { readGold, type GoldWord } from './procliticGold';

const USAGE = 'usage: npm run train:proclitics -- --data DIR [--out FILE] [--seed N]';
const { values } = optionsOf(USAGE, {
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models/proclitics-1.bin' },
    seed: { type: 'string', default: '1' },
    least: { type: 'string', default: '0.12' },
  },
});
const folder = values.data ?? wrongUse(USAGE);

const FOLDS = 5;
/** How much a word counts of which only the rules and the first weights agree. */
const AGREED = 0.2;
/** How sure the first weights must be to agree. */
const SURE = 0.5;

/** How often each word, in plain spelling, is written. */
function countWords(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of ['anercorp/train.txt', 'aqmar/train.txt', 'wojood/train.txt']) {
    for (const line of readFileSync(join(folder, path), 'utf8').split('\n')) {
      const word = plain(line.split(' ')[0] ?? '').replace(/[^\u0621-\u064a]/g, '');
      if (word.length > 1) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Steps in which counts are kept. */
function levelOf(count: number): number {
  return [1, 2, 4, 12, 50].filter((least) => count >= least).length;
}

const counts = countWords();
const levels = new Map<number, number>();
{
  const byHash = new Map<number, number>();
  for (const [word, count] of counts) {
    const hash = hashWord(word);
    byHash.set(hash, (byHash.get(hash) ?? 0) + count);
  }
  for (const [hash, count] of byHash) levels.set(hash, levelOf(count));
}
const familiarity: Familiarity = (hash) => levels.get(hash) ?? 0;
const extractor = new CutFeatures(familiarity);

function featuresOf(word: string): Int32Array {
  extractor.extract(word);
  return extractor.hashes.slice(0, extractor.count);
}

/** The questions that a word asks, one letter after the other: the word from that letter on, and which letter it is. */
function* questions(word: string, isCut: (rest: string, at: number) => boolean) {
  let rest = plain(word);
  for (const [at, letters] of ['وف', 'بكلس'].entries()) {
    if (!letters.includes(rest.charAt(0))) continue;
    const cut = isCut(rest, at);
    if (!isCertain(rest)) yield { rest, cut };
    if (!cut && at === 0) return;
    rest = rest.slice(1);
  }
}

function decisionsOf({ word, cut }: GoldWord): Decision[] {
  let left = cut;
  return [...questions(word, () => left-- > 0)].map(({ rest, cut: yes }) => ({
    features: featuresOf(rest),
    yes,
    weight: 1,
  }));
}

/** Words of the raw text on which the rules and the first weights agree. */
function agreed(first: Weights): Decision[] {
  const decisions: Decision[] = [];
  for (const [word, count] of counts) {
    const rule = (rest: string, at: number) => (at === 0 ? isConjunction(rest) : isPrefix(rest));
    for (const { rest, cut } of questions(word, rule)) {
      const features = featuresOf(rest);
      const score = scoreOf(first, features);
      if (score > 0 !== cut || Math.abs(score) < SURE) continue;
      decisions.push({ features, yes: cut, weight: AGREED * Math.min(2, Math.sqrt(count)) });
    }
  }
  return decisions;
}

function learn(words: readonly GoldWord[]): CutWeights {
  const settings = { epochs: 8, rate: 0.1, l2: 2e-4, random: random(Number(values.seed)) };
  const gold = words.flatMap(decisionsOf);
  const first = train(gold, settings);
  return compress(train([...gold, ...agreed(first)], settings));
}

/** One byte a weight; those that say next to nothing go. */
function compress(trained: Weights): CutWeights {
  const least = Number(values.least);
  const kept = [...trained].filter(([, weight]) => Math.abs(weight) >= least);
  const unsigned = ([a]: readonly [number, number], [b]: readonly [number, number]) =>
    (a >>> 0) - (b >>> 0);
  kept.sort(unsigned);
  const largest = kept.reduce((most, [, weight]) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127;
  const words = [...levels].sort(unsigned);
  return {
    keys: Uint32Array.from(kept, ([key]) => key >>> 0),
    weights: Int8Array.from(kept, ([, weight]) => Math.round(weight / scale)),
    scale,
    words: Uint32Array.from(words, ([hash]) => hash >>> 0),
    levels: Uint8Array.from(words, ([, level]) => level),
  };
}

function wrongOf(segment: Segment, words: readonly GoldWord[]): readonly GoldWord[] {
  return words.filter(({ word, cut }) => segment(word).proclitics.length !== cut);
}

const share = (wrong: number, all: number): string => `${((1 - wrong / all) * 100).toFixed(2)} %`;

const gold = readGold(join(folder, 'ud-arabic-pud/ar_pud-ud-test.conllu'));
const documents = [...new Set(gold.map(({ document }) => document))];
const foldOf = new Map(documents.map((document, at) => [document, at % FOLDS]));
console.log(
  `${gold.length} words of ${documents.length} documents, ${levels.size} words of raw text`,
);
const rules = createSegmenter();
const wrong: GoldWord[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const isHeld = ({ document }: GoldWord): boolean => foldOf.get(document) === fold;
  const model = new CutModel(learn(gold.filter((word) => !isHeld(word))));
  const held = gold.filter(isHeld);
  const errors = wrongOf(createSegmenter(model), held);
  wrong.push(...errors);
  const byRules = share(wrongOf(rules, held).length, held.length);
  console.log(`  fifth ${fold + 1}: ${share(errors.length, held.length)}, rules alone ${byRules}`);
}
const byRules = share(wrongOf(rules, gold).length, gold.length);
console.log(`cross-validated: ${share(wrong.length, gold.length)}, rules alone ${byRules}`);
const whole = share(gold.filter(({ cut }) => cut > 0).length, gold.length);
console.log(`no word cut: ${whole}`);

const weights = learn(gold);
const bytes = writeCutModel(weights);
writeFileSync(values.out, bytes);
console.log(`${weights.keys.length} features, ${bytes.length} bytes, written to ${values.out}`);
