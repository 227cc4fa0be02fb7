import { compareStrings } from './files';

export type Counts = Readonly<Record<string, number>>;

/** Counts by name, with the names in code-unit order. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  addAll(counts: Counts): void {
    for (const [name, count] of Object.entries(counts)) this.add(name, count);
  }

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  get names(): string[] {
    return [...this.counts.keys()].sort(compareStrings);
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  toCounts(): Counts {
    return Object.fromEntries(this.names.map((name) => [name, this.of(name)]));
  }
}
