import { format } from 'echarts/core';

/** Pixels: a row, the key to a colour, what is between key and name, and between two entries. */
const [ROW, KEY, GAP, BETWEEN] = [24, 25, 5, 14] as const;
/** Pixels between the last row and the chart. */
const BELOW = 10;
/** Pixels free at both sides. */
const SIDE = 8;

interface Label {
  readonly fontFamily: string;
  readonly fontSize: number;
}

/** Names in rows of at most `width` pixels, in their order; one that is wider has a row of its own. */
function rowsOf(
  names: readonly string[],
  width: number,
  widthOf: (name: string) => number,
): string[][] {
  const rows: string[][] = [];
  let left = 0;
  for (const name of names) {
    const entry = KEY + GAP + widthOf(name);
    if (rows.length === 0 || entry > left) {
      rows.push([]);
      left = width;
    }
    rows.at(-1)?.push(name);
    left -= entry + BETWEEN;
  }
  return rows;
}

/**
 * The legend of a chart as wide as `width` pixels, one component a row, and the pixels that it takes. The
 * library knows one direction only: from right to left each row is turned round and kept at the right.
 */
export function legendOf(
  names: readonly string[],
  { width, top, rtl, label }: { width: number; top: number; rtl: boolean; label: Label },
): { readonly legend: readonly object[]; readonly height: number } {
  const font = `${label.fontSize}px ${label.fontFamily}`;
  const widthOf = (name: string): number => format.getTextRect(name, font).width;
  const rows = rowsOf(names, width - 2 * SIDE, widthOf);
  const legend = rows.map((row, at) => ({
    ...{ data: rtl ? row.toReversed() : row, textStyle: label, itemGap: BETWEEN, itemWidth: KEY },
    ...{ top: top + at * ROW, padding: 4, align: rtl ? 'right' : 'left' },
    ...{ left: rtl ? 'auto' : SIDE, right: rtl ? SIDE : 'auto' },
  }));
  return { legend, height: rows.length * ROW + BELOW };
}
