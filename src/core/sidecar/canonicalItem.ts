import { CLAIM, MODES, type Annotation, type QuotedSpan, type Scalar } from '../model/annotation';
import { quotedAt, numberAt, scalarAt, spanAt, textAt } from './canonicalScalars';
import { isPlain, isPlainTime } from './scalars';
import { ANNOTATION_KEYS, isAttributeName } from './serialize';

const RANK: ReadonlyMap<string, number> = new Map(ANNOTATION_KEYS.map((key, rank) => [key, rank]));
const ATTRIBUTE_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/**
 * An annotation while its lines are read, then checked as a whole. All fields are there from the start:
 * objects of one shape are many times faster to fill.
 */
export class Draft {
  /** Rank of the key read last; keys must come in order, so none comes twice. */
  rank = -1;
  id: string | undefined = undefined;
  label: string | undefined = undefined;
  start: number | undefined = undefined;
  end: number | undefined = undefined;
  quote: string | undefined = undefined;
  prefix: string | undefined = undefined;
  suffix: string | undefined = undefined;
  parts: QuotedSpan[] | undefined = undefined;
  kind: string | undefined = undefined;
  mode: string | undefined = undefined;
  checkworthy: boolean | undefined = undefined;
  cue: QuotedSpan | undefined = undefined;
  source: QuotedSpan | undefined = undefined;
  by: string | undefined = undefined;
  at: string | undefined = undefined;
  link: string | undefined = undefined;
  note: string | undefined = undefined;
  confidence: number | undefined = undefined;
  attributes: Record<string, Scalar> | undefined = undefined;
}

/** Reads the value of `key` in `[from, to)` into the draft; false when it is not of our form. */
export function readField(
  draft: Draft,
  key: string,
  source: string,
  from: number,
  to: number,
): boolean {
  const rank = RANK.get(key);
  if (rank === undefined) return readAttribute(draft, key, source, from, to);
  if (rank <= draft.rank) return false;
  draft.rank = rank;
  switch (key) {
    case 'id':
      return (draft.id = textAt(source, from, to)) !== undefined;
    case 'label':
      return (draft.label = textAt(source, from, to)) !== undefined;
    case 'start':
      return (draft.start = numberAt(source, from, to)) !== undefined;
    case 'end':
      return (draft.end = numberAt(source, from, to)) !== undefined;
    case 'quote':
      return (draft.quote = quotedAt(source, from, to)) !== undefined;
    case 'prefix':
      return (draft.prefix = quotedAt(source, from, to)) !== undefined;
    case 'suffix':
      return (draft.suffix = quotedAt(source, from, to)) !== undefined;
    case 'by':
      return (draft.by = textAt(source, from, to)) !== undefined;
    case 'at': {
      const written = source.slice(from, to);
      draft.at = isPlainTime(written) ? written : textAt(source, from, to);
      return draft.at !== undefined;
    }
    case 'link':
      return (draft.link = textAt(source, from, to)) !== undefined;
    case 'note':
      return (draft.note = quotedAt(source, from, to)) !== undefined;
    case 'confidence': {
      const value = scalarAt(source, from, to);
      const usual = typeof value === 'number' && value >= 0 && value <= 1;
      draft.confidence = usual ? value : undefined;
      return usual;
    }
    default:
      return readClaimField(draft, key, source, from, to);
  }
}

function readClaimField(
  draft: Draft,
  key: string,
  source: string,
  from: number,
  to: number,
): boolean {
  switch (key) {
    case 'kind':
      return (draft.kind = textAt(source, from, to)) !== undefined;
    case 'mode':
      return (draft.mode = textAt(source, from, to)) !== undefined;
    case 'cue':
      return (draft.cue = spanAt(source, from, to)) !== undefined;
    case 'source':
      return (draft.source = spanAt(source, from, to)) !== undefined;
    case 'checkworthy': {
      const value = scalarAt(source, from, to);
      draft.checkworthy = typeof value === 'boolean' ? value : undefined;
      return draft.checkworthy !== undefined;
    }
    default:
      return false;
  }
}

/** Whether the key comes after those before it; it is then the latest. */
export function takeRank(draft: Draft, key: string): boolean {
  const rank = RANK.get(key) ?? -1;
  if (rank <= draft.rank) return false;
  draft.rank = rank;
  return true;
}

function readAttribute(
  draft: Draft,
  name: string,
  source: string,
  from: number,
  to: number,
): boolean {
  if (!ATTRIBUTE_NAME.test(name) || !isAttributeName(name)) return false;
  if (name.charCodeAt(0) !== 0x5f && !isPlain(name)) return false;
  const attributes = (draft.attributes ??= {});
  if (Object.hasOwn(attributes, name)) return false;
  const value = scalarAt(source, from, to);
  if (value === undefined) return false;
  attributes[name] = value;
  draft.rank = RANK.size;
  return true;
}

/** The annotation, or undefined when something is missing or out of the ordinary. */
export function annotationOfDraft(draft: Draft): Annotation | undefined {
  const { id, label, start, end, quote } = draft;
  if (!id || !label || start === undefined || end === undefined || quote === undefined) {
    return undefined;
  }
  if (end <= start) return undefined;
  const isClaim = label === CLAIM;
  if (isClaim !== (draft.kind !== undefined)) return undefined;
  if (isClaim && !MODES.some((mode) => mode === draft.mode)) return undefined;
  if (!isClaim && (draft.mode ?? draft.checkworthy ?? draft.cue ?? draft.source) !== undefined) {
    return undefined;
  }
  const annotation: { -readonly [K in keyof Annotation]: Annotation[K] } = {
    id,
    label,
    start,
    end,
    quote,
  };
  const { prefix, suffix, parts, by, at, link, note, confidence, attributes } = draft;
  if (prefix !== undefined) annotation.prefix = prefix;
  if (suffix !== undefined) annotation.suffix = suffix;
  if (parts !== undefined) annotation.parts = parts;
  if (isClaim) annotation.claim = claimOf(draft);
  if (by !== undefined) annotation.by = by;
  if (at !== undefined) annotation.at = at;
  if (link !== undefined) annotation.link = link;
  if (note !== undefined) annotation.note = note;
  if (confidence !== undefined) annotation.confidence = confidence;
  if (attributes !== undefined) annotation.attributes = attributes;
  return annotation;
}

function claimOf(draft: Draft): NonNullable<Annotation['claim']> {
  const { kind = '', mode = '', checkworthy, cue, source } = draft;
  return {
    kind,
    mode,
    ...(checkworthy === undefined ? {} : { checkworthy }),
    ...(cue === undefined ? {} : { cue }),
    ...(source === undefined ? {} : { source }),
  };
}
