import type { AnalysedToken, Analysis } from '../analysis';
import type { Mode } from '../../model/annotation';
import type { Span } from '../../text/span';
import { words } from '../lexicon/entries';
import { ACCORDING, ACCORDING_WITH_L, THAT_WORDS } from '../lexicon/reporting';
import { foldedSet } from '../phrases';
import type { Cue } from './cues';

const THAT = foldedSet(words(THAT_WORDS));
const ACCORDINGS = foldedSet([...words(ACCORDING), ...words(ACCORDING_WITH_L)]);
const CONTRAST = foldedSet(words('فيما بينما كما حيث حين'));
const IMPERSONAL_TAILS = foldedSet(words('المقرر المتوقع المنتظر المرجح المرتقب المفترض'));
const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', ['"', '”', '»']],
  ['«', ['»', '"', '”']],
  ['“', ['”', '“', '"']],
  ['”', ['”', '“', '"']],
  ['‘', ['’']],
]);
/** Quoted pieces of fewer words are names or single terms, not speech. */
const SPEECH_WORDS = 3;
/** Longer clauses are no clauses; the bound keeps odd text from costing time. */
const LONGEST_CLAUSE = 400;
const OPENERS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  [')', ['(']],
  ['»', ['«']],
  ['”', ['“']],
  ['"', ['"', '«']],
]);

export function isOpening(token: AnalysedToken | undefined): boolean {
  return token !== undefined && CLOSERS.has(token.text);
}

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
  private readonly closings = new Map<string, Int32Array>();

  constructor(
    analysis: Analysis,
    private readonly cues: ReadonlyMap<string, Cue>,
  ) {
    this.tokens = analysis.tokens;
    this.bounds = new Int32Array(analysis.sentences.length + 1);
    this.tokens.forEach((token, i) => {
      this.bounds[token.sentence + 1] = i + 1;
    });
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
    for (const mark of CLOSERS.get(this.tokens[open]?.text ?? '') ?? []) {
      const next = this.nextMark(mark)[open + 1] ?? -1;
      if (next >= 0) return next;
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
   * sentence, or before the next word of reporting, an attribution or the narrator's own frame.
   */
  clauseEnd(from: number): number {
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
      if (i > from && this.cutsBefore(i)) return i;
      i++;
    }
    return Math.max(limit, i);
  }

  private cutsBefore(at: number): boolean {
    const token = this.tokens[at];
    if (token?.kind !== 'word') return false;
    const { folded } = token;
    if (ACCORDINGS.has(folded)) return true;
    const afterComma = this.tokens[at - 1]?.text === '،';
    const next = this.tokens[at + 1]?.folded ?? '';
    const whole = this.cues.get(folded);
    const joined = /^[وف]/u.test(folded) ? this.cues.get(folded.slice(1)) : undefined;
    if (whole?.form === 'participle' || joined?.form === 'participle') {
      return afterComma || this.leadsOn(at + 1);
    }
    if (joined?.form === 'past' && whole === undefined) return afterComma || this.leadsOn(at + 1);
    if (CONTRAST.has(folded) && this.cues.get(next)?.form === 'past') {
      return afterComma || this.leadsOn(at + 2) || this.leadsOn(at + 3);
    }
    if (!afterComma) return false;
    return folded === 'ومن' && IMPERSONAL_TAILS.has(next);
  }

  /** A complementizer, colon, quotation or preposition and أن right after a cue. */
  private leadsOn(at: number): boolean {
    for (let i = at; i < at + 2; i++) {
      const token = this.tokens[i];
      if (isThat(token) || token?.text === ':' || isOpening(token)) return true;
    }
    return false;
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

  /** `mixed` where the clause quotes a stretch of speech, `indirect` where at most a name or a term. */
  modeOf(from: number, to: number): Mode {
    for (let i = from; i < to; i++) {
      if (!isOpening(this.tokens[i])) continue;
      const close = this.closingOf(i);
      if (close === undefined) return 'indirect';
      if (close - i - 1 >= SPEECH_WORDS) return 'mixed';
      i = close;
    }
    return 'indirect';
  }
}

function isEdge(token: AnalysedToken | undefined): boolean {
  return token?.kind === 'punctuation' && token.text !== '٪' && token.text !== '%';
}
