// The workbench as a page: its address with what it shall load, and the page itself.
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';

/** @typedef {import('./server.mjs').Server} Server */

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder absolute path of the workspace
 * @property {string} [extension] absolute path of the extension under development: the page takes one
 * @property {string} [tests] absolute path of a module that exports `run(): Promise<void>`
 * @property {string} [file] absolute path of a file to open
 * @property {Record<string, string>} [env] added to the extension host's environment
 */

/**
 * The address of a workbench with these things loaded. The server takes them only from its test
 * driver on (see startServer); without it they are passed over.
 * @param {Server} server
 * @param {WorkbenchOptions} options
 */
export function workbenchUrl(server, { folder, extension, tests, file, env = {} }) {
  const remote = (/** @type {string} */ path) =>
    `vscode-remote://${server.authority}${encodeURI(remotePath(path))}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
    ...(Object.keys(env).length > 0 ? [['extensionEnvironment', JSON.stringify(env)]] : []),
  ];
  const query = new URLSearchParams({
    folder: remotePath(folder),
    payload: JSON.stringify(payload),
  });
  return `${server.origin}/?${query}`;
}

/** @param {string} path */
const remotePath = (path) =>
  process.platform === 'win32' ? `/${path.replaceAll('\\', '/')}` : path;

/**
 * A browser without a window.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: await ensureBrowser(),
    headless: true,
    // The editor is on this machine, and nothing else is asked for.
    args: [...BROWSER_ARGS, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

/**
 * Runs a test module inside the extension host of a workbench, to its end.
 * @param {Server} server
 * @param {WorkbenchOptions & { tests: string, patience?: number }} options patience in milliseconds
 * @param {(line: string) => void} log what the extension host prints
 * @returns {Promise<number>} the exit code: 0 when `run()` resolved
 */
export async function runInWorkbench(server, options, log) {
  const { patience = 600_000 } = options;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const code = new Promise((resolve, reject) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      page.once('crash', () => reject(new Error('The page of the editor crashed.')));
      page.once('close', () => reject(new Error('The page of the editor was closed.')));
      setTimeout(
        () => reject(new Error(`The tests did not end within ${patience / 1000} seconds.`)),
        patience,
      ).unref();
    });
    /** @type {(level: string, parts: unknown[]) => void} */
    const onLog = (_level, parts) => log(String(parts[0]));
    await page.exposeFunction('codeAutomationLog', onLog);
    await page.goto(workbenchUrl(server, options));
    return await code;
  } finally {
    await browser.close();
  }
}
