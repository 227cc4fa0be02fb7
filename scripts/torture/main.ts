// The long form of the robustness tests. Every failure names a seed; `--seed` starts there.
// npm run torture -- [--short] [--seed N]
import { parseArgs } from 'node:util';
import { madeArticles } from './articles';
import { mergeOnce } from './branches';
import { editSteps } from './edits';
import { countExternal } from './external';
import { mutateOnce } from './mutations';

const { values } = parseArgs({
  options: { short: { type: 'boolean' }, seed: { type: 'string' } },
});
const first = Number(values.seed ?? 1);
const share = values.short === true ? 0.01 : 1;
const ARTICLES = 200;
const STEPS = 5000;
const MUTATIONS = 100_000;
const MERGES = 10_000;
/** Of the annotations whose words stand, so many must be found; of those placed, so many may be wrong. */
const LEAST_FOUND = 0.98;
const MOST_WRONG = 0.001;
let failed = 0;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function attempt(name: string, rounds: number, round: (seed: number) => void): void {
  const began = performance.now();
  const failures: string[] = [];
  for (let seed = first; seed < first + rounds; seed += 1) {
    try {
      round(seed);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
      if (failures.length >= 5) break;
    }
  }
  failed += failures.length;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${name}: ${rounds} rounds, ${failures.length} failed, ${seconds} s`);
  for (const failure of failures) say(`  ${failure.slice(0, 400)}`);
}

const articles = madeArticles(ARTICLES, 1);
const edited = Math.max(2, ARTICLES * share);
const steps = share === 1 ? STEPS : STEPS / 10;
attempt(`edits, ${steps} steps an article`, edited, (seed) => {
  editSteps(`😀 ${articles[(seed - 1) % ARTICLES] ?? ''}`, steps, seed);
});
const total = { standing: 0, found: 0, placed: 0, wrong: 0 };
for (const { name, standing, found, placed, wrong } of countExternal(
  articles.slice(0, Math.max(2, 20 * share)),
  first,
)) {
  say(
    `${name}: found ${((100 * found) / standing).toFixed(2)} % of ${standing}, wrong ${wrong} of ${placed}`,
  );
  if (found < LEAST_FOUND * standing) failed += 1;
  total.placed += placed;
  total.wrong += wrong;
}
say(`rewritten outside: ${total.wrong} of ${total.placed} on other words`);
if (total.wrong > MOST_WRONG * total.placed) failed += 1;
attempt('mutated files', MUTATIONS * share, mutateOnce);
attempt('merges', MERGES * share, mergeOnce);
say(failed === 0 ? 'torture: all held' : `torture: ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
