/**
 * What was asked for lately, by key: up to twice `size` values. Those that nobody asked for while as many
 * others came go together.
 */
export class RecentMap<V> {
  private young = new Map<string, V>();
  private old: ReadonlyMap<string, V> = new Map();

  constructor(private readonly size: number) {}

  get(key: string): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const kept = this.old.get(key);
    if (kept !== undefined) this.set(key, kept);
    return kept;
  }

  set(key: string, value: V): void {
    if (this.young.size >= this.size) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}
