import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import type { JsonObject } from './json';

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

/** A whole Parquet file with these rows, of which every key of `columns` is read. The same rows give the same bytes. */
export function parquetTable(
  columns: Readonly<Record<string, Shape>>,
  rows: readonly JsonObject[],
): Uint8Array {
  const all = Object.entries(columns);
  const writer = new ByteWriter();
  const done = parquetWrite({
    writer,
    schema: [
      { name: 'root', num_children: all.length },
      ...all.flatMap(([name, shape]) => elementsOf(name, shape)),
    ],
    columnData: all.map(([name, shape]) => ({
      name,
      data: rows.map((row) => row[name] ?? null),
      ...writingOf(shape),
    })),
    rowGroupSize: Math.max(1, rows.length),
    createdBy: 'hashiya',
  });
  // A writer into memory never asks to be waited for.
  if (done !== undefined) throw new Error('the table is not written yet');
  return writer.getBytes().slice();
}
