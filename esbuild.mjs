// Builds the shipped bundles into dist/, or with --tests the test bundles into out/.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const args = new Set(process.argv.slice(2));
const watch = args.has('--watch');

const common = {
  bundle: true,
  charset: 'utf8',
  logLevel: 'info',
  sourcemap: args.has('--production') ? false : 'linked',
  minify: args.has('--production'),
  // `yaml` and others ship an ES module build that bundles smaller than their CommonJS one.
  mainFields: ['module', 'main'],
};

const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };

const shipped = [
  {
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  {
    ...node,
    entryPoints: ['src/cli/bin.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** All files under `dir` whose name ends with `suffix`, in a stable order. */
function filesIn(dir, suffix) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const tests = () => [
  {
    ...node,
    entryPoints: [...filesIn('test/core', '.test.ts'), ...filesIn('test/cli', '.test.ts')],
    outdir: 'out/unit',
    outbase: 'test',
    logLevel: 'warning',
    sourcemap: 'inline',
  },
  {
    ...node,
    entryPoints: ['test/host/index.ts'],
    outfile: 'out/host/index.js',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
    sourcemap: 'inline',
  },
  {
    ...node,
    entryPoints: filesIn('test/render', '.test.ts'),
    outdir: 'out/render',
    outbase: 'test/render',
    external: ['playwright-core'],
    logLevel: 'warning',
    sourcemap: 'inline',
  },
];

const targets = args.has('--tests') ? tests() : shipped;
if (args.has('--tests')) rmSync('out', { recursive: true, force: true });

if (watch) {
  const contexts = await Promise.all(targets.map((target) => esbuild.context(target)));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await Promise.all(
    targets.filter((target) => [target.entryPoints].flat().length > 0).map((t) => esbuild.build(t)),
  );
}
