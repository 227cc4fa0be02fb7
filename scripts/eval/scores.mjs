// Counting and printing of precision, recall and F1.

export class Score {
  constructor() {
    this.right = 0;
    this.proposed = 0;
    this.expected = 0;
  }

  add(right, proposed, expected) {
    this.right += right;
    this.proposed += proposed;
    this.expected += expected;
    return this;
  }

  toString() {
    const precision = this.proposed === 0 ? 0 : this.right / this.proposed;
    const recall = this.expected === 0 ? 0 : this.right / this.expected;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const show = (n) => (100 * n).toFixed(1).padStart(5);
    const counts = `${this.right} right of ${this.proposed} proposed, ${this.expected} expected`;
    return `P ${show(precision)}  R ${show(recall)}  F1 ${show(f1)}   (${counts})`;
  }
}

/** Strict scores over spans `{label, start, end}` by label and in all, added to `table`. */
export function scoreSpans(table, expected, proposed) {
  const key = (s) => `${s.label} ${s.start} ${s.end}`;
  const gold = new Set(expected.map(key));
  const row = (label) => {
    if (!table.has(label)) table.set(label, new Score());
    return table.get(label);
  };
  for (const s of expected) row(s.label).add(0, 0, 1);
  for (const s of proposed) row(s.label).add(gold.has(key(s)) ? 1 : 0, 1, 0);
}

export function printTable(title, table) {
  console.log(`\n${title}`);
  const all = new Score();
  const rows = [...table].sort((a, b) => b[1].expected - a[1].expected);
  for (const [, score] of rows) all.add(score.right, score.proposed, score.expected);
  console.log(`  ${'all'.padEnd(10)} ${all}`);
  for (const [label, score] of rows) console.log(`  ${label.padEnd(10)} ${score}`);
}
