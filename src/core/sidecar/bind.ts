import { describe } from '../anchor/describe';
import { QuoteMatcher } from '../anchor/fuzzy';
import type { FuzzyMatcher } from '../anchor/resolve';
import type { Annotation, ArticleRecord, ClaimDetails, QuotedSpan } from '../model/annotation';
import type { Issue } from '../model/issue';
import { compareAnnotations, compareRejections, ordered } from '../model/order';
import { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';
import { OffsetUnits } from '../text/units';
import { Binder } from './binder';
import { sha256 } from './hash';
import { shown } from './problems';
import type { Sidecar, SidecarData } from './sidecar';

/** A sidecar's content bound to the article's text. */
export interface OpenedSidecar {
  /** Offsets in UTF-16 over the LF text; what did not resolve is among the orphans, as stored. */
  readonly record: ArticleRecord;
  readonly issues: readonly Issue[];
  /** Ids of annotations that were found again at another place than the stored one, or changed. */
  readonly moved: readonly string[];
}

/**
 * Finds every annotation in the text: where it was stored when its quote stands there, else by its anchor.
 * One of which any piece (a part, the cue, the source) is not found is an orphan as a whole, so that
 * nothing of it is lost. A rejection that is not found stays where it was; it does no harm there.
 */
export function openSidecar(
  text: string,
  sidecar: Sidecar,
  fuzzy: FuzzyMatcher | undefined = new QuoteMatcher(),
): OpenedSidecar {
  const binder = new Binder(text, fuzzy);
  const annotations: Annotation[] = [];
  const orphans: Annotation[] = [];
  const moved: string[] = [];
  const issues: Issue[] = [];
  let lines: LineIndex | undefined;
  const all = binder.bindAll(sidecar.data.annotations);
  for (const [index, stored] of sidecar.data.annotations.entries()) {
    const bound = all[index];
    if (bound === undefined) orphans.push(stored);
    else annotations.push(bound.annotation);
    if (bound !== undefined && !bound.moved) continue;
    if (bound !== undefined) moved.push(stored.id);
    const at = sidecar.layout?.annotations.items[index]?.start;
    if (at !== undefined) lines ??= new LineIndex(sidecar.source);
    const line = at === undefined ? undefined : (lines?.lineAt(at) ?? 0) + 1;
    issues.push(anchorIssue(stored, bound?.annotation, line));
  }
  const rejected = sidecar.data.rejected.map((stored) => binder.bindRejection(stored));
  return {
    record: {
      status: sidecar.data.status,
      annotations: ordered(annotations, compareAnnotations),
      rejected: ordered(rejected, compareRejections),
      orphans: ordered(orphans, compareAnnotations),
    },
    issues,
    moved,
  };
}

function anchorIssue(stored: Annotation, found: Annotation | undefined, line?: number): Issue {
  const quote = shown(stored.quote);
  const changed = found !== undefined && found.quote !== stored.quote ? shown(found.quote) : '';
  return {
    code: found === undefined ? 'anchor-orphan' : 'anchor-moved',
    severity: found === undefined ? 'warning' : 'info',
    message:
      found === undefined
        ? {
            en: `${stored.label} ${quote} is no longer found in the article; it is kept`,
            ar: `لم يعد ${shown(stored.label)} ${quote} موجودا في المقال، وهو محفوظ`,
          }
        : changed === ''
          ? {
              en: `${stored.label} ${quote} was found at another place`,
              ar: `وُجد ${shown(stored.label)} ${quote} في موضع آخر`,
            }
          : {
              en: `${stored.label} ${quote} was found changed: ${changed}`,
              ar: `وُجد ${shown(stored.label)} ${quote} وقد تغيّر إلى ${changed}`,
            },
    annotation: stored.id,
    ...(line === undefined ? {} : { line, column: 1 }),
  };
}

/**
 * Orphans that resolve in the text, for example after an edit was undone, moved back among the
 * annotations. Gives the same record when there are none.
 */
export function recoverOrphans(
  text: string,
  record: ArticleRecord,
  fuzzy?: FuzzyMatcher,
): ArticleRecord {
  if (record.orphans.length === 0) return record;
  const bound = new Binder(text, fuzzy).bindAll(record.orphans);
  const found = bound.filter((one) => one !== undefined).map((one) => one.annotation);
  const orphans = record.orphans.filter((_, index) => bound[index] === undefined);
  if (found.length === 0) return record;
  const annotations = ordered([...record.annotations, ...found], compareAnnotations);
  return { ...record, annotations, orphans };
}

/**
 * What is to be stored of the record, with code points and anchors taken from the text. With `stored`, the
 * sidecar's data as it is on disk, an annotation that stands as it stood there keeps the context that it
 * has there, be it longer, shorter or none; otherwise contexts that no longer fit are described anew.
 */
export function toSidecarData(
  text: string,
  file: string,
  record: ArticleRecord,
  stored?: SidecarData,
): SidecarData {
  const units = new OffsetUnits(text);
  const known = new Map(stored?.annotations.map((annotation) => [annotation.id, annotation]));
  const annotations = record.annotations.map((annotation) =>
    toStored(text, units, annotation, known.get(annotation.id)),
  );
  const rejected = record.rejected.map((rejection) => ({
    ...rejection,
    ...units.spanToCodePoints(rejection),
  }));
  return {
    article: { file, sha256: sha256(text), unit: 'codepoint' },
    status: record.status,
    annotations: ordered([...annotations, ...record.orphans], compareAnnotations),
    rejected,
  };
}

/** The annotation with code points and its anchor, taken from the text; see `toSidecarData` for `stored`. */
export function toStored(
  text: string,
  units: OffsetUnits,
  annotation: Annotation,
  stored?: Annotation,
): Annotation {
  const place = (s: Span): QuotedSpan => ({
    ...units.spanToCodePoints(s),
    quote: text.slice(s.start, s.end),
  });
  const { parts, claim } = annotation;
  const placed: Annotation = {
    ...annotation,
    ...place(annotation),
    ...(parts === undefined ? {} : { parts: parts.map(place) }),
    ...(claim === undefined ? {} : { claim: placeClaim(claim, place) }),
  };
  return withContext(text, annotation, placed, stored);
}

function placeClaim(claim: ClaimDetails, place: (s: Span) => QuotedSpan): ClaimDetails {
  const { cue, source } = claim;
  return {
    ...claim,
    ...(cue === undefined ? {} : { cue: place(cue) }),
    ...(source === undefined ? {} : { source: place(source) }),
  };
}

/** The placed annotation with a prefix and suffix that fit the text around `at`. */
function withContext(
  text: string,
  at: Span & { readonly prefix?: string; readonly suffix?: string },
  placed: Annotation,
  stored: Annotation | undefined,
): Annotation {
  const { prefix, suffix } = at;
  const fits =
    (prefix === undefined || endsAt(text, prefix, at.start)) &&
    (suffix === undefined || text.startsWith(suffix, at.end));
  const asStored = stored?.start === placed.start && stored.end === placed.end;
  const complete = prefix !== undefined && suffix !== undefined;
  if (fits && (complete || asStored)) return placed;
  const described = describe(text, at);
  return { ...placed, prefix: described.prefix, suffix: described.suffix };
}

function endsAt(text: string, piece: string, at: number): boolean {
  return at >= piece.length && text.startsWith(piece, at - piece.length);
}
