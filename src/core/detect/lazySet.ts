/**
 * A set that is made when it is first asked. The detectors hold a hundred word lists, and a program that
 * starts should not wait for what it may never need.
 */
export class LazySet<T> implements ReadonlySet<T> {
  private made: ReadonlySet<T> | undefined;

  constructor(private readonly make: () => ReadonlySet<T>) {}

  private get all(): ReadonlySet<T> {
    this.made ??= this.make();
    return this.made;
  }

  has(value: T): boolean {
    return this.all.has(value);
  }

  get size(): number {
    return this.all.size;
  }

  forEach(visit: (value: T, again: T, set: ReadonlySet<T>) => void): void {
    this.all.forEach((value) => visit(value, value, this));
  }

  entries(): SetIterator<[T, T]> {
    return this.all.entries();
  }

  keys(): SetIterator<T> {
    return this.all.keys();
  }

  values(): SetIterator<T> {
    return this.all.values();
  }

  [Symbol.iterator](): SetIterator<T> {
    return this.all.values();
  }
}
