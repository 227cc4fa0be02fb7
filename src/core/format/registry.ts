import { brat } from './brat';
import { conll } from './conll';
import type { Format } from './format';
import { jsonl } from './jsonl';
import { w3c } from './w3c';

/** All formats, in the order in which they are offered. */
export const FORMATS: readonly Format[] = [jsonl, conll, brat, w3c];

export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}
