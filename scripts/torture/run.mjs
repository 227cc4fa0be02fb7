// Bundles a torture and runs it: `kill-export` kills processes, without a name all else is put to the test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const entry = process.argv.includes('kill-export') ? 'killExport' : 'main';
const folder = mkdtempSync(join(tmpdir(), 'torture-'));
try {
  await esbuild.build({
    entryPoints: ['main', 'writer', 'adder', 'killExport'].map((name) =>
      fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
    ),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    charset: 'utf8',
    define: {
      'import.meta.url': JSON.stringify(new URL('../lib/paths.mjs', import.meta.url).href),
    },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    logLevel: 'warning',
  });
  const { status } = spawnSync(
    process.execPath,
    [join(folder, `${entry}.cjs`), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
