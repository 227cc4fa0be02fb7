// The web suite's entry inside VS Code for the Web: runs every test/web/*.test.ts by mocha.
import 'mocha/mocha.js';
import { tests } from 'hashiya:tests';
import { ask } from './support';

/** @throws when a test failed */
export async function run(): Promise<void> {
  const grep = String(await ask('grep'));
  mocha.setup({ ui: 'bdd', timeout: 20_000, ...(grep === '' ? {} : { grep }), reporter: Quiet });
  await tests();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const lines: Promise<unknown>[] = [];
  const print = (line: string) => void lines.push(ask('print', { line }));
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => {
      counts.passed += 1;
      print(`    ✔ ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('fail', (test, error: Error) => {
      counts.failed += 1;
      print(`    ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('pending', () => (counts.skipped += 1));
  });
  await Promise.all(lines);
  await ask('end', { counts });
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed.`);
}

/** Mocha's own reporters draw pages or print; what is told here goes to the script outside. */
class Quiet extends Mocha.reporters.Base {}
