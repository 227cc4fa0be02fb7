import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  Pair,
  type YAMLMap,
} from 'yaml';
import type { Annotation, QuotedSpan } from '../model/annotation';
import type { Span } from '../text/span';
import { AppliedEdits, type Edit } from './appliedEdits';
import { sameData } from './equal';
import { colonEnd, endOfPair, lineStart, pairKey } from './layout';
import { Problems } from './problems';
import { readAnnotation } from './readItem';
import { quoted, word } from './scalars';
import { ANNOTATION_KEYS, fieldLines, fieldsOf, type Field } from './serialize';

const OPTIONS = {
  schema: 'core',
  keepSourceTokens: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * The lines of one annotation that a person has written or added to, changed from `before` to `after`:
 * its comments, its unknown keys and the form of its values stay, only lines of changed keys are touched.
 */
export function editAnnotation(
  lines: string,
  before: Annotation,
  after: Annotation,
  indent: string,
  eol: string,
): string {
  const spliced = spliceBlock(lines, before, after, indent, eol);
  if (spliced !== undefined && reads(spliced, after)) return spliced;
  const rewritten = rewriteBlock(lines, before, after, indent, eol);
  if (reads(rewritten, after)) return rewritten;
  throw new RangeError(`The lines of annotation ${before.id} cannot be edited`);
}

function reads(lines: string, expected: Annotation): boolean {
  const map = itemOf(parseDocument(lines, OPTIONS));
  const problems = new Problems(lines, '');
  const annotation = map && readAnnotation(map, { problems, prefix: 'sidecar' });
  return !problems.hasErrors && sameData(annotation, expected);
}

function itemOf(document: Document): YAMLMap | undefined {
  const list = document.contents;
  if (document.errors.length > 0 || !isSeq(list) || list.items.length !== 1) return undefined;
  const [item] = list.items;
  return isMap(item) ? item : undefined;
}

/** Keys whose written value changes: the new field, or undefined for a key that goes. */
function changedFields(before: Annotation, after: Annotation): Map<string, Field | undefined> {
  const old = new Map(fieldsOf(before).map((field) => [field.key, field]));
  const changed = new Map<string, Field | undefined>();
  for (const field of fieldsOf(after)) {
    if (!sameData(old.get(field.key)?.text, field.text)) changed.set(field.key, field);
    old.delete(field.key);
  }
  for (const key of old.keys()) changed.set(key, undefined);
  return changed;
}

/** Undefined when the lines are of a form that cannot be changed key by key. */
function spliceBlock(
  lines: string,
  before: Annotation,
  after: Annotation,
  indent: string,
  eol: string,
): string | undefined {
  const map = itemOf(parseDocument(lines, OPTIONS));
  if (map === undefined || map.flow === true) return undefined;
  const first = map.items[0]?.key;
  if (!isScalar(first) || !first.range) return undefined;
  const column = first.range[0] - lineStart(lines, first.range[0]);
  const editor = new BlockEditor(lines, map, ' '.repeat(Math.max(column, indent.length + 1)), eol);
  for (const [key, field] of changedFields(before, after)) {
    const span =
      key === 'cue' ? after.claim?.cue : key === 'source' ? after.claim?.source : undefined;
    if (!editor.change(key, field, span)) return undefined;
  }
  return new AppliedEdits(lines, editor.edits, eol).source;
}

/** Collects the edits of one block map; each method is false when it cannot be done line by line. */
class BlockEditor {
  readonly edits: Edit[] = [];
  private readonly pairs: ReadonlyMap<string, Pair<unknown, unknown>>;

  constructor(
    private readonly lines: string,
    private readonly map: YAMLMap,
    private readonly indent: string,
    private readonly eol: string,
  ) {
    this.pairs = new Map(map.items.map((pair) => [pairKey(pair), pair]));
  }

  change(key: string, field: Field | undefined, span: QuotedSpan | undefined): boolean {
    const pair = this.pairs.get(key);
    if (field === undefined) return pair === undefined || this.remove(pair);
    if (pair === undefined) return this.add(key, field);
    if (span !== undefined && this.changeSpan(pair, span)) return true;
    return this.setValue(pair, field);
  }

  private setValue(pair: Pair<unknown, unknown>, field: Field): boolean {
    const node = pair.value as Node | null;
    const colon = colonEnd(pair);
    if (colon === undefined || node?.tag !== undefined) return false;
    const inline = isScalar(node) && (node.source ?? '') !== '';
    const [start, end] = node?.range ?? [colon, colon];
    const place: Span = { start: inline ? start : colon, end: Math.max(colon, end) };
    const endsLine = this.lines.slice(place.start, place.end).endsWith('\n');
    const text = this.valueText(field, !inline);
    this.edits.push({ ...place, text: endsLine ? text + this.eol : text });
    return true;
  }

  private valueText(field: Field, afterColon: boolean): string {
    if (typeof field.text === 'string') return `${afterColon ? ' ' : ''}${field.text}`;
    return field.text.map((part) => `${this.eol}${this.indent}  - ${part}`).join('');
  }

  /** Changes offsets and quote of a cue or source in place, whatever else stands in its map. */
  private changeSpan(pair: Pair<unknown, unknown>, span: QuotedSpan): boolean {
    const inner = pair.value;
    if (!isMap(inner)) return false;
    const wanted = { start: String(span.start), end: String(span.end), quote: quoted(span.quote) };
    const edits: Edit[] = [];
    for (const [key, text] of Object.entries(wanted)) {
      const node = inner.get(key, true);
      if (!isScalar(node) || !node.range || node.tag !== undefined) return false;
      if (/[|>]/.test(this.lines.charAt(node.range[0]))) return false;
      const value = key === 'quote' ? span.quote : Number(text);
      if (node.value !== value) edits.push({ start: node.range[0], end: node.range[1], text });
    }
    this.edits.push(...edits);
    return true;
  }

  private remove(pair: Pair<unknown, unknown>): boolean {
    const key = pair.key;
    const end = endOfPair(this.lines, pair);
    if (!isScalar(key) || !key.range || end === undefined) return false;
    const start = lineStart(this.lines, key.range[0]);
    if (this.lines.slice(start, key.range[0]).trim() !== '') return false;
    this.edits.push({ start, end, text: '' });
    return true;
  }

  /** Puts the key after the last of those that come before it in our order. */
  private add(key: string, field: Field): boolean {
    const rank = (name: string): number => {
      const place = ANNOTATION_KEYS.findIndex((known) => known === name);
      return place === -1 ? ANNOTATION_KEYS.length : place;
    };
    const before = this.map.items.filter((pair) => rank(pairKey(pair)) <= rank(key)).at(-1);
    const at = endOfPair(this.lines, before ?? this.map.items[0]);
    if (at === undefined) return false;
    const text = fieldLines(field, this.indent, this.indent).join(this.eol) + this.eol;
    this.edits.push({ start: at, end: at, text });
    return true;
  }
}

/** The block changed through the parser's document: keeps comments and unknown keys, not every space. */
function rewriteBlock(
  lines: string,
  before: Annotation,
  after: Annotation,
  indent: string,
  eol: string,
): string {
  const document = parseDocument(lines, OPTIONS);
  const map = itemOf(document);
  if (map === undefined) return lines;
  changeMap(map, before, after);
  const text = document.toString({ lineWidth: 0 }).replace(/\n+$/, '\n');
  return text.replace(/^(?=[^\n])/gm, indent).replace(/\n/g, eol);
}

/** Sets and deletes the keys of an annotation's map that differ between the two. */
export function changeMap(map: YAMLMap, before: Annotation, after: Annotation): void {
  for (const [key, field] of changedFields(before, after)) {
    if (field === undefined) map.delete(key);
    else if (map.has(key)) map.set(key, valueNode(field));
    else map.add(new Pair(parseDocument(word(key), OPTIONS).contents, valueNode(field)));
  }
}

/** A node that is written in our form. */
function valueNode(field: Field): unknown {
  const text = typeof field.text === 'string' ? field.text : `[${field.text.join(', ')}]`;
  return parseDocument(text, OPTIONS).contents;
}
