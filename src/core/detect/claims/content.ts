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

export function isOpening(token: AnalysedToken | undefined): boolean {
  return token !== undefined && CLOSERS.has(token.text);
}

export function isThat(token: AnalysedToken | undefined): boolean {
  return token !== undefined && THAT.has(token.folded);
}

/**
 * Index of the token that closes the quotation opened at `open`: its own partner first, else any closing
 * mark; undefined where the paragraph has none.
 */
export function closingOf(tokens: readonly AnalysedToken[], open: number): number | undefined {
  for (const mark of CLOSERS.get(tokens[open]?.text ?? '') ?? []) {
    for (let i = open + 1; i < tokens.length; i++) if (tokens[i]?.text === mark) return i;
  }
  return undefined;
}

/** Index of the first token past the sentence that token `at` is in. */
export function sentenceEnd(tokens: readonly AnalysedToken[], at: number): number {
  const sentence = tokens[at]?.sentence;
  let i = at;
  while (i < tokens.length && tokens[i]?.sentence === sentence) i++;
  return i;
}

export function sentenceStart(tokens: readonly AnalysedToken[], at: number): number {
  const sentence = tokens[at]?.sentence;
  let i = at;
  while (i > 0 && tokens[i - 1]?.sentence === sentence) i--;
  return i;
}

/**
 * Where reported speech that starts at token `from` without quotation marks ends: at the end of its
 * sentence, or before the next word of reporting, an attribution or the narrator's own frame.
 */
export function clauseEnd(
  tokens: readonly AnalysedToken[],
  from: number,
  cues: ReadonlyMap<string, Cue>,
): number {
  let i = from;
  let limit = sentenceEnd(tokens, from);
  while (i < limit) {
    const close = isOpening(tokens[i]) ? closingOf(tokens, i) : undefined;
    if (close !== undefined) {
      // A quotation inside the clause may hold several sentences.
      limit = Math.max(limit, sentenceEnd(tokens, close));
      i = close + 1;
      continue;
    }
    if (i > from && cutsBefore(tokens, i, cues)) return i;
    i++;
  }
  return limit;
}

function cutsBefore(
  tokens: readonly AnalysedToken[],
  at: number,
  cues: ReadonlyMap<string, Cue>,
): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const afterComma = tokens[at - 1]?.text === '،';
  if (ACCORDINGS.has(token.folded)) return true;
  const whole = cues.get(token.folded);
  if (whole?.form === 'participle') return afterComma || leadsOn(tokens, at + 1);
  const joined = /^[وف]/u.test(token.folded) ? cues.get(token.folded.slice(1)) : undefined;
  if (joined?.form === 'participle') return afterComma || leadsOn(tokens, at + 1);
  if (joined?.form === 'past' && whole === undefined) return afterComma || leadsOn(tokens, at + 1);
  if (CONTRAST.has(token.folded) && afterComma)
    return cues.get(tokens[at + 1]?.folded ?? '')?.form === 'past';
  const frame = token.folded === 'ومن' && IMPERSONAL_TAILS.has(tokens[at + 1]?.folded ?? '');
  return afterComma && frame;
}

/** A complementizer, colon, quotation or preposition and أن right after a cue. */
function leadsOn(tokens: readonly AnalysedToken[], at: number): boolean {
  for (let i = at; i < at + 2; i++) {
    const token = tokens[i];
    if (isThat(token) || token?.text === ':' || isOpening(token)) return true;
  }
  return false;
}

/** Offsets of the tokens `[from, to)` without punctuation at the edges; quotation marks stay paired. */
export function trimmed(analysis: Analysis, from: number, to: number): Span | undefined {
  const { tokens } = analysis;
  let first = from;
  let last = to - 1;
  while (first <= last && isEdge(tokens[first]) && !pairedAt(tokens, first, last)) first++;
  while (last >= first && isEdge(tokens[last]) && !closesInside(tokens, first, last)) last--;
  const [a, b] = [tokens[first], tokens[last]];
  if (first > last || a === undefined || b === undefined) return undefined;
  return { start: a.start, end: b.end };
}

function isEdge(token: AnalysedToken | undefined): boolean {
  return token?.kind === 'punctuation' && token.text !== '٪' && token.text !== '%';
}

/** An opening mark whose partner stands before the end of the span. */
function pairedAt(tokens: readonly AnalysedToken[], at: number, last: number): boolean {
  if (!isOpening(tokens[at])) return tokens[at]?.text === '(';
  const close = closingOf(tokens, at);
  return close !== undefined && close <= last;
}

function closesInside(tokens: readonly AnalysedToken[], first: number, last: number): boolean {
  const text = tokens[last]?.text ?? '';
  if (text === ')') return within(tokens, first, last, '(');
  if (text === '»') return within(tokens, first, last, '«');
  if (text === '”') return within(tokens, first, last, '“');
  if (text === '"') return within(tokens, first, last, '"') || within(tokens, first, last, '«');
  return false;
}

function within(
  tokens: readonly AnalysedToken[],
  first: number,
  last: number,
  mark: string,
): boolean {
  for (let i = first; i < last; i++) if (tokens[i]?.text === mark) return true;
  return false;
}

/** `mixed` where the clause quotes a stretch of speech, `indirect` where at most a name or a term. */
export function modeOf(tokens: readonly AnalysedToken[], from: number, to: number): Mode {
  for (let i = from; i < to; i++) {
    if (!isOpening(tokens[i])) continue;
    const close = closingOf(tokens, i);
    if (close === undefined) return 'indirect';
    if (close - i - 1 >= SPEECH_WORDS) return 'mixed';
    i = close;
  }
  return 'indirect';
}
