// What another reader makes of the Parquet files: DuckDB, over folders as an export leaves them.
import assert from 'node:assert/strict';
import type { DuckDBConnection } from '@duckdb/node-api';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';
import { entity } from '../support/article';

const TEXT = '🙂 قال الوَزير «عمر» إن دبي بعيدة.\n';
const ARTICLES = 40;

describe('Parquet in DuckDB', function () {
  this.timeout(20_000);
  const scratch = new Scratch();
  let connection: DuckDBConnection;

  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const table = (...path: string[]): string =>
    `read_parquet('${scratch.at(...path)}', hive_partitioning = true)`;

  before(async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (let at = 0; at < ARTICLES; at += 1) {
      await scratch.put(annotated(`c/${at}.txt`, TEXT, annotations()));
    }
    for (const [format, ...more] of [['parquet'], ['hf', '--files', 'parquet']] as const) {
      const argv = ['export', scratch.at('c'), '--format', format, '--out', scratch.at(format)];
      const { code, err } = await cli([...argv, '--split', '50/50/0', ...more]);
      assert.equal(code, 0, err);
    }
  });
  after(() => {
    connection?.closeSync();
    scratch.remove();
  });

  function annotations() {
    const quote = (words: string) => {
      const start = TEXT.indexOf(words);
      return { start, end: start + words.length, quote: words };
    };
    return [
      { ...entity(TEXT, 'OCC', 'الوَزير'), confidence: 0.5, attributes: { topic: 'x', sure: true } },
      { ...entity(TEXT, 'PERS', 'عمر'), parts: [quote('دبي')] },
      {
        id: 'c1',
        label: 'CLAIM',
        ...quote('دبي بعيدة'),
        claim: { kind: 'statement', mode: 'indirect', checkworthy: true, cue: quote('قال') },
      },
    ];
  }

  it('has the parts as a column, and a part without articles empty but there', async () => {
    const found = await rows(
      `select split, count(*)::int n from ${table('parquet', 'articles', '**', '*.parquet')} group by 1`,
    );
    const counts = Object.fromEntries(found.map(({ split, n }) => [split, Number(n)]));
    assert.deepEqual(Object.keys(counts).sort(), ['dev', 'train']);
    assert.equal((counts['dev'] ?? 0) + (counts['train'] ?? 0), ARTICLES);
    const [none] = await rows(
      `select count(*)::int n from ${table('parquet', 'annotations', 'split=test', '*.parquet')}`,
    );
    assert.equal(none?.['n'], 0);
  });

  it('has the right types and values', async () => {
    const all = table('parquet', 'annotations', '**', '*.parquet');
    const types = await rows(`select column_name c, column_type t from (describe from ${all})`);
    const type = Object.fromEntries(types.map(({ c, t }) => [c, t]));
    const piece = 'STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)';
    for (const [name, wanted] of [
      ['start', 'INTEGER'],
      ['text', 'VARCHAR'],
      ['confidence', 'DOUBLE'],
      ['checkworthy', 'BOOLEAN'],
      ['parts', `${piece}[]`],
      ['cue', piece],
    ] as const) {
      assert.equal(type[name], wanted, name);
    }
    const one = await rows(`select * from ${all} where path = '7.txt'`);
    assert.deepEqual(
      one.map(({ label, kind, confidence, checkworthy, attributes }) => [
        label,
        kind,
        confidence,
        checkworthy,
        attributes,
      ]),
      [
        ['OCC', null, 0.5, null, '{"topic":"x","sure":true}'],
        ['PERS', null, null, null, null],
        ['CLAIM', 'statement', null, true, null],
      ],
    );
    assert.deepEqual(one[1]?.['parts'], [{ start: 23, end: 26, text: 'دبي' }]);
    assert.deepEqual(one[2]?.['cue'], { start: 2, end: 5, text: 'قال' });
  });

  it('counts code points: every span stands in its text', async () => {
    const [bad] = await rows(
      `select count(*)::int n from ${table('parquet', 'annotations', '**', '*.parquet')} a
       join ${table('parquet', 'articles', '**', '*.parquet')} b using (path)
       where array_to_string(list_slice(string_split(b.text, ''), a.start + 1, a."end"), '') <> a.text`,
    );
    assert.equal(bad?.['n'], 0);
  });

  it('has nested rows in the data set for Hugging Face', async () => {
    const [sums] = await rows(
      `select count(*)::int n, sum(len(entities))::int e, sum(len(claims))::int c
       from ${table('hf', 'data', '*', '*.parquet')}`,
    );
    assert.deepEqual(sums, { n: ARTICLES, e: 2 * ARTICLES, c: ARTICLES });
    assert.match(await scratch.text('hf', 'README.md'), /split: validation\n {4}path: data\/valid/);
  });
});
