import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import { OffsetUnits } from '../text/units';
import type { Format } from './format';
import { asList, field, isObject, numberField, stringField } from './json';
import type { JsonObject } from './json';
import type { OpenRow, RowFormat } from './jsonRows';
import { hasRowLines, readRows, reportForeignLinks, textUnder } from './jsonRows';
import { eachJson } from './paths';
import { emptyParts, sharedFile } from './sharedFile';
import { SIDE_KEY, sideData } from './sideData';
import type { FoundLink, FoundSpan } from './spanGraph';
import { addGraph, emptySpanLosses, keptSpans, toGraph } from './spanGraph';

function article(
  exported: ExportArticle,
  _options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const units = new OffsetUnits(exported.text);
  const graph = toGraph(exported.record.annotations);
  const kept = keptSpans(graph, ({ start, end }) => start < end);
  const entities = graph.spans.flatMap((span, id) => {
    if (!kept.has(id)) return [];
    const { start, end } = units.spanToCodePoints(span);
    return [{ id, label: span.label, start_offset: start, end_offset: end }];
  });
  const relations = graph.links
    .filter(({ from, to }) => kept.has(from) && kept.has(to))
    .map(({ from, to, role }, id) => ({ id, from_id: from, to_id: to, type: role }));
  const row = {
    text: exported.text,
    entities,
    relations,
    [SIDE_KEY]: sideData(exported, graph, units),
  };
  return {
    artefacts: [
      {
        path: sharedFile(context, 'jsonl'),
        content: `${JSON.stringify(row)}\n`,
        mode: 'append',
      },
    ],
    // doccano's database refuses a span without characters.
    losses: emptySpanLosses('doccano-empty-span', exported, graph),
  };
}

/** A span as an object with offsets or as `[start, end, label]`. */
function spanOf(item: unknown): (Omit<FoundSpan, 'id'> & { id: unknown }) | undefined {
  const [start, end, label, id] = Array.isArray(item)
    ? [...(item as unknown[]).slice(0, 3), undefined]
    : isObject(item)
      ? [
          numberField(item, 'start_offset'),
          numberField(item, 'end_offset'),
          stringField(item, 'label'),
          field(item, 'id'),
        ]
      : [];
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  return typeof label === 'string' && label !== '' ? { start, end, label, id } : undefined;
}

function linksOf(value: JsonObject, ids: ReadonlyMap<unknown, number>): FoundLink[] {
  return asList(field(value, 'relations'))
    .filter(isObject)
    .map((one) => ({
      from: ids.get(field(one, 'from_id')) ?? -1,
      to: ids.get(field(one, 'to_id')) ?? -1,
      type: stringField(one, 'type') ?? '',
    }));
}

function readOne(row: OpenRow): void {
  const { value, builder, view, side, line } = row;
  const listed = ['entities', 'label', 'labels']
    .map((key) => field(value, key))
    .find((list) => Array.isArray(list));
  const spans: FoundSpan[] = [];
  const ids = new Map<unknown, number>();
  for (const [at, item] of asList(listed).entries()) {
    const found = spanOf(item);
    if (found === undefined) {
      builder.report(
        'doccano-span-unreadable',
        {
          en: `span ${at + 1} lacks a label or whole-number offsets; left out`,
          ar: `المدى ${at + 1} بلا وسم أو بلا مواضع صحيحة؛ تُرك`,
        },
        { line, severity: 'error' },
      );
      continue;
    }
    const { id, label, start, end } = found;
    ids.set(id, spans.length);
    const details = side.take(label, { start, end });
    const known = { label, ...view.toLf({ start, end }), id: `a${at + 1}`, line };
    spans.push(details === undefined ? known : { ...known, details });
  }
  const foreign = addGraph(builder, spans, linksOf(value, ids));
  reportForeignLinks('doccano', row, foreign);
}

const ROWS: RowFormat = {
  id: 'doccano',
  text: (value) => textUnder(value, 'text', 'data'),
  read: readOne,
};

/** JSONL of doccano, for its sequence labelling projects with relations. */
export const doccano: Format = {
  id: 'doccano',
  name: { en: 'doccano JSONL', ar: 'JSONL دوكانو' },
  options: [],
  start: (_options, context) => emptyParts(context, 'jsonl'),
  article,
  group: eachJson,
  hasLines: hasRowLines,
  read: (files) => readRows(ROWS, files),
};
