import { isMap, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Annotation, Rejection } from '../model/annotation';
import { compareAnnotations, compareRejections } from '../model/order';
import { changeMap } from './editBlock';
import { sameData } from './equal';
import { planList, type ListPlan } from './plan';
import { hash, annotationBlock, rejectionKey, rejectionLine } from './serialize';
import { word } from './scalars';
import type { Sidecar, SidecarData } from './sidecar';

const OPTIONS = {
  schema: 'core',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * The text of a file that cannot be changed line by line (flow style, for one), changed through the
 * parser's document: keeps comments, unknown keys and their order, not every space and line break.
 */
export function editDocument(previous: Sidecar, data: SidecarData): string {
  if (sameData(previous.data, data)) return previous.source;
  const document: Document = parseDocument(previous.source, OPTIONS);
  const root = document.contents;
  if (!isMap(root)) throw new RangeError('The sidecar is not a map');
  editHead(root, previous.data, data);
  editAnnotations(document, root, previous.data.annotations, data.annotations);
  editRejected(document, root, previous.data.rejected, data.rejected);
  const text = document.toString({ lineWidth: 0 });
  return previous.source.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text;
}

function editHead(root: YAMLMap, before: SidecarData, after: SidecarData): void {
  const article = root.get('article', true);
  if (!isMap(article)) return;
  const set = (
    map: YAMLMap,
    key: string,
    old: string | undefined,
    text: string | undefined,
  ): void => {
    if (old === text) return;
    if (text === undefined) map.delete(key);
    else map.set(key, parseDocument(text, OPTIONS).contents);
  };
  set(article, 'file', word(before.article.file), word(after.article.file));
  const { sha256: old } = before.article;
  const { sha256 } = after.article;
  set(article, 'sha256', old && hash(old), sha256 && hash(sha256));
  set(root, 'status', before.status, after.status);
}

function editAnnotations(
  document: Document,
  root: YAMLMap,
  before: readonly Annotation[],
  after: readonly Annotation[],
): void {
  const plan = planList(before, after, (item) => item.id, compareAnnotations);
  editList(document, root, 'annotations', plan, (item, from, node) => {
    const old = from === undefined ? undefined : before[from];
    if (old === undefined || !isMap(node)) return itemNode(annotationBlock(item, '', '\n'));
    if (!sameData(old, item)) changeMap(node, old, item);
    return node;
  });
}

function editRejected(
  document: Document,
  root: YAMLMap,
  before: readonly Rejection[],
  after: readonly Rejection[],
): void {
  const plan = planList(before, after, rejectionKey, compareRejections);
  editList(document, root, 'rejected', plan, (item, from, node) =>
    from === undefined ? itemNode(rejectionLine(item, '', '\n')) : node,
  );
}

function editList<T>(
  document: Document,
  root: YAMLMap,
  key: string,
  plan: ListPlan<T>,
  nodeOf: (item: T, from: number | undefined, node: unknown) => unknown,
): void {
  const there = root.get(key, true);
  if (plan.items.length === 0 && !isSeq(there)) return;
  let list: YAMLSeq;
  if (isSeq(there)) {
    list = there;
  } else {
    list = document.createNode([]);
    root.set(key, list);
  }
  const nodes = [...list.items];
  list.items = plan.items.map(({ item, from }) =>
    nodeOf(item, from, from === undefined ? undefined : nodes[from]),
  );
  if (nodes.length === 0) list.flow = root.flow === true;
}

/** The node of a one-item list in our form. */
function itemNode(text: string): unknown {
  const list = parseDocument(text, OPTIONS).contents;
  return isSeq(list) ? list.items[0] : undefined;
}
