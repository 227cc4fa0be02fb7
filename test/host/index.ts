// The host suite's entry inside VS Code: runs every test/host/*.test.ts by mocha and writes down the
// counts for the script that started the editor.
import { format } from 'node:util';
import { tests } from 'hashiya:tests';
import { writeResult } from '../../scripts/lib/host.mjs';
import { runMocha } from '../../scripts/lib/mocha.mjs';

/** @throws when a test failed, or none ran: the editor then ends with a code of its own */
export async function run(): Promise<void> {
  // One line of output is one message to the script; the editor's own log goes the same way.
  const prefix = process.env['HASHIYA_TEST_PREFIX'] ?? '';
  const console = globalThis.console;
  const original = console.log;
  const print = (text: string) => {
    for (const line of text.split('\n')) original.call(console, `${prefix}${line}`);
  };
  console.log = (...args: unknown[]) => print(format(...args));
  let failed = 0;
  try {
    const counts = await runMocha({
      load: tests,
      timeout: 20_000,
      grep: process.env['HASHIYA_TEST_GREP'],
      print,
    });
    writeResult(counts);
    failed = counts.failed;
  } catch (error) {
    writeResult({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    throw error;
  } finally {
    console.log = original;
  }
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}
