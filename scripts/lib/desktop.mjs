// The desktop VS Code of this machine, and the person's web browser.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const EDITORS = ['code', 'code-insiders', 'codium'];

/** @returns {string | undefined} absolute path of a desktop VS Code's command */
export function findDesktop() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  const paths = EDITORS.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  const inApplications = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
  return [...paths, inApplications].find((path) => existsSync(path));
}

/**
 * Opens an address in the person's browser where there is a screen to show it on. It never fails:
 * the address is printed too.
 * @param {string} address
 * @returns {boolean} whether it was tried
 */
export function openInBrowser(address) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return false;
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  if (command === undefined) return false;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
  return true;
}

/** @type {Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>>} */
const openers = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
