import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { missingKey, shown, wrongType, type Kind, type Problems } from './problems';
import { kindOf, startOf } from './yamlSource';

/** Where issues of a map go: their code prefix, and the annotation that they concern. */
export interface ViewContext {
  readonly problems: Problems;
  readonly prefix: 'sidecar' | 'config';
  annotation?: string;
}

/**
 * A YAML map read key by key, each wrong type or missing key reported at its place. A key without a value
 * counts as absent. Duplicate keys are errors; names such as `__proto__` are only ever looked up in a `Map`.
 */
export class MapView {
  private readonly pairs = new Map<string, Pair<unknown, unknown>>();

  constructor(
    readonly node: YAMLMap,
    readonly context: ViewContext,
  ) {
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (this.pairs.has(key)) {
        context.problems.error(`${context.prefix}-duplicate-key`, startOf(pair.key), {
          en: `The key “${key}” stands twice`,
          ar: `المفتاح ${shown(key)} مكرر`,
        });
      } else {
        this.pairs.set(key, pair);
      }
    }
  }

  keys(): IterableIterator<string> {
    return this.pairs.keys();
  }

  /** The value's node; undefined where the key is absent or has no value. */
  get(key: string): Node | undefined {
    const value = this.pairs.get(key)?.value as Node | null | undefined;
    return value === null || value === undefined || (isScalar(value) && value.value === null)
      ? undefined
      : value;
  }

  pair(key: string): Pair<unknown, unknown> | undefined {
    return this.pairs.get(key);
  }

  /** Where the key stands, or the map when it is absent. */
  offset(key: string): number {
    const pair = this.pairs.get(key);
    return startOf(pair === undefined ? this.node : pair.key);
  }

  text(key: string): string | undefined {
    return this.typed(key, 'text', (value) => (typeof value === 'string' ? value : undefined));
  }

  number(key: string): number | undefined {
    return this.typed(key, 'number', (value) =>
      typeof value === 'number' && Number.isFinite(value) ? value : undefined,
    );
  }

  truth(key: string): boolean | undefined {
    return this.typed(key, 'truth', (value) => (typeof value === 'boolean' ? value : undefined));
  }

  /** A position in a text: a whole number from 0 on. */
  offsetValue(key: string): number | undefined {
    return this.typed(key, 'offset', (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined,
    );
  }

  map(key: string): MapView | undefined {
    const node = this.get(key);
    if (node === undefined) return undefined;
    if (isMap(node)) return new MapView(node, this.context);
    this.wrong(key, 'map', node);
    return undefined;
  }

  list(key: string): YAMLSeq | undefined {
    const node = this.get(key);
    if (node === undefined || isSeq(node)) return node;
    this.wrong(key, 'list', node);
    return undefined;
  }

  /** Reports the key as missing, unless it has a value, of whatever type. */
  require(key: string): void {
    if (this.get(key) !== undefined) return;
    const { problems, prefix, annotation } = this.context;
    problems.error(`${prefix}-missing-key`, this.offset(key), missingKey(key), annotation);
  }

  wrong(key: string, expected: Kind, node: Node): void {
    const { problems, prefix, annotation } = this.context;
    const message = wrongType(key, expected, kindOf(node));
    problems.error(`${prefix}-wrong-type`, startOf(node), message, annotation);
  }

  private typed<T>(
    key: string,
    kind: Kind,
    accept: (value: unknown) => T | undefined,
  ): T | undefined {
    const node = this.get(key);
    if (node === undefined) return undefined;
    const value = isScalar(node) ? accept(node.value) : undefined;
    if (value === undefined) this.wrong(key, kind, node);
    return value;
  }
}

export function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '?';
}
