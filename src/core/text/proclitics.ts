import { isArabicLetter, isMark, TATWEEL } from './chars';
import { scoreSegmentation } from './procliticScore';
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

/** The likeliest cut, by rules and the built-in lexicon. */
export function segment(word: string): Segmentation {
  const candidates = segmentationCandidates(word);
  let best = candidates[0] ?? { proclitics: [], stem: word, stemStart: 0 };
  if (candidates.length === 1) return best;
  let bestScore = -Infinity;
  for (const candidate of candidates) {
    const score = scoreSegmentation(word, candidate);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** The line with `+` after every proclitic; all other characters stay as they are. */
export function segmentLine(line: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of wordSpans(line)) {
    const { proclitics, stem } = segment(line.slice(start, end));
    out += line.slice(at, start) + [...proclitics, stem].join('+');
    at = end;
  }
  return out + line.slice(at);
}

/** Past the Arabic letter at `at` and the tashkeel and tatweel after it; `at` where there is none. */
function letterEnd(word: string, at: number): number {
  if (!isArabicLetter(word.charCodeAt(at))) return at;
  let end = at + 1;
  while (isMark(word.charCodeAt(end)) || word.charCodeAt(end) === TATWEEL) end++;
  return end;
}

/** Whether two letters or digits remain. */
function hasStem(word: string, from: number): boolean {
  let letters = 0;
  for (let i = from; i < word.length && letters < 2; i++) {
    const unit = word.charCodeAt(i);
    if (!isMark(unit) && unit !== TATWEEL) letters++;
  }
  return letters >= 2;
}
