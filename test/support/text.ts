// The text as the editor draws it: words, visual rows, and their order on the screen. All rectangles
// are CSS pixels of the page.
import type { Page } from 'playwright-core';

/** A rectangle in CSS pixels of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A word as it is drawn. */
export interface WordBox {
  readonly text: string;
  /** Where it stands among the words of its row in the order of the text, from 0. */
  readonly index: number;
  /** Place of its first letter in the row's text, UTF-16. */
  readonly offset: number;
  /** Around all its pieces. */
  readonly box: Box;
  /** One rectangle for each piece: a word that is drawn whole has one. */
  readonly pieces: readonly Box[];
}

/** One visual row: a line of the document, or a part of it where it is wrapped. */
export interface Row {
  /** Its text in the order of the document, with plain spaces. */
  readonly text: string;
  readonly box: Box;
  /** Into how many elements with text the row is cut: 1 when nothing inline cuts it. */
  readonly parts: number;
  /** Computed direction of the row: `ltr` or `rtl`. */
  readonly direction: string;
  /** Its words in the order of the document. */
  readonly words: readonly WordBox[];
}

/**
 * All rows that the active editor shows, from top to bottom. Words are runs of letters, marks, digits
 * and tatweel.
 * @param group which editor of a split, from 0, left to right
 */
export async function rows(page: Page, group = 0): Promise<Row[]> {
  return page.evaluate((number) => {
    const box = (r: DOMRect) => ({ left: r.left, top: r.top, right: r.right, bottom: r.bottom });
    const around = (pieces: { left: number; top: number; right: number; bottom: number }[]) => ({
      left: Math.min(...pieces.map((piece) => piece.left)),
      top: Math.min(...pieces.map((piece) => piece.top)),
      right: Math.max(...pieces.map((piece) => piece.right)),
      bottom: Math.max(...pieces.map((piece) => piece.bottom)),
    });
    const textNodes = (element: Element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; from: number; to: number }[] = [];
      let at = 0;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        nodes.push({ node, from: at, to: at + length });
        at += length;
      }
      return nodes;
    };
    /** The point in the DOM that is `offset` UTF-16 units into the row's text. */
    const point = (nodes: ReturnType<typeof textNodes>, offset: number, end: boolean) => {
      const found = nodes.find((n) => (end ? offset <= n.to : offset < n.to)) ?? nodes.at(-1);
      if (found === undefined) throw new Error('A row without text has no words.');
      return { node: found.node, offset: offset - found.from };
    };
    const words = (line: Element, text: string) => {
      const nodes = textNodes(line);
      return [...text.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)].map((match, index) => {
        const range = document.createRange();
        const from = point(nodes, match.index, false);
        const to = point(nodes, match.index + match[0].length, true);
        range.setStart(from.node, from.offset);
        range.setEnd(to.node, to.offset);
        const pieces = [...range.getClientRects()].filter((r) => r.width > 0).map(box);
        return { text: match[0], index, offset: match.index, pieces, box: around(pieces) };
      });
    };
    const editors = [...document.querySelectorAll('.editor-instance')].sort(
      (a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left,
    );
    const lines = [...(editors[number]?.querySelectorAll('.view-lines > .view-line') ?? [])];
    return lines
      .map((line) => {
        const text = (line.textContent ?? '').replaceAll('\u00a0', ' ');
        const inner = line.querySelector(':scope > span') ?? line;
        return {
          text,
          box: box(line.getBoundingClientRect()),
          parts: [...inner.children].filter((part) => part.textContent !== '').length,
          direction: getComputedStyle(line).direction,
          words: words(line, text),
        };
      })
      .sort((a, b) => a.box.top - b.box.top);
  }, group);
}

/** The boxes of all words in view, row by row; see {@link rows}. */
export async function wordBoxes(page: Page, group = 0): Promise<WordBox[]> {
  return (await rows(page, group)).flatMap((row) => row.words);
}

/** The words of a row as the eye meets them, from the right edge to the left. */
export function visualOrder(row: Pick<Row, 'words'>): string[] {
  const middle = ({ box }: WordBox) => (box.left + box.right) / 2;
  return [...row.words].sort((a, b) => middle(b) - middle(a)).map((word) => word.text);
}

/** What the browser itself makes of a text: the truth to compare the editor with. */
export interface Reference {
  /** Words from the right edge to the left. */
  readonly order: readonly string[];
  /** Width of each word in CSS pixels, in the order of the text. */
  readonly widths: readonly number[];
}

/**
 * Lays a text out as one right-to-left line by the browser's own bidi algorithm, in the font of the
 * editor, nothing cutting it. A row whose {@link visualOrder} is `order` reads right; a word that is
 * narrower or wider than in `widths` has letters that do not join as they should.
 */
export async function reference(page: Page, text: string): Promise<Reference> {
  return page.evaluate((content) => {
    const line = document.querySelector('.editor-instance .view-line');
    const host = document.createElement('div');
    host.dir = 'rtl';
    host.style.cssText = 'position: fixed; top: 0; left: 0; white-space: pre; width: max-content;';
    if (line !== null) {
      const style = getComputedStyle(line);
      for (const name of ['font-family', 'font-size', 'font-weight', 'letter-spacing'] as const) {
        host.style.setProperty(name, style.getPropertyValue(name));
      }
      host.style.fontFeatureSettings = style.fontFeatureSettings;
    }
    host.textContent = content;
    document.body.append(host);
    const node = host.firstChild;
    const words = [...content.matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)].map((match) => {
      const range = document.createRange();
      range.setStart(node as Node, match.index);
      range.setEnd(node as Node, match.index + match[0].length);
      const { left, width } = range.getBoundingClientRect();
      return { text: match[0], middle: left + width / 2, width };
    });
    host.remove();
    const order = [...words].sort((a, b) => b.middle - a.middle).map((word) => word.text);
    return { order, widths: words.map((word) => word.width) };
  }, text);
}

/**
 * The first word in view with this text.
 * @throws where there is none
 */
export async function findWord(page: Page, text: string, group = 0): Promise<WordBox> {
  const found = (await wordBoxes(page, group)).find((word) => word.text === text);
  if (found === undefined) throw new Error(`The word ${text} is not in view.`);
  return found;
}
