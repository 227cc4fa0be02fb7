/** A place in a text: 0-based line and UTF-16 column, as editors count. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * Line starts of an LF text. Offsets are UTF-16 code units over that text, so that a document with CRLF
 * on disk and the same one with LF give the same offsets for the same line and column.
 */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      starts.push(at + 1);
    this.starts = starts;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offset at which the line starts; lines past the end give the text's length. */
  startOf(line: number): number {
    if (line < 0) return 0;
    return this.starts[line] ?? this.text.length;
  }

  /** Offset at which the line ends, before its line feed. */
  endOf(line: number): number {
    if (line < 0) return 0;
    const next = this.starts[line + 1];
    return next === undefined ? this.text.length : next - 1;
  }

  lineText(line: number): string {
    return this.text.slice(this.startOf(line), this.endOf(line));
  }

  /** The line that holds `offset`; offsets out of range are clamped. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): LinePosition {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.startOf(line) };
  }

  /** The inverse of `positionAt`; a column past the end of its line is clamped to that end. */
  offsetAt(position: LinePosition): number {
    if (position.line >= this.lineCount) return this.text.length;
    const start = this.startOf(position.line);
    return Math.max(start, Math.min(start + position.character, this.endOf(position.line)));
  }
}
