import { CharClass, unitClass } from '../text/chars';
import { detached } from '../text/codeUnits';
import { differenceOf } from '../text/edits';
import { overlaps, type Span } from '../text/span';
import type { Analysis } from './analysis';
import { ImplicitSources } from './claims/implicit';
import type { ClaimSuggestion, EntitySuggestion, Suggestion } from './detector';
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
  /** The claims among them, by the places of their cues. */
  readonly claims: readonly ClaimSuggestion[];
}

/**
 * Tokens of readings that are held for the second pass, of 64 bytes each; the stretches after them are
 * analysed again.
 */
const MOST_HELD = 500_000;

/**
 * Suggestions for an article that is being edited. It keeps what it found by stretch of text, and the names
 * that the article knows, so that an edit costs the stretches that it changed and those that name what is
 * known otherwise since. However it came to its text, when the work is done its suggestions are the same.
 */
export class ArticleReader {
  private text = '';
  private lines: readonly Line[] = [];
  private readonly pieces = new Map<string, Piece>();
  /** Those that came or went since names were last taken up. */
  private readonly moved = new Set<Piece>();
  /** Those that must be read or completed, in the order in which they came or were opened again. */
  private readonly unfinished = new Set<Piece>();
  private readonly sources = new ImplicitSources();
  private readonly names = new KnownNames();
  private held = 0;

  constructor(private readonly reader: StretchReader) {}

  /** Takes over the LF text, at a cost in proportion to its length but small; the reading is left to `work`. */
  update(text: string): void {
    if (text === this.text) return;
    const before = this.lines;
    const change = differenceOf(this.text, text);
    const head = linesBefore(before, change.start);
    const tail = linesBehind(before, this.text.length, change.end);
    const changed = text.slice(head.end, text.length - tail.length);
    // Lines of its own: a piece of the text would keep the whole of it, at every key another.
    const added = this.toLines(changed.length === text.length ? text : detached(changed));
    const removed = before.slice(head.lines, before.length - tail.lines);
    for (const line of added) for (const { piece } of line.pieces) this.place(piece, 1);
    for (const line of removed) for (const { piece } of line.pieces) this.place(piece, -1);
    const behind = before.slice(before.length - tail.lines);
    this.lines = [...before.slice(0, head.lines), ...added, ...behind];
    this.text = text;
  }

  private place(piece: Piece, times: number): void {
    piece.places += times;
    this.moved.add(piece);
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
    yield* this.settle(this.unfinished);
  }

  /** What is known by now, in text order, offsets in the article; all of it when no work is left. */
  suggestions(): readonly Suggestion[] {
    const all: Suggestion[] = [];
    const speakers: ClaimSuggestion[] = [];
    let start = 0;
    for (const line of this.lines) {
      const { suggestions, claims } = placedAt(line, start);
      const sourced = this.sources.of(claims, speakers);
      for (const suggestion of suggestions) {
        all.push(
          sourced === undefined || suggestion.kind === 'entity'
            ? suggestion
            : (sourced.get(suggestion) ?? suggestion),
        );
      }
      start += line.text.length + 1;
    }
    return all;
  }

  private *settle(pieces: Iterable<Piece>): Generator<'stretch'> {
    for (const piece of [...pieces]) {
      if (piece.places === 0 || piece.isArabic !== undefined) continue;
      this.read(piece);
      yield 'stretch';
    }
    this.takeUpNames();
    // Names may have opened more of them than were there before.
    for (const piece of [...pieces]) {
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
      this.unfinished.delete(piece);
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
    this.unfinished.delete(piece);
    this.drop(piece);
  }

  private drop(piece: Piece): void {
    this.held -= piece.reading?.analysis.tokens.length ?? 0;
    piece.reading = undefined;
  }

  /** Counts the mentions of what came and went, and opens the stretches that this may concern. */
  private takeUpNames(): void {
    for (const piece of this.moved) {
      // Not yet read, as may be where only what is in view was: its mentions are not known.
      if (piece.places > 0 && piece.isArabic === undefined) continue;
      this.moved.delete(piece);
      const times = piece.places - piece.counted;
      if (times !== 0) for (const mention of piece.mentions) this.names.count(mention, times);
      piece.counted = piece.places;
      if (piece.places > 0) continue;
      this.pieces.delete(piece.text);
      this.unfinished.delete(piece);
      this.drop(piece);
    }
    const changed = this.names.takeUp();
    if (changed.length === 0) return;
    const complete = [...this.pieces.values()].filter(isComplete);
    if (complete.length === 0) return;
    const names = changed.map(wordsThatMustStand);
    for (const piece of complete) {
      const folded = (piece.folded ??= foldWord(piece.text));
      const mayHold = (words: readonly string[]): boolean =>
        words.every((word) => mayStandIn(folded, word));
      if (!names.some(mayHold)) continue;
      piece.suggestions = undefined;
      this.unfinished.add(piece);
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

  private toLines(text: string): Line[] {
    return text.split('\n').map((line) => ({
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
    this.unfinished.add(piece);
    return piece;
  }
}

function isComplete({ isArabic, suggestions }: Piece): boolean {
  return isArabic === true && suggestions !== undefined;
}

/** The suggestions of a line that starts at `start`. */
function placedAt(line: Line, start: number): Placed {
  const { placed } = line;
  if (placed?.start === start && isOf(line, placed)) return placed;
  const suggestions: Suggestion[] = [];
  const claims: ClaimSuggestion[] = [];
  for (const { at, piece } of line.pieces) {
    for (const suggestion of piece.suggestions ?? []) {
      const moved = shiftSuggestion(suggestion, start + at);
      suggestions.push(moved);
      if (moved.kind === 'claim') claims.push(moved);
    }
  }
  claims.sort((a, b) => a.cue.start - b.cue.start);
  const of = line.pieces.map(({ piece }) => piece.suggestions);
  return (line.placed = { start, of, suggestions, claims });
}

/** Whether the pieces have what was placed. */
function isOf({ pieces }: Line, { of }: Placed): boolean {
  return pieces.every(({ piece }, i) => piece.suggestions === of[i]);
}

/** The lines that end, with their line feeds, at or before the offset; and where they end. */
function linesBefore(all: readonly Line[], offset: number): { lines: number; end: number } {
  let end = 0;
  for (const [lines, { text }] of all.entries()) {
    const next = end + text.length + 1;
    if (next > offset) return { lines, end };
    end = next;
  }
  return { lines: all.length, end };
}

/** The lines that start behind a line feed at or behind the offset; their length with that line feed. */
function linesBehind(
  all: readonly Line[],
  whole: number,
  offset: number,
): { lines: number; length: number } {
  let length = 0;
  for (let lines = 0; lines < all.length; lines++) {
    const next = length + (all[all.length - 1 - lines]?.text.length ?? 0) + 1;
    if (next > whole - offset) return { lines, length };
    length = next;
  }
  return { lines: all.length, length };
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
