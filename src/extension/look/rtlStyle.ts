/**
 * Style for the lines that a decoration of this `textDecoration` touches. The value goes into the
 * editor's style sheet as it stands, and nesting reaches the line from there (docs/adr/0004).
 *
 * - The editor lays out each row in a `.view-line` as wide as its scrollable area and measures every
 *   position from the left edge of the row's only child. That child is therefore pinned to the left, as
 *   wide as the row at least, and its text starts at its right edge. A row longer than the editor, which
 *   happens without word wrap only, extends to the right, where it can be scrolled to.
 * - The width is that of the editor (`cqw`) and not of the scrollable area, which grows by what it
 *   measures and would never shrink when the editor is narrowed.
 * - The editor isolates the parts of Arabic script from one another and leaves those of other scripts
 *   bare, which puts what stands between two Latin words in their order. Without isolation a row is one
 *   bidi paragraph, whatever tokens and decorations it is cut into.
 * - 14 pixels keep the text clear of the vertical scroll bar; the editor wraps as if they were there.
 */
export const RTL_TEXT_DECORATION = [
  'none;',
  '.editor-scrollable:has(&) { container-type: inline-size; }',
  '.view-line:has(&) { width: 100cqw !important; }',
  '.view-line:has(&) > span {',
  'direction: rtl; left: 0; min-width: 100%; box-sizing: border-box; padding-right: 14px; }',
  '.view-line:has(&) > span > span { unicode-bidi: normal !important; }',
].join(' ');
