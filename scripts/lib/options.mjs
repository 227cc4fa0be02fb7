// What stands behind a script's command: `--help` prints how it is used, a word that it does not know too.
import { parseArgs } from 'node:util';

/**
 * Ends the process with exit code 2 after a wrong use, with 0 after `--help`.
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {string} usage the line or lines that say how the script is used
 * @param {Config} config as `parseArgs` takes it
 * @returns {ReturnType<typeof parseArgs<Config>>}
 */
export function optionsOf(usage, config) {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return wrongUse(usage, error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} usage
 * @param {string} [problem] what is wrong, where it is not that something is missing
 * @returns {never}
 */
export function wrongUse(usage, problem) {
  if (problem !== undefined) console.error(problem);
  console.error(usage);
  process.exit(2);
}

/**
 * @param {string} usage
 * @param {string} name of the option
 * @param {string} value
 * @returns {number} a whole number of at least 0
 */
export function wholeNumber(usage, name, value) {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && value.trim() !== '') return number;
  return wrongUse(usage, `--${name} ${value}: this takes a whole number.`);
}
