// VS Code for the Web without a server behind it: the workbench's files of the VS Code server, a page with
// its configuration, and extensions that run in a web worker. What the tests there print and ask comes
// back by HTTP, for a worker has no files.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { ensureRuntime } from './runtime.mjs';
import { editorSettings } from './settings.mjs';
import { launchBrowser } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const TYPES = /** @type {Readonly<Record<string, string>>} */ ({
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
});

const WORKBENCH = '/vscode/out/vs/code/browser/workbench/workbench.js';

/**
 * The package's workbench always asks the server that it came from for files and extension hosts. Without
 * these two changes to it, it would wait for one; with them it is as VS Code makes it for the web.
 * @param {string} source
 */
function withoutServer(source) {
  const changes = /** @type {const} */ ([
    [/,remoteAuthority:location\.host\}/, '}'],
    [/(this\.userDataPath\)\.with\(\{scheme:\w+)\.vscodeRemote\}/, '$1.vscodeUserData}'],
  ]);
  return changes.reduce((text, [pattern, replacement]) => {
    if (!pattern.test(text)) throw new Error(`The workbench has no ${pattern} any more.`);
    return text.replace(pattern, replacement);
  }, source);
}

/**
 * @typedef {object} WebOptions
 * @property {Readonly<Record<string, string>>} extensions name in the address → absolute path; all are
 *   under development
 * @property {string} tests address below the origin of a module that exports `run(): Promise<void>`
 * @property {string} folder address of the workspace, as `memfs:/corpus`
 * @property {(question: Record<string, unknown>, page: Page) => unknown} answer what the tests ask by
 *   POST to `/ask`, as JSON both ways
 * @property {number} [patience] milliseconds
 */

/**
 * Runs a test module in the web worker extension host of a workbench, to its end.
 * @param {WebOptions} options
 * @returns {Promise<number>} the exit code: 0 when `run()` resolved
 */
export async function runInWebWorkbench({ answer, patience = 300_000, ...options }) {
  const vscode = dirname(dirname((await ensureRuntime()).server));
  const workbench = withoutServer(
    readFileSync(join(vscode, WORKBENCH.slice('/vscode/'.length)), 'utf8'),
  );
  const browser = await launchBrowser();
  /** @type {Page | undefined} */
  let page;
  const folders = { vscode, ...options.extensions };
  const server = createServer((request, response) => {
    const { pathname } = new URL(String(request.url), 'http://127.0.0.1');
    if (pathname === '/') return void response.end(pageHtml(origin, options));
    if (pathname === WORKBENCH) {
      response.writeHead(200, { 'content-type': TYPES['.js'] });
      return void response.end(workbench);
    }
    if (pathname === '/ask' && page !== undefined) {
      const asked = page;
      return void replyTo(request, response, (question) => answer(question, asked));
    }
    sendFile(response, folders, pathname);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  try {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await untilItEnds(page, origin, patience);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/**
 * @param {Page} page
 * @param {string} origin
 * @param {number} patience
 * @returns {Promise<number>}
 */
async function untilItEnds(page, origin, patience) {
  const code = new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.once('crash', () => reject(new Error('The page of the editor crashed.')));
    setTimeout(
      () => reject(new Error(`The tests did not end within ${patience / 1000} seconds.`)),
      patience,
    ).unref();
  });
  await page.goto(origin);
  return code;
}

/**
 * The page that starts the workbench, as VS Code's own `workbench.html` does.
 * @param {string} origin
 * @param {Pick<WebOptions, 'extensions' | 'tests' | 'folder'>} options
 */
function pageHtml(origin, { extensions, tests, folder }) {
  const at = (/** @type {string} */ path) => ({
    scheme: 'http',
    authority: origin.slice('http://'.length),
    path,
  });
  const [scheme, path] = folder.split(/:(.*)/s);
  const configuration = {
    folderUri: { scheme, path },
    developmentOptions: {
      extensions: Object.keys(extensions).map((name) => at(`/${name}`)),
      extensionTestsPath: at(tests),
      enableSmokeTestDriver: true,
    },
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    webviewEndpoint: '/vscode/out/vs/workbench/contrib/webview/browser/pre/',
    enableWorkspaceTrust: false,
    productConfiguration: { enableTelemetry: false, extensionsGallery: undefined },
    configurationDefaults: editorSettings('light'),
  };
  const escaped = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const out = '/vscode/out';
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${escaped}">
<link rel="stylesheet" href="${out}/vs/code/browser/workbench/workbench.css">
</head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = '${origin}${out}/';</script>
<script type="module" src="${out}/nls.messages.js"></script>
<script type="module" src="${out}/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Readonly<Record<string, string>>} folders by the first part of the address
 * @param {string} pathname
 */
function sendFile(response, folders, pathname) {
  const [, name = '', ...rest] = decodeURIComponent(normalize(pathname)).split('/');
  const file = join(folders[name] ?? '', ...rest);
  if (folders[name] === undefined || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {(question: Record<string, unknown>) => unknown} answer
 */
async function replyTo(request, response, answer) {
  let body = '';
  for await (const piece of request) body += piece;
  try {
    response.end(JSON.stringify({ value: (await answer(JSON.parse(body))) ?? null }));
  } catch (error) {
    response.end(JSON.stringify({ error: String(error) }));
  }
}
