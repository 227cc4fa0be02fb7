// Scores the detectors: `npm run eval -- --gold DIR [--data DIR] [--model FILE] [--off ID] [--errors] [--repeat N]`.
// Scores are of development data unless DIR says otherwise; nothing here trains or tunes.
import { existsSync, readFileSync } from 'node:fs';
import { loadModel, type EntityModel } from '../../src/core/detect/model/entityModel';
import { createEngine } from '../../src/core/detect/suggest';
import { presetLabels } from '../../src/core/model/labels';
import { optionsOf, wholeNumber, wrongUse } from '../lib/options.mjs';
import { evaluateColumns } from './columns';
import { evaluateGold } from './gold';
import { measureSpeed } from './speed';

const USAGE =
  'usage: npm run eval -- --gold DIR [--data FILE_OR_DIR] [--model FILE|off] [--off ID] [--errors] [--repeat N]';

const { values } = optionsOf(USAGE, {
  options: {
    gold: { type: 'string', multiple: true, default: [] },
    data: { type: 'string', multiple: true, default: [] },
    model: { type: 'string', default: 'models/entities-1.bin' },
    off: { type: 'string', multiple: true, default: [] },
    errors: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '20' },
  },
});
if (values.gold.length + values.data.length === 0) wrongUse(USAGE);
for (const path of [...values.gold, ...values.data]) {
  if (!existsSync(path)) wrongUse(USAGE, `${path} is not there.`);
}
const repeat = wholeNumber(USAGE, 'repeat', values.repeat);

function readModel(file: string): EntityModel | undefined {
  if (file === 'off') return undefined;
  const loaded = loadModel(readFileSync(file));
  if (!loaded.ok) throw new Error(`${file}: ${loaded.problem}`);
  return loaded.model;
}

const { off } = values;
const started = performance.now();
const model = readModel(values.model);
const engine = createEngine(model === undefined ? { off } : { off, model });
console.log(`engine ready in ${(performance.now() - started).toFixed(1)} ms`);
const labels = presetLabels('conll');
const conll = createEngine(model === undefined ? { off, labels } : { off, model, labels });

const texts: string[] = [];
for (const folder of values.gold) texts.push(...evaluateGold(engine, folder, values));
for (const path of values.data) texts.push(...evaluateColumns(engine, conll, path, values));
measureSpeed(engine, texts, repeat);
