// The engine as it ships: with the trained weights of the repository.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel } from '../../src/core/detect/model/entityModel';
import { createEngine, type Engine } from '../../src/core/detect/suggest';
import { loadCutModel } from '../../src/core/text/cutModel';
import { useCutModel } from '../../src/core/text/proclitics';

/** `models` is the folder of the weights. */
export function loadEngine(models: string): Engine {
  const proclitics = loadCutModel(readFileSync(join(models, 'proclitics-1.bin')));
  if (!proclitics.ok) throw new Error(proclitics.problem);
  useCutModel(proclitics.model);
  const names = loadModel(readFileSync(join(models, 'entities-1.bin')));
  if (!names.ok) throw new Error(names.problem);
  return createEngine({ model: names.model });
}
