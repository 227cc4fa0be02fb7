import { segment } from '../../text/proclitics';
import type { AnalysedToken } from '../analysis';
import type { EntitySuggestion } from '../detector';
import { hashText, mix, SEED, step } from './hashing';
import type { WordFlags } from './wordFlags';

/** What the features of a token and of its neighbours are made of. */
export interface TokenFacts {
  /** Hash of the folded word as it is written. */
  readonly word: number;
  /** Hash of the word without its proclitics. */
  readonly stem: number;
  /** The folded word without its proclitics. */
  readonly stemText: string;
  /** Hash of the proclitics; 0 for none. */
  readonly proclitics: number;
  /** Bits of the word lists that have the stem or the word. */
  readonly flags: number;
  /** Kind of token, length, definite or not: a small number. */
  readonly shape: number;
  /** Hash of the last two letters. */
  readonly ending: number;
  /** What the rules propose here: hash of label and position; 0 for nothing. */
  readonly rule: number;
}

/** What stands before the first token and after the last. */
export const EDGE: TokenFacts = {
  word: 1,
  stem: 1,
  stemText: '',
  proclitics: 0,
  flags: 0,
  shape: 1,
  ending: 1,
  rule: 0,
};

const KINDS: Readonly<Record<string, number>> = { word: 1, number: 2, punctuation: 3, symbol: 4 };

/** Offset of the token's first letter after its proclitics, and the folded rest. */
export function stemOf(token: AnalysedToken): { readonly start: number; readonly folded: string } {
  if (token.readings.length > 1) {
    const start = token.start + segment(token.text).stemStart;
    for (const reading of token.readings) if (reading.start === start) return reading;
  }
  return { start: token.start, folded: token.folded };
}

export function factsOf(token: AnalysedToken, flags: WordFlags, rule: number): TokenFacts {
  const { folded } = token;
  const { start, folded: stemText } = stemOf(token);
  const word = hashText(folded);
  const cut = start - token.start;
  const length = stemText.length;
  return {
    word,
    stem: cut === 0 ? word : hashText(stemText),
    stemText,
    proclitics: cut === 0 ? 0 : hashText(token.text, 0, cut),
    flags: (flags.get(stemText) ?? 0) | (cut === 0 ? 0 : (flags.get(folded) ?? 0)),
    shape: shapeOf(token, stemText),
    ending: hashText(stemText, Math.max(0, length - 2)),
    rule,
  };
}

/** Kind (words in Latin letters apart), definite or not, length up to 7. */
function shapeOf(token: AnalysedToken, stemText: string): number {
  const kind = KINDS[token.kind] ?? 0;
  if (kind !== 1)
    return (
      kind + 4 * (token.kind === 'number' ? Math.min(stemText.length, 5) : stemText.charCodeAt(0))
    );
  const latin = stemText.charCodeAt(0) < 0x0600 ? 1 : 0;
  const definite = stemText.startsWith('ال') && stemText.length > 3 ? 1 : 0;
  return 0x10000 + latin + 2 * definite + 4 * Math.min(stemText.length, 7);
}

/** Marks tokens with the rules' flat proposals: a hash of label, of first or further word, of detector. */
export function ruleMarks(
  tokens: readonly AnalysedToken[],
  proposals: readonly EntitySuggestion[],
): Int32Array {
  const marks = new Int32Array(tokens.length);
  let at = 0;
  for (const { label, start, end, detector } of proposals) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++;
    const name = hashText(detector, 0, detector.length) ^ hashText(label);
    for (let i = at; i < tokens.length && (tokens[i]?.start ?? end) < end; i++) {
      marks[i] = mix(name, i === at ? 1 : 2);
    }
  }
  return marks;
}

/** Hashes of the first one to four letters of a stem, or of its last ones. */
export function affixes(stem: string, fromEnd: boolean, emit: (hash: number) => void): void {
  let hash = SEED;
  const longest = Math.min(4, stem.length - 1);
  for (let i = 0; i < longest; i++) {
    hash = step(hash, stem.charCodeAt(fromEnd ? stem.length - 1 - i : i));
    emit(mix(hash, i + 1));
  }
}
