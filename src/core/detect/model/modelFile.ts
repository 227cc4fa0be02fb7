import { TRANSITION_COUNT } from './lattice';
import { TAG_COUNT } from './tags';

/**
 * Weights as a file holds them. Layout, little-endian: `HSYE`, version, number of tags, two bytes 0,
 * numbers of features, of rare and of common words (uint32), scale (float32), checksum of the rest
 * (uint32); transitions (float32); the keys of each, in rising order as differences in 7-bit groups, low
 * first; weights (int8), tag by tag.
 */
export interface ModelWeights {
  /** Hashes of features, in rising order as unsigned numbers. */
  readonly keys: Uint32Array;
  /** `TAG_COUNT` weights for each key; times `scale`, they are scores. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly transitions: Float32Array;
  /** Hashes of the stems that the training text had a few times, and often; in rising order. */
  readonly rare: Uint32Array;
  readonly common: Uint32Array;
}

export type ModelFile =
  | { readonly ok: true; readonly weights: ModelWeights }
  | { readonly ok: false; readonly problem: string };

const MAGIC = [0x48, 0x53, 0x59, 0x45];
const VERSION = 1;
const HEADER = 28;
const START = HEADER + 4 * TRANSITION_COUNT;
const LARGEST = 1 << 20;

export function writeModel(model: ModelWeights): Uint8Array {
  const { keys, weights, scale, transitions, rare, common } = model;
  const coded: number[] = [];
  for (const list of [keys, rare, common]) codeKeys(list, coded);
  const bytes = new Uint8Array(START + coded.length + weights.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  bytes[4] = VERSION;
  bytes[5] = TAG_COUNT;
  view.setUint32(8, keys.length, true);
  view.setUint32(12, rare.length, true);
  view.setUint32(16, common.length, true);
  view.setFloat32(20, scale, true);
  for (let i = 0; i < TRANSITION_COUNT; i++) {
    view.setFloat32(HEADER + 4 * i, transitions[i] ?? 0, true);
  }
  bytes.set(coded, START);
  for (let tag = 0, at = START + coded.length; tag < TAG_COUNT; tag++) {
    for (let i = 0; i < keys.length; i++) view.setInt8(at++, weights[i * TAG_COUNT + tag] ?? 0);
  }
  view.setUint32(24, checksum(bytes, HEADER), true);
  return bytes;
}

function codeKeys(keys: Uint32Array, coded: number[]): void {
  let last = 0;
  for (const key of keys) {
    let rest = key - last;
    for (; rest >= 128; rest = Math.floor(rest / 128)) coded.push((rest % 128) + 128);
    coded.push(rest);
    last = key;
  }
}

/** Reads a file; one that is no model, or damaged, gives a problem in words. Never throws. */
export function parseModel(bytes: Uint8Array): ModelFile {
  const fail = (problem: string): ModelFile => ({ ok: false, problem });
  if (bytes.length < START || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    return fail('not an entity model');
  }
  if (bytes[4] !== VERSION) return fail(`version ${String(bytes[4])} is not known`);
  if (bytes[5] !== TAG_COUNT) return fail('made for another set of tags');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const counts = [8, 12, 16].map((at) => view.getUint32(at, true));
  const scale = view.getFloat32(20, true);
  if (counts.some((n) => n > LARGEST) || !Number.isFinite(scale) || scale <= 0) {
    return fail('header out of bounds');
  }
  if (view.getUint32(24, true) !== checksum(bytes, HEADER)) return fail('checksum does not agree');
  const transitions = new Float32Array(TRANSITION_COUNT);
  for (let i = 0; i < TRANSITION_COUNT; i++) {
    transitions[i] = view.getFloat32(HEADER + 4 * i, true);
  }
  if (!transitions.every(Number.isFinite)) return fail('transitions out of bounds');
  const [keys, rare, common] = counts.map((n) => new Uint32Array(n));
  if (keys === undefined || rare === undefined || common === undefined) return fail('no keys');
  let at: number | undefined = START;
  for (const list of [keys, rare, common]) {
    if (at !== undefined) at = readKeys(bytes, at, list);
  }
  if (at === undefined || bytes.length - at !== keys.length * TAG_COUNT) {
    return fail('length is wrong');
  }
  const weights = readWeights(bytes, at, keys.length);
  return { ok: true, weights: { keys, weights, scale, transitions, rare, common } };
}

/** From tag by tag to feature by feature. */
function readWeights(bytes: Uint8Array, at: number, count: number): Int8Array {
  const weights = new Int8Array(count * TAG_COUNT);
  for (let tag = 0, from = at; tag < TAG_COUNT; tag++) {
    for (let i = 0; i < count; i++) weights[i * TAG_COUNT + tag] = bytes[from++] ?? 0;
  }
  return weights;
}

/** Fills the keys; the offset after them, or undefined where they are not what they should be. */
function readKeys(bytes: Uint8Array, start: number, keys: Uint32Array): number | undefined {
  let at = start;
  let last = 0;
  for (let i = 0; i < keys.length; i++) {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined || factor > 2 ** 28) return undefined;
      value += (byte & 127) * factor;
      if (byte < 128) break;
      factor *= 128;
    }
    last += value;
    if (last > 0xffffffff || (i > 0 && value === 0)) return undefined;
    keys[i] = last;
  }
  return at;
}

function checksum(bytes: Uint8Array, from: number): number {
  let a = 1;
  let b = 0;
  for (let i = from; i < bytes.length;) {
    // Sums stay exact for so many bytes between the reductions.
    const stop = Math.min(bytes.length, i + 4096);
    for (; i < stop; i++) {
      a += bytes[i] ?? 0;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}
