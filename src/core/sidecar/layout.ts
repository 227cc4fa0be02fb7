import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Span } from '../text/span';
import { keyText, type MapView } from './mapView';
import type { Layout, ListLayout, ScalarLayout } from './sidecar';

const BLANK_OR_COMMENT = /^[ \t]*(?:#.*)?\r?$/;

/**
 * Where the writer can change a block-style file piece by piece. Undefined for flow style, explicit keys
 * and whatever else does not keep every annotation on lines of its own.
 */
export function layoutOf(source: string, root: MapView): Layout | undefined {
  const indent = blockIndent(source, root);
  const article = root.map('article');
  const last = root.node.items.at(-1);
  if (indent === undefined || article === undefined || last === undefined) return undefined;
  const articleIndent = blockIndent(source, article);
  const articleEnd = endOfPair(source, root.pair('article'));
  if (articleIndent === undefined || articleEnd === undefined) return undefined;
  const file = scalarLayout(source, article, 'file', articleEnd, articleIndent);
  const sha256 = scalarLayout(source, article, 'sha256', articleEnd, articleIndent);
  const status = scalarLayout(source, root, 'status', articleEnd, indent);
  const annotations = listLayout(source, root, 'annotations', indent);
  const rejected = listLayout(source, root, 'rejected', indent);
  const end = endOfPair(source, last);
  if (!file || !sha256 || !status || !annotations || !rejected || end === undefined) {
    return undefined;
  }
  const eol = /^[^\n]*\r\n/.test(source) ? '\r\n' : '\n';
  return { eol, head: { file, sha256, status }, annotations, rejected, end, indent };
}

/** What stands before each key of a block map whose keys all begin a line; else undefined. */
function blockIndent(source: string, view: MapView): string | undefined {
  if (view.node.flow === true) return undefined;
  let indent: string | undefined;
  for (const pair of view.node.items) {
    const explicit = pair.srcToken?.start.some((token) => token.type === 'explicit-key-ind');
    if (explicit === true || !isScalar(pair.key) || !pair.key.range) return undefined;
    const at = pair.key.range[0];
    const lead = source.slice(lineStart(source, at), at).replace(/^\ufeff/, '');
    if (!/^ *$/.test(lead)) return undefined;
    indent ??= lead;
    if (indent !== lead) return undefined;
  }
  return indent;
}

function scalarLayout(
  source: string,
  view: MapView,
  key: string,
  insertAt: number,
  indent: string,
): ScalarLayout | undefined {
  const pair = view.pair(key);
  if (pair === undefined) return { insertAt, indent };
  const node = view.get(key);
  if (!isScalar(node) || !node.range) return undefined;
  const value = { start: node.range[0], end: node.range[1] };
  const inline = !source.slice(value.start, value.end).includes('\n');
  return inline ? { value } : undefined;
}

function listLayout(
  source: string,
  root: MapView,
  key: string,
  rootIndent: string,
): ListLayout | undefined {
  const pair = root.pair(key);
  const indent = `${rootIndent}  `;
  if (pair === undefined) return { items: [], indent };
  const value = pair.value as Node | null;
  const colon = colonEnd(pair);
  const end = endOfPair(source, pair);
  if (colon === undefined || end === undefined) return undefined;
  const start = lineStart(source, root.offset(key));
  if (isSeq(value) && value.items.length > 0) {
    const headEnd = endOfLine(source, colon);
    const rest = source.slice(colon, headEnd).replace(/\r?\n$/, '');
    const plain = value.tag === undefined && value.anchor === undefined;
    if (!plain || !BLANK_OR_COMMENT.test(rest)) return undefined;
    return blockItems(source, value, { start, end: headEnd });
  }
  const valueEnd = Math.max(colon, value?.range?.[1] ?? colon);
  const written = source.slice(colon, valueEnd);
  if (!/^[ \t]*(?:\[ *\]|null|~)?$/i.test(written)) return undefined;
  const head = { start, end: endOfLine(source, valueEnd) };
  return { head, emptyValue: { start: colon, end: valueEnd }, items: [], indent };
}

/** Lines of each item of a block list; comments between two items belong to neither. */
function blockItems(source: string, node: Node, head: Span): ListLayout | undefined {
  const token = node.srcToken;
  if (!isSeq(node) || token?.type !== 'block-seq') return undefined;
  const dashes = token.items
    .map((item) => item.start.find((part) => part.type === 'seq-item-ind')?.offset)
    .filter((offset) => offset !== undefined);
  if (dashes.length !== node.items.length) return undefined;
  const items: Span[] = [];
  let indent: string | undefined;
  let before = head.end;
  for (const [index, dash] of dashes.entries()) {
    const item = node.items[index];
    if (!isMap(item) || !item.range) return undefined;
    const start = lineStart(source, dash);
    const lead = source.slice(start, dash);
    indent ??= lead;
    if (indent !== lead || !/^ *$/.test(lead)) return undefined;
    if (!isGap(source, before, start)) return undefined;
    before = endOfLines(source, item.range[1]);
    items.push({ start, end: before });
  }
  return { head, items, indent: indent ?? '' };
}

/** Whether only blank lines and comments stand there. */
function isGap(source: string, start: number, end: number): boolean {
  if (start > end) return false;
  return source
    .slice(start, end)
    .split('\n')
    .every((line) => BLANK_OR_COMMENT.test(line));
}

/** Where the lines of a key and its value end. */
export function endOfPair(
  source: string,
  pair: Pair<unknown, unknown> | undefined,
): number | undefined {
  const node = (pair?.value ?? pair?.key) as Node | null | undefined;
  const colon = pair === undefined ? undefined : colonEnd(pair);
  if (!node?.range || colon === undefined) return undefined;
  return endOfLines(source, Math.max(node.range[1], colon));
}

/** Right after the colon of a key; the parser's source tokens know it. */
export function colonEnd(pair: Pair<unknown, unknown>): number | undefined {
  const tokens = pair.srcToken;
  const colon =
    tokens && 'sep' in tokens
      ? tokens.sep?.find((token) => token.type === 'map-value-ind')
      : undefined;
  return colon === undefined ? undefined : colon.offset + 1;
}

export function pairKey(pair: Pair<unknown, unknown>): string {
  return keyText(pair.key);
}

export function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1;
}

export function endOfLine(source: string, at: number): number {
  const next = source.indexOf('\n', at);
  return next === -1 ? source.length : next + 1;
}

/** The same, but a position that stands at the start of a line ends the lines before it. */
export function endOfLines(source: string, at: number): number {
  return at > 0 && source.charCodeAt(at - 1) === 0x0a ? at : endOfLine(source, at);
}
