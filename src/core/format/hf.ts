import type { BatchContext, BatchWriter, ExportContext, OptionValues } from '../corpus/exporter';
import type { Issue } from '../model/issue';
import { dataCard, partName } from './dataCard';
import { ARTICLE_COLUMNS, articleRow } from './dataRows';
import type { ExportFormat } from './format';
import { recordLosses } from './loss';
import { PART_SIZE, partFile } from './parquet';
import { ParquetTable } from './parquetTable';

const COLUMNS = [
  '## Columns',
  '',
  'Offsets count code points of `text`, half-open: `row["text"][e["start"]:e["end"]] == e["text"]`.',
  '',
  '| column | holds |',
  '|---|---|',
  '| `id` | path of the article in the corpus |',
  '| `text` | the article, LF line ends |',
  '| `status` | `todo`, `in-progress` or `done` |',
  '| `entities` | `label`, `start`, `end`, `text`; `parts` are further pieces of a discontinuous span |',
  '| `claims` | what is claimed, with `kind`, `mode`, `checkworthy`, `cue` and `source` |',
];

function jsonLines(part: string | undefined): string {
  return `data/${partName(part)}.jsonl`;
}

function batch({ files }: OptionValues, { split, batch: number }: BatchContext): BatchWriter {
  const table = files === 'parquet' ? new ParquetTable(ARTICLE_COLUMNS) : undefined;
  const lines: string[] = [];
  const losses: Issue[] = [];
  return {
    add(article) {
      const row = articleRow(article);
      if (table === undefined) lines.push(`${JSON.stringify(row)}\n`);
      else table.add(row);
      losses.push(...recordLosses(article, { rejected: true, orphans: true }));
    },
    end: () => ({
      artefacts: [
        table === undefined
          ? { path: jsonLines(split), content: lines.join(''), mode: 'append' }
          : {
              path: `data/${partName(split)}/${partFile(number)}`,
              content: table.toBytes(),
              mode: 'file',
            },
      ],
      losses,
    }),
  };
}

function parts({ splits }: ExportContext): readonly (string | undefined)[] {
  return splits.length === 0 ? [undefined] : splits;
}

/** A data set folder for the Hugging Face hub: JSON lines or Parquet by part, and a card. */
export const hf: ExportFormat = {
  id: 'hf',
  name: { en: 'Hugging Face data set', ar: 'مجموعة بيانات هجنج فيس' },
  options: [
    {
      id: 'files',
      values: ['jsonl', 'parquet'],
      default: 'jsonl',
      description: { en: 'kind of the data files', ar: 'نوع ملفات البيانات' },
    },
  ],
  batchSize: PART_SIZE,
  start: ({ files }, context) =>
    parts(context).map((part) =>
      files === 'parquet'
        ? {
            path: `data/${partName(part)}/empty.parquet`,
            content: new ParquetTable(ARTICLE_COLUMNS).toBytes(),
            mode: 'file',
          }
        : { path: jsonLines(part), content: '', mode: 'append' },
    ),
  batch,
  finish: ({ files }, context, usage) => {
    const path = files === 'parquet' ? parquetFiles : jsonLines;
    const content = dataCard(context, usage, [{ name: 'default', path }], COLUMNS);
    return [{ path: 'README.md', content, mode: 'file' }];
  },
};

function parquetFiles(part: string | undefined): string {
  return `data/${partName(part)}/*.parquet`;
}
