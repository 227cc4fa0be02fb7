import type { AnalysedToken, Analysis } from '../analysis';
import type { Mode } from '../../model/annotation';
import type { Span } from '../../text/span';
import { words } from '../lexicon/entries';
import type { FoundIndex } from '../found';
import { THAT_WORDS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import type { Cue } from './cues';
import { isDefinite, isWord, type Vocabulary } from '../vocabulary';
import { CLOSERS, isOpening } from './marks';
import { goesOnPresent, narratorAt, opensSentence } from './narrator';

const THAT = foldedSet(words(THAT_WORDS));
/** Quoted pieces of fewer words are names or single terms, not speech. */
const SPEECH_WORDS = 3;
/** Longest name with a number or Latin letters in it, in tokens. */
const NAME_WORDS = 4;
/** Longer clauses are no clauses; the bound keeps odd text from costing time. */
const LONGEST_CLAUSE = 400;
const OPENERS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  [')', ['(']],
  ['»', ['«']],
  ['”', ['“']],
  ['"', ['"', '«']],
]);

export function isThat(token: AnalysedToken | undefined): boolean {
  return token !== undefined && THAT.has(token.folded);
}

/**
 * A paragraph as reported speech needs it. Where sentences and quotations end is worked out once, so that
 * looking from many places costs no more than looking from one.
 */
export class SpeechText {
  readonly tokens: readonly AnalysedToken[];
  private readonly bounds: Int32Array;
  private narration: Int32Array | undefined;
  private readonly closings = new Map<string, Int32Array>();

  constructor(
    analysis: Analysis,
    private readonly cues: ReadonlyMap<string, Cue>,
    private readonly entities: FoundIndex,
    private readonly vocabulary: Vocabulary,
  ) {
    this.tokens = analysis.tokens;
    this.bounds = new Int32Array(analysis.sentences.length + 1);
    this.tokens.forEach((token, i) => {
      this.bounds[token.sentence + 1] = i + 1;
    });
  }

  /**
   * Number of the narrator's sentence that token `at` is in: one that holds a quotation goes on behind it,
   * however many sentences were quoted.
   */
  narrationOf(at: number): number {
    return (this.narration ??= this.narrate())[at] ?? 0;
  }

  private narrate(): Int32Array {
    const { tokens } = this;
    const numbers = new Int32Array(tokens.length);
    let number = 0;
    let outside = 0;
    for (let i = 0; i < tokens.length; i++) {
      if (i >= outside && i > 0 && tokens[i]?.sentence !== tokens[i - 1]?.sentence) number++;
      numbers[i] = number;
      if (i < outside || !isOpening(tokens[i])) continue;
      outside = (this.closingOf(i) ?? i) + 1;
    }
    return numbers;
  }

  /** Index of the first token past the sentence that token `at` is in. */
  sentenceEnd(at: number): number {
    return this.bounds[(this.tokens[at]?.sentence ?? 0) + 1] ?? this.tokens.length;
  }

  sentenceStart(at: number): number {
    return this.bounds[this.tokens[at]?.sentence ?? 0] ?? 0;
  }

  /**
   * Index of the token that closes the quotation opened at `open`: its own partner first, else any closing
   * mark; undefined where the paragraph has none.
   */
  closingOf(open: number): number | undefined {
    // ''…'': an apostrophe typed twice is one mark.
    const [first, second] = [this.tokens[open], this.tokens[open + 1]];
    const twice = first?.text === "'" && second?.text === "'" && first.end === second.start;
    const from = twice ? open + 2 : open + 1;
    for (const mark of CLOSERS.get(this.tokens[open]?.text ?? '') ?? []) {
      const next = this.nextMark(mark)[from] ?? -1;
      if (next >= 0) return next;
    }
    return undefined;
  }

  /** Index of the token that opens the quotation closed at `close`, within its sentence's reach. */
  openingOf(close: number): number | undefined {
    const openers = OPENERS_OF.get(this.tokens[close]?.text ?? '');
    if (openers === undefined) return undefined;
    for (let i = close - 1; i >= Math.max(0, close - LONGEST_CLAUSE); i--) {
      if (openers.includes(this.tokens[i]?.text ?? '')) return i;
    }
    return undefined;
  }

  /** For every token the index of the next one, itself included, that is the mark; -1 for none. */
  private nextMark(mark: string): Int32Array {
    let next = this.closings.get(mark);
    if (next === undefined) {
      next = new Int32Array(this.tokens.length + 1).fill(-1);
      for (let i = this.tokens.length - 1; i >= 0; i--) {
        next[i] = this.tokens[i]?.text === mark ? i : (next[i + 1] ?? -1);
      }
      this.closings.set(mark, next);
    }
    return next;
  }

