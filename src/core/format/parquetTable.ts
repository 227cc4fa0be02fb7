import { ByteWriter, parquetWrite } from 'hyparquet-writer';

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

type Options = Parameters<typeof parquetWrite>[0];
type SchemaElement = NonNullable<Options['schema']>[number];

const LEAVES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  prose: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  truth: { type: 'BOOLEAN' },
} as const;

function elementsOf(name: string, shape: Shape): SchemaElement[] {
  const head = { name, repetition_type: 'OPTIONAL' as const };
  if (typeof shape === 'string') return [{ ...head, ...LEAVES[shape] }];
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

/** Readers skip what cannot match by the least and the greatest value; prose and nested columns have none. */
function writingOf(shape: Shape): Pick<Options['columnData'][number], 'encoding' | 'statistics'> {
  if (shape === 'prose') return { encoding: 'PLAIN', statistics: false };
  return { statistics: typeof shape === 'string' };
}

/** What stands in the columns of a table, by their names; what is undefined is absent. */
export type Columns<Row> = Readonly<
  Record<string, { readonly shape: Shape; readonly of: (row: Row) => unknown }>
>;

interface Column<Row> {
  readonly name: string;
  readonly shape: Shape;
  readonly of: (row: Row) => unknown;
  readonly data: unknown[];
}

/** Rows that become a whole Parquet file, column by column. The same rows give the same bytes. */
export class ParquetTable<Row> {
  private readonly columns: readonly Column<Row>[];

  constructor(columns: Columns<Row>) {
    this.columns = Object.entries(columns).map(([name, column]) => ({ name, ...column, data: [] }));
  }

  add(row: Row): void {
    for (const { of, data } of this.columns) data.push(of(row) ?? null);
  }

  toBytes(): Uint8Array {
    const { columns } = this;
    const writer = new ByteWriter();
    const done = parquetWrite({
      writer,
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.flatMap(({ name, shape }) => elementsOf(name, shape)),
      ],
      columnData: columns.map(({ name, shape, data }) => ({ name, data, ...writingOf(shape) })),
      rowGroupSize: Math.max(1, columns[0]?.data.length ?? 0),
      createdBy: 'hashiya',
    });
    // A writer into memory never asks to be waited for.
    if (done !== undefined) throw new Error('the table is not written yet');
    return writer.getBytes().slice();
  }
}
