// A real editor for tests, benchmarks and pictures: one server and one browser for the process, one
// page for each editor, and a hand inside its extension host.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { inRoot, sharedFolder } from './paths.mjs';
import { startServer } from './server.mjs';
import { editorSettings, THEME_CLASSES } from './settings.mjs';
import { installUnpacked } from './vsix.mjs';
import { launchBrowser, workbenchUrl } from './workbench.mjs';
import { copySamples, temporaryFolder } from './workspace.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {typeof import('vscode')} VSCode */

/**
 * @typedef {object} EditorOptions
 * @property {Record<string, string | Uint8Array>} [files] path below the workspace → content. With it
 *   the workspace has these files only, else it is a fresh copy of samples/
 * @property {string} [folder] absolute path of a folder that is opened as it is
 * @property {Editor} [beside] opens the folder of another editor, in a window and host of its own
 * @property {string} [file] what to open: a path below the workspace, or an absolute path, which is
 *   copied into the workspace first
 * @property {import('./settings.mjs').Settings} [settings] the user's settings besides the quiet ones
 * @property {import('./settings.mjs').ThemeKind} [theme] light unless said otherwise
 * @property {number} [width] of the page in CSS pixels, 1280 unless said otherwise
 * @property {number} [height] 800 unless said otherwise
 * @property {boolean} [sideBar] false, as it is when not given, closes the side bar
 * @property {Record<string, string>} [env] added to the environment of the extension host
 */

/** @type {Promise<{ server: import('./server.mjs').Server, browser: import('playwright-core').Browser, context: import('playwright-core').BrowserContext }> | undefined} */
let shared;
let count = 0;

/**
 * Starts server and browser, for what openEditor cannot do by itself: a package installed instead of
 * what is built in dist/, a finer picture.
 * @param {{ vsix?: string, scale?: number, trust?: boolean }} [options] vsix: absolute path; scale: device
 *   pixels for a CSS pixel, 1 unless said otherwise; trust: folders open in Restricted Mode
 */
export async function startEditors({ vsix, scale = 1, trust = false } = {}) {
  if (shared !== undefined) throw new Error('The editors were started before.');
  shared = (async () => {
    const [server, browser] = await Promise.all([
      startServer({ trust, prepare: (data) => install(data, vsix), ...(vsix ? { vsix } : {}) }),
      launchBrowser(),
    ]);
    const context = await browser.newContext({ deviceScaleFactor: scale });
    return { server, browser, context };
  })();
  return shared;
}

/**
 * Opens an editor and waits until it stands still with its file shown. The first call starts server
 * and browser (closeEditors ends them); a page takes about five seconds.
 * @param {EditorOptions} [options]
 * @returns {Promise<Editor>}
 */
export async function openEditor(options = {}) {
  const { server, context } = await (shared ?? startEditors());
  const base = temporaryFolder('editor');
  const name = options.files ? `files-${(count += 1)}` : 'samples';
  const there = options.folder ?? options.beside?.workspace;
  const workspace = there ?? join(base, name);
  if (there !== undefined) mkdirSync(base, { recursive: true });
  else if (options.files) writeFiles(workspace, options.files);
  else copySamples(workspace);
  const file = options.file && placeFile(workspace, options.file);
  server.writeSettings(editorSettings(options.theme, options.settings));
  const page = await context.newPage();
  await page.setViewportSize({ width: options.width ?? 1280, height: options.height ?? 800 });
  const probe = join(base, 'probe');
  await page.goto(
    workbenchUrl(server, {
      folder: workspace,
      ...(file ? { file } : {}),
      env: {
        HASHIYA_PROBE: probe,
        ...(sharedFolder ? { HASHIYA_SHARED: sharedFolder } : {}),
        ...options.env,
      },
    }),
  );
  const editor = new Editor(page, workspace, probe, server);
  await editor.ready(file, options.theme);
  if (!options.sideBar) await editor.command('workbench.action.closeSidebar');
  await editor.idle();
  return editor;
}

