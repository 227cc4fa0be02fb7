/**
 * The string of the first `length` code units. Built in pieces: passing a whole article to `fromCharCode`
 * would overflow the stack.
 */
export function unitsToString(units: Uint16Array, length: number = units.length): string {
  let text = '';
  for (let i = 0; i < length; i += 8192) {
    const piece: ArrayLike<number> = units.subarray(i, Math.min(length, i + 8192));
    // Not spread: that would go through an iterator, unit by unit.
    text += Reflect.apply(String.fromCharCode, undefined, piece);
  }
  return text;
}

/** V8 copies the letters of shorter pieces by itself. */
const SHORTEST_VIEW = 13;

/** The same letters in a string of their own: a piece of a text else keeps the whole text in memory. */
export function detached(piece: string): string {
  if (piece.length < SHORTEST_VIEW) return piece;
  const units = new Uint16Array(piece.length);
  for (let i = 0; i < piece.length; i++) units[i] = piece.charCodeAt(i);
  return unitsToString(units);
}
