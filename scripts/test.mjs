// `npm test`: lint, types, build and all suites in turn, from a fresh clone. All parts run, whatever
// fails; the last line has the sum. `npm test -- --package` makes the package too, and tries it.
import { fork } from 'node:child_process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot } from './lib/paths.mjs';
import { closingLine } from './lib/result.mjs';

/** @typedef {import('./lib/mocha.mjs').Counts} Counts */

/**
 * Title, then the Node script with its arguments; those of the suites tell their counts.
 * @type {readonly (readonly [title: string, ...command: string[]])[]}
 */
const PARTS = [
  ['lint', 'node_modules/eslint/bin/eslint.js', '.'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['types', 'scripts/types.mjs'],
  ['build', 'esbuild.mjs'],
  ['unit tests', 'scripts/test-unit.mjs'],
  ['tests inside VS Code', 'scripts/test-host.mjs'],
  ['tests inside VS Code for the Web', 'scripts/test-web.mjs'],
  ['tests of what is drawn', 'scripts/test-render.mjs'],
];

/** @type {typeof PARTS} */
const PACKAGE_PARTS = [
  ['package', 'scripts/package.mjs'],
  ['tests of the package', 'scripts/test-package.mjs'],
];

/**
 * @param {readonly string[]} command
 * @returns {Promise<Counts>} a part without tests that fails counts as one failure
 */
function runPart([script = '', ...args]) {
  return new Promise((resolve) => {
    /** @type {Counts | undefined} */
    let counts;
    const child = fork(inRoot(script), args, { cwd: inRoot() });
    child.on('message', (message) => (counts = /** @type {Counts} */ (message)));
    child.on('exit', (code) => {
      const failed = code === 0 ? 0 : 1;
      resolve(counts ?? { passed: 0, failed, skipped: 0 });
    });
  });
}

await ensureDependencies();
const sum = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const broken = [];
const parts = process.argv.includes('--package') ? [...PARTS, ...PACKAGE_PARTS] : PARTS;
for (const [title, ...command] of parts) {
  console.log(`\n== ${title}`);
  const start = Date.now();
  const counts = await runPart(command);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const tests = counts.passed + counts.skipped > 0 ? `${closingLine(counts)}, ` : '';
  console.log(`== ${title}: ${counts.failed === 0 ? 'ok' : 'FAILED'} (${tests}${seconds} s)`);
  if (counts.failed > 0) broken.push(title);
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
}
console.log(broken.length === 0 ? '' : `\nFailed: ${broken.join(', ')}.`);
console.log(closingLine(sum));
process.exit(sum.failed === 0 ? 0 : 1);
