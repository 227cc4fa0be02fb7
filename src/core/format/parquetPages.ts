import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';

/** How the values of a page are written down, as Parquet names it. */
export type Encoding = 'PLAIN' | 'RLE' | 'RLE_DICTIONARY';

/** The most that the levels of a leaf can be: how many of its steps may be absent, and may repeat. */
export interface Depth {
  readonly definition: number;
  readonly repetition: number;
}

/**
 * For every place of a leaf, how far its value is there, and at which list a new item begins: the levels that
 * Parquet has from Dremel. A row begins at repetition 0.
 */
export class Levels {
  rows = 0;
  absent = 0;
  private readonly definitions: number[] = [];
  private readonly repetitions: number[] = [];

  constructor(private readonly depth: Depth) {}

  get size(): number {
    return this.definitions.length;
  }

  add(repetition: number, definition: number): void {
    if (repetition === 0) this.rows += 1;
    if (definition < this.depth.definition) this.absent += 1;
    if (this.depth.repetition > 0) this.repetitions.push(repetition);
    this.definitions.push(definition);
  }

  /** Both, with the sizes in bytes of each. */
  write(bytes: ByteWriter): { readonly repetitions: number; readonly definitions: number } {
    const { repetition, definition } = this.depth;
    const repetitions =
      repetition === 0
        ? 0
        : writeRleBitPackedHybrid(bytes, this.repetitions, bitWidthOf(repetition));
    const definitions = writeRleBitPackedHybrid(bytes, this.definitions, bitWidthOf(definition));
    return { repetitions, definitions };
  }
}

/** Bits for every number up to the greatest. */
export function bitWidthOf(greatest: number): number {
  return 32 - Math.clz32(greatest);
}

/** The pages of a leaf one after the other, compressed, each after its header. */
export class Pages {
  readonly bytes = new ByteWriter();
  readonly encodings = new Set<Encoding>();
  /** Size of the dictionary with its header: where the first page of data begins. */
  dictionarySize = 0;
  uncompressedSize = 0;
  values = 0;
  absent = 0;

  addDictionary(values: Uint8Array, count: number): void {
    const compressed = snappyCompress(values);
    const header = this.header({
      type: 'DICTIONARY_PAGE',
      uncompressed_page_size: values.length,
      compressed_page_size: compressed.length,
      dictionary_page_header: { num_values: count, encoding: 'PLAIN' },
    });
    this.bytes.appendBytes(compressed);
    this.uncompressedSize += header + values.length;
    this.dictionarySize = this.bytes.offset;
    this.encodings.add('PLAIN');
  }

  add(encoding: Encoding, levels: Levels, values: Uint8Array): void {
    const above = new ByteWriter();
    const { repetitions, definitions } = levels.write(above);
    const compressed = snappyCompress(values);
    const header = this.header({
      type: 'DATA_PAGE_V2',
      uncompressed_page_size: above.offset + values.length,
      compressed_page_size: above.offset + compressed.length,
      data_page_header_v2: {
        num_values: levels.size,
        num_nulls: levels.absent,
        num_rows: levels.rows,
        encoding,
        definition_levels_byte_length: definitions,
        repetition_levels_byte_length: repetitions,
        is_compressed: true,
      },
    });
    this.bytes.appendBytes(above.getBytes());
    this.bytes.appendBytes(compressed);
    this.uncompressedSize += header + above.offset + values.length;
    this.values += levels.size;
    this.absent += levels.absent;
    this.encodings.add(encoding);
  }

  private header(header: Parameters<typeof writePageHeader>[1]): number {
    const before = this.bytes.offset;
    writePageHeader(this.bytes, header);
    return this.bytes.offset - before;
  }
}
