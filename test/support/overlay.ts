// What the editor draws below and above the text: decorations, caret, selection.
import type { Page } from 'playwright-core';
import type { Box } from './text';

/** One box of a decoration, with what it looks like (computed colours, `rgb(…)` or `rgba(…)`). */
export interface OverlayBox {
  readonly box: Box;
  readonly className: string;
  readonly background: string;
  /** As `2px solid rgb(…)`, or an empty string without a border. */
  readonly borderBottom: string;
  readonly borderTop: string;
  readonly outline: string;
}

/**
 * The boxes that extensions' decorations have drawn on the overlay, those that can be seen (not the
 * editor's own, such as the marks of find). A decoration that spans wrapped rows has a box for each.
 * @param group which editor of a split, from 0, left to right
 */
export async function overlayBoxes(page: Page, group = 0): Promise<OverlayBox[]> {
  return page.evaluate((number) => {
    const editors = [...document.querySelectorAll('.editor-instance')].sort(
      (a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left,
    );
    const line = (width: string, style: string, color: string) =>
      style === 'none' || parseFloat(width) === 0 ? '' : `${width} ${style} ${color}`;
    return [
      ...(editors[number]?.querySelectorAll(
        '.view-overlays .cdr[class*="TextEditorDecorationType"]',
      ) ?? []),
    ]
      .map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return {
          box: { left, top, right, bottom },
          className: element.className,
          background: style.backgroundColor,
          borderBottom: line(
            style.borderBottomWidth,
            style.borderBottomStyle,
            style.borderBottomColor,
          ),
          borderTop: line(style.borderTopWidth, style.borderTopStyle, style.borderTopColor),
          outline: line(style.outlineWidth, style.outlineStyle, style.outlineColor),
        };
      })
      .filter(
        ({ box, background, borderBottom, borderTop, outline }) =>
          box.right > box.left &&
          (!/^rgba\(.*, 0\)$/.test(background) || borderBottom || borderTop || outline),
      );
  }, group);
}

/** Whether two boxes share more than half of the smaller one's width, and some of their height. */
export function overlaps(a: Box, b: Box): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return height > 0 && width > Math.min(a.right - a.left, b.right - b.left) / 2;
}

/** The caret's box, of the primary cursor of the focused editor. */
export async function caretBox(page: Page): Promise<Box> {
  const found = await page.evaluate(() => {
    const cursors = [...document.querySelectorAll('.editor-instance .cursors-layer .cursor')];
    const visible = cursors.find((c) => getComputedStyle(c).visibility !== 'hidden');
    if (visible === undefined) return undefined;
    const { left, top, right, bottom } = visible.getBoundingClientRect();
    return { left, top, right, bottom };
  });
  if (found === undefined) throw new Error('No caret is to be seen.');
  return found;
}

/** The boxes of the selection of the focused editor. */
export async function selectionBoxes(page: Page): Promise<Box[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.editor-instance .view-overlays .selected-text')].map((e) => {
      const { left, top, right, bottom } = e.getBoundingClientRect();
      return { left, top, right, bottom };
    }),
  );
}
