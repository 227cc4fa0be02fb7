import { CharClass, unitClass } from '../text/chars';
import { detached } from '../text/codeUnits';
import { overlaps, type Span } from '../text/span';
import type { Analysis } from './analysis';
import { withImplicitSources } from './claims/implicit';
import type { EntitySuggestion, Suggestion } from './detector';
import { foldWord } from './folding';
import { KnownNames, mentionsIn, type DocumentFacts, type Mention } from './knownNames';
import { shiftSuggestion } from './shift';
import { stretches } from './stretches';

/** A stretch of text with the entities that stand in it by themselves. */
export interface Reading {
  readonly analysis: Analysis;
  readonly entities: readonly EntitySuggestion[];
  /** What claims build on, where it is not what is shown: names in the labels of the guidelines. */
  readonly evidence?: readonly EntitySuggestion[] | undefined;
}

/** Reads single stretches, in two passes. */
export interface StretchReader {
  analyse(text: string): Analysis;
  /** Undefined where there is nothing to find: no Arabic letters, or another language. */
  read(text: string): Reading | undefined;
  /** All suggestions of the stretch, what its article knows taken in; offsets in the stretch. */
  complete(reading: Reading, known: DocumentFacts): readonly Suggestion[];
}

/** A stretch by its text, wherever and however often it stands in the article. */
interface Piece {
  readonly text: string;
  /** Whether there is anything to find; undefined until it was read. */
  isArabic?: boolean;
  /** The folded text, made when it is first asked for. */
  folded?: string;
  entities: readonly EntitySuggestion[];
  evidence?: Reading['evidence'];
  mentions: readonly Mention[];
  /** In how many places its mentions are counted. */
  counted: number;
  places: number;
  /** Dropped when it is complete: the analysis takes far more memory than what came of it. */
  reading: Reading | undefined;
  /** Undefined until complete, and again when the article knows something new about its words. */
  suggestions: readonly Suggestion[] | undefined;
}

interface Line {
  readonly text: string;
  readonly pieces: readonly { readonly at: number; readonly piece: Piece }[];
  /** Its suggestions at their places in the article, as long as neither they nor the line move. */
  placed?: Placed;
}

interface Placed {
  readonly start: number;
  /** What the pieces had when these were placed. */
  readonly of: readonly Piece['suggestions'][];
  readonly suggestions: readonly Suggestion[];
}

/** Tokens of readings that are held for the second pass; the stretches after them are analysed again. */
const MOST_HELD = 100_000;

/**
 * Suggestions for an article that is being edited. It keeps what it found by stretch of text, and the names
 * that the article knows, so that an edit costs the stretches that it changed and those that name what is
 * known otherwise since. However it came to its text, when the work is done its suggestions are the same.
 */
export class ArticleReader {
  private lines: readonly Line[] = [];
  private readonly pieces = new Map<string, Piece>();
  private readonly names = new KnownNames();
  private held = 0;

  constructor(private readonly reader: StretchReader) {}

  /** Takes over the LF text, at a cost in proportion to its length but small; the reading is left to `work`. */
  update(text: string): void {
    const before = this.lines;
    const head = sameLines(before, text);
    const tail = sameTail(before, text, head.lines, head.length);
    // Lines of its own: a piece of the text would keep the whole of it, at every key another.
    const middle = detached(text.slice(head.length, text.length - tail.length));
    const removed = before.slice(head.lines, before.length - tail.lines);
    // Every line but the last ends with a line feed, which its stretch does not hold.
    const added = middle === '' && removed.length === 0 ? [] : this.toLines(middle, tail.lines > 0);
    for (const line of added) for (const { piece } of line.pieces) piece.places++;
    for (const line of removed) for (const { piece } of line.pieces) piece.places--;
    this.lines = [
      ...before.slice(0, head.lines),
      ...added,
      ...before.slice(before.length - tail.lines),
    ];
  }

  /**
   * The work that is left, one stretch between two yields: whoever drives it may pause at any of them, and
   * after `update` must begin anew. The stretches that touch `first` come first, and `first` is yielded when
   * they can be shown.
   */
  *work(first: readonly Span[] = []): Generator<'stretch' | 'first'> {
    if (first.length > 0) {
      yield* this.settle(this.piecesIn(first));
      yield 'first';
    }
    yield* this.settle(this.pieces.values());
  }

  /** What is known by now, in text order, offsets in the article; all of it when no work is left. */
  suggestions(): readonly Suggestion[] {
    const all: Suggestion[] = [];
    let start = 0;
    for (const line of this.lines) {
      for (const suggestion of placedAt(line, start)) all.push(suggestion);
      start += line.text.length + 1;
    }
    return withImplicitSources(all);
  }

  private *settle(pieces: Iterable<Piece>): Generator<'stretch'> {
    const wanted = [...pieces];
    for (const piece of wanted) {
      if (piece.places === 0 || piece.isArabic !== undefined) continue;
      this.read(piece);
      yield 'stretch';
    }
    this.takeUpNames();
    for (const piece of wanted) {
      if (piece.suggestions !== undefined) continue;
      this.complete(piece);
      yield 'stretch';
    }
  }

  private read(piece: Piece): void {
    const reading = this.reader.read(piece.text);
    piece.isArabic = reading !== undefined;
    if (reading === undefined) {
      piece.suggestions = [];
      return;
    }
    piece.entities = reading.entities;
    piece.evidence = reading.evidence;
    piece.mentions = mentionsIn(reading.entities);
    const tokens = reading.analysis.tokens.length;
    if (this.held + tokens > MOST_HELD) return;
    this.held += tokens;
    piece.reading = reading;
  }

