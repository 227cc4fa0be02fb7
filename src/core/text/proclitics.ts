import { isArabicLetter, isMark, TATWEEL } from './chars';
import type { CutModel } from './cutModel';
import { isCertain, isConjunction, isPrefix, plain } from './procliticRules';
import { wordSpans } from './words';

/**
 * A written word cut after its proclitics. The pieces are the written letters, with the tashkeel and
 * tatweel that follow them, and join to the word: للسفارة is `ل` + `لسفارة`.
 */
export interface Segmentation {
  readonly proclitics: readonly string[];
  readonly stem: string;
  /** UTF-16 offset of the stem in the word. */
  readonly stemStart: number;
}

const CONJUNCTIONS = 'وف';
const PREFIXES = 'بكلس';

/** The ways to cut a word that its letters allow, the whole word first; two letters at least remain. */
export function segmentationCandidates(word: string): Segmentation[] {
  const candidates: Segmentation[] = [{ proclitics: [], stem: word, stemStart: 0 }];
  const first = letterEnd(word, 0);
  const second = letterEnd(word, first);
  if (first === 0) return candidates;
  const add = (...ends: number[]): void => {
    const stemStart = ends.at(-1) ?? 0;
    if (!hasStem(word, stemStart)) return;
    const proclitics = ends.map((end, i) => word.slice(i === 0 ? 0 : ends[i - 1], end));
    candidates.push({ proclitics, stem: word.slice(stemStart), stemStart });
  };
  if (CONJUNCTIONS.includes(word.charAt(0))) {
    add(first);
    if (second > first && PREFIXES.includes(word.charAt(first))) add(first, second);
  } else if (PREFIXES.includes(word.charAt(0))) add(first);
  return candidates;
}

/** Cuts one word. The answer depends on the word alone. */
export type Segment = (word: string) => Segmentation;

/** How much the rules' answer counts beside the trained weights. */
const RULES = 4;

/** A segmenter that takes the likeliest cut: by rules and the built-in lexicon, and by trained weights where given. */
export function createSegmenter(model?: CutModel): Segment {
  const cuts = (letters: string, rule: (letters: string) => boolean): boolean => {
    const ruled = rule(letters);
    if (model === undefined || isCertain(letters)) return ruled;
    return model.score(letters) + (ruled ? RULES : -RULES) > 0;
  };
  return (word) => {
    if (isPlainStart(word.charCodeAt(0))) return { proclitics: [], stem: word, stemStart: 0 };
    const letters = lettersOf(plain(word));
    let count = 0;
    if (CONJUNCTIONS.includes(letters.charAt(0)) && cuts(letters, isConjunction)) count = 1;
    const rest = letters.slice(count);
    if (PREFIXES.includes(rest.charAt(0)) && cuts(rest, isPrefix)) count++;
    return cutAfter(word, count);
  };
}

let current = createSegmenter();

/**
 * The likeliest cut. One segmenter serves the whole program, so that what is suggested, snapped, searched
 * and exported agrees on where words begin.
 */
export const segment: Segment = (word) => current(word);

/** Lets `segment` use trained weights too. For the program's start, before any text is read. */
export function useCutModel(model: CutModel): void {
  current = createSegmenter(model);
}

/** The word without the number or Latin word that is written onto its end: بنسبة5. */
function lettersOf(word: string): string {
  return /^[\u0621-\u064a]{3,}/.exec(word)?.[0] ?? word;
}

/** A letter as it is usually written that is no proclitic. */
function isPlainStart(unit: number): boolean {
  return unit >= 0x0621 && unit <= 0x063a && unit !== 0x0628 && unit !== 0x0633;
}

/** The line with `+` after every proclitic; all other characters stay as they are. */
export function segmentLine(line: string, cut: Segment = segment): string {
  let out = '';
  let at = 0;
  for (const { start, end } of wordSpans(line)) {
    const { proclitics, stem } = cut(line.slice(start, end));
    out += line.slice(at, start) + [...proclitics, stem].join('+');
    at = end;
  }
  return out + line.slice(at);
}

/** The word cut after its first `count` letters; whole where too little would remain. */
function cutAfter(word: string, count: number): Segmentation {
  const proclitics: string[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const end = letterEnd(word, at);
    if (!hasStem(word, end)) break;
    proclitics.push(word.slice(at, end));
    at = end;
  }
  return { proclitics, stem: word.slice(at), stemStart: at };
}

/** Past the Arabic letter at `at` and the tashkeel and tatweel after it; `at` where there is none. */
function letterEnd(word: string, at: number): number {
  if (!isArabicLetter(word.charCodeAt(at))) return at;
  let end = at + 1;
  while (isMark(word.charCodeAt(end)) || word.charCodeAt(end) === TATWEEL) end++;
  return end;
}

/** Whether two letters or digits remain, or the pronoun of به and لك. */
function hasStem(word: string, from: number): boolean {
  let letters = 0;
  let first = 0;
  for (let i = from; i < word.length && letters < 2; i++) {
    const unit = word.charCodeAt(i);
    if (isMark(unit) || unit === TATWEEL) continue;
    if (letters++ === 0) first = i;
  }
  return letters >= 2 || (letters === 1 && isPronounAfter(word, first, from));
}

function isPronounAfter(word: string, at: number, from: number): boolean {
  let before = from - 1;
  while (before > 0 && (isMark(word.charCodeAt(before)) || word.charCodeAt(before) === TATWEEL))
    before--;
  return 'هك'.includes(word.charAt(at)) && 'بل'.includes(word.charAt(before));
}
