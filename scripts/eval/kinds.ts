// The errors that remain, by kind: what a strict score hides is whether a name was missed or drawn otherwise.
import { overlaps } from '../../src/core/text/span';
import type { Labelled } from './scores';

/** Kinds in the order in which they are printed. */
const KINDS = ['wrong label', 'wrong span', 'wrong span and label', 'missed', 'extra'] as const;
type Kind = (typeof KINDS)[number];

/** Counts errors by kind and label: the label that is right, of extra spans the one that was proposed. */
export class ErrorKinds {
  private readonly counts = new Map<Kind, Map<string, number>>();

  /** Takes up the spans of one text, which are flat on both sides. */
  add(expected: readonly Labelled[], proposed: readonly Labelled[]): void {
    for (const gold of expected) {
      const kind = kindOf(gold, proposed);
      if (kind !== undefined) this.count(kind, gold.label);
    }
    for (const ours of proposed) {
      if (!expected.some((gold) => overlaps(gold, ours))) this.count('extra', ours.label);
    }
  }

  private count(kind: Kind, label: string): void {
    const labels = this.counts.get(kind) ?? new Map<string, number>();
    labels.set(label, (labels.get(label) ?? 0) + 1);
    this.counts.set(kind, labels);
  }

  print(): void {
    for (const kind of KINDS) {
      const labels = [...(this.counts.get(kind) ?? [])].sort((a, b) => b[1] - a[1]);
      const all = labels.reduce((sum, [, count]) => sum + count, 0);
      const shown = labels.map(([label, count]) => `${label} ${count}`).join(', ');
      console.log(`  ${kind.padEnd(20)} ${String(all).padStart(4)}   ${shown}`);
    }
  }
}

function kindOf(gold: Labelled, proposed: readonly Labelled[]): Kind | undefined {
  const near = proposed.filter((ours) => overlaps(gold, ours));
  if (near.length === 0) return 'missed';
  const same = near.find(({ start, end }) => start === gold.start && end === gold.end);
  if (same !== undefined) return same.label === gold.label ? undefined : 'wrong label';
  return near.some(({ label }) => label === gold.label) ? 'wrong span' : 'wrong span and label';
}
