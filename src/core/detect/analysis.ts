import { sentenceSpans } from '../text/sentences';
import type { Span } from '../text/span';
import { tokenize, type Token } from '../text/tokens';
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
    const tokens = tokenize(text).map((token): AnalysedToken => {
      while (sentence < sentences.length - 1 && token.start >= (sentences[sentence]?.end ?? 0)) {
        sentence++;
      }
      return this.analysed(token, sentence);
    });
    return { text, tokens, sentences };
  }

  private analysed({ start, end, kind, text }: Token, sentence: number): AnalysedToken {
    const word = this.words.of(text, kind === 'word');
    const { folded, likely } = word;
    const whole = placed(word.readings[0], start);
    const readings = word.readings.length === 1 ? [whole] : placedAll(word, start);
    const stem = readings[likely] ?? whole;
    return { start, end, kind, text: word.text, folded, readings, stem, sentence, word };
  }
}

function placed(word: WordReading, start: number): Reading {
  const { cut, folded, proclitics } = word;
  return { start: start + cut, folded, proclitics, word };
}

function placedAll({ readings }: Word, start: number): Reading[] {
  return readings.map((reading) => placed(reading, start));
}

/** One text by itself. */
export function analyse(text: string): Analysis {
  return new Analyser().analyse(text);
}
