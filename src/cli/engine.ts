import type { Files } from '../core/corpus/files';
import { usesModel, type CorpusConfig } from '../core/corpus/config';
import { WITHOUT_MODEL } from '../core/detect/model/entities';
import { loadModel } from '../core/detect/model/entityModel';
import { createEngine, type Engine } from '../core/detect/suggest';
import { PRESETS, presetLabels, type LabelSet } from '../core/model/labels';
import { UsageError, type Invocation } from './command';
import type { Io } from './io';

/** What the engine of a corpus is made of: plain data, so that every thread can make the same. */
export interface EnginePlan {
  readonly off: readonly string[];
  readonly labels: LabelSet;
  /** Path of the trained model; absent where the rules are to stand alone. */
  readonly modelFile?: string;
}

/** Plans the engine of a corpus: its label set, without what it turns off. */
export type EnginePlanner = (config: CorpusConfig) => Promise<EnginePlan>;

const ON_OFF = ['on', 'off'] as const;

/** The options `labels` and `model` of the command line, where it has them, go before the corpus. */
export function enginePlanner({ io, values, language }: Invocation): EnginePlanner {
  const preset = choice(values, 'labels', PRESETS);
  const wanted = choice(values, 'model', ON_OFF);
  return async ({ detectors, labels: own }) => {
    const labels = preset === undefined ? own : presetLabels(preset);
    const { off } = detectors;
    const { modelFile } = io;
    if (wanted === undefined ? !usesModel(detectors) : wanted === 'off') {
      await io.stderr.write(`hashiya: ${WITHOUT_MODEL[language]}\n`);
      return { off, labels };
    }
    return modelFile === undefined ? { off, labels } : { off, labels, modelFile };
  };
}

/** The engine, and what is wrong with its model: without one that is damaged or missing the rules stand alone. */
export async function makeEngine(
  files: Files,
  { off, labels, modelFile }: EnginePlan,
): Promise<{ readonly engine: Engine; readonly problem?: string }> {
  if (modelFile === undefined || !(await files.exists(modelFile))) {
    return { engine: createEngine({ off, labels }) };
  }
  const loaded = loadModel(await files.read(modelFile));
  if (loaded.ok) return { engine: createEngine({ off, labels, model: loaded.model }) };
  const problem = `${modelFile}: ${loaded.problem}`;
  return { engine: createEngine({ off, labels }), problem };
}

/** The engine of a corpus for this thread; tells what is wrong with its model. */
export async function engineFor({ files, stderr }: Io, plan: EnginePlan): Promise<Engine> {
  const { engine, problem } = await makeEngine(files, plan);
  if (problem !== undefined) await stderr.write(`hashiya: ${problem}\n`);
  return engine;
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
