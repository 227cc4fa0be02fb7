import { AppliedEdits, type Edit } from './appliedEdits';
import { sameAnnotation, sameData } from './equal';
import { readSidecar } from './read';
import type { Sidecar, SidecarData } from './sidecar';
import { updateSidecar } from './write';

/**
 * The text of a merged sidecar. Ours is the trunk, unless only theirs has changed outside the annotations'
 * lines; what comes from the other side brings its own lines and the comments above them.
 */
export function mergedText(
  base: Sidecar | undefined,
  ours: Sidecar,
  theirs: Sidecar,
  data: SidecarData,
): string {
  const onlyTheirs =
    base !== undefined && frame(base) === frame(ours) && frame(ours) !== frame(theirs);
  const [trunk, other] = onlyTheirs ? [theirs, ours] : [ours, theirs];
  const result = updateSidecar(trunk, data);
  const text = withLinesOf(result, other, base);
  const read = readSidecar(text, '');
  // Lines brought over are a courtesy; that the data is right is not.
  return read.ok && sameContent(read.value.data, data) ? text : result.source;
}

function sameContent(a: SidecarData, b: SidecarData): boolean {
  const byId = (data: SidecarData): unknown =>
    Object.fromEntries(data.annotations.map((one) => [` ${one.id}`, one]));
  return (
    sameData(byId(a), byId(b)) &&
    sameData(a.rejected, b.rejected) &&
    sameData([a.article, a.status], [b.article, b.status])
  );
}

/** What stands outside the lines of annotations. */
function frame({ source, layout }: Sidecar): string {
  const items = layout?.annotations.items ?? [];
  let text = '';
  let at = 0;
  for (const { start, end } of items) {
    text += source.slice(at, start);
    at = end;
  }
  return text + source.slice(at);
}

function withLinesOf(result: Sidecar, other: Sidecar, base: Sidecar | undefined): string {
  const [there, here] = [other.layout?.annotations, result.layout?.annotations];
  if (there === undefined || here === undefined || there.indent !== here.indent)
    return result.source;
  const places = new Map(other.data.annotations.map((one, index) => [one.id, index]));
  const known = base === undefined ? new Map<string, string>() : blocksOf(base);
  const edits: Edit[] = [];
  for (const [index, annotation] of result.data.annotations.entries()) {
    const span = here.items[index];
    const from = places.get(annotation.id);
    if (span === undefined || from === undefined) continue;
    const mine = result.source.slice(span.start, span.end);
    const block = linesOf(other, from);
    const commented = block !== known.get(annotation.id) && block.includes('#');
    const original = other.data.annotations[from];
    const same = original !== undefined && sameAnnotation(original, annotation);
    const take = commented && same && !mine.includes('#');
    const text = newComments(other, from, result.source) + (take ? block : mine);
    if (text !== mine) edits.push({ ...span, text });
  }
  return edits.length === 0
    ? result.source
    : new AppliedEdits(result.source, edits, result.layout?.eol ?? '\n').source;
}

/** Comments between the item before and this one that stand nowhere in the other text. */
function newComments({ source, layout }: Sidecar, index: number, text: string): string {
  const list = layout?.annotations;
  const start = list?.items[index]?.start ?? 0;
  const from = list?.items[index - 1]?.end ?? list?.head?.end ?? start;
  const lines = source.slice(from, start).split(/(?<=\n)/);
  return lines.filter((line) => /^\s*#/.test(line) && !text.includes(line)).join('');
}

function linesOf({ source, layout }: Sidecar, index: number): string {
  const { start, end } = layout?.annotations.items[index] ?? { start: 0, end: 0 };
  return source.slice(start, end);
}

function blocksOf(sidecar: Sidecar): Map<string, string> {
  return new Map(sidecar.data.annotations.map(({ id }, index) => [id, linesOf(sidecar, index)]));
}
