// Feature names are never built as strings: they are numbers, mixed from a template and the values in it.

/** Mixes two 32-bit numbers into one. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x2c1b3c6d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x297a2d39);
  return h ^ (h >>> 13);
}

export const SEED = 0x811c9dc5 | 0;

/** One step of a hash over UTF-16 code units. */
export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** `start` is the hash of what stands before. */
export function hashText(text: string, from = 0, to = text.length, start = SEED): number {
  let hash = start;
  for (let i = from; i < to; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
}
