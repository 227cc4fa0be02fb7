import type { Annotation } from '../model/annotation';
import { compareAnnotations, compareRejections, ordered } from '../model/order';
import type { Span } from '../text/span';
import { AppliedEdits, type Edit } from './appliedEdits';
import { editAnnotation } from './editBlock';
import { editDocument } from './editDocument';
import { sameAnnotation } from './equal';
import { endOfLine, lineStart } from './layout';
import { planList, type ListPlan } from './plan';
import { readSidecar } from './read';
import { word } from './scalars';
import { annotationBlock, hash, rejectionKey, rejectionLine, sidecarText } from './serialize';
import type { HeadKey, Layout, ListLayout, ScalarLayout, Sidecar, SidecarData } from './sidecar';

/**
 * The text of a sidecar with this data. Where there is a previous one, only what changed is touched: the
 * lines of other annotations, comments and keys that we do not know stay byte for byte.
 * Throws a RangeError when two annotations have the same id.
 */
export function writeSidecar(previous: Sidecar | undefined, data: SidecarData): string {
  return updateSidecar(previous, data).source;
}

/** The same, ready for the next write without reading it again. */
export function updateSidecar(previous: Sidecar | undefined, data: SidecarData): Sidecar {
  checkIds(data.annotations);
  if (previous === undefined) return reread(sidecarText(inOrder(data)));
  const { layout } = previous;
  if (layout === undefined) {
    const source = editDocument(previous, data);
    return source === previous.source ? previous : reread(source);
  }
  return new Splicer(previous, layout, data).run();
}

function checkIds(annotations: readonly Annotation[]): void {
  const ids = new Set(annotations.map((annotation) => annotation.id));
  if (ids.size < annotations.length) throw new RangeError('Two annotations have the same id');
}

function inOrder(data: SidecarData): SidecarData {
  return {
    ...data,
    annotations: ordered(data.annotations, compareAnnotations),
    rejected: ordered(data.rejected, compareRejections),
  };
}

function reread(source: string): Sidecar {
  const result = readSidecar(source, '');
  if (result.ok) return result.value;
  const why = result.issues.map((issue) => issue.message.en).join('; ');
  throw new RangeError(`The data does not make a readable sidecar: ${why}`);
}

/** One write: collects edits of the source, applies them at once and moves the layout along. */
class Splicer {
  private readonly edits: Edit[] = [];
  private readonly source: string;
  /** Lines of keys appear or go, so that the layout is not just moved. */
  private restructured = false;

  constructor(
    private readonly previous: Sidecar,
    private readonly layout: Layout,
    private readonly data: SidecarData,
  ) {
    this.source = previous.source;
  }

  run(): Sidecar {
    const { previous, layout, data } = this;
    const head = this.editHead();
    this.editKey('annotations', layout.annotations, data.annotations.length);
    const annotations = this.editList(
      layout.annotations,
      planList(previous.data.annotations, data.annotations, (item) => item.id, compareAnnotations),
      (item, from) => this.annotationText(item, from),
    );
    this.editKey('rejected', layout.rejected, data.rejected.length);
    const rejected = this.editList(
      layout.rejected,
      planList(previous.data.rejected, data.rejected, rejectionKey, compareRejections),
      (item, from) =>
        from === undefined
          ? rejectionLine(item, layout.rejected.indent, layout.eol)
          : linesOf(this.source, layout.rejected, from),
    );
    if (this.edits.length === 0) return previous;
    const applied = new AppliedEdits(this.source, this.edits, layout.eol);
    if (this.restructured) return reread(applied.source);
    return {
      source: applied.source,
      data: {
        article: data.article,
        status: data.status,
        annotations: annotations.items,
        rejected: rejected.items,
      },
      layout: {
        ...layout,
        head: movedHead(layout, head, applied),
        annotations: movedList(layout.annotations, annotations.places, applied),
        rejected: movedList(layout.rejected, rejected.places, applied),
        end: applied.source.length - (this.source.length - layout.end),
      },
    };
  }

  private editHead(): Map<HeadKey, Span> {
    const placed = new Map<HeadKey, Span>();
    const { article, status } = this.data;
    const old = this.previous.data;
    const change = (key: HeadKey, before: string | undefined, after: string | undefined): void => {
      if (before !== after) this.editScalar(key, after, (at) => placed.set(key, at));
    };
    change('file', word(old.article.file), word(article.file));
    const { sha256 } = old.article;
    change('sha256', sha256 && hash(sha256), article.sha256 && hash(article.sha256));
    change('status', old.status, status);
    return placed;
  }

