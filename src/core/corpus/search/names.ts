import { detached } from '../../text/codeUnits';
import { Numbering } from './numbering';

/** A label with the folded words under it. */
export interface NameEntry {
  readonly label: string;
  /** Folded words with a blank between. */
  readonly key: string;
  /** As it was first written. */
  readonly spelling: string;
  /** How often it is annotated now. */
  count: number;
}

const NONE: NameEntry = { label: '', key: '', spelling: '', count: 0 };

/** The labelled texts of a corpus, numbered. */
export class NameTable {
  private readonly numbers = new Numbering();
  private readonly entries: NameEntry[] = [NONE];

  get size(): number {
    return this.numbers.size;
  }

  intern(label: string, key: string, spelling: string): number {
    const known = this.find(label, key);
    if (known !== 0) return known;
    this.entries.push({ label, key: detached(key), spelling: detached(spelling), count: 0 });
    return this.numbers.add(`${label}\n${key}`);
  }

  find(label: string, key: string): number {
    return this.numbers.find(`${label}\n${key}`);
  }

  get(id: number): NameEntry {
    return this.entries[id] ?? NONE;
  }

  /** Those with greater numbers, in the order of these. */
  after(id: number): readonly NameEntry[] {
    return this.entries.slice(id + 1);
  }

  /** All that are annotated somewhere now. */
  *used(): IterableIterator<NameEntry> {
    for (const entry of this.entries) if (entry.count > 0) yield entry;
  }
}
