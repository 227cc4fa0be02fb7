import type { ExportArticle } from '../corpus/exporter';
import type { Annotation, QuotedSpan } from '../model/annotation';
import { CLAIM } from '../model/annotation';
import type { Issue } from '../model/issue';
import type { Span } from '../text/span';
import { quoted } from './codePoints';
import type { JsonObject } from './json';
import { defined } from './json';
import { articleIssue, piecesOf } from './loss';
import { readAnnotation } from './jsonlRecord';
import type { RecordBuilder } from './recordBuilder';

/** Labels of the spans that a claim leans on. */
export const CUE_LABEL = 'CLAIM_CUE';
export const SOURCE_LABEL = 'CLAIM_SOURCE';

export const ROLES = ['part', 'cue', 'source'] as const;
export type Role = (typeof ROLES)[number];

/** A labelled span as tools know it: contiguous, without structure. Offsets in UTF-16. */
export interface GraphSpan extends Span {
  readonly label: string;
  /** The annotation that it comes from. */
  readonly annotation: Annotation;
  /** What ties it to the first piece of its annotation; absent for that piece itself. */
  readonly role?: Role;
}

/** From the first piece of an annotation to what belongs to it; numbers are indices of spans. */
export interface GraphLink {
  readonly from: number;
  readonly to: number;
  readonly role: Role;
}

export interface SpanGraph {
  readonly spans: readonly GraphSpan[];
  readonly links: readonly GraphLink[];
}

/**
 * Annotations for tools that know labelled spans and links between them: further pieces of a
 * discontinuous span, and the cue and source of a claim, are spans of their own that a link ties to the
 * first piece.
 */
export function toGraph(annotations: readonly Annotation[]): SpanGraph {
  const spans: GraphSpan[] = [];
  const links: GraphLink[] = [];
  for (const annotation of annotations) {
    const { label, claim } = annotation;
    const [first, ...rest] = piecesOf(annotation);
    if (first === undefined) continue;
    const from = spans.length;
    spans.push({ label, start: first.start, end: first.end, annotation });
    const tie = (role: Role, of: string, piece: QuotedSpan | undefined): void => {
      if (piece === undefined) return;
      links.push({ from, to: spans.length, role });
      spans.push({ label: of, start: piece.start, end: piece.end, annotation, role });
    };
    for (const piece of rest) tie('part', label, piece);
    tie('cue', CUE_LABEL, claim?.cue);
    tie('source', SOURCE_LABEL, claim?.source);
  }
  return { spans, links };
}

/** Indices of the spans that pass `keep`, without what hangs on a first piece that does not. */
export function keptSpans(
  { spans, links }: SpanGraph,
  keep: (span: GraphSpan) => boolean,
): ReadonlySet<number> {
  const kept = new Set(spans.flatMap((span, at) => (keep(span) ? [at] : [])));
  for (const { from, to } of links) if (!kept.has(from)) kept.delete(to);
  return kept;
}

/** Losses of a tool that knows no span without characters; what hangs on one is lost with it. */
export function emptySpanLosses(
  code: string,
  article: ExportArticle,
  { spans }: SpanGraph,
): Issue[] {
  return spans
    .filter(({ start, end }) => start === end)
    .map(({ annotation, role = 'span' }) =>
      articleIssue(
        article,
        code,
        {
          en: `${annotation.label}: the ${role} has no characters and is not carried`,
          ar: `${annotation.label}: المدى (${role}) بلا حروف فلا يُنقل`,
        },
        annotation,
      ),
    );
}

/** What an annotation says beyond where it is: everything but spans and label, claim details flat. */
export function detailsJson(annotation: Annotation): JsonObject {
  const { id, claim, by, at, link, note, confidence, attributes } = annotation;
  return defined({
    id,
    kind: claim?.kind,
    mode: claim?.mode,
    checkworthy: claim?.checkworthy,
    by,
    at,
    link,
    note,
    confidence,
    attributes,
  });
}

/** A span of a foreign file, in UTF-16 over the LF text. */
export interface FoundSpan extends Span {
  readonly label: string;
  readonly id?: string;
  /** The words that the file says are there; without it those of the text. */
  readonly quote?: string;
  /** `detailsJson` of its annotation, or any part of it. */
  readonly details?: JsonObject;
  readonly line?: number | undefined;
}

export interface FoundLink {
  readonly from: number;
  readonly to: number;
  readonly type: string;
}

/** Whether a link says of its target what `toGraph` does: then the target is no annotation by itself. */
function roleOf(link: FoundLink, spans: readonly FoundSpan[]): Role | undefined {
  const from = spans[link.from];
  const to = spans[link.to];
  if (from === undefined || to === undefined || from === to) return undefined;
  if (link.type === 'part' && to.label === from.label) return 'part';
  const isClaim = from.label === CLAIM || from.details?.['kind'] !== undefined;
  if (!isClaim) return undefined;
  return ROLES.find((role) => role !== 'part' && role === link.type);
}

/**
 * Puts annotations together again. A cue or source that is an entity by itself too (another label than
 * ours) stays one. Links of other kinds have no place here; how many there were is the answer.
 */
export function addGraph(
  builder: RecordBuilder,
  spans: readonly FoundSpan[],
  links: readonly FoundLink[],
): number {
  const taken = new Set<number>();
  const byFrom = new Map<number, { readonly role: Role; readonly to: number }[]>();
  let foreign = 0;
  for (const link of links) {
    const role = roleOf(link, spans);
    const label = spans[link.to]?.label;
    if (role === undefined || taken.has(link.to)) {
      foreign += 1;
      continue;
    }
    if (role === 'part' || label === CUE_LABEL || label === SOURCE_LABEL) taken.add(link.to);
    byFrom.set(link.from, [...(byFrom.get(link.from) ?? []), { role, to: link.to }]);
  }
  const words = ({ start, end, quote }: FoundSpan): QuotedSpan =>
    quote === undefined ? quoted(builder.text, { start, end }) : { start, end, quote };
  for (const [at, span] of spans.entries()) {
    if (taken.has(at)) continue;
    const tied = (role: Role): QuotedSpan[] =>
      (byFrom.get(at) ?? []).flatMap((one) => {
        const target = spans[one.to];
        return one.role === role && target !== undefined ? [words(target)] : [];
      });
    addSpan(builder, { ...span, ...words(span) }, tied, at + 1);
  }
  return foreign;
}

function addSpan(
  builder: RecordBuilder,
  span: FoundSpan & QuotedSpan,
  tied: (role: Role) => QuotedSpan[],
  number: number,
): void {
  const { start, end, quote, label, line } = span;
  const place = { label, start, end, quote };
  const read = readAnnotation({ ...span.details, ...place }, span.id ?? `a${number}`, () => '');
  if (read === undefined) return;
  const parts = tied('part').sort((a, b) => a.start - b.start || a.end - b.end);
  const isClaim = label === CLAIM || read.claim !== undefined;
  const claim = read.claim ?? { kind: 'other', mode: 'indirect' };
  builder.add(
    defined({
      ...read,
      parts: parts.length === 0 ? undefined : parts,
      claim: isClaim
        ? defined({ ...claim, cue: tied('cue')[0], source: tied('source')[0] })
        : undefined,
    }),
    line,
  );
}
