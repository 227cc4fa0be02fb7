// What the extension costs before it does anything: its size, and the time until it is active.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { ensureRuntime } from '../../scripts/lib/runtime.mjs';
import { extensionSize } from '../../scripts/lib/bundle.mjs';
import { openBench, bundleOf, type Which } from '../lib/editors';
import type { Report } from '../lib/report.mjs';

const WINDOWS = 4;
/** So long after a window opened its extensions have started. */
const REST_MS = 4000;
const PROCESSES = 9;

export async function run(report: Report): Promise<void> {
  const { code, data } = await extensionSize();
  report.add({
    what: 'dist/extension.js, its code',
    values: [code / 1000],
    unit: 'kB',
    target: 600,
  });
  report.add({ what: 'dist/extension.js, its word lists', values: [data / 1000], unit: 'kB' });
  const bare = await activations('bare');
  const ours = await activations('ours');
  const line = (what: string, value: (one: Activation) => number, target?: number): void =>
    report.add({
      what,
      values: ours.map(value),
      unit: 'ms',
      ...(target === undefined ? {} : { target }),
      reference: { name: 'the bare extension', values: bare.map(value) },
    });
  line('activation, code loading included', ({ clock }) => clock, 50);
  line('activation, processor time', ({ processor }) => processor);
  const bundle = await bundleOf('ours');
  report.add({
    what: 'require() of the bundle in a new Node process',
    values: await requireTimes(bundle),
    unit: 'ms',
    reference: { name: 'compiling it', values: await requireTimes(bundle, 'compile') },
  });
}

/** Milliseconds. */
interface Activation {
  readonly clock: number;
  readonly processor: number;
}

/** In windows at rest: at the start of one, many extensions wait for each other. */
async function activations(which: Which): Promise<Activation[]> {
  const times: Activation[] = [];
  for (let round = 0; round < WINDOWS; round += 1) {
    const editor = await openBench(which, { 'notes.log': { text: '' } }, { inactive: true });
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const time = await activate(editor);
    if (time !== undefined) times.push(time);
    await editor.close();
  }
  return times;
}

/** Undefined when the extension was active already. */
function activate(editor: Editor): Promise<Activation | undefined> {
  return editor.host(async (vscode) => {
    type Thread = typeof process & { threadCpuUsage(): { user: number; system: number } };
    const used = (): number => {
      const { user, system } = (process as Thread).threadCpuUsage();
      return (user + system) / 1000;
    };
    const extension = vscode.extensions.getExtension('hashiya.hashiya');
    if (extension === undefined || extension.isActive) return undefined;
    const [start, before] = [performance.now(), used()];
    await extension.activate();
    return { clock: performance.now() - start, processor: used() - before };
  });
}

const REQUIRE = `
const Module = require('node:module');
const vscode = new Proxy(function () {}, { get: (_, key) => (key === 'then' ? undefined : vscode), apply: () => vscode, construct: () => ({}) });
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
const [, , file, how] = process.argv;
const source = how === 'compile' ? require('node:fs').readFileSync(file, 'utf8') : '';
const { Script } = require('node:vm');
require('node:crypto');
const start = performance.now();
if (how === 'compile') new Script(source);
else require(file);
console.log(performance.now() - start);
`;

async function requireTimes(bundle: string, how = 'require'): Promise<number[]> {
  const { node } = await ensureRuntime();
  const script = join(dirname(bundle), 'require.cjs');
  writeFileSync(script, REQUIRE);
  return Array.from({ length: PROCESSES }, () => {
    const { stdout, stderr } = spawnSync(node, [script, bundle, how], { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    return Number(stdout);
  });
}
