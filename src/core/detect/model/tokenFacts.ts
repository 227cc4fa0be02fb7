import type { AnalysedToken } from '../analysis';
import type { EntitySuggestion } from '../detector';
import { hashText, mix } from '../../text/hashing';
import { formsOf, type WordBook } from './wordBook';
import type { WordFlags } from './wordFlags';

/** What the features of a token and of its neighbours are made of. */
export interface TokenFacts {
  /** Hash of the folded word as it is written. */
  readonly word: number;
  /** Hash of the word with its hamzas and its last letter as they are written. */
  readonly written: number;
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
  /** How common the stem was in the training text: 0 unseen or once, 1 rare, 2 common; 3 for no word. */
  readonly known: number;
  /** Which forms of the stem are written at all: a bit each, see `formsOf`. */
  readonly forms: number;
}

/** What stands before the first token and after the last. */
export const EDGE: TokenFacts = {
  word: 1,
  written: 1,
  stem: 1,
  stemText: '',
  proclitics: 0,
  flags: 0,
  shape: 1,
  ending: 1,
  known: 3,
  forms: 0,
};

const KINDS: Readonly<Record<string, number>> = { word: 1, number: 2, punctuation: 3, symbol: 4 };

/** How common a stem is, by its hash. */
export type Familiarity = (stem: number) => number;

/** What is known of words whatever stands around them. */
export interface WordSources {
  readonly flags: WordFlags;
  readonly familiarity: Familiarity;
  readonly book: WordBook;
}

/** The same for every token that is written the same. */
export function factsOf(
  token: AnalysedToken,
  { flags, familiarity, book }: WordSources,
): TokenFacts {
  const { folded } = token;
  const { cut, folded: stemText } = token.word.stem;
  const word = hashText(folded);
  const stem = cut === 0 ? word : hashText(stemText);
  const length = stemText.length;
  return {
    word,
    written: hashText(token.text),
    stem,
    stemText,
    proclitics: cut === 0 ? 0 : hashText(token.text, 0, cut),
    flags: (flags.get(stemText) ?? 0) | (cut === 0 ? 0 : (flags.get(folded) ?? 0)),
    shape: shapeOf(token, stemText),
    ending: hashText(stemText, Math.max(0, length - 2)),
    known: token.kind === 'word' ? familiarity(stem) : 3,
    forms: token.kind === 'word' ? formsOf(stemText, book) : 0,
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
