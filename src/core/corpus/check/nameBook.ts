/** So many uses under one label make it the rule for a name; below that both may be right. */
const RULE = 3;

/** How a name is labelled: under its usual label so often, out of so many. */
export interface NameRule {
  readonly label: string;
  readonly count: number;
}

/** How the names of a corpus are labelled. Names are compared folded. */
export class NameBook {
  private readonly names = new Map<string, Map<string, number>>();

  /** Counts a use of the name; for `key` see `nameKey`. */
  add(key: string, label: string, count = 1): void {
    if (key === '') return;
    const labels = this.names.get(key) ?? new Map<string, number>();
    labels.set(label, (labels.get(label) ?? 0) + count);
    this.names.set(key, labels);
  }

  /** The label that a name has almost always, if it has one. */
  rule(key: string): NameRule | undefined {
    const [first, second] = [...(this.names.get(key) ?? [])].sort((a, b) => b[1] - a[1]);
    if (first === undefined || first[1] < RULE) return undefined;
    if (second !== undefined && first[1] < 2 * second[1]) return undefined;
    return { label: first[0], count: first[1] };
  }

  /** All names that have a rule, with their label. */
  *rules(): IterableIterator<[key: string, label: string]> {
    for (const key of this.names.keys()) {
      const rule = this.rule(key);
      if (rule !== undefined) yield [key, rule.label];
    }
  }
}
