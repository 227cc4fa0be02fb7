import { sentenceSpans } from '../text/sentences';
import type { Span } from '../text/span';
import { TokenCursor, type Token, type TokenKind } from '../text/tokens';
import { WordTable, type Reading, type Word } from './wordTable';

export type { Reading } from './wordTable';

export interface AnalysedToken extends Token {
  /** The token with tashkeel, tatweel, alef forms, ya, ta and digits folded. */
  readonly folded: string;
  /** Of its word: the whole first, then with proclitics cut; all that the letters allow, not the likely ones only. */
  readonly readings: readonly Reading[];
  /** The likely one of the readings. */
  readonly stem: Reading;
  /** Index of its sentence in `Analysis.sentences`. */
  readonly sentence: number;
  /** What all tokens that are written the same share. */
  readonly word: Word;
}

/** A paragraph made ready for the detectors. Offsets are UTF-16 over `text`. */
export interface Analysis {
  readonly text: string;
  readonly tokens: readonly AnalysedToken[];
  readonly sentences: readonly Span[];
}

/** Makes paragraphs ready, and keeps what the words of the language say by themselves. */
export class Analyser {
  private readonly words = new WordTable();

  analyse(text: string): Analysis {
    const sentences = sentenceSpans(text);
    let sentence = 0;
    const tokens: PlacedWord[] = [];
    for (const at = new TokenCursor(text); at.next();) {
      const { start, end, kind } = at;
      while (sentence < sentences.length - 1 && start >= (sentences[sentence]?.end ?? 0)) {
        sentence++;
      }
      const word = this.words.of(text, start, end, kind === 'word');
      tokens.push(new PlacedWord(start, end, kind, sentence, word));
    }
    return { text, tokens, sentences };
  }
}

/** A word in its place. What it says wherever it stands is asked of the word: an article has many tokens. */
class PlacedWord implements AnalysedToken {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly kind: TokenKind,
    readonly sentence: number,
    readonly word: Word,
  ) {}

  get text(): string {
    return this.word.text;
  }

  get folded(): string {
    return this.word.folded;
  }

  get readings(): readonly Reading[] {
    return this.word.readings;
  }

  get stem(): Reading {
    return this.word.stem;
  }
}

/** Offset in the text at which a reading of the token starts, its proclitics left out. */
export function startOf(token: Span | undefined, { cut }: Reading): number {
  return (token?.start ?? 0) + cut;
}

/** One text by itself. */
export function analyse(text: string): Analysis {
  return new Analyser().analyse(text);
}
