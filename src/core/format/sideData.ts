import type { ExportArticle } from '../corpus/exporter';
import type { Status } from '../model/annotation';
import { STATUSES } from '../model/annotation';
import type { Span } from '../text/span';
import type { OffsetUnits } from '../text/units';
import { mapRejection } from './codePoints';
import type { JsonObject } from './json';
import { asList, field, isObject, numberField, stringField } from './json';
import { annotationJson, readAnnotation, readSpan, rejectionJson } from './jsonlRecord';
import type { RawText } from './lineEnds';
import type { RecordBuilder } from './recordBuilder';
import type { SpanGraph } from './spanGraph';
import { detailsJson } from './spanGraph';

/** Key under which a row of another tool keeps what that tool has no field for. */
export const SIDE_KEY = 'hashiya';

/**
 * What a tool has no field for, to stand beside its own data in one object that it keeps untouched.
 * Details are found again by label and place (code points), so that they survive new ids and follow no
 * annotation that somebody has moved, relabelled or removed since.
 */
export function sideData(
  { path, record }: ExportArticle,
  graph: SpanGraph,
  units: OffsetUnits,
): JsonObject {
  const toCodePoints = units.spanToCodePoints.bind(units);
  return {
    path,
    status: record.status,
    details: graph.spans
      .filter(({ role }) => role === undefined)
      .map(({ label, annotation, ...place }) => ({
        label,
        ...toCodePoints(place),
        ...detailsJson(annotation),
      })),
    rejected: record.rejected.map((one) => rejectionJson(mapRejection(one, toCodePoints))),
    orphans: record.orphans.map((one) => annotationJson(one)),
  };
}

function keyOf(label: string, { start, end }: Span): string {
  return `${start} ${end} ${label}`;
}

/** The inverse of `sideData`; where a row has none, everything about it is absent. */
export class SideReader {
  readonly path: string | undefined;
  readonly status: Status | undefined;
  private readonly value: JsonObject;
  private readonly details = new Map<string, JsonObject[]>();

  constructor(value: unknown) {
    this.value = isObject(value) ? value : {};
    this.path = stringField(this.value, 'path');
    const status = stringField(this.value, 'status');
    this.status = STATUSES.find((known) => known === status);
    for (const one of asList(field(this.value, 'details')).filter(isObject)) {
      const label = stringField(one, 'label');
      const start = numberField(one, 'start');
      const end = numberField(one, 'end');
      if (label === undefined || start === undefined || end === undefined) continue;
      const key = keyOf(label, { start, end });
      this.details.set(key, [...(this.details.get(key) ?? []), one]);
    }
  }

  /** The details of the next annotation with this label at this place (code points). */
  take(label: string, place: Span): JsonObject | undefined {
    return this.details.get(keyOf(label, place))?.shift();
  }

  /** Adds rejections and orphans. */
  addRest(builder: RecordBuilder, view: RawText): void {
    const toLf = view.toLf.bind(view);
    const quoteAt = (start: number, end: number): string => {
      const place = toLf({ start, end });
      return view.lf.slice(place.start, place.end);
    };
    for (const item of asList(field(this.value, 'rejected'))) {
      const found = readSpan(item, quoteAt);
      const label = isObject(item) ? stringField(item, 'label') : undefined;
      if (found === undefined || label === undefined) continue;
      builder.reject(mapRejection({ label, ...found }, toLf));
    }
    for (const [at, item] of asList(field(this.value, 'orphans')).entries()) {
      const orphan = readAnnotation(item, `o${at + 1}`, () => '');
      if (orphan !== undefined) builder.addOrphan(orphan);
    }
  }
}
