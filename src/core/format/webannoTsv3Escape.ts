/** Letters that stand for a control character after a backslash. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\t': 't',
  '\n': 'n',
  '\f': 'f',
  '\r': 'r',
  '\b': 'b',
};
const CONTROLS: ReadonlyMap<string, string> = new Map(
  Object.entries(ESCAPES).map(([control, letter]) => [letter, control]),
);

/** Text of a `#Text=` line or of a token. */
export function escapeText(text: string): string {
  return text.replace(/[\u0000-\u001f\\]/g, (char) => `\\${ESCAPES[char] ?? char}`);
}

/** Value of a feature in a column. */
export function escapeValue(value: string): string {
  return value.replace(/[\\[\]|_;*]|->|[\t\n\r]/g, (part) => `\\${ESCAPES[part] ?? part}`);
}

/** The inverse of both. */
export function unescape(escaped: string): string {
  return escaped.replace(/\\([^])/g, (_, char: string) => CONTROLS.get(char) ?? char);
}

/** Divides at every separator (one character) that no backslash stands before; pieces stay escaped. */
export function splitEscaped(cell: string, separator: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const char = cell.charAt(at);
    if (char === '\\') at += 1;
    else if (char === separator) {
      pieces.push(cell.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(cell.slice(start));
  return pieces;
}

/** A value and the number or chain place that tells its annotation from others: `PERS[3]`, `*->1-2`. */
export function splitMark(value: string): { readonly value: string; readonly mark?: string } {
  const number = /^((?:\\[^]|[^\\])*)\[(\d+)\]$/.exec(value);
  const chain = /^((?:\\[^]|[^\\])*?)->(\d+-\d+)$/.exec(value);
  const match = number ?? chain;
  return match === null ? { value } : { value: match[1] ?? '', mark: match[2] ?? '' };
}
