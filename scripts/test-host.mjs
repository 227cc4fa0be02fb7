// The host suite: test/host inside the extension host of a real VS Code, on a copy of samples/.
// `npm run test:host -- export --grep "brat"`: files with "export" in the path, tests with "brat" in
// the title.
import { join } from 'node:path';
import { build, buildTests } from './lib/bundle.mjs';
import { hostEnvironment, readResult, TEST_OUTPUT } from './lib/host.mjs';
import { finish, suiteArguments } from './lib/result.mjs';
import { startServer } from './lib/server.mjs';
import { mappedTo } from './lib/stackTraces.mjs';
import { installUnpacked } from './lib/vsix.mjs';
import { runInWorkbench } from './lib/workbench.mjs';
import { temporaryFolder, temporaryWorkspace } from './lib/workspace.mjs';

await finish(async () => {
  const { names, grep } = suiteArguments();
  await build({ only: 'extension' });
  const tests = await buildTests('host', names);
  const toSources = mappedTo(tests);
  const folder = temporaryWorkspace();
  const report = join(temporaryFolder('report'), 'counts.json');
  const extension = installUnpacked(temporaryFolder('extension'));
  const server = await startServer();
  try {
    const env = {
      ...hostEnvironment({ workspace: folder, report, grep }),
      HASHIYA_TEST_PREFIX: TEST_OUTPUT,
    };
    const code = await runInWorkbench(server, { folder, extension, tests, env }, (line) => {
      if (line.startsWith(TEST_OUTPUT)) console.log(toSources(line.slice(TEST_OUTPUT.length)));
    });
    return readResult(report, code);
  } finally {
    await server.stop();
  }
});
