import { sentenceSpans } from '../text/sentences';
import type { Span } from '../text/span';
import { TokenCursor, type Token, type TokenKind } from '../text/tokens';
import { WordTable, type Word, type WordReading } from './wordTable';

/** One way to read a written word: some proclitics, and the rest in folded form. */
export interface Reading {
  /** Offset in the text at which the rest starts. */
  readonly start: number;
  readonly folded: string;
  /** The folded letters cut off; empty for the whole word. */
  readonly proclitics: string;
  /** The same wherever the word stands. */
  readonly word: WordReading;
}

export interface AnalysedToken extends Token {
  /** The token with tashkeel, tatweel, alef forms, ya, ta and digits folded. */
  readonly folded: string;
  /** The whole word first, then with proclitics cut; all that the letters allow, not the likely ones only. */
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

/** A word in its place. What most tokens are never asked is made when somebody asks. */
class PlacedWord implements AnalysedToken {
  readonly text: string;
  readonly folded: string;
  private placed: readonly Reading[] | undefined;

  constructor(
    readonly start: number,
    readonly end: number,
    readonly kind: TokenKind,
    readonly sentence: number,
    readonly word: Word,
  ) {
    this.text = word.text;
    this.folded = word.folded;
  }

  get readings(): readonly Reading[] {
    return (this.placed ??= readingsAt(this.word, this.start));
  }

  get stem(): Reading {
    return this.readings.find(({ word }) => word === this.word.stem)!;
  }
}

function readingsAt({ readings }: Word, start: number): Reading[] {
  return readings.map((word) => {
    const { cut, folded, proclitics } = word;
    return { start: start + cut, folded, proclitics, word };
  });
}

/** One text by itself. */
export function analyse(text: string): Analysis {
  return new Analyser().analyse(text);
}
