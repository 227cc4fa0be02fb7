import type { CorpusConfig } from '../core/corpus/config';
import { loadModel, type EntityModel } from '../core/detect/model/entityModel';
import { createEngine, type Engine } from '../core/detect/suggest';
import type { Io } from './io';

/** An engine without the detectors that the corpus turns off. */
export function engineFor({ detectors }: CorpusConfig, model: EntityModel | undefined): Engine {
  const { off } = detectors;
  return createEngine(model === undefined ? { off } : { off, model });
}

/** The trained model, where it is there; one that is damaged is told of, and the rules stand alone. */
export async function readModel({
  files,
  modelFile,
  stderr,
}: Io): Promise<EntityModel | undefined> {
  if (modelFile === undefined || !(await files.exists(modelFile))) return undefined;
  const loaded = loadModel(await files.read(modelFile));
  if (loaded.ok) return loaded.model;
  await stderr.write(`hashiya: ${modelFile}: ${loaded.problem}\n`);
  return undefined;
}
