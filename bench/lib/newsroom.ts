// A newsroom's archive as it is indexed: articles of usual length, whose words are as unevenly frequent as
// words are, with 60 annotations each.
import { CLAIM, EMPTY_RECORD, type Annotation } from '../../src/core/model/annotation';
import type { IndexSource } from '../../src/core/corpus/search/extract';
import { BUILTIN_LABELS } from '../../src/core/model/labels';
import { wordSpans } from '../../src/core/text/words';
import { random } from '../../test/support/random';
import { sampleTexts } from './articles';

const WORDS = 400;
const ENTITIES = 55;
const CLAIMS = 5;
/** Different words that an archive has, rare spellings and slips among them. */
const VOCABULARY = 300_000;
const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

export class Newsroom {
  private readonly words: readonly string[];

  constructor() {
    const next = random(7);
    const real = sampleTexts().flatMap((text) =>
      wordSpans(text).map(({ start, end }) => text.slice(start, end)),
    );
    const made = new Set(real);
    while (made.size < VOCABULARY) {
      const length = 3 + Math.floor(next() * 6);
      const letter = (): string => LETTERS[Math.floor(next() * LETTERS.length)] ?? '';
      made.add(Array.from({ length }, letter).join(''));
    }
    this.words = [...made];
  }

  /** A word that about one in so many is. */
  rare(rank: number): string {
    return this.words[rank] ?? '';
  }

  /** The n-th article of the archive, always the same. */
  article(n: number): IndexSource {
    const next = random(n + 1);
    const spans: { start: number; end: number; quote: string }[] = [];
    let text = '';
    for (let at = 0; at < WORDS; at++) {
      // Zipf's law: the word of rank r is drawn about 1/r as often as the first.
      const quote = this.words[Math.floor(VOCABULARY ** next()) - 1] ?? '';
      spans.push({ start: text.length, end: text.length + quote.length, quote });
      text += quote + (at % 60 === 59 ? '.\n' : ' ');
    }
    const annotations = [...this.entities(spans, next), ...this.claims(text, next)];
    const status = next() < 0.3 ? 'done' : next() < 0.5 ? 'in-progress' : 'todo';
    const path = `${String(Math.floor(n / 1000)).padStart(3, '0')}/${String(n).padStart(6, '0')}.txt`;
    const record = { ...EMPTY_RECORD, status, annotations } as const;
    return { path, text, record, readable: true };
  }

  private entities(
    spans: readonly { start: number; end: number; quote: string }[],
    next: () => number,
  ) {
    const labels = BUILTIN_LABELS.entities;
    return Array.from({ length: ENTITIES }, (_, at): Annotation => {
      const place = spans[Math.floor((at * WORDS) / ENTITIES)] ?? { start: 0, end: 0, quote: '' };
      const label = labels[Math.floor(next() * labels.length)]?.name ?? '';
      return { id: `e${at}`, label, ...place, by: at % 2 === 0 ? 'a' : 'b' };
    });
  }

  private claims(text: string, next: () => number): Annotation[] {
    const kinds = BUILTIN_LABELS.claimKinds;
    return text
      .split('\n')
      .slice(0, CLAIMS)
      .map((line, at) => {
        const start = text.indexOf(line);
        const kind = kinds[Math.floor(next() * kinds.length)]?.name ?? '';
        const first = line.indexOf(' ');
        const source = { start, end: start + first, quote: line.slice(0, first) };
        const span = {
          start: start + first + 1,
          end: start + line.length,
          quote: line.slice(first + 1),
        };
        return { id: `c${at}`, label: CLAIM, ...span, claim: { kind, mode: 'indirect', source } };
      });
  }
}
