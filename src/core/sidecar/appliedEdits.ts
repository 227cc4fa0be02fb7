import type { Span } from '../text/span';

/** Replaces `[start, end)` of the source and, when asked, tells where its text came to stand. */
export interface Edit extends Span {
  readonly text: string;
  readonly placed?: (at: Span) => void;
}

/** Edits of one text applied together; they do not overlap, those at one place keep their order. */
export class AppliedEdits {
  readonly source: string;
  private readonly edits: readonly Edit[];
  /** How far text after the first n edits has moved. */
  private readonly shifts: number[] = [0];

  constructor(source: string, edits: readonly Edit[], eol: string) {
    this.edits = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    const pieces: string[] = [];
    let [at, size, last] = [0, 0, ''];
    const put = (piece: string): void => {
      if (piece === '') return;
      pieces.push(piece);
      size += piece.length;
      last = piece.charAt(piece.length - 1);
    };
    for (const { start, end, text, placed } of this.edits) {
      put(source.slice(at, start));
      at = end;
      // A file that does not end with a line end: what is put after its last line needs one before it.
      if (text.endsWith('\n') && start === source.length && last !== '\n' && last !== '') put(eol);
      placed?.({ start: size, end: size + text.length });
      put(text);
      this.shifts.push(size - at);
    }
    put(source.slice(at));
    this.source = pieces.join('');
  }

  /** Where a stretch stands that no edit reached into; what was put right before it stays before it. */
  moved(s: Span): Span {
    const start = this.movedOffset(s.start);
    return { start, end: start + s.end - s.start };
  }

  movedOffset(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const edit = this.edits[middle];
      const before =
        edit !== undefined &&
        (edit.start < offset || (edit.start === offset && edit.end === offset));
      if (before) low = middle + 1;
      else high = middle;
    }
    return offset + (this.shifts[low] ?? 0);
  }
}
