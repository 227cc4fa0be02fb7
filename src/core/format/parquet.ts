import type {
  Artefact,
  BatchContext,
  BatchWriter,
  ExportArticle,
  ExportContext,
  OptionValues,
} from '../corpus/exporter';
import type { Issue } from '../model/issue';
import { dataCard } from './dataCard';
import { ANNOTATION_COLUMNS, annotationRows } from './dataRows';
import type { ExportFormat } from './format';
import { recordLosses } from './loss';
import type { Columns } from './parquetTable';
import { ParquetTable } from './parquetTable';

/** So many articles make one file: some megabytes, and little to hold in memory. */
export const PART_SIZE = 128;

/** Name of the file of a batch; an unbroken row of numbers need not come of a corpus that is divided. */
export function partFile(batch: number): string {
  return `part-${String(batch).padStart(5, '0')}.parquet`;
}

const ARTICLE_COLUMNS: Columns<ExportArticle> = {
  path: { shape: 'text', of: ({ path }) => path },
  status: { shape: 'text', of: ({ record }) => record.status },
  text: { shape: 'prose', of: ({ text }) => text },
};

type TableName = 'articles' | 'annotations';

/** A folder of the table, or the folder of a part as Hive names it. */
function folderOf(table: TableName, split: string | undefined): string {
  return split === undefined ? table : `${table}/split=${split}`;
}

function file(path: string, table: { toBytes(): Uint8Array }): Artefact {
  return { path, content: table.toBytes(), mode: 'file' };
}

function batch(_options: OptionValues, { split, batch: number }: BatchContext): BatchWriter {
  const articles = new ParquetTable(ARTICLE_COLUMNS);
  const annotations = new ParquetTable(ANNOTATION_COLUMNS);
  const losses: Issue[] = [];
  const name = partFile(number);
  return {
    add(article) {
      articles.add(article);
      for (const row of annotationRows(article)) annotations.add(row);
      losses.push(...recordLosses(article, { rejected: true, orphans: true }));
    },
    end: () => ({
      artefacts: [
        file(`${folderOf('articles', split)}/${name}`, articles),
        file(`${folderOf('annotations', split)}/${name}`, annotations),
      ],
      losses,
    }),
  };
}

/** A file without rows for every part, so that readers find the columns where no article fell. */
function start(_options: OptionValues, { splits }: ExportContext): Artefact[] {
  const parts = splits.length === 0 ? [undefined] : splits;
  return parts.flatMap((part) => [
    file(`${folderOf('articles', part)}/empty.parquet`, new ParquetTable(ARTICLE_COLUMNS)),
    file(`${folderOf('annotations', part)}/empty.parquet`, new ParquetTable(ANNOTATION_COLUMNS)),
  ]);
}

const COLUMNS = [
  '## Columns',
  '',
  '`articles`: `path`, `status`, `text`. `annotations`: a row for each, with the `path` of its article; `start` and `end` count code points of its `text`, half-open. `kind`, `mode`, `checkworthy`, `cue` and `source` belong to claims. `split` comes from the names of the folders.',
];

/** Two tables in Parquet, in folders by part as Spark, DuckDB and the Hugging Face hub read them. */
export const parquet: ExportFormat = {
  id: 'parquet',
  name: { en: 'Parquet tables', ar: 'جداول باركيه' },
  options: [],
  batchSize: PART_SIZE,
  start,
  batch,
  finish: (_options, context, usage) => {
    const configs = (['articles', 'annotations'] as const).map((table) => ({
      name: table,
      path: (part: string | undefined) => `${folderOf(table, part)}/*.parquet`,
    }));
    const content = dataCard(context, usage, configs, COLUMNS);
    return [{ path: 'README.md', content, mode: 'file' }];
  },
};
