import type { ExportArticle } from '../corpus/exporter';
import type { Annotation, QuotedSpan } from '../model/annotation';
import { OffsetUnits } from '../text/units';
import { mapAnnotation } from './codePoints';
import type { JsonObject } from './json';
import type { Columns, Shape } from './parquetTable';

/**
 * Annotations as rows for data sets: offsets in code points, and every key in every row, `null` where
 * there is nothing, since readers infer one type for a column.
 */

const PIECE: Shape = { fields: { start: 'integer', end: 'integer', text: 'text' } };

const COMMON = {
  id: 'prose',
  start: 'integer',
  end: 'integer',
  text: 'prose',
  parts: { list: PIECE },
  by: 'text',
  at: 'text',
  link: 'text',
  note: 'prose',
  confidence: 'number',
  attributes: 'text',
} as const satisfies Readonly<Record<string, Shape>>;

const CLAIM = {
  kind: 'text',
  mode: 'text',
  checkworthy: 'truth',
  cue: PIECE,
  source: PIECE,
} as const satisfies Readonly<Record<string, Shape>>;

/** Columns of `articleRow`. */
export const ARTICLE_COLUMNS: Columns = {
  id: 'text',
  text: 'prose',
  status: 'text',
  entities: { list: { fields: { label: 'text', ...COMMON } } },
  claims: { list: { fields: { ...CLAIM, ...COMMON } } },
};

/** Columns of `annotationRows`; those of claims are `null` for entities. */
export const ANNOTATION_COLUMNS: Columns = {
  path: 'text',
  label: 'text',
  ...COMMON,
  ...CLAIM,
};

function piece(span: QuotedSpan | undefined): JsonObject | null {
  return span === undefined ? null : { start: span.start, end: span.end, text: span.quote };
}

/** One for all: a corpus has hardly any other. */
const NO_PARTS: readonly never[] = [];

function common(annotation: Annotation): JsonObject {
  const { id, start, end, quote, parts, by, at, link, note, confidence, attributes } = annotation;
  return {
    id,
    start,
    end,
    text: quote,
    parts: parts?.map(piece) ?? NO_PARTS,
    by: by ?? null,
    at: at ?? null,
    link: link ?? null,
    note: note ?? null,
    confidence: confidence ?? null,
    attributes: attributes === undefined ? null : JSON.stringify(attributes),
  };
}

function claimKeys({ claim }: Annotation): JsonObject {
  return {
    kind: claim?.kind ?? null,
    mode: claim?.mode ?? null,
    checkworthy: claim?.checkworthy ?? null,
    cue: piece(claim?.cue),
    source: piece(claim?.source),
  };
}

function inCodePoints({ text, record }: ExportArticle): readonly Annotation[] {
  const units = new OffsetUnits(text);
  if (units.areEqual) return record.annotations;
  return record.annotations.map((one) => mapAnnotation(one, (s) => units.spanToCodePoints(s)));
}

/** An article with all its annotations. */
export function articleRow(article: ExportArticle): JsonObject {
  const all = inCodePoints(article);
  return {
    id: article.path,
    text: article.text,
    status: article.record.status,
    entities: all
      .filter(({ claim }) => claim === undefined)
      .map((one) => ({ label: one.label, ...common(one) })),
    claims: all
      .filter(({ claim }) => claim !== undefined)
      .map((one) => ({ ...claimKeys(one), ...common(one) })),
  };
}

/** A row for each annotation of an article. */
export function annotationRows(article: ExportArticle): JsonObject[] {
  return inCodePoints(article).map((one) => ({
    path: article.path,
    label: one.label,
    ...common(one),
    ...claimKeys(one),
  }));
}
