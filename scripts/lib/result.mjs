// How a suite's script tells its result: counts to the script that started it, a line and an exit
// code to a person.

import { parseArgs } from 'node:util';

/** @typedef {import('./mocha.mjs').Counts} Counts */

/**
 * @param {Counts} counts
 * @returns {string} the closing line of a run
 */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * Runs a suite and ends the process with its result. An error counts as one failed test.
 * @param {() => Promise<Counts>} suite
 */
export async function finish(suite) {
  process.setSourceMapsEnabled(true);
  /** @type {Counts} */
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    counts = await suite();
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  }
  const exit = () => process.exit(counts.failed === 0 ? 0 : 1);
  if (process.send !== undefined) return void process.send(counts, exit);
  console.log(closingLine(counts));
  exit();
}

/**
 * What may stand behind a suite's command: parts of file paths, `--grep` (or `-g`) with a part of a
 * test's title, `--reporter` with one of mocha's.
 * @returns {{ names: string[], grep: string | undefined, reporter: string | undefined }}
 */
export function suiteArguments(args = process.argv.slice(2)) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' }, reporter: { type: 'string' } },
  });
  return { names: positionals, grep: values.grep, reporter: values.reporter };
}
