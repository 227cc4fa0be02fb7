import { firstStrong } from '../../core/text/bidi';

/** A change of a document as editors report it: the lines that it replaces, and what is put there. */
export interface LineChange {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
  /** Whether it takes away text from the very start of a line. */
  readonly cutsStart: boolean;
}

/** Lines `first` to `last`, both included. */
export interface LineRun {
  readonly first: number;
  readonly last: number;
}

const RTL = 0;
const LTR = 1;
/** Added to the direction that a line had before it was changed, until it is looked at again. */
const STALE = 2;

/**
 * Which lines of a document run from left to right: those whose first letter does. All others, empty ones
 * and those of digits and signs too, go with the article, from right to left.
 */
export class LineDirections {
  private lines: number[] = [];

  constructor(
    private readonly lineText: (line: number) => string,
    lineCount: number,
  ) {
    this.reset(lineCount);
  }

  isRightToLeft(line: number): boolean {
    return this.lines[line] === RTL;
  }

  /** Runs of lines from right to left, in order. */
  runs(): LineRun[] {
    const runs: LineRun[] = [];
    let first = -1;
    for (let line = 0; line <= this.lines.length; line++) {
      if (this.lines[line] === RTL) {
        if (first === -1) first = line;
      } else if (first !== -1) {
        runs.push({ first, last: line - 1 });
        first = -1;
      }
    }
    return runs;
  }

  /**
   * Takes up the changes of one edit, in descending order as editors report them; reads the changed lines
   * only. Returns whether ranges over the runs, which grow with text typed inside and at their edges, no
   * longer cover the runs.
   */
  update(changes: readonly LineChange[], lineCount: number): boolean {
    let moved = false;
    for (const { startLine, endLine, text, cutsStart } of changes) {
      const before = (this.lines[startLine] ?? RTL) % STALE;
      const fresh = new Array<number>(lineFeeds(text) + 1).fill(before + STALE);
      if (startLine === endLine && fresh.length === 1) this.lines[startLine] = before + STALE;
      else this.lines.splice(startLine, endLine - startLine + 1, ...fresh);
      moved ||= endLine > startLine || cutsStart;
    }
    if (this.lines.length !== lineCount) {
      this.reset(lineCount);
      return true;
    }
    for (let line = this.lines.findIndex(isStale); line !== -1;) {
      const before = (this.lines[line] ?? RTL) % STALE;
      const now = this.judge(line);
      this.lines[line] = now;
      moved ||= now !== before;
      line = this.lines.findIndex((value, at) => at > line && isStale(value));
    }
    return moved;
  }

  private reset(lineCount: number): void {
    this.lines = Array.from({ length: lineCount }, (_, line) => this.judge(line));
  }

  private judge(line: number): number {
    return firstStrong(this.lineText(line)) === 'ltr' ? LTR : RTL;
  }
}

function isStale(value: number): boolean {
  return value >= STALE;
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
