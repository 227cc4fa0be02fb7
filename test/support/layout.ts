// What must hold for every row of an Arabic article, whatever the state of the editor.
import * as assert from 'node:assert/strict';
import { type Editor, eventually } from './editor';
import { caret, clickWord } from './mouse';
import { caretBox } from './overlay';
import { reference, rows, visualOrder, type Row } from './text';

const ARABIC_LETTER = /\p{Script=Arabic}/u;
/** How far the first word may stand from the edge: room for the scroll bar, and a sign or two. */
const MARGIN = 40;

/** Rows of Arabic that are in view and whole. */
export async function arabicRows(editor: Editor, group = 0): Promise<Row[]> {
  const frame = await frameOf(editor, group);
  return (await rows(editor.page, group)).filter(
    ({ text, box }) =>
      ARABIC_LETTER.test(text) && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1,
  );
}

/** The visible part of an editor's text. */
export async function frameOf(editor: Editor, group = 0) {
  return editor.page.evaluate((number) => {
    const frames = [...document.querySelectorAll('.editor-instance')].sort(
      (a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left,
    );
    const { left, top, right, bottom } =
      frames[number]?.querySelector('.editor-scrollable')?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, right, bottom };
  }, group);
}

export interface LayoutOptions {
  /** Which editor of a split, from 0, left to right. */
  readonly group?: number;
  /** Without word wrap rows go on beyond the edge. */
  readonly wrapped?: boolean;
}

/**
 * Every row of Arabic reads as the browser's own bidi algorithm lays it out from right to left, each of
 * its words is as wide as one that is drawn whole (letters that come apart take another width), and it
 * starts at the right edge of the editor.
 */
export async function assertReadsRightToLeft(
  editor: Editor,
  { group = 0, wrapped = true }: LayoutOptions = {},
): Promise<number> {
  const frame = await frameOf(editor, group);
  let words = 0;
  const found = await arabicRows(editor, group);
  assert.ok(found.length > 0, 'no Arabic is in view');
  for (const row of found) {
    const truth = await reference(editor.page, row.text);
    assert.deepEqual(visualOrder(row), truth.order, `order of: ${row.text}`);
    const headline = await isBold(editor, row, group);
    row.words.forEach(({ text, box }, index) => {
      const drawn = box.right - box.left;
      if (headline) return;
      assert.ok(
        Math.abs(drawn - (truth.widths[index] ?? 0)) <= 1.5,
        `${text} is ${drawn} wide, not ${truth.widths[index]}, in: ${row.text}`,
      );
    });
    words += row.words.length;
    if (!wrapped) continue;
    const right = Math.max(...row.words.map(({ box }) => box.right));
    const left = Math.min(...row.words.map(({ box }) => box.left));
    assert.ok(right <= frame.right && right >= frame.right - MARGIN, `right edge of: ${row.text}`);
    assert.ok(left >= frame.left, `left edge of: ${row.text}`);
  }
  return words;
}

/** Clicks on words spread over the view and finds the caret on each of them. */
export async function assertClicksLand(editor: Editor, count = 8, group = 0): Promise<void> {
  const frame = await frameOf(editor, group);
  const words = (await arabicRows(editor, group))
    .flatMap((row) => row.words)
    .filter(({ box }) => box.left > frame.left + 2 && box.right < frame.right - 16)
    .filter(({ text }) => text.length > 1);
  const step = Math.max(1, Math.floor(words.length / count));
  for (let i = 0; i < words.length; i += step) {
    const word = words[i];
    if (word === undefined) continue;
    // Two clicks in one place within a moment are a double click.
    await editor.page.waitForTimeout(i === 0 ? 500 : 0);
    const landed = await clickWord(editor, word);
    // On a busy machine the selection takes a while to reach the extension host.
    if (landed.word !== word.text) {
      const arrived = async () => (await caret(editor)).word === word.text;
      await eventually(`a click on ${word.text} lands on it`, arrived, 3_000);
    }
    const { left } = await caretBox(editor.page);
    assert.ok(
      left >= word.box.left - 3 && left <= word.box.right + 3,
      `the caret of a click on ${word.text} is drawn at ${left}`,
    );
  }
}

/** The row's letters are bold: its words are wider than those of the font that is compared with. */
async function isBold(editor: Editor, row: Row, group: number): Promise<boolean> {
  return editor.page.evaluate(
    ({ top, number }) => {
      const frames = [...document.querySelectorAll('.editor-instance')].sort(
        (a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left,
      );
      const lines = [...(frames[number]?.querySelectorAll('.view-lines > .view-line') ?? [])];
      const line = lines.find((one) => Math.abs(one.getBoundingClientRect().top - top) < 1);
      const part = line?.querySelector(':scope > span > span');
      return part ? Number(getComputedStyle(part).fontWeight) > 400 : false;
    },
    { top: row.box.top, number: group },
  );
}
