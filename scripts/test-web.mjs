// The web suite: test/web inside the web worker extension host of VS Code for the Web, on a folder that is
// nowhere but in memory. `npm run test:web -- margin`: tests with "margin" in the title.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ensureArabicFonts } from './lib/browser.mjs';
import { build, buildWebTests } from './lib/bundle.mjs';
import { inRoot } from './lib/paths.mjs';
import { finish, suiteArguments } from './lib/result.mjs';
import { installUnpacked } from './lib/vsix.mjs';
import { runInWebWorkbench } from './lib/webWorkbench.mjs';
import { temporaryFolder } from './lib/workspace.mjs';

/** @typedef {import('./lib/mocha.mjs').Counts} Counts */

await finish(async () => {
  const { names } = suiteArguments();
  await ensureArabicFonts();
  await build({ only: 'extension' });
  const tests = temporaryFolder('web-tests');
  cpSync(inRoot('test/web/package.json'), join(tests, 'package.json'));
  await buildWebTests(tests);
  /** @type {Counts | undefined} */
  let counts;
  const code = await runInWebWorkbench({
    extensions: { hashiya: installUnpacked(temporaryFolder('extension')), tests },
    tests: '/tests/index.js',
    folder: 'memfs:/corpus',
    answer: ({ ask, ...question }, page) => {
      if (ask === 'grep') return names.join(' ');
      if (ask === 'print') return console.log(String(question['line']));
      if (ask === 'shows') return shows(page, String(question['selector']));
      counts = /** @type {Counts} */ (question['counts']);
    },
  });
  if (counts === undefined) throw new Error(`The host ended with code ${code} and no result.`);
  return counts;
});

/**
 * Waits until the page or a view in it shows something.
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 */
async function shows(page, selector) {
  for (let tries = 0; tries < 200; tries += 1) {
    for (const frame of page.frames()) {
      const found = frame.locator(selector).first();
      if (await found.isVisible().catch(() => false)) return true;
    }
    await page.waitForTimeout(50);
  }
  return false;
}
