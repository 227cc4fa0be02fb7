// A law of our Parquet files: DuckDB reads from them what was put in, and finds it when it filters.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Columns } from '../../src/core/format/parquetTable';
import { ParquetTable } from '../../src/core/format/parquetTable';
import { Scratch } from '../support/cli';
import { random } from '../support/random';

interface Piece {
  readonly start: number | null;
  readonly text: string | null;
}

interface Row {
  readonly number: number;
  readonly word: string | null;
  readonly prose: string | null;
  readonly share: number | null;
  readonly truth: boolean | null;
  readonly piece: Piece | null;
  readonly pieces: readonly (Piece | null)[] | null;
  readonly lists: readonly (readonly (string | null)[] | null)[] | null;
}

const PIECE = { fields: { start: 'integer', text: 'text' } } as const;

const COLUMNS: Columns<Row> = {
  number: { shape: 'integer', of: ({ number }) => number },
  word: { shape: 'text', of: ({ word }) => word },
  prose: { shape: 'prose', of: ({ prose }) => prose },
  share: { shape: 'number', of: ({ share }) => share },
  truth: { shape: 'truth', of: ({ truth }) => truth },
  piece: { shape: PIECE, of: ({ piece }) => piece },
  pieces: { shape: { list: PIECE }, of: ({ pieces }) => pieces },
  lists: { shape: { list: { list: 'text' } }, of: ({ lists }) => lists },
};

/** Of one, two, three and four bytes; in the order of UTF-16 the last would stand before the one before it. */
const WORDS = ['', 'a', 'قال', 'é', 'ﷺ', '\uFFEE', '🙂', '🙂🙃'];

/** Rows in which anything may be absent or empty; `distinct` words in all, `size` units of prose each. */
function rowsOf(seed: number, count: number, distinct: number, size: number): Row[] {
  const next = random(seed);
  const below = (bound: number): number => Math.floor(next() * bound);
  const maybe = <T>(make: () => T): T | null => (next() < 0.3 ? null : make());
  const some = <T>(make: () => T): T[] => Array.from({ length: below(4) }, make);
  const word = (): string => {
    const at = below(distinct);
    return `${WORDS[at % WORDS.length] ?? ''}${at < WORDS.length ? '' : at}`;
  };
  const piece = (): Piece => ({ start: maybe(() => below(9) - 4), text: maybe(word) });
  return Array.from({ length: count }, (_, number) => ({
    number,
    word: maybe(word),
    prose: maybe(() => word().padEnd(below(size), 'خبر ')),
    share: maybe(() => below(distinct) / 8),
    truth: maybe(() => next() < 0.5),
    piece: maybe(piece),
    pieces: maybe(() => some(() => maybe(piece))),
    lists: maybe(() => some(() => maybe(() => some(() => maybe(word))))),
  }));
}

describe('tables in Parquet', function () {
  this.timeout(20_000);
  const scratch = new Scratch();
  let connection: DuckDBConnection;

  const ask = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson();

  before(async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    connection = await (await DuckDBInstance.create(':memory:')).connect();
  });
  after(() => {
    connection?.closeSync();
    scratch.remove();
  });

  function write(rows: readonly Row[]): string {
    const table = new ParquetTable(COLUMNS);
    for (const row of rows) table.add(row);
    const path = scratch.at(`${rows.length}.parquet`);
    writeFileSync(path, table.toBytes());
    return `read_parquet('${path}')`;
  }

  // A single word, a few, more than pay for a dictionary; one page of prose, and many.
  for (const [count, distinct, size] of [
    [1, 1, 10],
    [7, 3, 10],
    [300, 1, 10],
    [900, 40, 50],
    [1000, 4000, 9000],
  ] as const) {
    it(`hold ${count} rows of ${distinct} words`, async () => {
      const rows = rowsOf(count, count, distinct, size);
      const table = write(rows);
      assert.deepEqual(await ask(`select * from ${table} order by number`), rows);
      const words = new Set(rows.map(({ word }) => word).filter((one) => one !== null));
      for (const value of [...words].slice(0, 12)) {
        const [found] = await ask(`select count(*)::int n from ${table} where word = '${value}'`);
        const wanted = rows.filter(({ word }) => word === value).length;
        assert.equal(found?.['n'], wanted, value);
      }
    });
  }

  it('tell the least and the greatest of a column in the order of code points', async () => {
    const rows = rowsOf(5, 400, WORDS.length, 10);
    write(rows);
    const metadata = `parquet_metadata('${scratch.at('400.parquet')}')`;
    const bounds = await ask(
      `select path_in_schema p, stats_min_value a, stats_max_value b, stats_null_count n
       from ${metadata} where stats_min_value is not null order by column_id`,
    );
    const absent = (of: (row: Row) => unknown): string =>
      String(rows.filter((row) => of(row) === null).length);
    assert.deepEqual(bounds, [
      { p: 'number', a: '0', b: '399', n: '0' },
      { p: 'word', a: '', b: '🙂🙃', n: absent(({ word }) => word) },
      { p: 'share', a: '0.0', b: '0.875', n: absent(({ share }) => share) },
      { p: 'truth', a: 'false', b: 'true', n: absent(({ truth }) => truth) },
    ]);
  });

  it('have U+FFFD for half of a surrogate pair', async () => {
    const [row] = rowsOf(1, 1, 1, 1);
    assert.ok(row);
    const table = write([
      { ...row, word: 'a\uD83D', prose: '\uDE42b' },
      { ...row, word: '\uDFFF', prose: null },
    ]);
    const found = await ask(`select word, prose from ${table}`);
    assert.deepEqual(found, [
      { word: 'a\uFFFD', prose: '\uFFFDb' },
      { word: '\uFFFD', prose: null },
    ]);
  });
});
