// `npm run demo`: a real VS Code with the extension installed, on a writable copy of samples/. On a
// fresh machine it installs what is missing first.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { findDesktop, openInBrowser } from './lib/desktop.mjs';
import { optionsOf, wrongUse } from './lib/options.mjs';
import { root } from './lib/paths.mjs';
import { QUIET } from './lib/settings.mjs';
import { copySamples, temporaryFolder } from './lib/workspace.mjs';

const HELP = `npm run demo -- [options]

  --desktop     use the desktop VS Code of this machine, if there is one
  --dir FOLDER  work in this folder and keep it: the samples are copied into it where they are missing
                (without it: a temporary folder, removed at the end)
  --port PORT   of the address, a free one otherwise
  --no-open     do not open the browser
`;

/** Opened first: it has saved annotations and suggestions. */
const FIRST_ARTICLE = 'politics-strikes.txt';

const settings = { ...QUIET, 'window.autoDetectColorScheme': true };

/** @returns {{ desktop: boolean, dir?: string, port?: number, open: boolean }} */
function options() {
  const { values } = optionsOf(HELP, {
    options: {
      desktop: { type: 'boolean', default: false },
      dir: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (values.port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    wrongUse(HELP, `--port ${values.port}: a port is a number from 1 to 65535.`);
  }
  return {
    desktop: values.desktop,
    open: !values['no-open'],
    ...(values.dir ? { dir: resolve(values.dir) } : {}),
    ...(values.port ? { port } : {}),
  };
}

/**
 * A desktop window with the extension loaded from here; ends when the window is closed.
 * @param {string} command
 * @param {string} folder
 * @returns {Promise<number>} exit code
 */
function showDesktop(command, folder) {
  const data = temporaryFolder('desktop');
  mkdirSync(join(data, 'User'));
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify(settings));
  const args = [
    ...['--new-window', '--wait', '--disable-workspace-trust'],
    ...['--user-data-dir', data, '--extensions-dir', join(data, 'extensions')],
    `--extensionDevelopmentPath=${root}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...[folder, join(folder, FIRST_ARTICLE)],
  ];
  console.log(`\n  ${command}\n  Folder:  ${folder}\n  Close the window to stop.\n`);
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
}

/**
 * @param {string} folder
 * @param {{ port?: number, open: boolean }} options
 */
async function showInBrowser(folder, { port, open }) {
  const { startServer } = await import('./lib/server.mjs');
  const { installUnpacked } = await import('./lib/vsix.mjs');
  const { workbenchUrl } = await import('./lib/workbench.mjs');
  const server = await startServer({
    settings,
    driver: false,
    prepare: (data) => installUnpacked(join(data, 'extensions')),
    ...(port ? { port } : {}),
  });
  const address = workbenchUrl(server, { folder, file: join(folder, FIRST_ARTICLE) });
  const opened = open && openInBrowser(address);
  console.log(`
  VS Code with Hashiya is running${opened ? ' and opens in your browser' : ''}:

    ${address}

  Folder:  ${folder}
  Ctrl+C stops it.
`);
}

async function main() {
  const { desktop, dir, ...rest } = options();
  await ensureDependencies();
  const { build } = await import('./lib/bundle.mjs');
  await build();
  const folder = dir ?? join(temporaryFolder('demo'), 'samples');
  if (dir && existsSync(dir)) console.log(`${dir} is there: only missing samples are added.`);
  copySamples(folder);
  const command = desktop ? findDesktop() : undefined;
  if (command !== undefined) process.exit(await showDesktop(command, folder));
  if (desktop)
    console.log('No desktop VS Code was found (code, code-insiders, codium on the PATH).');
  await showInBrowser(folder, rest);
}

main().catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
