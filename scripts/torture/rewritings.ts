// Texts rewritten outside the editor, with the knowledge of where every character went.
import { isMark } from '../../src/core/text/chars';
import type { Span } from '../../src/core/text/span';
import { wordSpans } from '../../src/core/text/words';

export interface Rewritten {
  readonly text: string;
  /** Where the span's characters are now; undefined when none is left. */
  place(s: Span): Span | undefined;
  /** Whether all words of the span are still the same words, if perhaps spelled otherwise. */
  stands(s: Span): boolean;
}

export interface Rewriting {
  readonly name: string;
  readonly rewrite: (text: string, next: () => number) => Rewritten;
}

/** Writes the new text piece by piece and remembers what became of each old character. */
class Rewriter {
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly replaced: Uint8Array;
  private readonly pieces: string[] = [];
  private length = 0;

  constructor(private readonly old: string) {
    this.starts = new Int32Array(old.length).fill(-1);
    this.ends = new Int32Array(old.length).fill(-1);
    this.replaced = new Uint8Array(old.length);
  }

  keep(s: Span): void {
    for (let i = s.start; i < s.end; i++) this.put({ start: i, end: i + 1 }, this.old.charAt(i));
  }

  add(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }

  /** Writes `text` for the old span; with `other`, what stood there is another word now. */
  put(s: Span, text: string, other: boolean = false): void {
    for (let i = s.start; i < s.end; i++) {
      this.starts[i] = this.length;
      this.ends[i] = this.length + text.length;
      if (other) this.replaced[i] = 1;
    }
    this.add(text);
  }

  done(): Rewritten {
    const text = this.pieces.join('');
    const { starts, ends, replaced } = this;
    return {
      text,
      place: ({ start, end }) => {
        let [from, to] = [Infinity, -1];
        for (let i = start; i < end; i++) {
          if ((starts[i] ?? -1) === -1) continue;
          from = Math.min(from, starts[i] ?? 0);
          to = Math.max(to, ends[i] ?? 0);
        }
        return to > from ? { start: from, end: to } : undefined;
      },
      stands: ({ start, end }) => !replaced.subarray(start, end).includes(1),
    };
  }
}

/** Runs over words and what is between them. */
function byWords(
  text: string,
  word: (s: Span, out: Rewriter) => void,
  between: (s: Span, out: Rewriter) => void = (s, out) => out.keep(s),
): Rewritten {
  const out = new Rewriter(text);
  let at = 0;
  for (const s of wordSpans(text)) {
    between({ start: at, end: s.start }, out);
    word(s, out);
    at = s.end;
  }
  between({ start: at, end: text.length }, out);
  return out.done();
}

const pick = <T>(items: readonly T[], next: () => number): T | undefined =>
  items[Math.floor(next() * items.length)];

const ALIKE: Readonly<Record<string, string>> = {
  ا: 'أ',
  أ: 'ا',
  إ: 'ا',
  ي: 'ى',
  ى: 'ي',
  ة: 'ه',
  ه: 'ة',
};
const LETTERS = [...'ابتجحدرسعفقكلمنهوي'];
const MARKS = [...'ًٌٍَُِّْ'];

/** One letter in every fourth word or so spelled otherwise, and in every fifteenth a slip of the pen. */
const typos: Rewriting = {
  name: 'typos',
  rewrite: (text, next) =>
    byWords(text, (s, out) => {
      const slip = next() < 1 / 15 && s.end - s.start > 4;
      const at = s.start + 1 + Math.floor(next() * (s.end - s.start - 2));
      for (let i = s.start; i < s.end; i++) {
        const letter = text.charAt(i);
        const alike = ALIKE[letter];
        if (slip && i === at) {
          const how = next();
          if (how < 0.3) continue;
          out.put(
            { start: i, end: i + 1 },
            how < 0.6 ? letter + letter : (pick(LETTERS, next) ?? ''),
          );
        } else if (alike !== undefined && next() < 0.25) out.put({ start: i, end: i + 1 }, alike);
        else out.keep({ start: i, end: i + 1 });
      }
    }),
};

const tashkeelAdded: Rewriting = {
  name: 'tashkeel added',
  rewrite: (text, next) =>
    byWords(text, (s, out) => {
      for (let i = s.start; i < s.end; i++) {
        const mark =
          /[\u0621-\u064a]/.test(text.charAt(i)) && next() < 0.8 ? pick(MARKS, next) : '';
        out.put({ start: i, end: i + 1 }, text.charAt(i) + (mark ?? ''));
      }
    }),
};

const tashkeelRemoved: Rewriting = {
  name: 'tashkeel removed',
  rewrite: (text) =>
    byWords(text, (s, out) => {
      for (let i = s.start; i < s.end; i++) {
        const unit = text.charCodeAt(i);
        if (!isMark(unit) && unit !== 0x640) out.keep({ start: i, end: i + 1 });
      }
    }),
};

const paragraphsMoved: Rewriting = {
  name: 'paragraphs moved',
  rewrite: (text, next) => {
    const lines: Span[] = [];
    for (let at = 0; at < text.length;) {
      const feed = text.indexOf('\n', at);
      const end = feed === -1 ? text.length : feed + 1;
      lines.push({ start: at, end });
      at = end;
    }
    const out = new Rewriter(text);
    const order = lines.map((line) => ({ line, key: next() })).sort((a, b) => a.key - b.key);
    for (const { line } of order) out.keep(line);
    return out.done();
  },
};

const wordsChanged: Rewriting = {
  name: 'a tenth of the words changed',
  rewrite: (text, next) => {
    const words = wordSpans(text);
    return byWords(text, (s, out) => {
      if (next() >= 0.1) return out.keep(s);
      const other = pick(words, next) ?? s;
      const how = next();
      if (how < 0.7) out.put(s, text.slice(other.start, other.end), true);
      else {
        out.keep(s);
        if (how < 0.85) out.add(` ${text.slice(other.start, other.end)}`);
      }
    });
  },
};

const QUOTES: Readonly<Record<string, string>> = {
  '«': '"',
  '»': '"',
  '“': '«',
  '”': '»',
  '"': '”',
  "'": '’',
  '-': '–',
};

const marksAndSpaces: Rewriting = {
  name: 'quotation marks and spaces changed',
  rewrite: (text, next) =>
    byWords(
      text,
      (s, out) => out.keep(s),
      (s, out) => {
        for (let i = s.start; i < s.end; i++) {
          const char = text.charAt(i);
          const here = { start: i, end: i + 1 };
          const blank = pick(['  ', '\u00a0', ' \u200f', ' '], next) ?? ' ';
          if (char === ' ' && next() < 0.4) out.put(here, blank);
          else if (QUOTES[char] !== undefined && next() < 0.8) out.put(here, QUOTES[char] ?? '');
          else out.keep(here);
        }
      },
    ),
};

export const REWRITINGS: readonly Rewriting[] = [
  typos,
  tashkeelAdded,
  tashkeelRemoved,
  paragraphsMoved,
  wordsChanged,
  marksAndSpaces,
];
