// Benchmarks: `npm run bench` runs all of bench/, `npm run bench -- sidecar` those with "sidecar" in
// their path; `--articles N` is the size of the corpus that bench/corpus makes; `--json` prints the lines
// as JSON and nothing else, `--markdown` as tables in the end. They report, and never fail on a number.
import { createRequire } from 'node:module';
import { machine, Report, toMarkdown } from '../bench/lib/report.mjs';
import { buildTests } from './lib/bundle.mjs';
import { optionsOf, wholeNumber } from './lib/options.mjs';

/** @typedef {{ run(report: Report): Promise<void> | void }} Bench */

const USAGE = 'usage: npm run bench -- [PART_OF_PATH…] [--articles N] [--json] [--markdown]';
const { values, positionals } = optionsOf(USAGE, {
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    articles: { type: 'string' },
  },
});
if (values.articles !== undefined) {
  const articles = wholeNumber(USAGE, 'articles', values.articles);
  process.env['HASHIYA_BENCH_ARTICLES'] = String(articles);
}
const print = (/** @type {string} */ text) => (values.json ? undefined : console.log(text));

/** @type {{ modules: readonly (readonly [path: string, load: () => Promise<Bench>])[] }} */
const { modules } = createRequire(import.meta.url)(await buildTests('bench', positionals));
const report = new Report(print);
print(machine());
for (const [path, load] of modules) {
  report.begin(path.replace(/^(?:\.\/)?bench\//, '').replace(/\.bench\.ts$/, ''));
  await (await load()).run(report);
}
const after = machine();
print(`\n${after}`);
if (values.json) console.log(JSON.stringify({ machine: after, lines: report.lines }, null, 2));
if (values.markdown) console.log(`\n${toMarkdown(report.lines)}`);
// With the process its server and its browser end.
process.exit(0);
