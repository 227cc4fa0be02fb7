// Scores the detectors: `npm run eval -- --gold DIR [--data DIR] [--errors] [--repeat N]`.
// Scores are of development data unless DIR says otherwise; nothing here trains or tunes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { evaluateColumns } from './columns.mjs';
import { evaluateGold } from './gold.mjs';
import { measureSpeed } from './speed.mjs';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', multiple: true, default: [] },
    data: { type: 'string', multiple: true, default: [] },
    errors: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '20' },
  },
});
if (values.gold.length + values.data.length === 0) {
  console.error('usage: npm run eval -- --gold DIR [--data FILE_OR_DIR] [--errors] [--repeat N]');
  process.exit(2);
}

/** The engine, bundled as it ships. */
async function loadEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'eval-'));
  const outfile = join(folder, 'engine.mjs');
  try {
    await esbuild.build({
      stdin: {
        contents: `export * from './suggest'; export { tokenize } from '../text/tokens';`,
        resolveDir: fileURLToPath(new URL('../../src/core/detect', import.meta.url)),
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      minify: false,
      outfile,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { createEngine, tokenize } = await loadEngine();
const started = performance.now();
const engine = createEngine();
console.log(`engine ready in ${(performance.now() - started).toFixed(1)} ms`);

const texts = [];
for (const folder of values.gold) {
  texts.push(...evaluateGold(engine, folder, { errors: values.errors }));
}
for (const path of values.data) texts.push(...evaluateColumns(engine, path, values));
measureSpeed(engine, tokenize, texts, Number(values.repeat));