/**
 * The probe, and what is built in dist/ unless a package comes.
 * @param {string} dataFolder of the server
 * @param {string | undefined} vsix
 */
function install(dataFolder, vsix) {
  const extensions = join(dataFolder, 'extensions');
  cpSync(inRoot('scripts/probe'), join(extensions, 'hashiya-tests.probe-0.0.0'), {
    recursive: true,
  });
  if (vsix === undefined) installUnpacked(extensions);
}

/** Ends the server and the browser that openEditor started. */
export async function closeEditors() {
  const started = await shared;
  shared = undefined;
  await started?.browser.close();
  await started?.server.stop();
}

/**
 * @param {string} folder
 * @param {Record<string, string | Uint8Array>} files
 */
function writeFiles(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * @param {string} workspace
 * @param {string} file
 * @returns {string} absolute path
 */
function placeFile(workspace, file) {
  if (!isAbsolute(file)) return join(workspace, file);
  const copy = join(workspace, basename(file));
  copyFileSync(file, copy);
  return copy;
}

/** An open editor. */
export class Editor {
  #probe;
  #server;
  /** @type {string | undefined} */
  #address;

  /**
   * @param {Page} page of Playwright, for everything that is not here
   * @param {string} workspace absolute path of the folder that is open
   * @param {string} probe file that tells where the extension host listens
   * @param {import('./server.mjs').Server} server
   */
  constructor(page, workspace, probe, server) {
    this.page = page;
    this.workspace = workspace;
    this.#probe = probe;
    this.#server = server;
  }

  /**
   * Runs a function inside the extension host, where the extension lives. Its source is sent, so it
   * sees nothing of what is around it: only `vscode` and one argument. Argument and result are JSON.
   * @template T
   * @template [A=undefined]
   * @param {(vscode: VSCode, argument: A) => T | Promise<T>} fn
   * @param {A} [argument]
   * @returns {Promise<T>}
   */
  async host(fn, argument) {
    this.#address ??= await eventually(
      'the extension host answers',
      () => (existsSync(this.#probe) ? readFileSync(this.#probe, 'utf8') : undefined),
      60_000,
    );
    const body = JSON.stringify({ source: String(fn), argument });
    const response = await fetch(this.#address, { method: 'POST', body });
    const answer = await response.json();
    if ('error' in answer) throw new Error(`In the extension host: ${answer.error}`);
    return answer.value;
  }

  /**
   * Runs a command of VS Code or of an extension by its id.
   * @param {string} id
   * @param {...unknown} args JSON
   * @returns {Promise<unknown>} what it returned, as JSON
   */
  command(id, ...args) {
    return this.host(
      async (vscode, call) => {
        const value = await vscode.commands.executeCommand(call.id, ...call.args);
        try {
          return JSON.parse(JSON.stringify(value ?? null));
        } catch {
          return null;
        }
      },
      { id, args },
    );
  }

  /**
   * Runs a command through the command palette, as a person does.
   * @param {string} title as the palette shows it, or its beginning
   */
  async palette(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget .quick-input-filter input');
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${title}`);
    // The list is filtered a moment after the typing.
    const first = this.page.locator('.quick-input-list .monaco-list-row').first();
    await first.filter({ hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.idle();
  }

  /**
   * Opens a file of the workspace beside none, in the active group, and waits until it is shown.
   * @param {string} path below the workspace, or absolute
   */
  async open(path) {
    const file = isAbsolute(path) ? path : join(this.workspace, path);
    await this.host(async (vscode, name) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(name));
      await vscode.window.showTextDocument(document, { preview: false });
    }, file);
    await this.idle();
  }

  /**
   * Changes user settings while the editor runs; undefined puts the default back.
   * @param {import('./settings.mjs').Settings} settings
   */
  async configure(settings) {
    const pairs = Object.entries(settings).map(([key, value]) => ({ key, value }));
    await this.host(async (vscode, changes) => {
      const configuration = vscode.workspace.getConfiguration();
      for (const { key, value } of changes) {
        await configuration.update(key, value, vscode.ConfigurationTarget.Global);
      }
    }, pairs);
    await this.idle();
  }

  /**
   * Waits until the extension host knows what the page knows: a click, a key, a selection. Messages
   * from the page keep their order, so the answer to a command comes after those of before it.
   */
  async sync() {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    );
    await this.command('setContext', 'hashiyaTests.sync', true);
  }

  /**
   * The active editor's selection: UTF-16 columns from 0, with the selected text and the line's.
   */
  async selection() {
    await this.sync();
    return this.host((vscode) => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) throw new Error('No editor is active.');
      const { anchor, active } = editor.selection;
      return {
        anchor: { line: anchor.line, character: anchor.character },
        active: { line: active.line, character: active.character },
        text: editor.document.getText(editor.selection),
        lineText: editor.document.lineAt(active.line).text,
      };
    });
  }

  /**
   * Selects in the active editor and brings it into view; one position is a caret.
   * @param {readonly [line: number, character: number]} from
   * @param {readonly [line: number, character: number]} [to]
   */
  async select(from, to = from) {
    await this.host(
      (vscode, span) => {
        const editor = vscode.window.activeTextEditor;
        if (editor === undefined) throw new Error('No editor is active.');
        editor.selection = new vscode.Selection(...span.from, ...span.to);
        editor.revealRange(editor.selection);
      },
      { from, to },
    );
    await this.idle();
  }

  /** @returns {Promise<string>} the active document's language id */
  language() {
    return this.host((vscode) => vscode.window.activeTextEditor?.document.languageId ?? '');
  }

  /**
   * Waits until the workbench is there, in its colours and with its file.
   * @param {string} [file] that has to be the active editor
   * @param {import('./settings.mjs').ThemeKind} [theme]
   */
  async ready(file, theme = 'light') {
    await this.page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
    await this.page.evaluate(() => {
      const { driver } = /** @type {{ driver?: { whenWorkbenchRestored(): Promise<void> } }} */ (
        /** @type {unknown} */ (globalThis)
      );
      return driver?.whenWorkbenchRestored();
    });
    // The theme comes with an extension, which a busy machine may load late.
    await this.page.waitForSelector(`.monaco-workbench.${THEME_CLASSES[theme]}`);
    if (file === undefined) return;
    await eventually(`${basename(file)} is the active editor`, () =>
      this.host(
        (vscode, name) => vscode.window.activeTextEditor?.document.uri.fsPath === name,
        file,
      ),
    );
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /**
   * Waits until what the editors show has not changed for `quiet` milliseconds and fonts are there.
   * @param {number} [quiet]
   */
  async idle(quiet = 250) {
    await this.page.evaluate(async (still) => {
      await document.fonts.ready;
      const picture = () =>
        [...document.querySelectorAll('.editor-instance, .quick-input-widget, .part.sidebar')]
          .map((element) => element.outerHTML)
          .join();
      let last = picture();
      let since = performance.now();
      const end = since + 10_000;
      while (performance.now() - since < still && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const now = picture();
        if (now === last) continue;
        last = now;
        since = performance.now();
      }
    }, quiet);
  }

  /**
   * Sets the size of the window, in CSS pixels.
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    await this.page.setViewportSize({ width, height });
    await this.idle();
  }

  /**
   * Replaces the user's settings file, as a person who edits it does.
   * @param {import('./settings.mjs').Settings} settings
   */
  writeSettings(settings) {
    this.#server.writeSettings(settings);
  }

  /** Closes the page; its extension host ends a second later. */
  async close() {
    await this.page.close();
  }
}

/**
 * Asks again and again until the answer is neither undefined, null nor false.
 * @template T
 * @param {string} what in words, for the message when the time is over
 * @param {() => T | Promise<T>} ask
 * @param {number} [patience] milliseconds
 * @returns {Promise<NonNullable<T>>}
 */
export async function eventually(what, ask, patience = 15_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return /** @type {NonNullable<T>} */ (answer);
    }
    if (Date.now() > deadline) throw new Error(`Not within ${patience} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
