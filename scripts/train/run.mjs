// Bundles the training with the core and runs it: of the names, or of `proclitics` where that is the first word.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const [first, ...rest] = process.argv.slice(2);
const [entry, args] =
  first === 'proclitics' ? ['proclitics.ts', rest] : ['main.ts', process.argv.slice(2)];
const folder = mkdtempSync(join(tmpdir(), 'train-'));
const outfile = join(folder, 'train.mjs');
try {
  await esbuild.build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    outfile,
    logLevel: 'warning',
  });
  const { status } = spawnSync(process.execPath, [outfile, ...args], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
