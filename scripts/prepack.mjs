// Before `npm pack`: the command line, the core as a library for both kinds of modules, and its types.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, buildLibrary } from './lib/bundle.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';

const types = mkdtempSync(join(tmpdir(), 'hashiya-types-'));
try {
  await Promise.all([build({ production: true, only: 'cli' }), buildLibrary()]);
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  const emit = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', types];
  const code = await runNode([tsc, '-p', inRoot('src/core'), ...emit, '--rootDir', inRoot()]);
  if (code !== 0) throw new Error('tsc could not make the types.');
  rmSync(inRoot('dist/types'), { recursive: true, force: true });
  cpSync(join(types, 'src/core'), inRoot('dist/types'), { recursive: true });
} finally {
  rmSync(types, { recursive: true, force: true });
}
