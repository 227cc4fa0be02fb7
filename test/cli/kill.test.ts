// The short form of `npm run torture -- kill-export`, on the bundle that ships; skipped without it.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kills } from '../../scripts/torture/kills';
import { entity } from '../support/article';
import { Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const CLI = resolve('dist', 'cli.js');
const TEXT = 'زار الوزير دبي أمس.\n';

describe('exports and imports that are killed', function () {
  this.timeout(180_000);

  it('leave nothing half under a final name, and complete when they run again', async function () {
    if (!existsSync(CLI)) return this.skip();
    const scratch = new Scratch();
    try {
      for (let at = 0; at < 80; at += 1) {
        await scratch.put(annotated(`c/${at}.txt`, `${TEXT}${at}`, [entity(TEXT, 'GPE', 'دبي')]));
      }
      const kills = new Kills({ cli: CLI, corpus: scratch.at('c'), scratch: scratch.path });
      for (const seed of [0, 5]) await kills.once(seed);
    } finally {
      scratch.remove();
    }
  });
});
