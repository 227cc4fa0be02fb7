import { usesModel, type CorpusConfig } from '../core/corpus/config';
import { WITHOUT_MODEL } from '../core/detect/model/entities';
import { loadModel, type EntityModel } from '../core/detect/model/entityModel';
import { createEngine, type Engine } from '../core/detect/suggest';
import { PRESETS, presetLabels } from '../core/model/labels';
import { UsageError, type Invocation } from './command';
import type { Io } from './io';

/** Makes the engine of a corpus: its label set, without what it turns off. */
export type EngineMaker = (config: CorpusConfig) => Promise<Engine>;

const ON_OFF = ['on', 'off'] as const;

/** The options `labels` and `model` of the command line, where it has them, go before the corpus. */
export function engineMaker({ io, values, language }: Invocation): EngineMaker {
  const preset = choice(values, 'labels', PRESETS);
  const wanted = choice(values, 'model', ON_OFF);
  let reading: Promise<EntityModel | undefined> | undefined;
  return async ({ detectors, labels: own }) => {
    const labels = preset === undefined ? own : presetLabels(preset);
    const { off } = detectors;
    if (wanted === undefined ? !usesModel(detectors) : wanted === 'off') {
      await io.stderr.write(`hashiya: ${WITHOUT_MODEL[language]}\n`);
      return createEngine({ off, labels });
    }
    const model = await (reading ??= readModel(io));
    return createEngine(model === undefined ? { off, labels } : { off, labels, model });
  };
}

/** One of a few words. */
function choice<T extends string>(
  values: Invocation['values'],
  option: string,
  known: readonly T[],
): T | undefined {
  const written = values[option];
  const found = known.find((word) => word === written);
  if (written === undefined || found !== undefined) return found;
  throw new UsageError({
    en: `--${option} takes ${known.join(', ')}`,
    ar: `قيم ‎--${option}‎: ${known.join('، ')}`,
  });
}

/** The trained model, where it is there; one that is damaged is told of, and the rules stand alone. */
async function readModel({ files, modelFile, stderr }: Io): Promise<EntityModel | undefined> {
  if (modelFile === undefined || !(await files.exists(modelFile))) return undefined;
  const loaded = loadModel(await files.read(modelFile));
  if (loaded.ok) return loaded.model;
  await stderr.write(`hashiya: ${modelFile}: ${loaded.problem}\n`);
  return undefined;
}
