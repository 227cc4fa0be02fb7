import { CLAIM, MODES, type Annotation, type QuotedSpan, type Scalar } from '../model/annotation';
import { quotedAt, numberAt, scalarAt, spanAt, textAt } from './canonicalScalars';
import { isPlain, isPlainTime } from './scalars';
import { ANNOTATION_KEYS, isAttributeName } from './serialize';

const RANK: ReadonlyMap<string, number> = new Map(ANNOTATION_KEYS.map((key, rank) => [key, rank]));
const ATTRIBUTE_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** An annotation while its lines are read: strings first, in any number, then checked as a whole. */
export interface Draft {
  /** Rank of the key read last; keys must come in order, so none comes twice. */
  rank: number;
  id?: string;
  label?: string;
  start?: number;
  end?: number;
  quote?: string;
  prefix?: string;
  suffix?: string;
  parts?: QuotedSpan[];
  kind?: string;
  mode?: string;
  checkworthy?: boolean;
  cue?: QuotedSpan;
  source?: QuotedSpan;
  by?: string;
  at?: string;
  link?: string;
  note?: string;
  confidence?: number;
  attributes?: Record<string, Scalar>;
}

/** Reads the value of `key` in `[from, to)` into the draft; false when it is not of our form. */
export function readField(
  draft: Draft,
  key: string,
  source: string,
  from: number,
  to: number,
): boolean {
  if (!RANK.has(key)) return readAttribute(draft, key, source, from, to);
  if (!takeRank(draft, key)) return false;
  switch (key) {
    case 'id':
    case 'label':
    case 'kind':
    case 'mode':
    case 'by':
    case 'link':
      return set(draft, key, textAt(source, from, to));
    case 'at': {
      const written = source.slice(from, to);
      return set(draft, key, isPlainTime(written) ? written : textAt(source, from, to));
    }
    case 'quote':
    case 'prefix':
    case 'suffix':
    case 'note':
      return set(draft, key, quotedAt(source, from, to));
    case 'start':
    case 'end':
      return set(draft, key, numberAt(source, from, to));
    case 'cue':
    case 'source':
      return set(draft, key, spanAt(source, from, to));
    case 'checkworthy': {
      const value = scalarAt(source, from, to);
      return set(draft, key, typeof value === 'boolean' ? value : undefined);
    }
    case 'confidence': {
      const value = scalarAt(source, from, to);
      const usual = typeof value === 'number' && value >= 0 && value <= 1;
      return set(draft, key, usual ? value : undefined);
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

function set<K extends keyof Draft>(draft: Draft, key: K, value: Draft[K] | undefined): boolean {
  if (value === undefined) return false;
  draft[key] = value;
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
  const { prefix, suffix, parts, by, at, link, note, confidence, attributes } = draft;
  return {
    id,
    label,
    start,
    end,
    quote,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(parts === undefined ? {} : { parts }),
    ...(isClaim ? { claim: claimOf(draft) } : {}),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
    ...(link === undefined ? {} : { link }),
    ...(note === undefined ? {} : { note }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(attributes === undefined ? {} : { attributes }),
  };
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
