import { CLAIM, type Annotation, type QuotedSpan, type Rejection } from '../model/annotation';
import { isPlainHash, isPlainTime, quoted, scalar, word } from './scalars';
import { SCHEMA_LINE, SIDECAR_VERSION, type SidecarData } from './sidecar';

/** Keys of an annotation in the order in which they are written; further attributes come after them. */
export const ANNOTATION_KEYS = [
  'id',
  'label',
  'start',
  'end',
  'quote',
  'prefix',
  'suffix',
  'parts',
  'kind',
  'mode',
  'checkworthy',
  'cue',
  'source',
  'by',
  'at',
  'link',
  'note',
  'confidence',
] as const;
export type AnnotationKey = (typeof ANNOTATION_KEYS)[number];

const KNOWN: ReadonlySet<string> = new Set(ANNOTATION_KEYS);

/** Whether an annotation's key has a meaning of its own, so that no attribute can have that name. */
export function isAnnotationKey(name: string): name is AnnotationKey {
  return KNOWN.has(name);
}

export interface Field {
  /** The key's name; it is written like any word. */
  readonly key: string;
  /** The value as YAML on one line; for `parts` one string a part. */
  readonly text: string | readonly string[];
}

/** What is written for an annotation, in order. Absent values and empty lists give no field. */
export function fieldsOf(annotation: Annotation): readonly Field[] {
  const { claim, parts, confidence } = annotation;
  const fields: Field[] = [];
  const put = (key: AnnotationKey, text: Field['text'] | undefined): void => {
    if (text !== undefined) fields.push({ key, text });
  };
  put('id', word(annotation.id));
  put('label', word(annotation.label));
  put('start', String(annotation.start));
  put('end', String(annotation.end));
  put('quote', quoted(annotation.quote));
  put('prefix', annotation.prefix === undefined ? undefined : quoted(annotation.prefix));
  put('suffix', annotation.suffix === undefined ? undefined : quoted(annotation.suffix));
  put('parts', parts === undefined || parts.length === 0 ? undefined : parts.map(flowSpan));
  if (claim !== undefined && annotation.label === CLAIM) {
    put('kind', word(claim.kind));
    put('mode', word(claim.mode));
    put('checkworthy', claim.checkworthy === undefined ? undefined : String(claim.checkworthy));
    put('cue', claim.cue && flowSpan(claim.cue));
    put('source', claim.source && flowSpan(claim.source));
  }
  put('by', annotation.by === undefined ? undefined : word(annotation.by));
  put('at', annotation.at === undefined ? undefined : time(annotation.at));
  put('link', annotation.link === undefined ? undefined : word(annotation.link));
  put('note', annotation.note === undefined ? undefined : quoted(annotation.note));
  put('confidence', confidence === undefined ? undefined : scalar(confidence));
  for (const [name, value] of Object.entries(annotation.attributes ?? {})) {
    if (isAttributeName(name)) fields.push({ key: name, text: scalar(value) });
  }
  return fields;
}

/** `__proto__` is never read or written; the names above have their own meaning. */
export function isAttributeName(name: string): boolean {
  return name !== '' && name !== '__proto__' && !isAnnotationKey(name);
}

/** The block of an annotation: whole lines, the dash behind `indent`. */
export function annotationBlock(annotation: Annotation, indent: string, eol: string): string {
  const lines: string[] = [];
  let lead = `${indent}- `;
  for (const field of fieldsOf(annotation)) {
    lines.push(...fieldLines(field, lead, `${indent}  `));
    lead = `${indent}  `;
  }
  return lines.join(eol) + eol;
}

export function fieldLines(field: Field, lead: string, indent: string): readonly string[] {
  const key = word(field.key);
  if (typeof field.text === 'string') return [`${lead}${key}: ${field.text}`];
  return [`${lead}${key}:`, ...field.text.map((part) => `${indent}  - ${part}`)];
}

export function rejectionLine(rejection: Rejection, indent: string, eol: string): string {
  const { label, start, end, quote } = rejection;
  const body = `label: ${word(label)}, start: ${start}, end: ${end}, quote: ${quoted(quote)}`;
  return `${indent}- {${body}}${eol}`;
}

/** What tells rejections apart. */
export function rejectionKey(rejection: Rejection): string {
  return `${rejection.start} ${rejection.end} ${rejection.label} ${rejection.quote}`;
}

/** A whole new sidecar. Lists are written in the order given. */
export function sidecarText(data: SidecarData, eol: string = '\n'): string {
  const { article, annotations, rejected } = data;
  const lines = [
    SCHEMA_LINE,
    `hashiya: ${SIDECAR_VERSION}`,
    'article:',
    `  file: ${word(article.file)}`,
  ];
  if (article.sha256 !== undefined) lines.push(`  sha256: ${hash(article.sha256)}`);
  lines.push('  unit: codepoint', `status: ${data.status}`);
  lines.push(annotations.length === 0 ? 'annotations: []' : 'annotations:');
  const pieces = [lines.join(eol) + eol];
  for (const annotation of annotations) pieces.push(annotationBlock(annotation, '  ', eol));
  if (rejected.length > 0) pieces.push(`rejected:${eol}`);
  for (const rejection of rejected) pieces.push(rejectionLine(rejection, '  ', eol));
  return pieces.join('');
}

export function hash(text: string): string {
  return isPlainHash(text) ? text : word(text);
}

function time(text: string): string {
  return isPlainTime(text) ? text : word(text);
}

function flowSpan(span: QuotedSpan): string {
  return `{start: ${span.start}, end: ${span.end}, quote: ${quoted(span.quote)}}`;
}
