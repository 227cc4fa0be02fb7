// What the extension costs before it does anything: its size, and the time until it is active.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eventually, type Editor } from '../../scripts/lib/editor.mjs';
import { ensureRuntime } from '../../scripts/lib/runtime.mjs';
import { extensionSize } from '../../scripts/lib/bundle.mjs';
import { openBench, bundleOf, type Which } from '../lib/editors';
import type { Report } from '../lib/report.mjs';
import { watchUntilQuiet } from '../lib/window';

const WINDOWS = 4;
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
  const reference = { name: 'the bare extension', values: await activations('bare') };
  report.add({
    what: 'activation as VS Code counts it, code loading included',
    values: await activations('ours'),
    unit: 'ms',
    target: 50,
    reference,
  });
  const bundle = await bundleOf('ours');
  report.add({
    what: 'require() of the bundle in a new Node process',
    values: await requireTimes(bundle),
    unit: 'ms',
    reference: { name: 'compiling it', values: await requireTimes(bundle, 'compile') },
  });
}

/** In windows at rest: at the start of one, many extensions wait for each other. */
async function activations(which: Which): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < WINDOWS; round += 1) {
    const editor = await openBench(which, { 'empty.log': { text: '' } }, { file: 'empty.log' });
    await watchUntilQuiet(editor.page, 3000);
    await editor.host(async (vscode) => {
      await vscode.extensions.getExtension('hashiya.hashiya')?.activate();
    });
    times.push(await activationTime(editor));
    await editor.close();
  }
  return times;
}

/** From the editor's own list of running extensions. */
async function activationTime(editor: Editor): Promise<number> {
  // The list draws only the rows that fit, the slowest extensions first.
  await editor.resize(1280, 3200);
  await editor.command('workbench.action.showRuntimeExtensions');
  const row = editor.page.locator('.editor-instance .monaco-list-row', {
    hasText: 'Hashiya',
  });
  return eventually('the time of activation is shown', async () => {
    const text = (await row.allTextContents()).join(' ');
    const match = /Activation: (\d+)ms/.exec(text);
    return match === null ? undefined : Number(match[1]);
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
