// What the engine costs before it reads, and with its first texts: in new processes, one after the other.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { wordListFiles } from '../../scripts/lib/bundle.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { tokenize } from '../../src/core/text/tokens';
import type { Report } from '../lib/report.mjs';
import { News } from '../lib/news';
import { perSecond } from '../lib/timing';
import type { Fresh } from './fresh.mjs';

const PROCESSES = 9;
const LOAD_MS = 100;
const MEMORY_MB = 80;
const PACKAGED_MB = 3;
const COLD_TEXT = 500_000;

export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-bench-'));
  try {
    const cold = new News(2).text(COLD_TEXT);
    const processes = await freshProcesses(folder, [new News(1).article(1000), cold]);
    loading(report, processes);
    reading(report, processes, tokenize(cold).length);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  packaged(report);
}

/** A process each, with the engine bundled as it ships. */
async function freshProcesses(folder: string, texts: readonly string[]): Promise<Fresh[]> {
  const engine = join(folder, 'engine.cjs');
  await build({
    entryPoints: [inRoot('bench/lib/loadedEngine.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    minify: true,
    outfile: engine,
  });
  const file = join(folder, 'texts.json');
  writeFileSync(file, JSON.stringify(texts));
  const script = inRoot('bench/detect/fresh.mjs');
  return Array.from({ length: PROCESSES }, () => {
    const args = ['--expose-gc', script, engine, inRoot('models'), file];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as Fresh;
  });
}

function loading(report: Report, processes: readonly Fresh[]): void {
  const bare = Array.from({ length: PROCESSES }, () => {
    const began = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - began;
  });
  const reference = { name: 'start and end of a Node process that does nothing', values: bare };
  report.add({
    what: 'engine loaded in a new process: code, word lists, weights',
    values: processes.map(({ load }) => load.wall),
    unit: 'ms',
    target: LOAD_MS,
    reference,
  });
  const processor = processes.map(({ load }) => load.processor);
  report.add({ what: 'the same, processor time of all threads', values: processor, unit: 'ms' });
  const megabytes = (value: (one: Fresh) => number): number[] =>
    processes.map((one) => value(one) / 1e6);
  for (const [what, values] of [
    ['memory of the loaded engine, a process without it being 0', megabytes((one) => one.loaded)],
    ['the same after 500,000 characters', megabytes((one) => one.used)],
  ] as const) {
    report.add({ what, values, unit: 'MB', target: MEMORY_MB });
  }
}

/** The first texts of a process: tables are made when they are first needed, and no code is compiled yet. */
function reading(report: Report, processes: readonly Fresh[], tokens: number): void {
  report.add({
    what: 'first article of a process, 1,000 words',
    values: processes.map(({ texts }) => texts[0]?.wall ?? NaN),
    unit: 'ms',
  });
  const cold = processes.map(({ texts }) => texts[1]?.processor ?? NaN);
  report.add({
    what: 'the 500,000 characters after it',
    values: perSecond(tokens, cold),
    unit: 'tokens/s',
    moreIsBetter: true,
  });
}

/** In the package everything is deflated. */
function packaged(report: Report): void {
  const weights = readdirSync(inRoot('models'))
    .filter((name) => name.endsWith('.bin'))
    .map((name) => readFileSync(inRoot('models', name)));
  const lists = Buffer.concat(wordListFiles().map((path) => readFileSync(path)));
  const all = [...weights, lists];
  const size = (files: readonly Buffer[]): number =>
    files.reduce((sum, { length }) => sum + length, 0) / 1e6;
  report.add({
    what: 'word lists and weights in the package',
    values: [size(all.map((file) => deflateRawSync(file, { level: 9 })))],
    unit: 'MB',
    target: PACKAGED_MB,
    reference: { name: 'the same files unpacked', values: [size(all)] },
  });
}
