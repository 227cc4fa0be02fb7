// The host suite on desktop VS Code, for machines that can download it: `npm run test:desktop`.
// HASHIYA_DESKTOP names the executable of one that is there already. On Linux without a screen it runs
// under xvfb-run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build, buildTests } from './lib/bundle.mjs';
import { hostEnvironment, readResult } from './lib/host.mjs';
import { runtimeFolder } from './lib/paths.mjs';
import { run } from './lib/process.mjs';
import { finish, suiteArguments } from './lib/result.mjs';
import { installUnpacked } from './lib/vsix.mjs';
import { temporaryFolder, temporaryWorkspace } from './lib/workspace.mjs';

const XVFB = '/usr/bin/xvfb-run';

/** @returns {Promise<string>} absolute path of the executable */
async function desktop() {
  const named = process.env['HASHIYA_DESKTOP'];
  if (named) return named;
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(runtimeFolder, 'desktop') });
  } catch (error) {
    throw new Error(
      `Desktop VS Code could not be downloaded: ${error instanceof Error ? error.message : error}\n` +
        'Name one that is there by HASHIYA_DESKTOP=/path/of/executable, or run the same suite on the ' +
        'VS Code server: npm run test:host',
      { cause: error },
    );
  }
}

const needsScreen =
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
if (needsScreen) {
  if (!existsSync(XVFB)) {
    console.error('There is no screen and no xvfb-run (on Debian: apt-get install xvfb).');
    process.exit(1);
  }
  const self = [process.execPath, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exit(await run(XVFB, ['-a', ...self]));
}

await finish(async () => {
  const { names, grep } = suiteArguments();
  const vscodeExecutablePath = await desktop();
  await build({ only: 'extension' });
  const workspace = temporaryWorkspace();
  const report = join(temporaryFolder('report'), 'counts.json');
  const data = temporaryFolder('desktop');
  const code = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: installUnpacked(data),
    extensionTestsPath: await buildTests('host', names),
    extensionTestsEnv: hostEnvironment({ workspace, report, grep }),
    launchArgs: [
      workspace,
      '--disable-workspace-trust',
      '--disable-extensions',
      `--user-data-dir=${join(data, 'user')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }).catch(() => 1);
  return readResult(report, code);
});
