// What benchmarks report: each line a measurement, its target and a reference from the same run.
import { cpus, loadavg } from 'node:os';

/**
 * @typedef {object} Measurement
 * @property {string} what
 * @property {readonly number[]} values all repeats; the median counts
 * @property {string} unit
 * @property {number} [target] the largest value that passes, or the smallest where more is better
 * @property {boolean} [moreIsBetter]
 * @property {{ name: string, values: readonly number[] }} [reference] what was measured in the same run
 */

/**
 * @typedef {object} Line one line of the report, as `--json` gives it
 * @property {string} bench
 * @property {string} what
 * @property {number} value
 * @property {number} lowest
 * @property {number} highest
 * @property {number} repeats
 * @property {string} unit
 * @property {number} [target]
 * @property {'pass' | 'MISS'} [verdict]
 * @property {{ name: string, value: number, ratio: number }} [reference]
 */

/** Takes up measurements, and prints each as it comes. */
export class Report {
  /** @type {Line[]} */
  lines = [];
  #bench = '';
  #print;

  /** @param {(text: string) => void} print */
  constructor(print) {
    this.#print = print;
  }

  /** @param {string} bench what the lines from now on are about */
  begin(bench) {
    this.#bench = bench;
    this.#print(`\n${bench}`);
  }

  /** @param {string} text */
  note(text) {
    this.#print(`  ${text}`);
  }

  /** @param {Measurement} measurement */
  add(measurement) {
    const line = toLine(this.#bench, measurement);
    this.lines.push(line);
    this.#print(`  ${toText(line)}`);
  }
}

/**
 * @param {string} bench
 * @param {Measurement} measurement
 * @returns {Line}
 */
function toLine(bench, { what, values, unit, target, moreIsBetter = false, reference }) {
  const value = median(values);
  /** @type {Line} */
  const line = {
    bench,
    what,
    value,
    lowest: Math.min(...values),
    highest: Math.max(...values),
    repeats: values.length,
    unit,
  };
  if (target !== undefined) {
    line.target = target;
    line.verdict = (moreIsBetter ? value >= target : value <= target) ? 'pass' : 'MISS';
  }
  if (reference !== undefined) {
    const compared = median(reference.values);
    line.reference = { name: reference.name, value: compared, ratio: value / compared };
  }
  return line;
}

/**
 * The lines as tables in Markdown, one for each benchmark.
 * @param {readonly Line[]} lines
 */
export function toMarkdown(lines) {
  return [...new Set(lines.map(({ bench }) => bench))]
    .map((bench) => {
      const rows = lines.filter((line) => line.bench === bench).map(toRow);
      const head = ['what | measured | target | reference, same run', '--- | --- | --- | ---'];
      return [`### ${bench}`, '', ...[...head, ...rows].map((row) => `| ${row} |`)].join('\n');
    })
    .join('\n\n');
}

/** @param {Line} line */
function toRow({ what, value, unit, target, verdict, reference }) {
  const held = verdict === undefined ? '' : `${number(target ?? NaN)} ${verdict}`;
  const compared =
    reference === undefined
      ? ''
      : `${reference.name}: ${number(reference.value)} (${number(reference.ratio)} ×)`;
  return [what, `${number(value)} ${unit}`, held, compared].join(' | ');
}

/** @param {Line} line */
function toText({ what, value, lowest, highest, repeats, unit, target, verdict, reference }) {
  const spread = repeats > 1 ? ` (${number(lowest)} to ${number(highest)} in ${repeats})` : '';
  const held = target === undefined ? '' : `; target ${number(target)}: ${verdict}`;
  const ratio =
    reference === undefined
      ? ''
      : `; ${number(reference.ratio)} × ${reference.name}, ${number(reference.value)}`;
  return `${what}: ${number(value)} ${unit}${spread}${held}${ratio}`;
}

/**
 * The middle value, or the mean of the two in the middle; NaN of nothing.
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/**
 * Three significant digits or so, thousands set apart.
 * @param {number} value
 */
function number(value) {
  const digits = Math.max(0, Math.min(5, 2 - Math.floor(Math.log10(Math.abs(value) || 1))));
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** The machine in words, with how busy it is: numbers from a busy one say little. */
export function machine() {
  const load = loadavg().map((value) => value.toFixed(1));
  const system = `${process.platform}, Node ${process.versions.node}`;
  const busy = Number(load[0]) > cpus().length ? ' (busy: numbers are too high)' : '';
  return `${cpus().length} processors, ${system}; load average ${load.join(', ')}${busy}`;
}
