import { loadCutModel } from '../core/text/cutModel';
import { useCutModel } from '../core/text/proclitics';
import type { Io } from './io';

/** Takes up the trained weights for proclitics, where they are there; damaged ones are told of, and the rules stand alone. */
export async function takeUpProclitics({
  files,
  procliticsFile,
  stderr,
}: Pick<Io, 'files' | 'procliticsFile' | 'stderr'>): Promise<void> {
  if (procliticsFile === undefined || !(await files.exists(procliticsFile))) return;
  const loaded = loadCutModel(await files.read(procliticsFile));
  if (loaded.ok) useCutModel(loaded.model);
  else await stderr.write(`hashiya: ${procliticsFile}: ${loaded.problem}\n`);
}
