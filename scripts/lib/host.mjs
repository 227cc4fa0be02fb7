// What the host suite's two sides agree on: the script outside, test/host/index.ts inside VS Code.
import { readFileSync, writeFileSync } from 'node:fs';
import { sharedFolder } from './paths.mjs';

/** @typedef {import('./mocha.mjs').Counts} Counts */

/**
 * Stands before what the tests print, to tell it from the editor's own log where both come one way:
 * the value of HASHIYA_TEST_PREFIX.
 */
export const TEST_OUTPUT = 'hashiya test| ';

/**
 * The environment of the tests.
 * @param {{ workspace: string, report: string, grep?: string | undefined }} run absolute paths: the
 *   writable copy of samples/, and the file that gets the result; grep as for mocha
 * @returns {Record<string, string>}
 */
export const hostEnvironment = ({ workspace, report, grep }) => ({
  HASHIYA_TEST_WORKSPACE: workspace,
  HASHIYA_TEST_REPORT: report,
  ...(sharedFolder ? { HASHIYA_SHARED: sharedFolder } : {}),
  ...(grep ? { HASHIYA_TEST_GREP: grep } : {}),
});

/**
 * Writes the result of the run for the script outside.
 * @param {Counts | { error: string }} result
 */
export function writeResult(result) {
  writeFileSync(String(process.env['HASHIYA_TEST_REPORT']), JSON.stringify(result));
}

/**
 * @param {string} report absolute path
 * @param {number} code with which the host ended
 * @returns {Counts}
 */
export function readResult(report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    throw new Error(`The host ended with code ${code} and no result: the tests never started.`);
  }
  if ('error' in result) throw new Error(result.error);
  return result;
}
