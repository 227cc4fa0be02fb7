import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import type { Annotation, QuotedSpan } from '../model/annotation';
import type { Issue } from '../model/issue';
import { OffsetUnits } from '../text/units';
import { mapAnnotation } from './codePoints';
import type { ExportFormat } from './format';
import { articleIssue, recordLosses, textLosses } from './loss';
import { emptyParts, sharedFile } from './sharedFile';

const COLUMNS = [
  'path',
  'status',
  'id',
  'label',
  'start',
  'end',
  'quote',
  'parts',
  'kind',
  'mode',
  'checkworthy',
  'cue',
  'cue_start',
  'cue_end',
  'source',
  'source_start',
  'source_end',
  'by',
  'at',
  'link',
  'note',
  'confidence',
  'attributes',
] as const;

/** What makes a spreadsheet take a cell for a formula, also in the wide forms that some fold to it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell in quotation marks; one that a spreadsheet would run gets an apostrophe before it. */
export function csvCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return value < 0 ? `"'${value}"` : String(value);
  const text = String(value);
  return `"${guarded(text).replaceAll('"', '""')}"`;
}

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function placeCells(piece: QuotedSpan | undefined): (string | number | undefined)[] {
  return [piece?.quote, piece?.start, piece?.end];
}

function rowOf({ path, record }: ExportArticle, annotation: Annotation): ReturnType<typeof cells> {
  return cells(path, record.status, annotation);
}

/** The values of a row; offsets as the annotation has them. */
function cells(
  path: string,
  status: string,
  annotation: Annotation,
): (string | number | boolean | undefined)[] {
  const { id, label, start, end, quote, parts, claim, attributes } = annotation;
  return [
    path,
    status,
    id,
    label,
    start,
    end,
    quote,
    parts && JSON.stringify(parts),
    claim?.kind,
    claim?.mode,
    claim?.checkworthy === undefined ? undefined : String(claim.checkworthy),
    ...placeCells(claim?.cue),
    ...placeCells(claim?.source),
    annotation.by,
    annotation.at,
    annotation.link,
    annotation.note,
    annotation.confidence,
    attributes && JSON.stringify(attributes),
  ];
}

function losses(exported: ExportArticle, rows: readonly (readonly unknown[])[]): Issue[] {
  const { annotations } = exported.record;
  const text = articleIssue(
    exported,
    'csv-text-not-carried',
    {
      en: 'the table holds annotations only, not the text around them',
      ar: 'في الجدول الحواشي وحدها دون النص حولها',
    },
    undefined,
    'info',
  );
  const guards = annotations.filter((_, at) =>
    rows[at]?.some((cell) => typeof cell === 'string' && FORMULA.test(cell)),
  );
  return [
    text,
    ...textLosses(exported),
    ...guards.map((annotation) =>
      articleIssue(
        exported,
        'csv-cell-guarded',
        {
          en: `${annotation.label}: an apostrophe keeps a cell from being run as a formula`,
          ar: `${annotation.label}: فاصلة عليا تمنع تنفيذ الخلية صيغةً`,
        },
        annotation,
        'info',
      ),
    ),
    ...recordLosses(exported, { status: annotations.length === 0, rejected: true, orphans: true }),
  ];
}

function article(
  exported: ExportArticle,
  _options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const units = new OffsetUnits(exported.text);
  const rows = exported.record.annotations.map((annotation) =>
    rowOf(
      exported,
      mapAnnotation(annotation, (s) => units.spanToCodePoints(s)),
    ),
  );
  const content = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  return {
    artefacts: [{ path: sharedFile(context, 'csv'), content, mode: 'append' }],
    losses: losses(exported, rows),
  };
}

/** A table of annotations for spreadsheets: UTF-8 with a byte order mark, which they need to see Arabic. */
export const csv: ExportFormat = {
  id: 'csv',
  name: { en: 'CSV table', ar: 'جدول CSV' },
  options: [],
  start: (_options, context) =>
    emptyParts(context, 'csv').map((file) => ({
      ...file,
      content: `\uFEFF${COLUMNS.join(',')}\r\n`,
    })),
  article,
};
