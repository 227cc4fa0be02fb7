// Editors to measure in: with the extension as it ships, and with the bare one instead.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { shipped } from '../../scripts/lib/bundle.mjs';
import { openEditor, startEditors, type Editor } from '../../scripts/lib/editor.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../../scripts/lib/workspace.mjs';
import type { ArticleRecord } from '../../src/core/model/annotation';
import { LineIndex } from '../../src/core/text/lineIndex';
import { watchPages } from './window';

export type Which = 'ours' | 'bare';

const built = new Map<Which, Promise<string>>();

/**
 * The extension built as for packaging, or the bare one, in a folder of its own. HASHIYA_BENCH_DEV=1 builds
 * it as for development, for a profile that can be read.
 * @returns absolute path of the bundle
 */
export function bundleOf(which: Which): Promise<string> {
  const known = built.get(which) ?? build(which);
  built.set(which, known);
  return known;
}

async function build(which: Which): Promise<string> {
  const production = process.env['HASHIYA_BENCH_DEV'] === undefined;
  const [extension] = shipped({ production });
  const outfile = join(temporaryFolder('bench'), 'extension.js');
  const bare = which === 'bare' ? { entryPoints: ['bench/lib/bare.ts'] } : {};
  await esbuild.build({ ...extension, ...bare, sourcemap: false, outfile });
  return outfile;
}

export interface BenchFile {
  readonly text: string;
  readonly sidecar?: string;
  /** What the bare extension draws. */
  readonly record?: ArticleRecord;
}

let started: ReturnType<typeof startEditors> | undefined;

/** The server and the browser of this process; they end with it. */
function editors(): ReturnType<typeof startEditors> {
  started ??= startEditors().then(async (all) => {
    await watchPages(all.context);
    return all;
  });
  return started;
}

/**
 * Opens a window with these files; `file` is shown in it. With `inactive` nothing that happens in the
 * window makes the extension active; `folder` is opened as it is instead of the files.
 */
export async function openBench(
  which: Which,
  files: Readonly<Record<string, BenchFile>>,
  options: { readonly file?: string; readonly inactive?: boolean; readonly folder?: string } = {},
): Promise<Editor> {
  const { server } = await editors();
  const extensions = join(server.dataFolder, 'extensions');
  const folder = readdirSync(extensions).find((name) => name.startsWith('hashiya.hashiya-'));
  if (folder === undefined) throw new Error('The extension is not installed in the server.');
  const dist = join(extensions, folder, 'dist');
  mkdirSync(dist, { recursive: true });
  copyFileSync(await bundleOf(which), join(dist, 'extension.js'));
  const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as object;
  const awake = options.inactive === true ? { activationEvents: [] } : {};
  writeFileSync(
    join(extensions, folder, 'package.json'),
    JSON.stringify({ ...manifest, ...awake }),
  );
  const ranges = join(temporaryFolder('ranges'), 'ranges.json');
  writeFileSync(ranges, JSON.stringify(rangesOf(files)));
  return openEditor({
    files: contents(files),
    ...(options.file === undefined ? {} : { file: options.file }),
    ...(options.folder === undefined ? {} : { folder: options.folder }),
    env: { HASHIYA_BENCH_RANGES: ranges },
  });
}

function contents(files: Readonly<Record<string, BenchFile>>): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, { text, sidecar }] of Object.entries(files)) {
    all[name] = text;
    if (sidecar !== undefined) all[`${name}.ann.yaml`] = sidecar;
  }
  return all;
}

/** File name → lines and columns of all annotations. */
function rangesOf(files: Readonly<Record<string, BenchFile>>): Record<string, number[][]> {
  const all: Record<string, number[][]> = {};
  for (const [name, { text, record }] of Object.entries(files)) {
    if (record === undefined) continue;
    const lines = new LineIndex(text);
    all[name] = record.annotations.map(({ start, end }) =>
      [lines.positionAt(start), lines.positionAt(end)].flatMap(({ line, character }) => [
        line,
        character,
      ]),
    );
  }
  return all;
}

/** Shows a file in the active group, as a click in the explorer does. */
export function show(editor: Editor, name: string): Promise<void> {
  return editor.host(
    async (vscode, path) => {
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path));
    },
    join(editor.workspace, name),
  );
}
