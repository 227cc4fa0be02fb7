// Counting and printing of precision, recall and F1.

import type { Span } from '../../src/core/text/span';

export interface Labelled extends Span {
  readonly label: string;
}

/** Scores by label. */
export type ScoreTable = Map<string, Score>;

export class Score {
  right = 0;
  proposed = 0;
  expected = 0;

  add(right: number, proposed: number, expected: number): this {
    this.right += right;
    this.proposed += proposed;
    this.expected += expected;
    return this;
  }

  toString(): string {
    const precision = this.proposed === 0 ? 0 : this.right / this.proposed;
    const recall = this.expected === 0 ? 0 : this.right / this.expected;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const show = (n: number) => (100 * n).toFixed(1).padStart(5);
    const counts = `${this.right} right of ${this.proposed} proposed, ${this.expected} expected`;
    return `P ${show(precision)}  R ${show(recall)}  F1 ${show(f1)}   (${counts})`;
  }
}

/** Strict scores over spans `{label, start, end}` by label and in all, added to `table`. */
export function scoreSpans(
  table: ScoreTable,
  expected: readonly Labelled[],
  proposed: readonly Labelled[],
): void {
  const key = (s: Labelled) => `${s.label} ${s.start} ${s.end}`;
  const gold = new Set(expected.map(key));
  const row = (label: string): Score => {
    const score = table.get(label) ?? new Score();
    table.set(label, score);
    return score;
  };
  for (const s of expected) row(s.label).add(0, 0, 1);
  for (const s of proposed) row(s.label).add(gold.has(key(s)) ? 1 : 0, 1, 0);
}

export function printTable(title: string, table: ScoreTable): void {
  console.log(`\n${title}`);
  const all = new Score();
  const rows = [...table].sort((a, b) => b[1].expected - a[1].expected);
  for (const [, score] of rows) all.add(score.right, score.proposed, score.expected);
  console.log(`  ${'all'.padEnd(10)} ${all}`);
  for (const [label, score] of rows) console.log(`  ${label.padEnd(10)} ${score}`);
}
