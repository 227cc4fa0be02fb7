import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import { OffsetUnits } from '../text/units';
import type { Format } from './format';
import type { JsonObject } from './json';
import { defined } from './json';
import { readRows } from './jsonRows';
import { labelConfig } from './labelStudioConfig';
import { TASKS } from './labelStudioRead';
import { eachJson } from './paths';
import { SIDE_KEY, sideData } from './sideData';
import type { GraphSpan } from './spanGraph';
import { emptySpanLosses, keptSpans, toGraph } from './spanGraph';

/** Ids of regions, which Label Studio keeps: the annotation's own, with its role and number behind it. */
function regionIds(spans: readonly GraphSpan[]): string[] {
  return spans.map(({ annotation, role }, at) =>
    role === undefined ? annotation.id : `${annotation.id}-${role}-${at}`,
  );
}

function article(
  exported: ExportArticle,
  _options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const { text, record, path: source } = exported;
  const units = new OffsetUnits(text);
  const graph = toGraph(record.annotations);
  const kept = keptSpans(graph, ({ start, end }) => start < end);
  const ids = regionIds(graph.spans);
  const regions = graph.spans.map(({ label, start, end, annotation, role }, at): JsonObject =>
    defined({
      id: ids[at],
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: {
        ...units.spanToCodePoints({ start, end }),
        text: text.slice(start, end),
        labels: [label],
      },
      meta:
        annotation.note === undefined || role !== undefined
          ? undefined
          : { text: [annotation.note] },
    }),
  );
  const relations = graph.links
    .filter(({ from, to }) => kept.has(from) && kept.has(to))
    .map(({ from, to, role }) => ({
      type: 'relation',
      from_id: ids[from],
      to_id: ids[to],
      direction: 'right',
      labels: [role],
    }));
  const task = {
    data: { text, [SIDE_KEY]: sideData(exported, graph, units) },
    annotations: [{ result: [...regions.filter((_, at) => kept.has(at)), ...relations] }],
  };
  const path = context.split === undefined ? source : `${context.split}/${source}`;
  return {
    artefacts: [
      { path: `${path}.json`, content: `${JSON.stringify([task], undefined, 1)}\n`, mode: 'file' },
    ],
    losses: emptySpanLosses('label-studio-empty-span', exported, graph),
  };
}

/** Tasks of Label Studio with their annotations, and a labelling configuration. */
export const labelStudio: Format = {
  id: 'label-studio',
  name: { en: 'Label Studio JSON', ar: 'مهام ليبل ستوديو' },
  options: [],
  article,
  finish: (_options, context, usage) => [
    { path: 'label-config.xml', content: labelConfig(context, usage), mode: 'file' },
  ],
  group: eachJson,
  read: (files) => readRows(TASKS, files),
};
