import { checksum, uint32sOf } from '../../text/littleEndian';
import { TRANSITION_COUNT } from './lattice';
import { TAG_COUNT } from './tags';

/**
 * Weights as a file holds them. Layout, little-endian: `HSYE`, version, number of tags, size of the word book
 * (bits of the number of its bytes, 0 for none), a byte 0,
 * numbers of features, of rare and of common words (uint32), scale (float32), checksum of all else
 * (uint32); transitions (float32); keys of features, of rare and of common words (uint32, rising); weights
 * (int8), feature by feature; the word book. Read in place: a model is there as soon as its bytes are.
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
  /** Bits of the word forms of a large list; empty, or a power of two of bytes. */
  readonly book: Uint8Array;
}

export type ModelFile =
  | { readonly ok: true; readonly weights: ModelWeights }
  | { readonly ok: false; readonly problem: string };

const MAGIC = [0x48, 0x53, 0x59, 0x45];
const VERSION = 2;
const CHECKSUM = 24;
const HEADER = CHECKSUM + 4;
const START = HEADER + 4 * TRANSITION_COUNT;
const LARGEST = 1 << 20;

export function writeModel(model: ModelWeights): Uint8Array {
  const { keys, weights, scale, transitions, rare, common, book } = model;
  const lists = [keys, rare, common];
  const words = lists.reduce((sum, list) => sum + list.length, 0);
  const bytes = new Uint8Array(START + 4 * words + weights.length + book.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  bytes[4] = VERSION;
  bytes[5] = TAG_COUNT;
  bytes[6] = book.length === 0 ? 0 : Math.log2(book.length);
  lists.forEach((list, i) => view.setUint32(8 + 4 * i, list.length, true));
  view.setFloat32(20, scale, true);
  transitions.forEach((value, i) => view.setFloat32(HEADER + 4 * i, value, true));
  let at = START;
  for (const list of lists) {
    for (const key of list) {
      view.setUint32(at, key, true);
      at += 4;
    }
  }
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
  bytes.set(book, at + weights.length);
  view.setUint32(CHECKSUM, checksum(bytes, 0, CHECKSUM), true);
  return bytes;
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
  const [features = 0, rares = 0, commons = 0] = [8, 12, 16].map((at) => view.getUint32(at, true));
  const scale = view.getFloat32(20, true);
  const out = Math.max(features, rares, commons) > LARGEST || !Number.isFinite(scale) || scale <= 0;
  if (out) return fail('header out of bounds');
  const end = START + 4 * (features + rares + commons);
  const bookAt = end + features * TAG_COUNT;
  const bookSize = bytes[6] ?? 0;
  if (bookSize > 24 || bytes.length !== bookAt + (bookSize === 0 ? 0 : 1 << bookSize))
    return fail('length is wrong');
  if (view.getUint32(CHECKSUM, true) !== checksum(bytes, 0, CHECKSUM))
    return fail('checksum does not agree');
  const transitions = Float32Array.from({ length: TRANSITION_COUNT }, (_, i) =>
    view.getFloat32(HEADER + 4 * i, true),
  );
  if (!transitions.every(Number.isFinite)) return fail('transitions out of bounds');
  const words = uint32sOf(bytes, START, features + rares + commons);
  const keys = words.subarray(0, features);
  const rare = words.subarray(features, features + rares);
  const common = words.subarray(features + rares);
  if (![keys, rare, common].every(rises)) return fail('keys are out of order');
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + end, features * TAG_COUNT);
  const book = bytes.subarray(bookAt);
  return { ok: true, weights: { keys, weights, scale, transitions, rare, common, book } };
}

function rises(keys: Uint32Array): boolean {
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] ?? 0) >= (keys[i] ?? 0)) return false;
  }
  return true;
}
