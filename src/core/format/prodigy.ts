import type { ArticleExport, ExportArticle, ExportContext, OptionValues } from '../corpus/exporter';
import type { Issue } from '../model/issue';
import type { Span } from '../text/span';
import { OffsetUnits } from '../text/units';
import { makeGrid, tokensOf } from './conllGrid';
import type { Format } from './format';
import type { JsonObject } from './json';
import { asList, defined, field, isObject, numberField, stringField } from './json';
import type { OpenRow, RowFormat } from './jsonRows';
import { hasRowLines, readRows, reportForeignLinks } from './jsonRows';
import { articleIssue } from './loss';
import { eachAlone } from './paths';
import { PROCLITICS_OPTION } from './proclitics';
import { emptyParts, sharedFile } from './sharedFile';
import { SIDE_KEY, sideData } from './sideData';
import type { FoundLink, FoundSpan } from './spanGraph';
import { addGraph, emptySpanLosses, keptSpans, toGraph } from './spanGraph';

class RowWriter {
  readonly losses: Issue[] = [];
  private readonly units: OffsetUnits;
  private readonly grid: ReturnType<typeof makeGrid>;

  constructor(
    private readonly exported: ExportArticle,
    cut: boolean,
  ) {
    this.units = new OffsetUnits(exported.text);
    this.grid = makeGrid(exported.text, cut);
  }

  row(): JsonObject {
    const { text, record, path } = this.exported;
    const graph = toGraph(record.annotations);
    const kept = keptSpans(graph, ({ start, end }) => start < end);
    this.losses.push(...emptySpanLosses('prodigy-empty-span', this.exported, graph));
    const spans = graph.spans.map((span, id) => ({ id, label: span.label, ...this.place(span) }));
    for (const at of kept) {
      if (spans[at]?.token_start === undefined) this.lose(graph.spans[at]?.annotation);
    }
    const relations = graph.links
      .filter(({ from, to }) => kept.has(from) && kept.has(to))
      .map(({ from, to, role }) => ({
        head: this.lastToken(graph.spans[from]),
        child: this.lastToken(graph.spans[to]),
        head_span: spans[from],
        child_span: spans[to],
        label: role,
      }));
    return {
      text,
      tokens: this.tokens(),
      spans: spans.filter((_, at) => kept.has(at)),
      relations,
      answer: 'accept',
      meta: { path },
      [SIDE_KEY]: sideData(this.exported, graph, this.units),
    };
  }

  private tokens(): JsonObject[] {
    const { tokens } = this.grid;
    return tokens.map((token, id) => ({
      text: this.exported.text.slice(token.start, token.end),
      ...this.units.spanToCodePoints(token),
      id,
      ws: (tokens[id + 1]?.start ?? token.end) > token.end,
    }));
  }

  /** Offsets, and the first and last token where the span is made of whole tokens. */
  private place(span: Span): {
    start: number;
    end: number;
    token_start?: number;
    token_end?: number;
  } {
    const { first, last } = tokensOf(this.grid, span);
    const { tokens } = this.grid;
    const { start, end } = this.units.spanToCodePoints(span);
    const whole =
      first < last && tokens[first]?.start === span.start && tokens[last - 1]?.end === span.end;
    return whole ? { start, end, token_start: first, token_end: last - 1 } : { start, end };
  }

  private lastToken(span: Span | undefined): number {
    return span === undefined ? 0 : Math.max(0, tokensOf(this.grid, span).last - 1);
  }

  private lose(annotation: ExportArticle['record']['annotations'][number] | undefined): void {
    if (annotation === undefined) return;
    const { label } = annotation;
    this.losses.push(
      articleIssue(
        this.exported,
        'prodigy-span-inside-token',
        {
          en: `${label}: begins or ends inside a token; it is in the file, but Prodigy shows whole tokens`,
          ar: `${label}: يبدأ أو ينتهي داخل كلمة؛ هو في الملف لكن برودجي يعرض كلمات كاملة`,
        },
        annotation,
      ),
    );
  }
}

function article(
  exported: ExportArticle,
  options: OptionValues,
  context: ExportContext,
): ArticleExport {
  const writer = new RowWriter(exported, options['proclitics'] === 'cut');
  const content = `${JSON.stringify(writer.row())}\n`;
  return {
    artefacts: [{ path: sharedFile(context, 'jsonl'), content, mode: 'append' }],
    losses: writer.losses,
  };
}

interface Placed {
  readonly id: unknown;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

function placedOf(item: unknown): Placed | undefined {
  if (!isObject(item)) return undefined;
  const [start, end] = [numberField(item, 'start'), numberField(item, 'end')];
  const label = stringField(item, 'label');
  if (start === undefined || end === undefined || label === undefined || label === '') {
    return undefined;
  }
  if (!Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  return { id: field(item, 'id'), label, start, end };
}

function readOne(row: OpenRow): void {
  const { value, builder, view, side, line } = row;
  const answer = stringField(value, 'answer') ?? 'accept';
  if (answer !== 'accept') {
    builder.report(
      'prodigy-not-accepted',
      {
        en: `the answer is '${answer}': its text is kept, its spans are left out`,
        ar: `الجواب '${answer}': بقي النص وتُركت مدياته`,
      },
      { line },
    );
    return;
  }
  const placed: Placed[] = [];
  for (const [at, item] of asList(field(value, 'spans')).entries()) {
    const found = placedOf(item);
    if (found !== undefined) placed.push(found);
    else {
      builder.report(
        'prodigy-span-unreadable',
        {
          en: `span ${at + 1} lacks a label or whole-number offsets; left out`,
          ar: `المدى ${at + 1} بلا وسم أو بلا مواضع صحيحة؛ تُرك`,
        },
        { line, severity: 'error' },
      );
    }
  }
  const spans = placed.map(({ label, start, end }, at): FoundSpan => {
    const details = side.take(label, { start, end });
    const known = { label, ...view.toLf({ start, end }), id: `a${at + 1}`, line };
    return defined({ ...known, details }) as FoundSpan;
  });
  const find = (item: unknown): number => {
    const wanted = placedOf(item);
    if (wanted === undefined) return -1;
    const { id, label, start, end } = wanted;
    const same = (one: Placed): boolean =>
      one.label === label && one.start === start && one.end === end;
    const exact = placed.findIndex((one) => same(one) && id !== undefined && one.id === id);
    return exact === -1 ? placed.findIndex(same) : exact;
  };
  const links = asList(field(value, 'relations'))
    .filter(isObject)
    .map((one): FoundLink => ({
      from: find(field(one, 'head_span')),
      to: find(field(one, 'child_span')),
      type: stringField(one, 'label') ?? '',
    }));
  reportForeignLinks('prodigy', row, addGraph(builder, spans, links));
}

const ROWS: RowFormat = {
  id: 'prodigy',
  text: (value) => stringField(value, 'text'),
  path: (value) => {
    const meta = field(value, 'meta');
    return isObject(meta) ? stringField(meta, 'path') : undefined;
  },
  read: readOne,
};

/** JSONL of Prodigy: tasks with tokens, spans and relations. */
export const prodigy: Format = {
  id: 'prodigy',
  name: { en: 'Prodigy JSONL', ar: 'JSONL برودجي' },
  options: [PROCLITICS_OPTION],
  start: (_options, context) => emptyParts(context, 'jsonl'),
  article,
  group: (paths) => eachAlone(paths, /\.jsonl$/i),
  hasLines: hasRowLines,
  read: (files) => readRows(ROWS, files),
};
