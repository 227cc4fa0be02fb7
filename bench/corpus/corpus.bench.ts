// Reading and exporting a corpus: npm run bench:corpus [-- --articles N]. It is made once, below the
// system's folder for temporary files, and stays there.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { build as buildShipped } from '../../scripts/lib/bundle.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import type { Report } from '../lib/report.mjs';
import { ANNOTATIONS, generateCorpus, readIntoCache } from './generate';
import type { ReadRates } from './readRates';

const FORMATS = ['jsonl', 'conll', 'brat', 'parquet'];
const SMALL = 10_000;
const FOLDER = join(tmpdir(), 'hashiya-bench');

/** Articles a second, sidecars a second, times `yaml.parse`, megabytes. */
const TARGETS = { exported: 2500, read: 5000, faster: 25, memory: 300 };

export async function run(report: Report): Promise<void> {
  const largest = Number(process.env['HASHIYA_BENCH_ARTICLES'] ?? 2000);
  await buildShipped({ only: 'cli' });
  mkdirSync(FOLDER, { recursive: true });
  const outputs = mkdtempSync(join(FOLDER, 'out-'));
  try {
    for (const articles of new Set([Math.min(SMALL, largest), largest])) {
      await measure(report, articles, articles === largest, outputs);
    }
  } finally {
    // Not before: on ext4, making files soon after thousands were removed takes several times as long.
    rmSync(outputs, { recursive: true, force: true });
  }
}

async function measure(
  report: Report,
  articles: number,
  isLargest: boolean,
  outputs: string,
): Promise<void> {
  const corpus = join(FOLDER, String(articles));
  const megabytes = Math.round(generateCorpus(corpus, articles) / 1e6);
  report.note(`${articles} articles, ${ANNOTATIONS} annotations each, sidecars of ${megabytes} MB`);
  readIntoCache(corpus);
  if (isLargest) await reading(report, corpus, articles);
  for (const format of FORMATS) {
    await exporting(report, {
      corpus,
      articles,
      format,
      out: join(outputs, `${format}-${articles}`),
    });
  }
}

/** The same sidecars in one thread beside other parsers, then in two threads. */
async function reading(report: Report, corpus: string, articles: number): Promise<void> {
  const script = join(FOLDER, `read-${process.pid}.cjs`);
  await build({
    entryPoints: [inRoot('bench/corpus/readRates.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: script,
  });
  const half = Math.floor(Math.min(articles, 20_000) / 2);
  const [alone] = await rates(script, [{ corpus, from: 0, to: Math.min(half, 3000), judge: true }]);
  if (alone !== undefined) {
    const { ours, yaml, json } = alone;
    const reference = { name: 'yaml.parse', values: [yaml] };
    report.add({ what: 'sidecars read on one core', values: [ours], unit: 'a second', reference });
    report.add({
      what: 'times as many as yaml.parse',
      values: [ours / yaml],
      unit: '×',
      target: TARGETS.faster,
      moreIsBetter: true,
      reference: { name: 'JSON.parse of the same data', values: [json / yaml] },
    });
  }
  const two = await rates(script, [
    { corpus, from: 0, to: half, judge: false },
    { corpus, from: half, to: 2 * half, judge: false },
  ]);
  report.add({
    what: 'sidecars read on two cores, from disk',
    values: [two.reduce((sum, { ours }) => sum + ours, 0)],
    unit: 'a second',
    target: TARGETS.read,
    moreIsBetter: true,
  });
  rmSync(script);
}

function rates(script: string, inputs: readonly object[]): Promise<ReadRates[]> {
  return Promise.all(
    inputs.map(
      (workerData) =>
        new Promise<ReadRates>((resolve, reject) => {
          const worker = new Worker(script, { workerData });
          worker.on('message', resolve);
          worker.on('error', reject);
        }),
    ),
  );
}

interface Export {
  readonly corpus: string;
  readonly articles: number;
  readonly format: string;
  readonly out: string;
}

async function exporting(report: Report, { corpus, articles, format, out }: Export): Promise<void> {
  const argv = ['export', corpus, '--format', format, '--out', out, '--json'];
  const began = performance.now();
  const child = spawn(process.execPath, [inRoot('dist/cli.js'), ...argv], { stdio: 'ignore' });
  let [peak, busy] = [0, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, residentPeak(child.pid));
    busy = Math.max(busy, processorTime(child.pid));
  }, 50);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  const took = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`export ${format} ended with ${String(code)}`);
  const threads = `${articles} articles, ${availableParallelism()} threads`;
  report.add({
    what: `export ${format}, ${threads}`,
    values: [articles / took],
    unit: 'articles a second',
    target: TARGETS.exported,
    moreIsBetter: true,
  });
  if (busy > 0) {
    // What other programs take away does not count here.
    report.add({
      what: `export ${format}, ${articles} articles: processor time`,
      values: [(1000 * busy) / articles],
      unit: 'ms an article',
      target: (1000 * availableParallelism()) / TARGETS.exported,
    });
  }
  if (peak > 0) {
    report.add({
      what: `export ${format}, ${articles} articles: most memory`,
      values: [peak],
      unit: 'MB',
      target: TARGETS.memory,
    });
  }
}

/** The most memory that a process had at once so far, in MB; 0 where the system does not say. */
function residentPeak(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** Seconds that all threads of a process were busy so far; 0 where the system does not say. */
function processorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // Fields 14 and 15 of proc(5), in hundredths; two and the name were cut off.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}
