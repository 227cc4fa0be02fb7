import type { AnalysedToken } from '../analysis';
import { EDGE, factsOf, type TokenFacts, type WordSources } from './tokenFacts';
import { mix, SEED, step } from '../../text/hashing';
import { FORM_COUNT } from './wordBook';
import { FLAG_COUNT } from './wordFlags';

/** Number of a template: features of different templates never mean the same. */
const T = {
  bias: 1,
  word: 2,
  stem: 10,
  pair: 20,
  prefix: 30,
  suffix: 31,
  ending: 32,
  letters: 40,
  proclitics: 50,
  shape: 60,
  shapes: 65,
  flag: 70,
  flags: 80,
  rule: 90,
  rules: 95,
  written: 100,
  known: 110,
  form: 130,
  forms: 140,
} as const;

/** Longer words are given no features of their inner letters. */
const LONGEST_INNER = 14;

/** Takes a feature: its template, and the value in it. */
export type Push = (template: number, value: number) => void;

/** Places of a word around the token that is looked at: two before it, itself, two after it. */
export const ROLES = 5;
export const AT = 2;

/** Features that one word gives in one place, whatever else stands around. */
export function wordFeatures(role: number, facts: TokenFacts, push: Push): void {
  const { word, stem, shape, flags, known, ending, forms } = facts;
  push(T.word + role, word);
  for (let bit = 0; bit < FLAG_COUNT; bit++) {
    if ((flags & (1 << bit)) !== 0) push(T.flag + role, bit);
  }
  const away = role - AT;
  if (away < -1 || away > 1) return;
  push(T.stem + role, stem);
  push(T.shape + role, shape);
  push(T.known + role, mix(known, shape));
  push(T.forms + role, forms);
  if (away <= 0) push(T.written + role, facts.written);
  if (away >= 0) push(T.proclitics + role, facts.proclitics);
  if (away !== 0) push(T.ending + role, ending);
  else ownFeatures(facts, push);
}

/** Features of the token itself. */
function ownFeatures(facts: TokenFacts, push: Push): void {
  const { proclitics, flags, known, ending, forms, shape } = facts;
  push(T.bias, 0);
  letters(facts, push);
  push(T.proclitics, mix(proclitics, flags));
  push(T.known, mix(known, ending));
  push(T.flags, flags);
  for (let bit = 0; bit < FORM_COUNT; bit++) {
    push(T.form, 2 * bit + ((forms >> bit) & 1));
  }
  push(T.form + 1, mix(forms, known));
  push(T.form + 2, mix(forms, shape));
  push(T.form + 3, mix(forms, ending));
}

/** First and last letters, and all runs of three and four within. */
function letters({ stemText }: TokenFacts, push: Push): void {
  affixes(stemText, false, T.prefix, push);
  affixes(stemText, true, T.suffix, push);
  const length = Math.min(stemText.length, LONGEST_INNER);
  for (let i = -1; i < length - 1; i++) {
    const two = step(step(SEED, i < 0 ? 0x20 : stemText.charCodeAt(i)), stemText.charCodeAt(i + 1));
    const three = step(two, i + 2 < length ? stemText.charCodeAt(i + 2) : 0x20);
    push(T.letters, three);
    if (i + 2 < length) {
      push(T.letters + 1, step(three, i + 3 < length ? stemText.charCodeAt(i + 3) : 0x20));
    }
  }
}

/** The first one to four letters of a stem, or its last ones. */
function affixes(stem: string, fromEnd: boolean, template: number, push: Push): void {
  let hash = SEED;
  const longest = Math.min(4, stem.length - 1);
  for (let i = 0; i < longest; i++) {
    hash = step(hash, stem.charCodeAt(fromEnd ? stem.length - 1 - i : i));
    push(template, mix(hash, i + 1));
  }
}

/** What the rules propose for a word and for those beside it, as marks; 0 for nothing. */
export interface Marks {
  readonly ruleBefore: number;
  readonly rule: number;
  readonly ruleAfter: number;
}

export const NO_MARKS: Marks = { ruleBefore: 0, rule: 0, ruleAfter: 0 };

/** Five words, and what the rules propose for the three in the middle. */
export class Window implements Marks {
  before2 = EDGE;
  before = EDGE;
  at = EDGE;
  after = EDGE;
  after2 = EDGE;
  ruleBefore = 0;
  rule = 0;
  ruleAfter = 0;
}

/** Features of several words together. */
export function jointFeatures(window: Window, push: Push): void {
  pairs(window, push);
  unknownWords(window, push);
}

