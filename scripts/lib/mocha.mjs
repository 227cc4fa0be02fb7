// One way to run mocha for all suites: in this process, in the order given, with counts as the result.
// A suite in which no test ran is an error: it only looks like a success.

import { format } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @typedef {object} SuiteOptions
 * @property {() => Promise<unknown>} load imports the test files; `describe` and `it` are there then
 * @property {number} timeout of one test or hook, milliseconds
 * @property {string | undefined} [reporter] `spec` unless said otherwise
 * @property {(line: string) => void} [print] where the report goes, else to the console
 * @property {string | undefined} [grep] runs only tests whose full title has it
 */

/**
 * @param {SuiteOptions} options
 * @returns {Promise<Counts>}
 */
export async function runMocha({ load, timeout, reporter = 'spec', grep, print }) {
  const { default: Mocha } = await import('mocha');
  if (print) Mocha.reporters.Base.consoleLog = (...args) => print(format(...args));
  const mocha = new Mocha({ ui: 'bdd', timeout, reporter, ...(grep ? { grep } : {}) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  await new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', () => (counts.passed += 1));
    runner.on('fail', () => (counts.failed += 1));
    runner.on('pending', () => (counts.skipped += 1));
  });
  if (counts.passed + counts.failed + counts.skipped === 0) {
    throw new Error(grep ? `No test has “${grep}” in its title.` : 'No test was found.');
  }
  return counts;
}
