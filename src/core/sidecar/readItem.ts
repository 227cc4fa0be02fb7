import { isMap, isScalar, type Node } from 'yaml';
import { CLAIM, MODES, type Annotation, type ClaimDetails } from '../model/annotation';
import type { QuotedSpan, Rejection, Scalar } from '../model/annotation';
import { MapView, type ViewContext } from './mapView';
import { unknownKey, unknownValue, wrongType } from './problems';
import { isAnnotationKey, isAttributeName } from './serialize';
import { kindOf, startOf } from './yamlSource';

const CLAIM_KEYS: ReadonlySet<string> = new Set(['kind', 'mode', 'checkworthy', 'cue', 'source']);
const REJECTION_KEYS: ReadonlySet<string> = new Set(['label', 'start', 'end', 'quote']);
const SPAN_KEYS: ReadonlySet<string> = new Set(['start', 'end', 'quote']);

/** One annotation; undefined when an error was reported that makes it unusable. */
export function readAnnotation(node: unknown, context: ViewContext): Annotation | undefined {
  const own: ViewContext = { ...context };
  const view = itemView(node, 'annotations', own);
  if (view === undefined) return undefined;
  view.require('id');
  const id = readName(view, 'id');
  if (id !== undefined) own.annotation = id;
  return readFields(view, id);
}

function readFields(view: MapView, id: string | undefined): Annotation | undefined {
  view.require('label');
  const label = readName(view, 'label');
  const span = readSpan(view);
  const isClaim = label === CLAIM;
  const claim = isClaim ? readClaim(view) : undefined;
  const optional = {
    prefix: view.text('prefix'),
    suffix: view.text('suffix'),
    parts: readParts(view),
    claim,
    by: view.text('by'),
    at: view.text('at'),
    link: view.text('link'),
    note: view.text('note'),
    confidence: readConfidence(view),
    attributes: readAttributes(view),
  };
  if (!isClaim) warnOfKeys(view, (key) => CLAIM_KEYS.has(key));
  if (id === undefined || label === undefined || span === undefined) return undefined;
  if (isClaim && claim === undefined) return undefined;
  return { id, label, ...span, ...present(optional) };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without keys that hold undefined. */
function present<T extends object>(object: T): Present<T> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Present<T>;
}

export function readRejection(node: unknown, context: ViewContext): Rejection | undefined {
  const view = itemView(node, 'rejected', context);
  if (view === undefined) return undefined;
  view.require('label');
  const label = readName(view, 'label');
  const span = readSpan(view);
  warnOfKeys(view, (key) => !REJECTION_KEYS.has(key));
  return label === undefined || span === undefined ? undefined : { label, ...span };
}

function itemView(node: unknown, list: string, context: ViewContext): MapView | undefined {
  if (isMap(node)) return new MapView(node, context);
  const message = wrongType(`${list}[]`, 'map', kindOf(node as Node | null));
  context.problems.error('sidecar-wrong-type', startOf(node), message);
  return undefined;
}

/** A text that must not be empty. */
function readName(view: MapView, key: string): string | undefined {
  const name = view.text(key);
  if (name !== '') return name;
  const { problems, annotation } = view.context;
  problems.error(
    'sidecar-empty-value',
    view.offset(key),
    { en: `“${key}” must not be empty`, ar: `يجب ألا يكون ${key} فارغا` },
    annotation,
  );
  return undefined;
}

function readSpan(view: MapView): QuotedSpan | undefined {
  for (const key of SPAN_KEYS) view.require(key);
  const start = view.offsetValue('start');
  const end = view.offsetValue('end');
  const quote = view.text('quote');
  if (start === undefined || end === undefined || quote === undefined) return undefined;
  const { problems, annotation } = view.context;
  if (end < start) {
    problems.error(
      'sidecar-offsets',
      view.offset('end'),
      {
        en: `The end ${end} is before the start ${start}`,
        ar: `النهاية ${end} قبل البداية ${start}`,
      },
      annotation,
    );
    return undefined;
  }
  if (end === start) {
    problems.warning(
      'sidecar-empty-span',
      view.offset('end'),
      { en: 'The span is empty', ar: 'المدى فارغ' },
      annotation,
    );
  }
  return { start, end, quote };
}

function readClaim(view: MapView): ClaimDetails | undefined {
  view.require('kind');
  view.require('mode');
  const kind = readName(view, 'kind');
  const mode = readName(view, 'mode');
  const optional = {
    checkworthy: view.truth('checkworthy'),
    cue: readInnerSpan(view, 'cue'),
    source: readInnerSpan(view, 'source'),
  };
  if (kind === undefined || mode === undefined) return undefined;
  if (!MODES.some((known) => known === mode)) {
    const { problems, annotation } = view.context;
    const message = unknownValue('mode', mode, MODES);
    problems.warning('sidecar-unknown-value', startOf(view.get('mode')), message, annotation);
  }
  return { kind, mode, ...present(optional) };
}

function readInnerSpan(view: MapView, key: string): QuotedSpan | undefined {
  const inner = view.map(key);
  if (inner === undefined) return undefined;
  warnOfKeys(inner, (name) => !SPAN_KEYS.has(name));
  return readSpan(inner);
}

function readParts(view: MapView): readonly QuotedSpan[] | undefined {
  const list = view.list('parts');
  if (list === undefined || list.items.length === 0) return undefined;
  const parts: QuotedSpan[] = [];
  for (const item of list.items) {
    const part = itemView(item, 'parts', view.context);
    const span = part && readSpan(part);
    if (span !== undefined) parts.push(span);
  }
  return parts;
}

function readConfidence(view: MapView): number | undefined {
  const value = view.number('confidence');
  if (value !== undefined && (value < 0 || value > 1)) {
    const { problems, annotation } = view.context;
    const message = {
      en: `The confidence ${value} is not between 0 and 1`,
      ar: `درجة الثقة ${value} ليست بين 0 و1`,
    };
    problems.warning('sidecar-confidence', startOf(view.get('confidence')), message, annotation);
  }
  return value;
}

/** Keys beyond ours with a simple value; others stay in the file and are not read. */
function readAttributes(view: MapView): Readonly<Record<string, Scalar>> | undefined {
  const attributes: [string, Scalar][] = [];
  for (const key of view.keys()) {
    if (isAnnotationKey(key)) continue;
    const node = view.get(key);
    if (node === undefined) continue;
    const value = isScalar(node) ? node.value : undefined;
    const simple =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (simple && isAttributeName(key) && isScalar(view.pair(key)?.key))
      attributes.push([key, value]);
    else warnOfKeys(view, (name) => name === key);
  }
  return attributes.length === 0 ? undefined : Object.fromEntries(attributes);
}

function warnOfKeys(view: MapView, concerns: (key: string) => boolean): void {
  const { problems, prefix, annotation } = view.context;
  for (const key of view.keys()) {
    if (!concerns(key)) continue;
    problems.warning(`${prefix}-unknown-key`, view.offset(key), unknownKey(key), annotation);
  }
}
