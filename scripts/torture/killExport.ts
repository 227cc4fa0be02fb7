// npm run torture -- kill-export [--short] [--seed N] [--articles N]; needs `npm run build`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { optionsOf, wholeNumber } from '../lib/options.mjs';
import { generateCorpus } from '../../bench/corpus/generate';
import { Kills } from './kills';

const USAGE = 'usage: npm run torture -- kill-export [--short] [--seed N] [--articles N]';
const { values } = optionsOf(USAGE, {
  allowPositionals: true,
  options: {
    short: { type: 'boolean' },
    seed: { type: 'string', default: '1' },
    articles: { type: 'string', default: '600' },
  },
});
const rounds = values.short === true ? 12 : 200;
const first = wholeNumber(USAGE, 'seed', values.seed);

async function main(scratch: string): Promise<number> {
  const corpus = join(scratch, 'corpus');
  generateCorpus(corpus, wholeNumber(USAGE, 'articles', values.articles));
  const kills = new Kills({ cli: resolve('dist', 'cli.js'), corpus, scratch });
  let failed = 0;
  for (let seed = first; seed < first + rounds; seed += 1) {
    try {
      await kills.once(seed);
    } catch (error) {
      failed += 1;
      console.error(error instanceof Error ? error.message : error);
    }
    if (seed % 20 === 0) console.log(`${seed - first + 1} killed, ${failed} failed`);
  }
  console.log(`kill-export: ${rounds} killed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const scratch = mkdtempSync(join(tmpdir(), 'hashiya-kill-'));
void main(scratch)
  .then((code) => (process.exitCode = code))
  .finally(() => rmSync(scratch, { recursive: true, force: true }));
