// Scores the detectors: `npm run eval -- --gold DIR [--data DIR] [--model FILE] [--errors] [--repeat N]`.
// Scores are of development data unless DIR says otherwise; nothing here trains or tunes.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadModel, type EntityModel } from '../../src/core/detect/model/entityModel';
import { createEngine } from '../../src/core/detect/suggest';
import { evaluateColumns } from './columns';
import { evaluateGold } from './gold';
import { measureSpeed } from './speed';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', multiple: true, default: [] },
    data: { type: 'string', multiple: true, default: [] },
    errors: { type: 'boolean', default: false },
    model: { type: 'string' },
    repeat: { type: 'string', default: '20' },
  },
});
if (values.gold.length + values.data.length === 0) {
  console.error('usage: npm run eval -- --gold DIR [--data FILE_OR_DIR] [--errors] [--repeat N]');
  process.exit(2);
}

function options(): { readonly model?: EntityModel } {
  if (values.model === undefined) return {};
  const loaded = loadModel(readFileSync(values.model));
  if (!loaded.ok) throw new Error(`${values.model}: ${loaded.problem}`);
  return { model: loaded.model };
}

const started = performance.now();
const engine = createEngine(options());
console.log(`engine ready in ${(performance.now() - started).toFixed(1)} ms`);

const texts: string[] = [];
for (const folder of values.gold) texts.push(...evaluateGold(engine, folder, values));
for (const path of values.data) texts.push(...evaluateColumns(engine, path, values));
measureSpeed(engine, texts, Number(values.repeat));