  /**
   * Where reported speech that starts at token `from` without quotation marks ends: at the end of its
   * sentence, or before the next word of reporting, an attribution or the narrator's own frame. What is a
   * noun with its complements (`nominal`) also ends before a sentence joined to it: دعا إلى الهدوء، وحدد موعدا.
   */
  clauseEnd(from: number, nominal = false): number {
    let i = from;
    let limit = Math.min(this.sentenceEnd(from), from + LONGEST_CLAUSE);
    while (i < limit) {
      const close = isOpening(this.tokens[i]) ? this.closingOf(i) : undefined;
      if (close !== undefined) {
        // A quotation inside the clause may hold several sentences.
        limit = Math.max(limit, Math.min(this.sentenceEnd(close), from + LONGEST_CLAUSE));
        i = close + 1;
        continue;
      }
      if (i > from && narratorAt(this.tokens, this.cues, i, nominal)) return i;
      if (i > from && opensSentence(this.tokens, this.vocabulary, i, nominal)) return i;
      if (nominal && i > from && goesOnPresent(this.tokens, this.vocabulary, from, i)) return i;
      i++;
    }
    return Math.max(limit, i);
  }

  /** Offsets of the tokens `[from, to)` without punctuation at the edges; quotation marks stay paired. */
  trimmed(from: number, to: number): Span | undefined {
    const { tokens } = this;
    let first = from;
    let last = to - 1;
    while (first <= last && isEdge(tokens[first]) && !this.pairedAt(first, last)) first++;
    while (last >= first && isEdge(tokens[last]) && !this.closesInside(first, last)) last--;
    const [a, b] = [tokens[first], tokens[last]];
    if (first > last || a === undefined || b === undefined) return undefined;
    return { start: a.start, end: b.end };
  }

  /** An opening mark whose partner stands before the end of the span. */
  private pairedAt(at: number, last: number): boolean {
    if (!isOpening(this.tokens[at])) return this.tokens[at]?.text === '(';
    const close = this.closingOf(at);
    return close !== undefined && close <= last;
  }

  private closesInside(first: number, last: number): boolean {
    const openers = OPENERS_OF.get(this.tokens[last]?.text ?? '');
    if (openers === undefined) return false;
    for (let i = first; i < last; i++) {
      if (openers.includes(this.tokens[i]?.text ?? '')) return true;
    }
    return false;
  }

  /** Whether an entity starts with the quoted words, or holds them: «واتس آب», شركة «سمر». */
  private names(open: number, close: number): boolean {
    for (let i = open + 1; i < close; i++) {
      if (this.entities.at(this.tokens[i]?.start ?? -1) !== undefined) return true;
    }
    for (let i = open - 1; i >= Math.max(0, open - 4); i--) {
      const entity = this.entities.at(this.tokens[i]?.start ?? -1);
      if (entity !== undefined) return entity.end > (this.tokens[open]?.start ?? 0);
    }
    return false;
  }

  /**
   * Whether a few quoted words are the speaker's own, and no name: behind a verb or أن (كان "خطأ",
   * يجرم "الكفر"), or an adjective behind a definite noun (القضية "إجرامية").
   */
  private judges(open: number, close: number): boolean {
    const [before, word] = [this.tokens[open - 1], this.tokens[open + 1]];
    if (!isWord(before) || !isWord(word) || this.names(open, close)) return false;
    if (this.vocabulary.verbs.has(before.folded) || isThat(before)) return true;
    if (/^[يت]...*[^هةتي]$/u.test(before.folded) && !isDefinite(before.folded)) return true;
    return isDefinite(before.folded) && !isDefinite(word.folded);
  }

  /** Whether a quotation inside a clause is speech and no name of a thing: النجم "كليزه 667 C". */
  private speaks(open: number, close: number): boolean {
    const words = this.tokens.slice(open + 1, close);
    if (!words.some((word) => isWord(word))) return false;
    if (words.length === 1) return this.judges(open, close);
    const model = words.length <= NAME_WORDS && words.some((word) => !isWord(word));
    if (model && !this.judges(open, close)) return false;
    return words.length >= SPEECH_WORDS || !this.names(open, close);
  }

  /** `mixed` where the clause quotes a stretch of speech, `indirect` where at most a name or a term. */
  modeOf(from: number, to: number): Mode {
    for (let i = from; i < to; i++) {
      if (!isOpening(this.tokens[i])) continue;
      const close = this.closingOf(i);
      if (close === undefined) return 'indirect';
      if (this.speaks(i, close)) return 'mixed';
      i = close;
    }
    return 'indirect';
  }
}

function isEdge(token: AnalysedToken | undefined): boolean {
  return token?.kind === 'punctuation' && token.text !== '٪' && token.text !== '%';
}
