import { Tally } from '../tally';

/** Where a rater may say nothing, this is what that is called. */
export const NOTHING = '';

/** `2·both / (a + b)`: the harmonic mean of precision and recall, whoever is taken as the reference. */
export function f1(both: number, total: number): number | undefined {
  return total === 0 ? undefined : (2 * both) / total;
}

/** How often one rater said `a` where the other said `b`. */
export class Confusion {
  private readonly cells = new Tally();
  private readonly first = new Tally();
  private readonly second = new Tally();
  private agreed = 0;
  private count = 0;

  add(a: string, b: string, times = 1): void {
    if (times === 0) return;
    this.cells.add(`${a}\n${b}`, times);
    this.first.add(a, times);
    this.second.add(b, times);
    this.count += times;
    if (a === b) this.agreed += times;
  }

  get items(): number {
    return this.count;
  }

  /** Share of the items on which both say the same. */
  get observed(): number | undefined {
    return this.count === 0 ? undefined : this.agreed / this.count;
  }

  /**
   * Cohen's κ; undefined where chance alone would give full agreement. `silent` items more are those of
   * which both said nothing.
   */
  kappa(silent = 0): number | undefined {
    const count = this.count + silent;
    const more = (name: string): number => (name === NOTHING ? silent : 0);
    const expected = [...new Set([...this.first.names, NOTHING])].reduce(
      (sum, name) =>
        sum +
        ((this.first.of(name) + more(name)) * (this.second.of(name) + more(name))) / count ** 2,
      0,
    );
    if (count === 0 || expected === 1) return undefined;
    return ((this.agreed + silent) / count - expected) / (1 - expected);
  }
}

/**
 * Krippendorff's α for names (nominal), over units that two or more raters judged; not each rater need
 * have judged each unit.
 */
export class Coincidences {
  private readonly totals = new Tally();
  private disagreed = 0;

  /** A unit with what its raters said, one value a rater. */
  add(values: readonly string[]): void {
    if (values.length < 2) return;
    const counts = new Tally();
    for (const value of values) counts.add(value);
    for (const value of counts.names) {
      const count = counts.of(value);
      this.totals.add(value, count);
      this.disagreed += (count * (values.length - count)) / (values.length - 1);
    }
  }

  /** All that raters said, nothing too: the units times their raters. */
  get judgements(): number {
    return this.totals.total;
  }

  /**
   * Undefined where only one value occurs: then there is nothing to disagree on. `silent` judgements more
   * are those of units of which all raters said nothing.
   */
  alpha(silent = 0): number | undefined {
    const all = this.judgements + silent;
    const expected = [...new Set([...this.totals.names, NOTHING])].reduce((sum, name) => {
      const count = this.totals.of(name) + (name === NOTHING ? silent : 0);
      return sum + count * (all - count);
    }, 0);
    return expected === 0 ? undefined : 1 - ((all - 1) * this.disagreed) / expected;
  }
}

/** The mean of what there is. */
export function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0
    ? undefined
    : known.reduce((sum, value) => sum + value, 0) / known.length;
}
