// One VS Code server on this machine: started on a free port with a data folder of its own, stopped
// together with the extension hosts it started.
import { spawn } from 'node:child_process';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atExit, signalGroup, stopGroup } from './process.mjs';
import { ensureRuntime } from './runtime.mjs';
import { editorSettings } from './settings.mjs';

const HOST = '127.0.0.1';

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] a free one when not given
 * @property {import('./settings.mjs').Settings} [settings] the user's settings at the start
 * @property {string} [vsix] absolute path of a package that is installed first
 * @property {boolean} [trust] opens folders in Restricted Mode, as one that nobody has trusted
 * @property {(dataFolder: string) => void} [prepare] called before the start
 * @property {boolean} [driver] lets pages load an extension under development and talk to the tests:
 *   on unless false; it hides notifications
 */

/**
 * @typedef {object} Server
 * @property {string} origin address of the workbench, without a slash at its end
 * @property {string} authority what stands after `vscode-remote://` in addresses of files
 * @property {string} dataFolder absolute path: settings, logs, extensions
 * @property {(settings: import('./settings.mjs').Settings) => void} writeSettings replaces the user's
 *   settings; an open page takes them up too
 * @property {() => Promise<void>} stop ends it and removes its data
 */

/**
 * Starts the server and waits until it answers.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const runtime = await ensureRuntime();
  const port = options.port ?? (await freePort());
  const dataFolder = mkdtempSync(join(tmpdir(), 'hashiya-vscode-'));
  const settingsFile = join(dataFolder, 'data/User/settings.json');
  const log = join(dataFolder, 'server.log');

  /** @param {import('./settings.mjs').Settings} settings */
  const writeSettings = (settings) => {
    mkdirSync(dirname(settingsFile), { recursive: true });
    writeFileSync(settingsFile, JSON.stringify(settings, null, 2));
  };
  writeSettings(options.settings ?? editorSettings());

  options.prepare?.(dataFolder);
  if (options.vsix) await installVsix(runtime, dataFolder, options.vsix);
  const child = spawn(runtime.node, serverArgs(runtime.server, port, dataFolder, options), {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: cleanEnvironment(),
  });
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const removeData = () => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  const takeBack = atExit(() => {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    removeData();
  });

  const stop = async () => {
    takeBack();
    await stopGroup(child);
    file.end();
    removeData();
  };
  const origin = `http://${HOST}:${port}`;
  try {
    await untilItAnswers(origin, child);
  } catch (error) {
    const said = readFileSync(log, 'utf8').split('\n').slice(-20).join('\n');
    await stop();
    throw new Error(`The VS Code server did not start: ${error}\n${said}`, { cause: error });
  }
  return { origin, authority: `${HOST}:${port}`, dataFolder, writeSettings, stop };
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} dataFolder
 * @param {string} vsix absolute path
 */
async function installVsix(runtime, dataFolder, vsix) {
  const args = ['--server-data-dir', dataFolder, '--accept-server-license-terms'];
  const child = spawn(runtime.node, [runtime.server, ...args, '--install-extension', vsix], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(),
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`The server could not install ${vsix}:\n${said}`);
}

/**
 * @param {string} server
 * @param {number} port
 * @param {string} dataFolder
 * @param {ServerOptions} options
 */
const serverArgs = (server, port, dataFolder, { driver = true, trust = false }) => [
  server,
  ...['--host', HOST, '--port', String(port), '--without-connection-token'],
  ...['--accept-server-license-terms', '--telemetry-level', 'off'],
  ...(trust ? [] : ['--disable-workspace-trust']),
  ...['--server-data-dir', dataFolder],
  ...(driver ? ['--enable-smoke-test-driver'] : []),
  // Otherwise the extension host of a closed page lives on for three hours.
  ...(driver ? ['--reconnection-grace-time', '1'] : []),
];

/** Ours without what npm, VS Code or a debugger put there for their own children. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/i.test(name),
  );
  // No gallery of extensions: nothing here needs the network.
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

/**
 * @param {string} origin
 * @param {import('node:child_process').ChildProcess} child
 */
async function untilItAnswers(origin, child, patience = 60_000) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const answered = await fetch(origin).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer within ${patience / 1000} seconds`);
}

/** @returns {Promise<number>} a port of 127.0.0.1 that was free just now */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