  private editScalar(key: HeadKey, text: string | undefined, placed: (at: Span) => void): void {
    const place = this.layout.head[key];
    if ('value' in place && text !== undefined) {
      this.edits.push({ ...place.value, text, placed });
      return;
    }
    this.restructured = true;
    if ('value' in place) {
      const start = lineStart(this.source, place.value.start);
      this.edits.push({ start, end: endOfLine(this.source, place.value.end), text: '' });
    } else {
      this.insert(place.insertAt, `${place.indent}${key}: ${text ?? ''}${this.layout.eol}`);
    }
  }

  /** Brings the key's own line to what a list with so many items needs. */
  private editKey(key: 'annotations' | 'rejected', list: ListLayout, count: number): void {
    const { head, emptyValue, items } = list;
    if (head === undefined) {
      if (count > 0) this.insert(this.layout.end, `${this.layout.indent}${key}:${this.layout.eol}`);
    } else if (items.length === 0) {
      if (count > 0 && emptyValue !== undefined) this.edits.push({ ...emptyValue, text: '' });
    } else if (count === 0) {
      const colon = this.source.indexOf(':', head.start) + 1;
      const bare = this.source.slice(colon, head.end).trim() === '';
      if (key === 'rejected' && bare) this.edits.push({ ...head, text: '' });
      else this.edits.push({ start: colon, end: colon, text: ' []' });
    }
    if (count > 0 !== items.length > 0) this.restructured = true;
  }

  private editList<T>(
    list: ListLayout,
    plan: ListPlan<T>,
    textOf: (item: T, from: number | undefined) => string | undefined,
  ): { items: T[]; places: (Span | number)[] } {
    const items: T[] = [];
    const places: (Span | number)[] = [];
    for (const index of plan.leaving) {
      const lines = list.items[index];
      if (lines !== undefined) this.edits.push({ ...lines, text: '' });
    }
    let at = list.head?.end ?? this.layout.end;
    for (const { item, from, stays } of plan.items) {
      const place = items.push(item) - 1;
      const placed = (span: Span): void => {
        places[place] = span;
      };
      const text = textOf(item, from);
      const lines = from === undefined ? undefined : list.items[from];
      if (stays && lines !== undefined) {
        at = lines.end;
        places[place] = from ?? 0;
        if (text !== undefined) this.edits.push({ ...lines, text, placed });
      } else {
        this.insert(at, text ?? linesOf(this.source, list, from ?? 0) ?? '', placed);
      }
    }
    return { items, places };
  }

  /** The annotation's new lines; undefined when its lines stay as they are. */
  private annotationText(item: Annotation, from: number | undefined): string | undefined {
    const { annotations: list, eol } = this.layout;
    const before = from === undefined ? undefined : this.previous.data.annotations[from];
    if (from === undefined || before === undefined) return annotationBlock(item, list.indent, eol);
    if (sameAnnotation(before, item)) return undefined;
    const lines = linesOf(this.source, list, from) ?? '';
    if (lines === annotationBlock(before, list.indent, eol)) {
      return annotationBlock(item, list.indent, eol);
    }
    return editAnnotation(lines, before, item, list.indent, eol);
  }

  private insert(at: number, text: string, placed?: (span: Span) => void): void {
    const whole = text.endsWith('\n') ? text : text + this.layout.eol;
    this.edits.push({
      start: at,
      end: at,
      text: whole,
      ...(placed === undefined ? {} : { placed }),
    });
  }
}

function linesOf(source: string, list: ListLayout, index: number): string | undefined {
  const lines = list.items[index];
  return lines && source.slice(lines.start, lines.end);
}

function movedHead(
  layout: Layout,
  placed: ReadonlyMap<HeadKey, Span>,
  applied: AppliedEdits,
): Layout['head'] {
  const move = (key: HeadKey): ScalarLayout => {
    const place = layout.head[key];
    if ('value' in place) return { value: placed.get(key) ?? applied.moved(place.value) };
    return { insertAt: applied.movedOffset(place.insertAt), indent: place.indent };
  };
  return { file: move('file'), sha256: move('sha256'), status: move('status') };
}

/** `places` has the new lines of an item, or the index of its former lines, which only moved along. */
function movedList(
  list: ListLayout,
  places: readonly (Span | number)[],
  applied: AppliedEdits,
): ListLayout {
  const { head, emptyValue, indent } = list;
  const items = places.map((place) => {
    if (typeof place !== 'number') return place;
    return applied.moved(list.items[place] ?? { start: 0, end: 0 });
  });
  return {
    ...(head === undefined ? {} : { head: applied.moved(head) }),
    ...(emptyValue === undefined ? {} : { emptyValue: applied.moved(emptyValue) }),
    items,
    indent,
  };
}
