import { isMap, isPair, isScalar, isSeq, visit, type Node, type Pair } from 'yaml';
import { parseDraft } from '../../sidecar/yamlSource';
import type { Span } from '../../text/span';
import type { Path } from './schema';

/** Where in a document a word stands, or would stand. */
export interface Place {
  /** To the word itself where it is a value, to the map around it where it is a key. */
  readonly path: Path;
  readonly isKey: boolean;
  /** Keys that stand in the same map, without the word itself. */
  readonly siblings: readonly string[];
  readonly text: string;
  /** UTF-16. */
  readonly span: Span;
}

const MAX_SIZE = 200_000;
/** Stands for the caret while the document is read: a letter that nobody types. */
const CARET = '\uE000';
const WORD = /[\p{L}\p{M}\p{N}_*-]/u;

/**
 * The place of the caret, in a document as it is while somebody types. Undefined in comments, and where
 * the document cannot be read.
 */
export function placeOfCaret(source: string, offset: number): Place | undefined {
  const span = wordAround(source, offset);
  const marked = source.slice(0, span.start) + CARET + source.slice(span.end);
  const text = source.slice(span.start, span.end);
  return source.includes(CARET)
    ? undefined
    : findPlace(marked, (value) => value.startsWith(CARET), { text, span });
}

/** The place of the key or value at the offset. */
export function placeOfWord(source: string, offset: number): Place | undefined {
  return findPlace(source, (_value, { start, end }) => start <= offset && offset <= end);
}

function wordAround(source: string, offset: number): Span {
  let [start, end] = [offset, offset];
  while (start > 0 && WORD.test(source[start - 1] ?? '')) start -= 1;
  while (WORD.test(source[end] ?? '')) end += 1;
  return { start, end };
}

function findPlace(
  source: string,
  isIt: (value: string, span: Span) => boolean,
  known?: Pick<Place, 'text' | 'span'>,
): Place | undefined {
  const document = parseDraft(source, MAX_SIZE);
  let found: Place | undefined;
  if (document === undefined) return undefined;
  visit(document, {
    Scalar: (role, { value, range }, ancestors) => {
      if (range === null || range === undefined) return undefined;
      const [text, span] = [String(value), { start: range[0], end: range[1] }];
      if (!isIt(text, span)) return undefined;
      const isKey = role === 'key';
      const parents = isKey ? ancestors.slice(0, -1) : ancestors;
      const path = pathOf(parents as readonly Node[], role);
      found = {
        path,
        isKey,
        siblings: keysOf(ancestors.at(-2), text),
        ...(known ?? { text, span }),
      };
      return visit.BREAK;
    },
  });
  return found;
}

/** Keys and places in lists on the way down; `last` is where the word stands in the innermost list. */
function pathOf(ancestors: readonly (Node | Pair)[], last: number | 'key' | 'value' | null): Path {
  return ancestors.flatMap((node, at): (string | number)[] => {
    if (isPair(node)) return [isScalar(node.key) ? String(node.key.value) : ''];
    if (!isSeq(node)) return [];
    const inner = ancestors[at + 1];
    const place = inner === undefined ? last : node.items.indexOf(inner);
    return typeof place === 'number' ? [place] : [];
  });
}

function keysOf(map: unknown, own: string): string[] {
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key }) =>
    isScalar(key) && String(key.value) !== own ? [String(key.value)] : [],
  );
}
