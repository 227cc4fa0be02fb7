import { takeUpCutModel } from '../core/text/takeUpCutModel';
import type { Io } from './io';

/** Takes up the trained weights for proclitics, where they are there; damaged ones are told of, and the rules stand alone. */
export async function takeUpProclitics({
  files,
  procliticsFile,
  stderr,
}: Pick<Io, 'files' | 'procliticsFile' | 'stderr'>): Promise<void> {
  if (procliticsFile === undefined || !(await files.exists(procliticsFile))) return;
  const problem = takeUpCutModel(await files.read(procliticsFile));
  if (problem !== undefined) await stderr.write(`hashiya: ${procliticsFile}: ${problem}\n`);
}
