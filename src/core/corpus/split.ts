import { sha256 } from '@noble/hashes/sha2.js';
import type { GroupBy } from './splitGroup';
import { groupOf } from './splitGroup';
import { toUtf8 } from '../text/utf8';

/** How a corpus is divided; ratios add up to 1, names and ratios have the same length. */
export interface SplitPlan {
  readonly names: readonly string[];
  readonly ratios: readonly number[];
  readonly seed: number;
  /** Which articles stay together. */
  readonly groupBy: GroupBy;
}

const NAMES: Readonly<Record<number, readonly string[]>> = {
  2: ['train', 'test'],
  3: ['train', 'dev', 'test'],
};

/**
 * Reads `80/10/10` (train, dev, test) or `80/20` (train, test); parts may be any numbers, only their
 * proportion counts. Gives undefined for anything else.
 */
export function parseSplit(
  text: string,
  seed: number,
  groupBy: GroupBy = 'file',
): SplitPlan | undefined {
  const parts = text.split('/').map((part) => part.trim());
  if (parts.some((part) => !/^\d+(\.\d+)?$/.test(part))) return undefined;
  return splitPlan(parts.map(Number), seed, groupBy);
}

export function splitPlan(
  parts: readonly number[],
  seed: number,
  groupBy: GroupBy = 'file',
): SplitPlan | undefined {
  const names = NAMES[parts.length];
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (names === undefined || !(total > 0) || !Number.isFinite(total)) return undefined;
  if (parts.some((part) => part < 0) || !Number.isSafeInteger(seed)) return undefined;
  return { names, ratios: parts.map((part) => part / total), seed, groupBy };
}

/**
 * The part that an article belongs to, from a hash of the seed and its group alone: adding or
 * removing other articles never moves one from training to test. Shares are therefore met on average,
 * not exactly. Paths are compared in Unicode form C, so that every file system gives the same answer.
 */
export function splitOf(path: string, plan: SplitPlan): string {
  const key = groupOf(path.normalize('NFC'), plan.groupBy);
  const hash = sha256(toUtf8(`${plan.seed}\n${key}`));
  let value = 0;
  for (const byte of hash.subarray(0, 6)) value = value * 256 + byte;
  const point = value / 2 ** 48;
  let upTo = 0;
  for (const [at, ratio] of plan.ratios.entries()) {
    upTo += ratio;
    if (point < upTo) return plan.names[at] ?? '';
  }
  // Rounding may leave the sum a hair under 1: the last part that has a share takes what is left.
  const last = plan.ratios.findLastIndex((ratio) => ratio > 0);
  return plan.names[last] ?? '';
}
