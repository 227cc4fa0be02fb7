// The unit suite: the core and the command line, in this process, in about a second.
// `npm run test:unit -- anchor --grep "moves"`: files with "anchor" in the path, tests with "moves"
// in the title.
import { createRequire } from 'node:module';
import { buildTests } from './lib/bundle.mjs';
import { runMocha } from './lib/mocha.mjs';
import { finish, suiteArguments } from './lib/result.mjs';

await finish(async () => {
  const { names, grep, reporter = 'dot' } = suiteArguments();
  const bundle = await buildTests('unit', names);
  const { tests } = createRequire(import.meta.url)(bundle);
  return runMocha({ load: tests, timeout: 20_000, reporter, grep });
});
