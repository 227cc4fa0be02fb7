// The package as a user installs it: the .vsix goes into a server of its own, and one short suite
// looks whether it works there. `npm run package` comes first.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ensureArabicFonts } from './lib/browser.mjs';
import { buildTests } from './lib/bundle.mjs';
import { runMocha } from './lib/mocha.mjs';
import { finish, suiteArguments } from './lib/result.mjs';
import { vsixPath } from './lib/vsix.mjs';

await finish(async () => {
  const { names, grep, reporter } = suiteArguments();
  if (!existsSync(vsixPath())) throw new Error('There is no package: npm run package first.');
  await ensureArabicFonts();
  process.env['HASHIYA_TEST_VSIX'] = vsixPath();
  const { tests } = createRequire(import.meta.url)(await buildTests('package', names));
  return runMocha({ load: tests, timeout: 120_000, reporter, grep });
});
