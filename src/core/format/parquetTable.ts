import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import type { Leaf } from './parquetLeaf';
import { DictionaryLeaf, PlainLeaf, TruthLeaf } from './parquetLeaf';
import type { Depth } from './parquetPages';
import { compareText, writeText } from './parquetText';

/**
 * The type of a column, of list items or of fields; every value may be absent. `prose` is text that hardly
 * comes twice and that nobody sorts or filters by.
 */
export type Shape =
  | 'text'
  | 'prose'
  | 'integer'
  | 'number'
  | 'truth'
  | { readonly list: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

type Metadata = Parameters<typeof writeMetadata>[1];
type SchemaElement = Metadata['schema'][number];
type Chunk = Metadata['row_groups'][number]['columns'][number];

const compareNumbers = (a: number, b: number): number => a - b;

type LeafType = NonNullable<SchemaElement['type']>;

interface Kind {
  readonly type: { readonly type: LeafType; readonly converted_type?: 'UTF8' };
  readonly leaf: (depth: Depth) => Leaf<never>;
}

/** How each kind of value is typed and written. */
const LEAVES: Readonly<Record<Extract<Shape, string>, Kind>> = {
  text: {
    type: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    leaf: (depth) => new DictionaryLeaf<string>(depth, writeText, compareText),
  },
  prose: {
    type: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    leaf: (depth) => new PlainLeaf<string>(depth, writeText),
  },
  integer: {
    type: { type: 'INT32' },
    leaf: (depth) =>
      new DictionaryLeaf<number>(depth, (bytes, n) => bytes.appendInt32(n), compareNumbers),
  },
  number: {
    type: { type: 'DOUBLE' },
    leaf: (depth) =>
      new DictionaryLeaf<number>(depth, (bytes, n) => bytes.appendFloat64(n), compareNumbers),
  },
  truth: { type: { type: 'BOOLEAN' }, leaf: (depth) => new TruthLeaf(depth) },
};

function elementsOf(name: string, shape: Shape): SchemaElement[] {
  const head = { name, repetition_type: 'OPTIONAL' as const };
  if (typeof shape === 'string') return [{ ...head, ...LEAVES[shape].type }];
  if ('list' in shape) {
    return [
      { ...head, num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elementsOf('element', shape.list),
    ];
  }
  const fields = Object.entries(shape.fields);
  return [
    { ...head, num_children: fields.length },
    ...fields.flatMap(([field, inner]) => elementsOf(field, inner)),
  ];
}

interface PlacedLeaf {
  /** Names from the column inwards. */
  readonly path: readonly string[];
  readonly type: LeafType;
  readonly leaf: Leaf<never>;
}

/** Takes a value, of what is around which so much is there and repeats (see `Levels`). */
type Put = (value: unknown, repetition: number, definition: number) => void;

/** What takes the values of a column or of a part of one; its leaves are added to `leaves`, in order. */
function putter(path: readonly string[], shape: Shape, around: Depth, leaves: PlacedLeaf[]): Put {
  const { definition, repetition } = around;
  if (typeof shape === 'string') {
    const { type, leaf: make } = LEAVES[shape];
    const there = definition + 1;
    const leaf = make({ definition: there, repetition });
    leaves.push({ path, type: type.type, leaf });
    return (value, at, above) => {
      if (value === undefined || value === null) leaf.add(undefined, at, above);
      else leaf.add(value as never, at, there);
    };
  }
  if ('list' in shape) {
    const inside = { definition: definition + 2, repetition: repetition + 1 };
    const item = putter([...path, 'list', 'element'], shape.list, inside, leaves);
    return (value, at, above) => {
      if (!Array.isArray(value)) item(undefined, at, above);
      else if (value.length === 0) item(undefined, at, definition + 1);
      else {
        for (const [index, one] of value.entries()) {
          item(one, index === 0 ? at : inside.repetition, inside.definition);
        }
      }
    };
  }
  const there = definition + 1;
  const fields = Object.entries(shape.fields).map(
    ([name, inner]) =>
      [name, putter([...path, name], inner, { definition: there, repetition }, leaves)] as const,
  );
  return (value, at, above) => {
    const isThere = typeof value === 'object' && value !== null;
    for (const [name, put] of fields) {
      if (isThere) put((value as Record<string, unknown>)[name], at, there);
      else put(undefined, at, above);
    }
  };
}

/** What stands in the columns of a table, by their names; what is undefined is absent. */
export type Columns<Row> = Readonly<
  Record<string, { readonly shape: Shape; readonly of: (row: Row) => unknown }>
>;

/** The four bytes at both ends of a file. */
const MAGIC = 0x31524150;

/** Rows that become a whole Parquet file of one row group. The same rows give the same bytes. */
export class ParquetTable<Row> {
  private readonly leaves: PlacedLeaf[] = [];
  private readonly columns: readonly { readonly of: (row: Row) => unknown; readonly put: Put }[];
  private readonly schema: readonly SchemaElement[];
  private rows = 0;

  constructor(columns: Columns<Row>) {
    const all = Object.entries(columns);
    const top: Depth = { definition: 0, repetition: 0 };
    this.columns = all.map(([name, { shape, of }]) => {
      return { of, put: putter([name], shape, top, this.leaves) };
    });
    this.schema = [
      { name: 'root', num_children: all.length },
      ...all.flatMap(([name, { shape }]) => elementsOf(name, shape)),
    ];
  }

  add(row: Row): void {
    for (const { of, put } of this.columns) put(of(row), 0, 0);
    this.rows += 1;
  }

  /** Ends the table; no row is added after. */
  toBytes(): Uint8Array {
    const file = new ByteWriter();
    file.appendUint32(MAGIC);
    const groups = this.rows === 0 ? [] : [this.group(file)];
    writeMetadata(file, {
      version: 2,
      created_by: 'hashiya',
      schema: [...this.schema],
      num_rows: BigInt(this.rows),
      row_groups: groups,
      metadata_length: 0,
    });
    file.appendUint32(MAGIC);
    return file.getBytes().slice();
  }

  private group(file: ByteWriter): Metadata['row_groups'][number] {
    const columns = this.leaves.map((leaf) => chunk(file, leaf));
    const size = (of: 'total_uncompressed_size' | 'total_compressed_size'): bigint =>
      columns.reduce((sum, { meta_data }) => sum + (meta_data?.[of] ?? 0n), 0n);
    return {
      columns,
      num_rows: BigInt(this.rows),
      total_byte_size: size('total_uncompressed_size'),
      total_compressed_size: size('total_compressed_size'),
    };
  }
}

/**
 * Writes the pages of a leaf and tells of them. Readers skip what cannot match by the least and the greatest
 * value; what is nested has none, nor has prose.
 */
function chunk(file: ByteWriter, { path, type, leaf }: PlacedLeaf): Chunk {
  const start = BigInt(file.offset);
  const pages = leaf.end();
  file.appendBytes(pages.bytes.getBytes());
  const { dictionarySize, uncompressedSize, values, absent, encodings, bytes } = pages;
  const bounds = path.length === 1 ? leaf.bounds() : undefined;
  return {
    file_offset: start,
    meta_data: {
      type,
      encodings: [...encodings],
      path_in_schema: [...path],
      codec: 'SNAPPY',
      num_values: BigInt(values),
      total_compressed_size: BigInt(bytes.offset),
      total_uncompressed_size: BigInt(uncompressedSize),
      data_page_offset: start + BigInt(dictionarySize),
      ...(dictionarySize === 0 ? {} : { dictionary_page_offset: start }),
      ...(bounds === undefined
        ? {}
        : {
            statistics: {
              min_value: bounds.least,
              max_value: bounds.greatest,
              null_count: BigInt(absent),
            },
          }),
    },
  };
}
