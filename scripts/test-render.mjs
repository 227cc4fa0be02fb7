// The render suite: geometry and pictures of the real editor, driven from this process.
// `npm run test:render -- wrapped --grep "split"`: files with "wrapped" in the path, tests with
// "split" in the title.
import { createRequire } from 'node:module';
import { ensureArabicFonts } from './lib/browser.mjs';
import { build, buildTests } from './lib/bundle.mjs';
import { runMocha } from './lib/mocha.mjs';
import { finish, suiteArguments } from './lib/result.mjs';

await finish(async () => {
  const { names, grep, reporter } = suiteArguments();
  await ensureArabicFonts();
  await build({ only: 'extension' });
  const bundle = await buildTests('render', names);
  const { tests } = createRequire(import.meta.url)(bundle);
  return runMocha({ load: tests, timeout: 120_000, reporter, grep });
});
