// What esbuild makes of the sources: the shipped bundles in dist/, and the bundle of one test suite.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { inRoot, root } from './paths.mjs';
import { atExit } from './process.mjs';

/** Test suites and where their files are. */
const SUITES = {
  unit: { folders: ['test/core', 'test/cli'], suffix: '.test.ts' },
  host: { folders: ['test/host'], suffix: '.test.ts' },
  render: { folders: ['test/render'], suffix: '.test.ts' },
  web: { folders: ['test/web'], suffix: '.test.ts' },
  package: { folders: ['test/package'], suffix: '.test.ts' },
  bench: { folders: ['bench'], suffix: '.bench.ts' },
};

/** @typedef {keyof SUITES} Suite */

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  logLevel: 'warning',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // `yaml` and others ship an ES module build that bundles smaller than their CommonJS one.
  mainFields: ['module', 'main'],
};

/** For browsers: a package or a module of Node's in such a bundle is an error. */
const web = /** @type {const} */ ({ platform: 'browser', target: 'es2022' });

/**
 * The bundles that ship.
 * @param {{ production?: boolean }} [options] production: minified, without source maps
 * @returns {esbuild.BuildOptions[]}
 */
export function shipped({ production = false } = {}) {
  const how = { ...common, sourcemap: production ? undefined : 'linked', minify: production };
  return /** @type {esbuild.BuildOptions[]} */ ([
    {
      ...how,
      entryPoints: ['src/extension/extension.ts'],
      outfile: 'dist/extension.js',
      external: ['vscode'],
      plugins: [later],
    },
    {
      ...how,
      entryPoints: ['src/extension/machine/exporting.ts'],
      outfile: 'dist/exporting.js',
    },
    {
      ...how,
      ...web,
      format: 'cjs',
      entryPoints: ['src/extension/extension.ts'],
      outfile: 'dist/web/extension.js',
      external: ['vscode'],
      // What knows Node has a twin that does not.
      resolveExtensions: ['.web.ts', '.ts', '.js'],
    },
    {
      ...how,
      entryPoints: ['src/cli/bin.ts'],
      outfile: 'dist/cli.js',
      banner: { js: '#!/usr/bin/env node' },
    },
    {
      ...how,
      ...web,
      format: 'iife',
      entryPoints: webviews().flatMap((name) => [
        { in: `src/webview/${name}/main.ts`, out: name },
        { in: `src/webview/${name}/style.css`, out: name },
      ]),
      outdir: 'dist/webview',
    },
  ]);
}

/** What the extension imports when it is first needed is a bundle beside it. */
const later = /** @type {esbuild.Plugin} */ ({
  name: 'later',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { path: `./${path.slice(path.lastIndexOf('/') + 1)}.js`, external: true }
        : undefined,
    );
  },
});

/** Views with a page of their own: each folder below src/webview that has a `main.ts`. */
const webviews = () =>
  readdirSync(inRoot('src/webview')).filter((name) =>
    existsSync(inRoot('src/webview', name, 'main.ts')),
  );

/**
 * Builds what ships. In production no map of an earlier build stays behind.
 * @param {{ production?: boolean, only?: 'extension' | 'cli' }} [options] only: one program; the
 *   extension comes with the pages of its views
 */
export async function build(options = {}) {
  if (options.production) {
    for (const map of filesBelow('dist', '.map')) rmSync(inRoot(map));
  }
  const targets = shipped(options).filter(
    ({ outfile }) =>
      options.only === undefined || (outfile === 'dist/cli.js') === (options.only === 'cli'),
  );
  await Promise.all(targets.map((target) => esbuild.build(target)));
}

/** The core as a library, for `import` and for `require`. */
export async function buildLibrary() {
  const how = { ...common, entryPoints: ['src/core/index.ts'], minify: true };
  const targets = /** @type {esbuild.BuildOptions[]} */ ([
    { ...how, platform: 'browser', format: 'esm', outfile: 'dist/core.mjs' },
    { ...how, outfile: 'dist/core.cjs' },
  ]);
  await Promise.all(targets.map((target) => esbuild.build(target)));
}

/** Modules that are word lists or the interface's own words: data, though they are written as code. */
const DATA = /lexicon|procliticStems|l10n\/\w*(messages|nouns)/i;

