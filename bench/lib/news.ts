// News that no one wrote: the samples' sentences in ever new orders, with other words and other numbers in
// them. Detectors keep what they know of a paragraph and of a word, so a text that repeats itself would be
// read far faster than news is.
import { sentenceSpans } from '../../src/core/text/sentences';
import { wordSpans } from '../../src/core/text/words';
import { random } from '../../test/support/random';
import { sampleTexts } from './articles';

/** Of the longer words so many are put in anew: the text has then as many different words as news has. */
const CHANGED = 0.7;
const SHORTEST = 4;
/** Different words that may come in, the frequent ones first. */
const VOCABULARY = 300_000;
/** Usual letters more often than others. */
const LETTERS = 'ررلللمممنننبببددعععسسققففححجتتكصشطضخزثذظغهوي';
const BEGINNINGS = ['', '', '', 'ال', 'ال', 'ال', 'و', 'وال', 'ب', 'لل', 'ي', 'ت', 'م'];
const ENDINGS = ['', '', '', '', 'ة', 'ة', 'ات', 'ين', 'ون', 'ي', 'ية', 'ها', 'ا'];

/** The same news for the same seed. */
export class News {
  private readonly next: () => number;
  private readonly sentences: readonly string[];
  /** By rank; those that no sample has are made when they are first wanted. */
  private readonly words: string[];

  constructor(seed = 1) {
    this.next = random(seed);
    this.sentences = sampleTexts().flatMap((text) =>
      sentenceSpans(text).map(({ start, end }) => text.slice(start, end).trim()),
    );
    this.words = [...new Set(this.sentences.flatMap(longWords))];
  }

  /** Two to five sentences. */
  paragraph(): string {
    const count = 2 + Math.floor(this.next() * 4);
    return Array.from({ length: count }, () => this.sentence()).join(' ');
  }

  /** Paragraphs of at least so many characters together. */
  text(characters: number): string {
    const lines: string[] = [];
    for (let size = 0; size < characters; size += lines.at(-1)?.length ?? 0) {
      lines.push(this.paragraph());
    }
    return lines.join('\n');
  }

  /** An article of about so many words. */
  article(words: number): string {
    const lines: string[] = [];
    for (let size = 0; size < words; size += wordSpans(lines.at(-1) ?? '').length) {
      lines.push(this.paragraph());
    }
    return lines.join('\n');
  }

  private sentence(): string {
    const source = this.pick(this.sentences);
    let [made, at] = ['', 0];
    for (const { start, end } of wordSpans(source)) {
      made += source.slice(at, start) + this.instead(source.slice(start, end));
      at = end;
    }
    return made + source.slice(at);
  }

  private instead(word: string): string {
    if (/^\d+$/.test(word))
      return word.replace(/\d/g, () => String(1 + Math.floor(this.next() * 9)));
    if (word.length < SHORTEST || this.next() > CHANGED) return word;
    // Zipf's law: the word of rank r comes about 1/r as often as the first.
    return (this.words[Math.floor(VOCABULARY ** this.next()) - 1] ??= this.coin());
  }

  private coin(): string {
    const root = Array.from({ length: 3 + Math.floor(this.next() * 2) }, () =>
      this.pick([...LETTERS]),
    );
    if (this.next() < 0.5)
      root.splice(1 + Math.floor(this.next() * 2), 0, this.pick(['ا', 'ي', 'و']));
    return this.pick(BEGINNINGS) + root.join('') + this.pick(ENDINGS);
  }

  private pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }
}

function longWords(sentence: string): string[] {
  const words = wordSpans(sentence).map(({ start, end }) => sentence.slice(start, end));
  return words.filter((word) => word.length >= SHORTEST && !/\d/.test(word));
}
