import { CutFeatures } from './cutFeatures';
import { KeyIndex } from './keyIndex';
import { checksum, uint32sOf } from './littleEndian';

/**
 * Weights as their file holds them. Layout, little-endian: `HSYP`, version, three bytes 0, numbers of
 * features and of words (uint32), scale (float32), checksum of what follows (uint32); keys of features, hashes of words
 * (uint32, rising each); weights (int8), levels of words (uint8).
 */
export interface CutWeights {
  /** Hashes of features, in rising order as unsigned numbers. */
  readonly keys: Uint32Array;
  /** One for each key; times `scale`, it is a score. */
  readonly weights: Int8Array;
  readonly scale: number;
  /** Hashes of words, rising, and how often each is written, in steps from 1. */
  readonly words: Uint32Array;
  readonly levels: Uint8Array;
}

const MAGIC = 0x50595348;
const VERSION = 1;
const HEADER = 24;
const LARGEST = 1 << 20;

/** Trained weights for cutting proclitics. Holds tables and a buffer, nothing of the texts. */
export class CutModel {
  private readonly features: CutFeatures;
  private readonly index: KeyIndex;

  constructor(private readonly trained: CutWeights) {
    const words = new KeyIndex(trained.words);
    this.features = new CutFeatures((hash) => trained.levels[words.find(hash)] ?? 0);
    this.index = new KeyIndex(trained.keys);
  }

  /** Above 0 speaks for cutting the first letter off the word, which is in plain spelling. */
  score(word: string): number {
    const { features, index, trained } = this;
    features.extract(word);
    let sum = 0;
    for (let i = 0; i < features.count; i++) {
      sum += trained.weights[index.find(features.hashes[i] ?? 0)] ?? 0;
    }
    return sum * trained.scale;
  }
}

export type LoadedCutModel =
  | { readonly ok: true; readonly model: CutModel }
  | { readonly ok: false; readonly problem: string };

export function writeCutModel({ keys, weights, scale, words, levels }: CutWeights): Uint8Array {
  const numbers = [...keys, ...words];
  const bytes = new Uint8Array(HEADER + 4 * numbers.length + weights.length + levels.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  bytes[4] = VERSION;
  view.setUint32(8, keys.length, true);
  view.setUint32(12, words.length, true);
  view.setFloat32(16, scale, true);
  numbers.forEach((key, i) => view.setUint32(HEADER + 4 * i, key, true));
  const at = HEADER + 4 * numbers.length;
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
  bytes.set(levels, at + weights.length);
  view.setUint32(20, checksum(bytes, HEADER, bytes.length), true);
  return bytes;
}

/** Reads a file; one that is no such model, or damaged, gives a problem in words. Never throws. */
export function loadCutModel(bytes: Uint8Array): LoadedCutModel {
  const fail = (problem: string): LoadedCutModel => ({ ok: false, problem });
  if (bytes.length < HEADER) return fail('not a model of proclitics');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) return fail('not a model of proclitics');
  if (bytes[4] !== VERSION) return fail(`version ${String(bytes[4])} is not known`);
  const [features, words] = [view.getUint32(8, true), view.getUint32(12, true)];
  const scale = view.getFloat32(16, true);
  if (Math.max(features, words) > LARGEST || !(scale > 0 && scale < 1)) {
    return fail('header out of bounds');
  }
  const end = HEADER + 4 * (features + words);
  if (bytes.length !== end + features + words) return fail('length is wrong');
  if (view.getUint32(20, true) !== checksum(bytes, HEADER, bytes.length))
    return fail('checksum does not agree');
  const model = new CutModel({
    keys: uint32sOf(bytes, HEADER, features),
    words: uint32sOf(bytes, HEADER + 4 * features, words),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + end, features),
    levels: bytes.subarray(end + features),
    scale,
  });
  return { ok: true, model };
}