function pairs({ before2, before, at, after, after2 }: Window, push: Push): void {
  push(T.pair, mix(before.stem, at.stem));
  push(T.pair + 1, mix(at.stem, after.stem));
  push(T.pair + 2, mix(before.word, after.word));
  push(T.pair + 3, mix(before2.word, before.word));
  push(T.pair + 4, mix(after.word, after2.word));
  push(T.ending, mix(before.ending, at.ending));
  push(T.proclitics + 6, mix(at.proclitics, before.flags));
  push(T.shapes, mix(before.shape, at.shape));
  push(T.shapes + 1, mix(at.shape, after.shape));
  push(T.shapes + 2, mix(mix(before.shape, at.shape), after.shape));
  push(T.flags + 1, mix(before.flags, at.flags));
  push(T.flags + 2, mix(at.flags, after.flags));
}

/** Words that the training text did not have are often names: what is around them tells. */
function unknownWords({ before, at, after }: Window, push: Push): void {
  push(T.known + 6, mix(mix(before.known, at.known), after.known));
  push(T.known + 7, mix(at.known, before.flags));
  push(T.known + 8, mix(at.known, after.flags));
  push(T.known + 9, mix(at.known, before.stem));
  push(T.known + 10, mix(at.known, after.stem));
  push(T.forms + 6, mix(at.forms, before.forms));
  push(T.forms + 7, mix(at.forms, after.forms));
  push(T.forms + 8, mix(at.forms, before.stem));
  push(T.forms + 9, mix(at.forms, after.stem));
}

/** Features of a word and of what the rules propose for it and beside it. */
export function proposals(at: TokenFacts, marks: Marks, push: Push): void {
  const { ruleBefore, rule, ruleAfter } = marks;
  push(T.rule, rule);
  push(T.rule + 1, ruleBefore);
  push(T.rule + 2, ruleAfter);
  push(T.rules, mix(ruleBefore, rule));
  push(T.rules + 1, mix(rule, ruleAfter));
  if (rule !== 0) push(T.rules + 2, mix(rule, at.stem));
  push(T.rules + 3, mix(rule, at.shape));
  push(T.rules + 4, mix(ruleBefore, at.shape));
  push(T.proclitics + 7, mix(at.proclitics, ruleBefore));
  push(T.known + 11, mix(at.known, mix(ruleBefore, rule)));
  push(T.forms + 10, mix(at.forms, rule));
}

/** The feature of what the rules propose for a word and of the words beside it. */
export function proposalAmong({ before, rule, after }: Window, push: Push): void {
  push(T.forms + 11, mix(mix(before.forms, rule), after.known));
}

/** Sets a window to token `i` of a run, `facts` and `rules` of which it is given. */
export function moveTo(
  window: Window,
  facts: readonly TokenFacts[],
  i: number,
  rules: Int32Array,
  from: number,
): void {
  window.before2 = facts[i - 2] ?? EDGE;
  window.before = facts[i - 1] ?? EDGE;
  window.at = facts[i] ?? EDGE;
  window.after = facts[i + 1] ?? EDGE;
  window.after2 = facts[i + 2] ?? EDGE;
  window.ruleBefore = i === 0 ? 0 : (rules[from + i - 1] ?? 0);
  window.rule = rules[from + i] ?? 0;
  window.ruleAfter = i + 1 < facts.length ? (rules[from + i + 1] ?? 0) : 0;
}

/**
 * Features of a run of tokens, as hashes, for the trainer. One buffer is filled over and over: what
 * `extract` gives is valid until the next call.
 */
export class FeatureExtractor {
  /** Features of token `i` are `hashes[starts[i]]` up to, not including, `hashes[starts[i + 1]]`. */
  hashes = new Int32Array(1 << 14);
  starts = new Int32Array(1 << 8);
  private size = 0;
  private readonly window = new Window();
  private readonly push: Push = (template, value) => {
    if (this.size === this.hashes.length) {
      const larger = new Int32Array(this.size * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.size++] = mix(template, value);
  };

  constructor(private readonly sources: WordSources) {}

  /** Fills the buffers for tokens `from` to `to`; `rules` has a mark for every token. */
  extract(tokens: readonly AnalysedToken[], from: number, to: number, rules: Int32Array): void {
    const count = to - from;
    if (this.starts.length <= count) this.starts = new Int32Array(2 * count + 2);
    const facts = tokens.slice(from, to).map((token) => factsOf(token, this.sources));
    const { window, push } = this;
    this.size = 0;
    for (let i = 0; i < count; i++) {
      this.starts[i] = this.size;
      moveTo(window, facts, i, rules, from);
      for (let role = 0; role < ROLES; role++) {
        wordFeatures(role, facts[i + role - AT] ?? EDGE, push);
      }
      jointFeatures(window, push);
      proposals(window.at, window, push);
      proposalAmong(window, push);
    }
    this.starts[count] = this.size;
  }
}
