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

/** An annotation, in code points, with the path of its article. */
export interface AnnotationRow {
  readonly path: string;
  readonly one: Annotation;
}

type Fields = Columns<AnnotationRow>;

function piece(span: QuotedSpan | undefined): JsonObject | undefined {
  return span && { start: span.start, end: span.end, text: span.quote };
}

/** One for all: a corpus has hardly any other. */
const NO_PARTS: readonly never[] = [];

const LABEL: Fields = { label: { shape: 'text', of: ({ one }) => one.label } };

const COMMON: Fields = {
  id: { shape: 'prose', of: ({ one }) => one.id },
  start: { shape: 'integer', of: ({ one }) => one.start },
  end: { shape: 'integer', of: ({ one }) => one.end },
  text: { shape: 'prose', of: ({ one }) => one.quote },
  parts: { shape: { list: PIECE }, of: ({ one }) => one.parts?.map(piece) ?? NO_PARTS },
  by: { shape: 'text', of: ({ one }) => one.by },
  at: { shape: 'text', of: ({ one }) => one.at },
  link: { shape: 'text', of: ({ one }) => one.link },
  note: { shape: 'prose', of: ({ one }) => one.note },
  confidence: { shape: 'number', of: ({ one }) => one.confidence },
  attributes: {
    shape: 'text',
    of: ({ one: { attributes } }) => attributes && JSON.stringify(attributes),
  },
};

const CLAIM: Fields = {
  kind: { shape: 'text', of: ({ one: { claim } }) => claim?.kind },
  mode: { shape: 'text', of: ({ one: { claim } }) => claim?.mode },
  checkworthy: { shape: 'truth', of: ({ one: { claim } }) => claim?.checkworthy },
  cue: { shape: PIECE, of: ({ one: { claim } }) => piece(claim?.cue) },
  source: { shape: PIECE, of: ({ one: { claim } }) => piece(claim?.source) },
};

const ENTITIES: Fields = { ...LABEL, ...COMMON };
const CLAIMS: Fields = { ...CLAIM, ...COMMON };

/** A row for each annotation; what belongs to claims is `null` for entities. */
export const ANNOTATION_COLUMNS: Fields = {
  path: { shape: 'text', of: ({ path }) => path },
  ...LABEL,
  ...COMMON,
  ...CLAIM,
};

/** Columns of `articleRow`. */
export const ARTICLE_COLUMNS: Columns<JsonObject> = Object.fromEntries(
  Object.entries({
    id: 'text',
    text: 'prose',
    status: 'text',
    entities: { list: shapeOf(ENTITIES) },
    claims: { list: shapeOf(CLAIMS) },
  } as const).map(([name, shape]) => [name, { shape, of: (row: JsonObject) => row[name] }]),
);

function shapeOf(columns: Fields): Shape {
  const shapes = Object.entries(columns).map(([name, { shape }]) => [name, shape] as const);
  return { fields: Object.fromEntries(shapes) };
}

function rowOf(columns: Fields, row: AnnotationRow): JsonObject {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { of }]) => [name, of(row) ?? null]),
  );
}

export function annotationRows({ path, text, record }: ExportArticle): readonly AnnotationRow[] {
  const units = new OffsetUnits(text);
  const all = units.areEqual
    ? record.annotations
    : record.annotations.map((one) => mapAnnotation(one, (s) => units.spanToCodePoints(s)));
  return all.map((one) => ({ path, one }));
}

/** An article with all its annotations. */
export function articleRow(article: ExportArticle): JsonObject {
  const all = annotationRows(article);
  const isClaim = ({ one }: AnnotationRow): boolean => one.claim !== undefined;
  return {
    id: article.path,
    text: article.text,
    status: article.record.status,
    entities: all.filter((row) => !isClaim(row)).map((row) => rowOf(ENTITIES, row)),
    claims: all.filter(isClaim).map((row) => rowOf(CLAIMS, row)),
  };
}
