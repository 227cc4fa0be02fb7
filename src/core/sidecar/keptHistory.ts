import { sha256 } from './hash';
import type { HistoryState } from '../model/history';
import type { Operation } from '../model/operations';

const VERSION = 1;
/** Steps, and UTF-16 units of them as JSON, that are kept; the oldest go first. */
const MOST_STEPS = 100;
const MOST_LENGTH = 1_000_000;

const TYPES = new Set<unknown>([
  'add',
  'remove',
  'replace',
  'orphan',
  'reject',
  'unreject',
  'status',
  'batch',
] satisfies Operation['type'][]);

/** What can be undone for the article's LF text, to be stored until it is open again. */
export function keepHistory(text: string, { done, undone }: HistoryState): string {
  let left = MOST_LENGTH;
  const newest = (steps: readonly Operation[]): Operation[] => {
    const kept: Operation[] = [];
    for (const step of steps.slice(-MOST_STEPS).reverse()) {
      left -= JSON.stringify(step).length;
      if (left < 0) break;
      kept.push(step);
    }
    return kept.reverse();
  };
  const state = { done: newest(done), undone: newest(undone) };
  return JSON.stringify({ version: VERSION, text: sha256(text), ...state });
}

/** Undefined where the source was kept for another text, or is none of ours. */
export function readHistory(source: string, text: string): HistoryState | undefined {
  const kept = readKept(source, VERSION);
  if (kept === undefined || kept['text'] !== sha256(text)) return undefined;
  const { done, undone } = kept;
  return areOperations(done) && areOperations(undone) ? { done, undone } : undefined;
}

/** What was kept as JSON in this version; undefined for anything else. */
export function readKept(source: string, version: number): Record<string, unknown> | undefined {
  let kept: unknown;
  try {
    kept = JSON.parse(source);
  } catch {
    return undefined;
  }
  return isObject(kept) && kept['version'] === version ? kept : undefined;
}

function areOperations(value: unknown): value is Operation[] {
  return Array.isArray(value) && value.every(isOperation);
}

/** Whether a stored value is an operation by its type and, in a batch, those of its parts. */
export function isOperation(value: unknown): value is Operation {
  if (!isObject(value) || !TYPES.has(value['type'])) return false;
  return value['type'] !== 'batch' || areOperations(value['operations']);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
