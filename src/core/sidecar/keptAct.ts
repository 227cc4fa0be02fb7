import type { Operation } from '../model/operations';
import type { Trace } from '../model/takeBack';
import { isObject, isOperation, readKept } from './keptHistory';

const VERSION = 1;

/** What an act across articles did to one of them, as it is kept. */
export interface ActPart {
  /** Of the article, relative to the corpus. */
  readonly path: string;
  /** Takes it back; stored as `toStoredOperation` says. */
  readonly inverse: Operation;
  readonly left: Trace;
}

export function keepAct(parts: readonly ActPart[]): string {
  return JSON.stringify({ version: VERSION, parts });
}

/** Undefined where the source is none of ours. */
export function readAct(source: string): readonly ActPart[] | undefined {
  const parts = readKept(source, VERSION)?.['parts'];
  return Array.isArray(parts) && parts.every(isPart) ? parts : undefined;
}

function isPart(value: unknown): value is ActPart {
  if (!isObject(value)) return false;
  const { path, inverse, left } = value;
  return typeof path === 'string' && isOperation(inverse) && isTrace(left);
}

function isTrace(value: unknown): value is Trace {
  if (!isObject(value) || typeof value['whole'] !== 'number') return false;
  const { marks } = value;
  return Array.isArray(marks) && marks.every((mark) => Array.isArray(mark) && mark.length === 2);
}