/** @returns {string[]} absolute paths of the word lists */
export const wordListFiles = () =>
  filesBelow('src/core', '.ts')
    .filter((path) => DATA.test(path))
    .map((path) => inRoot(path));

/**
 * How large the extension is as it ships, in bytes: its code, and the words in it.
 * @returns {Promise<{ code: number, data: number }>}
 */
export async function extensionSize() {
  const [extension] = shipped({ production: true });
  const { metafile } = await esbuild.build({ ...extension, metafile: true, write: false });
  const output = metafile.outputs['dist/extension.js'];
  if (output === undefined) throw new Error('esbuild made no dist/extension.js.');
  const data = Object.entries(output.inputs)
    .filter(([path]) => DATA.test(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  return { code: output.bytes - data, data };
}

/**
 * Bundles a suite's test files, all that are there: no list is kept by hand. The bundle exports
 * `tests()`, which imports them one after the other (the host's exports `run()` instead). It has a
 * folder of its own, removed when this process ends: two runs at once do not disturb each other.
 * @param {Suite} suite
 * @param {readonly string[]} [names] only files whose path has one of these
 * @returns {Promise<string>} absolute path of the bundle
 */
export async function buildTests(suite, names = []) {
  const files = testFiles(suite).filter(
    (file) => names.length === 0 || names.some((name) => file.includes(name)),
  );
  if (files.length === 0) throw new Error(`No test file of the ${suite} suite: ${names.join(' ')}`);
  const folder = inRoot('out', `${suite}-${process.pid}`);
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'index.js');
  await esbuild.build({
    ...common,
    ...(suite === 'host'
      ? { entryPoints: ['test/host/index.ts'] }
      : { stdin: { contents: "export * from 'hashiya:tests'", resolveDir: root } }),
    outfile,
    external: ['vscode', 'mocha', 'playwright-core', 'esbuild', '@duckdb/node-api', 'jsonld'],
    sourcemap: 'inline',
    plugins: [listOf(files), sourceUrls],
  });
  return outfile;
}

/**
 * The web suite as an extension: its tests, and the file system that they work on. A browser loads one
 * file for each.
 * @param {string} folder absolute path of where they go
 */
export async function buildWebTests(folder) {
  await esbuild.build({
    ...common,
    ...web,
    entryPoints: ['test/web/index.ts', 'test/web/memoryFileSystem.ts'],
    outdir: folder,
    external: ['vscode'],
    sourcemap: 'inline',
    plugins: [listOf(testFiles('web'))],
    // Mocha's build for browsers would put itself in the place of what the module exports.
    define: { exports: 'undefined' },
  });
}

/** @param {Suite} suite */
const testFiles = (suite) =>
  SUITES[suite].folders.flatMap((folder) => filesBelow(folder, SUITES[suite].suffix));

/**
 * @param {string} folder below the root
 * @param {string} suffix
 * @returns {string[]} paths below the root, sorted
 */
function filesBelow(folder, suffix) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name))
    .sort();
}

/**
 * The module `hashiya:tests`: imports the given files when it is told to.
 * @param {readonly string[]} files below the root
 * @returns {esbuild.Plugin}
 */
const listOf = (files) => ({
  name: 'list-of-tests',
  setup(builder) {
    builder.onResolve({ filter: /^hashiya:tests$/ }, ({ path }) => ({ path, namespace: 'tests' }));
    builder.onLoad({ filter: /.*/, namespace: 'tests' }, () => {
      const name = (/** @type {string} */ file) => JSON.stringify(`./${file.split(sep).join('/')}`);
      const entries = files.map((file) => `[${name(file)}, () => import(${name(file)})]`);
      const contents = `
        export const modules = [${entries.join(',\n')}];
        export const tests = async () => { for (const [, load] of modules) await load(); };`;
      return { contents, resolveDir: root, loader: 'js' };
    });
  },
});

/** A CommonJS bundle has no `import.meta.url`: each source file gets its own address in its place. */
const sourceUrls = /** @type {esbuild.Plugin} */ ({
  name: 'source-urls',
  setup(builder) {
    builder.onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => {
      if (relative(root, path).includes('node_modules')) return undefined;
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
});
