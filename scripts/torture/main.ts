// The long form of the robustness tests. Every failure names a seed; `--seed` starts there.
// npm run torture -- [--short] [--seed N] [--only NAME]
import { join } from 'node:path';
import { optionsOf, wholeNumber, wrongUse } from '../lib/options.mjs';
import { madeArticles } from './articles';
import { mergeOnce } from './branches';
import { killOnce } from './crashes';
import { editSteps } from './edits';
import { countExternal } from './external';
import { failEverywhere } from './faults';
import { importOnce } from './imports';
import { mutateOnce } from './mutations';
import { shareOnce } from './windows';

const USAGE = 'usage: npm run torture -- [--short] [--seed N] [--only NAME]';
const { values } = optionsOf(USAGE, {
  options: { short: { type: 'boolean' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const first = wholeNumber(USAGE, 'seed', values.seed ?? '1');
const share = values.short === true ? 0.01 : 1;
const ARTICLES = 200;
const STEPS = 5000;
/** Sidecars and configurations are mutated in one round, imports in rounds of their own. */
const MUTATIONS = 50_000;
const IMPORTS = 50_000;
const KILLS = 1000;
const MERGES = 10_000;
const SHARES = 200;
/** Of the annotations whose words stand, so many must be found; of those placed, so many may be wrong. */
const LEAST_FOUND = 0.98;
const MOST_WRONG = 0.001;
let failed = 0;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

type Round = (seed: number) => void | Promise<void>;

async function attempt(name: string, rounds: number, round: Round): Promise<void> {
  const began = performance.now();
  const failures: string[] = [];
  for (let seed = first; seed < first + rounds && failures.length < 5; seed += 1) {
    try {
      await round(seed);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  failed += failures.length;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${name}: ${rounds} rounds, ${failures.length} failed, ${seconds} s`);
  for (const failure of failures) say(`  ${failure.slice(0, 400)}`);
}

function rewriteOutside(articles: readonly string[]): void {
  const total = { placed: 0, wrong: 0 };
  for (const { name, standing, found, placed, wrong } of countExternal(articles, first)) {
    const percent = ((100 * found) / standing).toFixed(2);
    say(`${name}: found ${percent} % of ${standing}, wrong ${wrong} of ${placed}`);
    if (found < LEAST_FOUND * standing) failed += 1;
    total.placed += placed;
    total.wrong += wrong;
  }
  say(`rewritten outside: ${total.wrong} of ${total.placed} on other words`);
  if (total.wrong > MOST_WRONG * total.placed) failed += 1;
}

const articles = madeArticles(ARTICLES, 1);
const steps = share === 1 ? STEPS : STEPS / 10;
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  edits: () =>
    attempt(`edits, ${steps} steps an article`, Math.max(2, ARTICLES * share), (seed) => {
      editSteps(`😀 ${articles[(seed - 1) % ARTICLES] ?? ''}`, steps, seed);
    }),
  outside: () => rewriteOutside(articles.slice(0, Math.max(2, 20 * share))),
  mutations: () => attempt('mutated sidecars and configurations', MUTATIONS * share, mutateOnce),
  imports: () => attempt('damaged imports', IMPORTS * share, importOnce),
  merges: () => attempt('merges', MERGES * share, mergeOnce),
  kills: () =>
    attempt('killed while writing', KILLS * share, (seed) =>
      killOnce(join(__dirname, 'writer.cjs'), seed),
    ),
  windows: () =>
    attempt('processes on one sidecar', SHARES * share, (seed) =>
      shareOnce(join(__dirname, 'adder.cjs'), seed),
    ),
  faults: () =>
    attempt('an error at every call', 1, async () => say(`  ${await failEverywhere()} failures`)),
};

async function run(): Promise<void> {
  if (values.only !== undefined && !(values.only in parts)) {
    wrongUse(USAGE, `--only ${values.only}: there are ${Object.keys(parts).join(', ')}.`);
  }
  for (const [name, part] of Object.entries(parts)) {
    if (values.only === undefined || values.only === name) await part();
  }
  say(failed === 0 ? 'torture: all held' : `torture: ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

void run();
