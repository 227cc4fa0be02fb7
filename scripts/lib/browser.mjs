// The browser that the VS Code server is driven with, and a font that can draw Arabic. What is
// missing is installed by apt where we may; elsewhere the message says what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './process.mjs';

/** No calls home, no GPU, and no sandbox for root, who may have none. */
export const BROWSER_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPaths = () =>
  ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
    .flatMap((name) => process.env[name] ?? [])
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
    ]);

const pathEntries = () =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));

/**
 * A Chromium, Chrome or Edge of this machine: HASHIYA_BROWSER when it is set, else a usual place.
 * @returns {string | undefined} absolute path
 */
export function findBrowser() {
  const chosen = process.env['HASHIYA_BROWSER'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`HASHIYA_BROWSER names ${chosen}, and there is no such file.`);
  }
  if (process.platform === 'darwin') return MAC_APPS.find((path) => existsSync(path));
  if (process.platform === 'win32') return windowsPaths().find((path) => existsSync(path));
  return pathEntries().find((path) => existsSync(path));
}

/**
 * A browser, installed by apt when there is none and we may.
 * @returns {Promise<string>} absolute path
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  const installed = (await aptInstall(['chromium'], 'a browser')) ? findBrowser() : undefined;
  if (installed !== undefined) return installed;
  throw new Error(
    'No browser was found, and these tests drive a real editor in one. Install Chromium, Chrome or ' +
      'Edge (on Debian: apt-get install chromium), or name one: HASHIYA_BROWSER=/path/of/browser.',
  );
}

/** A font with Arabic letters, installed by apt when there is none and we may. */
export async function ensureArabicFonts() {
  if (hasArabicFont()) return;
  const fonts = ['fonts-noto-core', 'fonts-hosny-amiri'];
  if ((await aptInstall(fonts, 'Arabic fonts')) && hasArabicFont()) return;
  throw new Error(
    'No font with Arabic letters was found, so pictures and geometry would mean nothing. ' +
      'On Debian: apt-get install fonts-noto-core fonts-hosny-amiri',
  );
}

/** macOS and Windows bring such fonts; on Linux fontconfig is asked. */
function hasArabicFont() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  const asked = spawnSync('fc-list', [':lang=ar', 'family'], { encoding: 'utf8' });
  // DejaVu has the letters, but it is the fallback of a bare system: tests want a text face.
  return (asked.stdout ?? '').split('\n').some((line) => line !== '' && !line.startsWith('DejaVu'));
}

/**
 * @param {readonly string[]} packages
 * @param {string} what in words, for the message
 * @returns {Promise<boolean>} false where we may not install, or where apt failed
 */
async function aptInstall(packages, what) {
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return false;
  console.log(`Installing ${what} by apt: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  if ((await run('apt-get', install, { env, stdio: 'ignore' })) === 0) return true;
  await run('apt-get', ['update', '-q'], options);
  return (await run('apt-get', install, options)) === 0;
}
