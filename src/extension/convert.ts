import { Position, Range } from 'vscode';
import type { LineIndex } from '../core/text/lineIndex';
import type { Span } from '../core/text/span';

/*
 * The one bridge between spans (UTF-16 over the LF text) and the editor's lines and columns. It goes by
 * line and column, never by the document's own offsets, which count CRLF as two.
 */

export function toPosition(lines: LineIndex, offset: number): Position {
  const { line, character } = lines.positionAt(offset);
  return new Position(line, character);
}

export function toRange(lines: LineIndex, span: Span): Range {
  return new Range(toPosition(lines, span.start), toPosition(lines, span.end));
}

export function toOffset(lines: LineIndex, position: Position): number {
  return lines.offsetAt(position);
}

export function toSpan(lines: LineIndex, range: Range): Span {
  return { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
}
