import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import type { Depth } from './parquetPages';
import { Levels, Pages, bitWidthOf } from './parquetPages';

/** The least and the greatest of some values. */
export interface Bounds<T> {
  readonly least: T;
  readonly greatest: T;
}

/**
 * A column, or one field of a nested column, on its way into pages. What is kept of it are levels, bytes, and
 * each word of a dictionary once.
 */
export interface Leaf<T> {
  /** A value that is absent is undefined; for the levels see `Levels`. */
  add(value: T | undefined, repetition: number, definition: number): void;
  /** Undefined where no value came, or nobody asks. */
  bounds(): Bounds<string | number | boolean> | undefined;
  /** Ends the last page; nothing is added after. */
  end(): Pages;
}

/** Writes a value in Parquet's plain encoding. */
export type Plain<T> = (bytes: ByteWriter, value: T) => void;

/** A page as large as this ends with its row. */
const PAGE_SIZE = 1 << 20;

/** Values that hardly come twice, as they come. */
export class PlainLeaf<T> implements Leaf<T> {
  private readonly pages = new Pages();
  private levels: Levels;
  private bytes = new ByteWriter();

  constructor(
    private readonly depth: Depth,
    private readonly write: Plain<T>,
  ) {
    this.levels = new Levels(depth);
  }

  add(value: T | undefined, repetition: number, definition: number): void {
    if (repetition === 0 && this.bytes.offset >= PAGE_SIZE) this.endPage();
    this.levels.add(repetition, definition);
    if (value !== undefined) this.write(this.bytes, value);
  }

  bounds(): undefined {
    return undefined;
  }

  end(): Pages {
    this.endPage();
    return this.pages;
  }

  private endPage(): void {
    this.pages.add('PLAIN', this.levels, this.bytes.getBytes());
    this.levels = new Levels(this.depth);
    this.bytes = new ByteWriter();
  }
}

/** Values of which there are few: each stands once in a dictionary, if that pays. */
export class DictionaryLeaf<T extends string | number> implements Leaf<T> {
  private readonly levels: Levels;
  private readonly indexes: number[] = [];
  private readonly words = new Map<T, number>();
  private last: T | undefined;
  private index = 0;

  constructor(
    depth: Depth,
    private readonly write: Plain<T>,
    private readonly compare: (a: T, b: T) => number,
  ) {
    this.levels = new Levels(depth);
  }

  add(value: T | undefined, repetition: number, definition: number): void {
    this.levels.add(repetition, definition);
    if (value === undefined) return;
    // A value mostly comes in a row.
    if (value !== this.last) {
      const known = this.words.get(value);
      this.index = known ?? this.words.size;
      if (known === undefined) this.words.set(value, this.index);
      this.last = value;
    }
    this.indexes.push(this.index);
  }

  bounds(): Bounds<T> | undefined {
    let bounds: Bounds<T> | undefined;
    for (const word of this.words.keys()) {
      const { least, greatest } = bounds ?? { least: word, greatest: word };
      bounds = {
        least: this.compare(word, least) < 0 ? word : least,
        greatest: this.compare(word, greatest) > 0 ? word : greatest,
      };
    }
    return bounds;
  }

  end(): Pages {
    const pages = new Pages();
    const { words, indexes, levels } = this;
    const page = new ByteWriter();
    if (2 * words.size > indexes.length) {
      const all = [...words.keys()];
      for (const index of indexes) this.write(page, all[index] as T);
      pages.add('PLAIN', levels, page.getBytes());
      return pages;
    }
    const dictionary = new ByteWriter();
    for (const word of words.keys()) this.write(dictionary, word);
    pages.addDictionary(dictionary.getBytes(), words.size);
    const width = bitWidthOf(Math.max(0, words.size - 1));
    page.appendUint8(width);
    writeRleBitPackedHybrid(page, indexes, width);
    pages.add('RLE_DICTIONARY', levels, page.getBytes());
    return pages;
  }
}

/** Truth values, in runs. */
export class TruthLeaf implements Leaf<boolean> {
  private readonly levels: Levels;
  private readonly bits: number[] = [];

  constructor(depth: Depth) {
    this.levels = new Levels(depth);
  }

  add(value: boolean | undefined, repetition: number, definition: number): void {
    this.levels.add(repetition, definition);
    if (value !== undefined) this.bits.push(value ? 1 : 0);
  }

  bounds(): Bounds<boolean> | undefined {
    const { bits } = this;
    if (bits.length === 0) return undefined;
    return { least: !bits.includes(0), greatest: bits.includes(1) };
  }

  end(): Pages {
    const runs = new ByteWriter();
    writeRleBitPackedHybrid(runs, this.bits, 1);
    const page = new ByteWriter();
    page.appendUint32(runs.offset);
    page.appendBytes(runs.getBytes());
    const pages = new Pages();
    pages.add('RLE', this.levels, page.getBytes());
    return pages;
  }
}