  private complete(piece: Piece): void {
    const { entities, evidence, text } = piece;
    const reading = piece.reading ?? { analysis: this.reader.analyse(text), entities, evidence };
    piece.suggestions = this.reader.complete(reading, this.names);
    this.drop(piece);
  }

  private drop(piece: Piece): void {
    this.held -= piece.reading?.analysis.tokens.length ?? 0;
    piece.reading = undefined;
  }

  /** Counts the mentions of what came and went, and opens the stretches that this may concern. */
  private takeUpNames(): void {
    for (const piece of this.pieces.values()) {
      const times = piece.places - piece.counted;
      if (times !== 0) for (const mention of piece.mentions) this.names.count(mention, times);
      piece.counted = piece.places;
      if (piece.places > 0) continue;
      this.pieces.delete(piece.text);
      this.drop(piece);
    }
    const names = this.names.takeUp().map(wordsThatMustStand);
    if (names.length === 0) return;
    for (const piece of this.pieces.values()) {
      if (piece.suggestions === undefined || piece.isArabic !== true) continue;
      const folded = (piece.folded ??= foldWord(piece.text));
      const mayHold = (words: readonly string[]): boolean =>
        words.every((word) => mayStandIn(folded, word));
      if (names.some(mayHold)) piece.suggestions = undefined;
    }
  }

  private piecesIn(spans: readonly Span[]): Set<Piece> {
    const found = new Set<Piece>();
    let start = 0;
    for (const { text, pieces } of this.lines) {
      const end = start + text.length + 1;
      const inView = spans.some((span) => overlaps(span, { start, end }));
      if (inView) for (const { piece } of pieces) found.add(piece);
      start = end;
    }
    return found;
  }

  private toLines(text: string, endsWithLineFeed: boolean): Line[] {
    const lines = text.split('\n');
    if (endsWithLineFeed) lines.pop();
    return lines.map((line) => ({
      text: line,
      pieces: stretches(line).map(({ start, end }) => ({
        at: start,
        piece: this.pieceOf(line.slice(start, end)),
      })),
    }));
  }

  private pieceOf(text: string): Piece {
    let piece = this.pieces.get(text);
    if (piece !== undefined) return piece;
    piece = {
      text,
      entities: [],
      mentions: [],
      counted: 0,
      places: 0,
      reading: undefined,
      suggestions: undefined,
    };
    this.pieces.set(text, piece);
    return piece;
  }
}

/** The suggestions of a line that starts at `start`. */
function placedAt(line: Line, start: number): readonly Suggestion[] {
  const { pieces, placed } = line;
  const stands =
    placed?.start === start && pieces.every(({ piece }, i) => piece.suggestions === placed.of[i]);
  if (stands) return placed.suggestions;
  const suggestions = pieces.flatMap(({ at, piece }) =>
    (piece.suggestions ?? []).map((suggestion) => shiftSuggestion(suggestion, start + at)),
  );
  line.placed = { start, of: pieces.map(({ piece }) => piece.suggestions), suggestions };
  return suggestions;
}

/** What the folded text of a stretch holds, all of it, where a name may be known again in it. */
function wordsThatMustStand(key: string): readonly string[] {
  const words = key.split(' ');
  // للحشد is read as الحشد, its alef unwritten.
  const written = words.map((word) => (word.startsWith('ال') ? word.slice(1) : word));
  // Long words are rare: most stretches need not be searched for a second one.
  return written.sort((a, b) => b.length - a.length);
}

/** Letters that may be written before a word and onto it: proclitics and the article. */
const BEFORE_WORD = /^[وفبكلسا]$/u;
const MOST_BEFORE = 5;

/** Whether the word may be one of the folded text, behind proclitics or not; never false where it is. */
function mayStandIn(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (isLetter(folded, at + word.length)) continue;
    let before = at - 1;
    while (at - before <= MOST_BEFORE && BEFORE_WORD.test(folded.charAt(before))) before--;
    if (!isLetter(folded, before)) return true;
  }
  return false;
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && unitClass(text.charCodeAt(at)) === CharClass.letter;
}

interface Same {
  readonly lines: number;
  readonly length: number;
}

/** The whole lines, with their line feeds, with which the text begins as before. */
function sameLines(before: readonly Line[], text: string): Same {
  let length = 0;
  for (const [lines, line] of before.entries()) {
    const end = length + line.text.length;
    // Strings are compared many letters at a time; `startsWith` goes letter by letter.
    const isSame = text.charCodeAt(end) === 0x0a && text.slice(length, end) === line.text;
    if (!isSame) return { lines, length };
    length = end + 1;
  }
  return { lines: before.length, length };
}

/** The whole lines at the end of the text that are as before, and not among the first `head` lines. */
function sameTail(before: readonly Line[], text: string, head: number, from: number): Same {
  let end = text.length;
  let lines = 0;
  for (let at = before.length - 1; at >= head; at--) {
    const line = before[at]?.text ?? '';
    const start = end - line.length;
    const follows = start > from ? text.charCodeAt(start - 1) === 0x0a : start === from;
    if (!follows || text.slice(start, end) !== line) break;
    lines++;
    end = start - 1;
    if (start === from) return { lines, length: text.length - from };
  }
  return { lines, length: lines === 0 ? 0 : text.length - end - 1 };
}
