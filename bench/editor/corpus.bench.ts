// Tree, search and dashboard over a corpus of any size: how long they hold up the extension host.
// `--articles N`; the corpus is that of `npm run bench:corpus`.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntervalHistogram } from 'node:perf_hooks';
import { eventually, type Editor } from '../../scripts/lib/editor.mjs';
import type { Exports } from '../../src/extension/extension';
import { generateCorpus } from '../corpus/generate';
import { openBench } from '../lib/editors';
import type { Report } from '../lib/report.mjs';

const BLOCK_MS = 50;
/** The finest that the monitor tells, in milliseconds; it is part of each delay that it reports. */
const RESOLUTION = 5;
const PATIENCE = 1_800_000;

export async function run(report: Report): Promise<void> {
  const articles = Number(process.env['HASHIYA_BENCH_ARTICLES'] ?? 2000);
  const folder = join(tmpdir(), 'hashiya-bench', String(articles));
  generateCorpus(folder, articles);
  const editor = await openBench('ours', {}, { folder });
  // Loading the code is measured where the start is.
  await editor.host((vscode) => vscode.extensions.getExtension('hashiya.hashiya')?.activate());
  await editor.idle(3000);
  const idle = await heldUp(editor, () => editor.idle(3000));
  const watched = async (what: string, work: () => Promise<void>): Promise<void> => {
    const { longest, most, took } = await heldUp(editor, work);
    report.note(`${what}: ${took.toFixed(1)} s`);
    const [unit, name] = ['ms', 'doing nothing'];
    report.add({
      ...{ what: `${what}: longest hold-up`, values: [longest], unit, target: BLOCK_MS },
      reference: { name, values: [idle.longest] },
    });
    report.add({
      ...{ what: `${what}: 999 of 1000 shorter than`, values: [most], unit },
      reference: { name, values: [idle.most] },
    });
  };
  await watched(`indexing ${articles} articles, with the tree`, async () => {
    await editor.command('hashiya.corpus.focus');
    await eventually('all is indexed', () => indexed(editor, articles), PATIENCE);
  });
  await watched('a search', async () => {
    await editor.host((vscode) => void vscode.commands.executeCommand('hashiya.search', 'بغداد'));
    await editor.idle(4000);
  });
  await watched('the dashboard', async () => {
    await editor.command('hashiya.dashboard');
    await eventually('it is drawn', () => drawn(editor), PATIENCE);
    await editor.idle(2000);
  });
  await editor.close();
}

function indexed(editor: Editor, articles: number): Promise<boolean> {
  return editor.host(async (vscode, all) => {
    const extension = vscode.extensions.getExtension<Exports>('hashiya.hashiya');
    const exports = await extension?.activate();
    const live = await exports?.indexes.current();
    return live !== undefined && live.progress === undefined && live.index.size >= all;
  }, articles);
}

async function drawn(editor: Editor): Promise<boolean> {
  const counts = await Promise.all(
    editor.page.frames().map((frame) =>
      frame
        .locator('.chart svg')
        .count()
        .catch(() => 0),
    ),
  );
  return counts.some((count) => count > 0);
}

type Holder = typeof globalThis & { hashiyaDelay?: IntervalHistogram };

/** Does the work while the host's own monitor looks how late its event loop is; seconds and milliseconds. */
async function heldUp(
  editor: Editor,
  work: () => Promise<void>,
): Promise<{ readonly longest: number; readonly most: number; readonly took: number }> {
  await editor.host((_vscode, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const monitor = monitorEventLoopDelay({ resolution });
    monitor.enable();
    (globalThis as Holder).hashiyaDelay = monitor;
  }, RESOLUTION);
  const began = performance.now();
  await work();
  const took = (performance.now() - began) / 1000;
  const [longest = 0, most = 0] = await editor.host(() => {
    const monitor = (globalThis as Holder).hashiyaDelay;
    monitor?.disable();
    return [monitor?.max ?? 0, monitor?.percentile(99.9) ?? 0].map((delay) => delay / 1e6);
  });
  return { longest, most, took };
}
