// A thread that reads sidecars as fast as it can.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { parse } from 'yaml';
import { readSidecar } from '../../src/core/sidecar/read';
import { decodeUtf8 } from '../../src/core/text/articleText';

/** Sidecars a second; 0 for what was not measured. */
export interface ReadRates {
  readonly ours: number;
  readonly yaml: number;
  readonly json: number;
}

interface Input {
  readonly corpus: string;
  /** Which of the corpus's sidecars. */
  readonly from: number;
  readonly to: number;
  /** Whether other parsers read some of the same data too, for comparison. */
  readonly judge: boolean;
}

const WARM = 300;
/** So few that it does not take minutes. */
const JUDGED = 60;

function rate<T>(items: readonly T[], work: (item: T) => unknown): number {
  const began = performance.now();
  for (const item of items) work(item);
  return (1000 * items.length) / (performance.now() - began);
}

function dataOf(path: string): unknown {
  const read = readSidecar(decodeUtf8(readFileSync(path)).text, path);
  if (!read.ok) throw new Error(`${path} cannot be read`);
  return read.value.data;
}

const { corpus, from, to, judge } = workerData as Input;
const paths = readdirSync(corpus)
  .filter((name) => name.startsWith('folder-'))
  .sort()
  .flatMap((folder) => readdirSync(join(corpus, folder)).map((name) => join(corpus, folder, name)))
  .filter((path) => path.endsWith('.ann.yaml'))
  .slice(from, to);
rate(paths.slice(0, WARM), dataOf);
const ours = rate(paths, dataOf);
const judged = judge ? paths.slice(0, JUDGED).map((path) => readFileSync(path, 'utf8')) : [];
const json = judge ? paths.map((path) => JSON.stringify(dataOf(path))) : [];
const rates: ReadRates = {
  ours,
  yaml: judge ? rate(judged, (source) => parse(source) as unknown) : 0,
  json: judge ? rate(json, (source) => JSON.parse(source) as unknown) : 0,
};
parentPort?.postMessage(rates);
