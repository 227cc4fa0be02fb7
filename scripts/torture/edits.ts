// Random edits of an article: the record in memory against positions kept in another way.
import assert from 'node:assert/strict';
import { describe } from '../../src/core/anchor/describe';
import type { Annotation, ArticleRecord } from '../../src/core/model/annotation';
import { mapRecord } from '../../src/core/model/mapping';
import { Recall } from '../../src/core/model/recall';
import { compareAnnotations } from '../../src/core/model/order';
import { followEdit } from '../../src/core/sidecar/follow';
import { openSidecar, toSidecarData } from '../../src/core/sidecar/bind';
import { applyChange, type TextChange } from '../../src/core/text/edits';
import { OffsetUnits } from '../../src/core/text/units';
import { wordSpans } from '../../src/core/text/words';
import { random } from '../../test/support/random';

const PIECES = ['', 'و', ' ', '\n', 'كلمة', '😀', 'مُ', '«قول»', 'سطر\nجديد ', '𝒜', 'ـ', '.'];

/** Every character of the text with a number of its own, so that what was typed differs from what was there. */
type Marks = readonly number[];

/** `steps` random edits of one text; throws an AssertionError that names the seed and the step. */
export function editSteps(text: string, steps: number, seed: number): void {
  const next = random(seed);
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  let current = text;
  let marks = numbered(text);
  let first = tagged(current, next);
  let record = first;
  let recall = new Recall();
  let typed = text.length;
  for (let step = 0; step < steps; step += 1) {
    const where = `seed ${seed}, step ${step}`;
    const change = randomChange(current, record, next, upTo);
    const after = applyChange(current, change);
    const inserted = Array.from({ length: change.text.length }, () => (typed += 1));
    const markedAfter = [...marks.slice(0, change.start), ...inserted, ...marks.slice(change.end)];
    const mapped = mapRecord(record, after, [change]);
    checkPolicy(record, mapped, marks, markedAfter, change, where);
    for (const { start, end, quote } of mapped.annotations) {
      assert.equal(after.slice(start, end), quote, `${where}: a quote that is not the text`);
    }
    recall.remember(current, record, []);
    record = followEdit(record, current, after, [change]);
    [current, marks] = [after, markedAfter];
    if (step % 50 === 49) fromScratch(current, record, where);
    if (step % 100 === 99 || current.length > 3 * text.length) {
      undone(current, text, record, first, recall, where);
      first = tagged(text, next);
      [current, record, recall] = [text, first, new Recall()];
      marks = numbered(text);
      typed = text.length;
    }
  }
}

/** All edits undone in one step: every annotation stands as it stood before them. */
function undone(
  from: string,
  to: string,
  record: ArticleRecord,
  first: ArticleRecord,
  recall: Recall,
  where: string,
): void {
  const change = { start: 0, end: from.length, text: to };
  const back = recall.recalled(to, followEdit(record, from, to, [change]));
  const places = ({ annotations }: ArticleRecord): unknown =>
    annotations.map(({ id, start, end, quote }) => [id, start, end, quote]);
  assert.deepEqual(places(back), places(first), `${where}: undo of the text`);
}

function numbered(text: string): Marks {
  return Array.from({ length: text.length }, (_, at) => at + 1);
}

function tagged(text: string, next: () => number): ArticleRecord {
  const words = wordSpans(text).filter(() => next() < 0.1);
  const annotations = words.map((s, index): Annotation => {
    const described = describe(text, s);
    return { id: `a${index}`, label: 'ORG', start: s.start, end: s.end, ...described };
  });
  return {
    status: 'todo',
    annotations: annotations.sort(compareAnnotations),
    rejected: [],
    orphans: [],
  };
}

function randomChange(
  text: string,
  { annotations }: ArticleRecord,
  next: () => number,
  upTo: (most: number) => number,
): TextChange {
  const near = annotations[upTo(Math.max(0, annotations.length - 1))];
  // Half of the edits are at the edges of something, where policies differ.
  const at =
    near !== undefined && next() < 0.5 ? (next() < 0.5 ? near.start : near.end) : upTo(text.length);
  const start = whole(text, Math.max(0, at - (next() < 0.5 ? 0 : upTo(3))));
  const end = whole(
    text,
    Math.min(text.length, start + (next() < 0.4 ? 0 : upTo(next() < 0.1 ? 60 : 6))),
  );
  return { start, end: Math.max(start, end), text: PIECES[upTo(PIECES.length - 1)] ?? '' };
}

/** Editors never cut a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at + 1 : at;
}

/**
 * The policy, told by characters: an annotation holds what is left of its own characters, and what was
 * typed between two of them or exactly in their place; what was typed at an edge or over one is outside.
 */
function checkPolicy(
  before: ArticleRecord,
  after: ArticleRecord,
  marks: Marks,
  marksAfter: Marks,
  change: TextChange,
  where: string,
): void {
  const there = new Map(after.annotations.map((one) => [one.id, one]));
  for (const one of before.annotations) {
    const mapped = there.get(one.id);
    const own = marks.slice(one.start, one.end);
    const left = own.filter((_, index) => {
      const at = one.start + index;
      return at < change.start || at >= change.end;
    });
    const replaced =
      change.start >= one.start && change.end <= one.end && change.end > change.start;
    if (mapped === undefined) {
      const gone = left.length === 0 && (!replaced || change.text === '');
      assert.ok(gone, `${where}: ${one.id} was lost with ${left.length} characters left`);
      continue;
    }
    const now = marksAfter.slice(mapped.start, mapped.end);
    const mine = new Set(own);
    assert.deepEqual(
      now.filter((mark) => mine.has(mark)),
      left,
      `${where}: ${one.id} lost characters`,
    );
    if (now.every((mark) => mine.has(mark))) continue;
    const inside = change.start > one.start && change.end < one.end;
    assert.ok(inside || replaced, `${where}: ${one.id} took in what was typed beside it`);
  }
}

/** What a sidecar written now says when it is opened: the same record, code points and all. */
function fromScratch(text: string, record: ArticleRecord, where: string): void {
  const data = toSidecarData(text, 'a.txt', record);
  const points = Array.from(text);
  const units = new OffsetUnits(text);
  const orphans = new Set(record.orphans.map(({ id }) => id));
  for (const one of data.annotations) {
    if (orphans.has(one.id)) continue;
    const slice = points.slice(one.start, one.end).join('');
    assert.equal(slice, one.quote, `${where}: code points do not agree with the quote`);
    assert.equal(units.toCodePoint(units.toUtf16(one.start)), one.start, where);
  }
  const { annotations } = openSidecar(text, { data, source: '' }).record;
  const placed = new Map(annotations.map(({ id, start, end }) => [id, `${start} ${end}`]));
  for (const { id, start, end } of record.annotations) {
    assert.equal(placed.get(id), `${start} ${end}`, `${where}: ${id} is opened elsewhere`);
  }
}
