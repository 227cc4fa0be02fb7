const SPACE = 0x20;
const FAR = 0x3fff;
/** No character. */
const NOTHING = 0xffff;
/** How a cell was come by: a letter of both, one of the pattern only, one of the text only. */
const Step = { both: 0, pattern: 1, text: 2 } as const;

/** Where two places of the pattern went, and what it cost to bring the text between them about. */
export interface Aligned {
  readonly start: number;
  readonly end: number;
  /** Edits within `[start, end)`. */
  readonly errors: number;
}

/** One row of the table: columns `[from, to)` have places in the text. */
interface Row {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly before: Uint16Array;
  readonly row: Uint16Array;
}

/**
 * Lines a fragment up with the text near given diagonals, by fewest edits; a space against a letter counts
 * twice, so that words stay whole. Buffers are kept from one question to the next.
 */
export class Aligner {
  private steps = new Uint8Array(0);
  private costs: readonly [Uint16Array, Uint16Array] = [new Uint16Array(0), new Uint16Array(0)];
  /** The text around the diagonals, whose units an array gives faster than a string. */
  private units = new Uint16Array(0);

  /**
   * Where `[from, to)` of the pattern stands. Text put right before or after it stays outside.
   *
   * @param low smallest diagonal (place in the text less place in the pattern) looked at
   * @param high largest one, inclusive
   */
  align(
    pattern: string,
    text: string,
    low: number,
    high: number,
    [from, to]: readonly [from: number, to: number],
  ): Aligned | undefined {
    const width = high - low + 1;
    if (this.steps.length < (pattern.length + 1) * width) {
      this.steps = new Uint8Array((pattern.length + 1) * width * 2);
    }
    if (this.costs[0].length < width + 2) {
      this.costs = [new Uint16Array(width * 2 + 2), new Uint16Array(width * 2 + 2)];
    }
    const best = this.fill(pattern, text, low, width);
    return best === undefined ? undefined : this.trace(pattern, text, low, width, best, from, to);
  }

  /** Column of the cheapest end in the last row. Columns are diagonals less `low`; cell k is kept at k + 1. */
  private fill(pattern: string, text: string, low: number, width: number): number | undefined {
    let [before, row] = this.costs;
    for (let k = 0; k < width; k++) {
      const j = low + k;
      before[k + 1] = j >= 0 && j <= text.length ? 0 : FAR;
    }
    before[0] = before[width + 1] = FAR;
    this.readUnits(text, low, pattern.length + width);
    for (let i = 1; i <= pattern.length; i++) {
      row.fill(FAR, 0, width + 2);
      // Only columns whose place is in the text.
      const from = Math.max(0, -low - i);
      const to = Math.min(width, text.length - low - i + 1);
      this.fillRow(pattern.charCodeAt(i - 1), i, { from, to, width, before, row });
      [before, row] = [row, before];
    }
    let best: number | undefined;
    for (let k = 0; k < width; k++) {
      const cost = before[k + 1] ?? FAR;
      if (cost < (best === undefined ? FAR : (before[best + 1] ?? FAR))) best = k;
    }
    return best;
  }

  private fillRow(letter: number, i: number, { from, to, width, before, row }: Row): void {
    const { steps, units } = this;
    const apart = letter === SPACE ? 2 : 1;
    let left = FAR;
    let diagonal = before[from + 1] ?? FAR;
    for (let k = from; k < to; k++) {
      const there = units[i + k] ?? NOTHING;
      const above = before[k + 2] ?? FAR;
      let cost = diagonal + (letter === there ? 0 : there === SPACE ? 2 : apart);
      let step: number = Step.both;
      if (above + 1 < cost) {
        cost = above + 1;
        step = Step.pattern;
      }
      if (left + 1 < cost) {
        cost = left + 1;
        step = Step.text;
      }
      left = cost < FAR ? cost : FAR;
      row[k + 1] = left;
      steps[i * width + k] = step;
      diagonal = above;
    }
  }

  /** Keeps the unit before place `low + n` of the text at `n`. */
  private readUnits(text: string, low: number, count: number): void {
    if (this.units.length < count) this.units = new Uint16Array(count * 2);
    const { units } = this;
    for (let n = 0; n < count; n++) {
      const at = low + n - 1;
      units[n] = at >= 0 && at < text.length ? text.charCodeAt(at) : NOTHING;
    }
  }

  private trace(
    pattern: string,
    text: string,
    low: number,
    width: number,
    best: number,
    from: number,
    to: number,
  ): Aligned {
    let i = pattern.length;
    let k = best;
    let errors = 0;
    let start = -1;
    let end = -1;
    for (;;) {
      const j = i + low + k;
      // Backwards: the last place seen in row `to` is the first, the first seen in row `from` the last.
      if (i === to) [end, errors] = [j, 0];
      if (i === from && start === -1) start = j;
      if (i === 0 || start !== -1) break;
      const step = this.steps[i * width + k];
      if (step === Step.both) {
        if (pattern.charCodeAt(i - 1) !== text.charCodeAt(j - 1)) errors += 1;
        i -= 1;
      } else {
        errors += 1;
        if (step === Step.pattern) [i, k] = [i - 1, k + 1];
        else k -= 1;
      }
    }
    return { start, end, errors };
  }
}

/**
 * 0 to 1: how alike `pattern` is to what stands in the text right after `at` (or before it, read backwards).
 * The end next to `at` is held fast; how much of the text answers to the far end is left open.
 */
export function likeness(pattern: string, text: string, at: number, backwards: boolean): number {
  const m = pattern.length;
  if (m === 0) return 0;
  const letter = (i: number): number => pattern.charCodeAt(backwards ? m - 1 - i : i);
  const there = (j: number): number => text.charCodeAt(backwards ? at - 1 - j : at + j);
  let same = 0;
  while (same < m && letter(same) === there(same)) same++;
  if (same === m) return 1;
  const room = Math.min(backwards ? at : text.length - at, m + 8) - same;
  const rest = m - same;
  const row = firstRow(Math.max(0, room));
  let least = rest;
  for (let i = 1; i <= rest; i++) {
    const one = letter(same + i - 1);
    let diagonal = i - 1;
    row[0] = least = i;
    for (let j = 1; j < row.length; j++) {
      const above = row[j] ?? 0;
      const changed = one === there(same + j - 1) ? 0 : 1;
      const cost = Math.min(diagonal + changed, above + 1, (row[j - 1] ?? 0) + 1);
      row[j] = cost;
      diagonal = above;
      if (cost < least) least = cost;
    }
  }
  return 1 - least / m;
}

/** 0 to 1: how alike two short texts are as wholes. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const length = Math.max(a.length, b.length);
  const row = firstRow(b.length);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = i - 1;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const changed = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      row[j] = Math.min(diagonal + changed, above + 1, (row[j - 1] ?? 0) + 1);
      diagonal = above;
    }
  }
  return 1 - (row[b.length] ?? length) / length;
}

function firstRow(length: number): Uint16Array {
  const row = new Uint16Array(length + 1);
  for (let j = 0; j <= length; j++) row[j] = j;
  return row;
}
