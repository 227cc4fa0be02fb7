import type { Span } from '../text/span';
import { OffsetUnits } from '../text/units';

/**
 * A foreign text whose offsets count its carriage returns, seen as an article: LF line ends. Offsets go
 * from code points over the raw text to UTF-16 over the LF text; one between CR and LF goes to the LF.
 */
export class RawText {
  readonly lf: string;
  private readonly units: OffsetUnits;
  /** Raw UTF-16 offsets of the carriage returns that fall away, ascending. */
  private readonly dropped: readonly number[];

  constructor(readonly raw: string) {
    this.lf = raw.replace(/\r\n?/g, '\n');
    this.units = new OffsetUnits(raw);
    this.dropped = Array.from(raw.matchAll(/\r(?=\n)/g), (match) => match.index);
  }

  get changed(): boolean {
    return this.lf !== this.raw;
  }

  toLf(codePoints: Span): Span {
    return { start: this.offset(codePoints.start), end: this.offset(codePoints.end) };
  }

  /** The same from UTF-16 over the raw text. */
  utf16ToLf({ start, end }: Span): Span {
    return { start: this.unit(start), end: this.unit(end) };
  }

  private offset(codePoint: number): number {
    return this.unit(this.units.toUtf16(codePoint));
  }

  private unit(raw: number): number {
    let low = 0;
    let high = this.dropped.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.dropped[middle] ?? 0) < raw) low = middle + 1;
      else high = middle;
    }
    return raw - low;
  }
}
