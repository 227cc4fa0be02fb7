import type {
  ArticleExport,
  ExportArticle,
  ExportContext,
  ExportUsage,
  OptionValues,
} from '../corpus/exporter';
import type { Annotation, QuotedSpan } from '../model/annotation';
import type { LabelDef } from '../model/labels';
import { OffsetUnits } from '../text/units';
import { mapAnnotation } from './codePoints';
import type { ExportFormat } from './format';
import type { JsonObject } from './json';
import { recordLosses } from './loss';

/** Names of parts as data sets there have them. */
function partName(part: string | undefined): string {
  if (part === undefined) return 'train';
  return part === 'dev' ? 'validation' : part;
}

function span(piece: QuotedSpan | undefined): JsonObject | null {
  return piece === undefined ? null : { start: piece.start, end: piece.end, text: piece.quote };
}

/** Every key in every row, `null` where there is nothing: readers infer one type for a column. */
function common(annotation: Annotation): JsonObject {
  const { id, start, end, quote, parts, by, at, link, note, confidence, attributes } = annotation;
  return {
    id,
    start,
    end,
    text: quote,
    parts: (parts ?? []).map(span),
    by: by ?? null,
    at: at ?? null,
    link: link ?? null,
    note: note ?? null,
    confidence: confidence ?? null,
    attributes: attributes === undefined ? null : JSON.stringify(attributes),
  };
}

function article(
  exported: ExportArticle,
  _options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const { text, path, record } = exported;
  const units = new OffsetUnits(text);
  const all = record.annotations.map((one) => mapAnnotation(one, (s) => units.spanToCodePoints(s)));
  const row = {
    id: path,
    text,
    status: record.status,
    entities: all
      .filter(({ claim }) => claim === undefined)
      .map((one) => ({ label: one.label, ...common(one) })),
    claims: all.flatMap((one) =>
      one.claim === undefined
        ? []
        : [
            {
              kind: one.claim.kind,
              mode: one.claim.mode,
              checkworthy: one.claim.checkworthy ?? null,
              cue: span(one.claim.cue),
              source: span(one.claim.source),
              ...common(one),
            },
          ],
    ),
  };
  return {
    artefacts: [
      {
        path: `data/${partName(context.split)}.jsonl`,
        content: `${JSON.stringify(row)}\n`,
        mode: 'append',
      },
    ],
    losses: recordLosses(exported, { rejected: true, orphans: true }),
  };
}

function parts(context: ExportContext): string[] {
  return (context.splits.length === 0 ? [undefined] : context.splits).map(partName);
}

/** A name in a table of Markdown. */
function cell(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[|\\`<>[\]*_]/g, (char) => `\\${char}`);
}

function table(defs: readonly LabelDef[], used: readonly string[]): string[] {
  const known = new Map(defs.map((def) => [def.name, def]));
  return [
    '| name | Arabic | English |',
    '|---|---|---|',
    ...used.map((name) => {
      const def = known.get(name);
      return `| ${cell(name)} | ${cell(def?.ar ?? '')} | ${cell(def?.en ?? '')} |`;
    }),
  ];
}

/** The data set card: a header that tells readers where the parts are, and what the columns hold. */
function card(context: ExportContext, usage: ExportUsage): string {
  const labels = usage.labels.filter((name) => name !== 'CLAIM');
  return [
    '---',
    'language:',
    '- ar',
    'task_categories:',
    '- token-classification',
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...parts(context).flatMap((part) => [`  - split: ${part}`, `    path: data/${part}.jsonl`]),
    '---',
    '',
    '# Annotated Arabic news',
    '',
    'Made with Hashiya. Fill in where the articles come from, who annotated them by which guidelines, and under which licence the data may be used.',
    '',
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
    '',
    '## Labels',
    '',
    ...table(context.labels.entities, labels),
    '',
    '## Kinds of claims',
    '',
    ...table(context.labels.claimKinds, usage.claimKinds),
    '',
  ].join('\n');
}

/** A data set folder for the Hugging Face hub: JSON lines by part, and a card. */
export const hf: ExportFormat = {
  id: 'hf',
  name: { en: 'Hugging Face data set', ar: 'مجموعة بيانات هجنج فيس' },
  options: [],
  start: (_options, context) =>
    parts(context).map((part) => ({ path: `data/${part}.jsonl`, content: '', mode: 'append' })),
  article,
  finish: (_options, context, usage) => [
    { path: 'README.md', content: card(context, usage), mode: 'file' },
  ],
};
