import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { exportCorpus } from '../../core/corpus/exportCorpus';
import { FORMATS } from '../../core/format/registry';
import { renderInThreads } from '../../node/renderInThreads';
import { serveThread, takeUpWeights } from '../../node/workerTasks';
import type { Exporting } from './parts';

const WEIGHTS = join(__dirname, '..', 'models', 'proclitics-1.bin');

/** This bundle cuts words for itself: it has the weights of its own, as each of its threads has. */
export async function exportingHere(): Promise<Exporting> {
  await takeUpWeights(WEIGHTS);
  return { exportCorpus, formats: FORMATS, renderInThreads: renderInThreads(__filename) };
}

if (!isMainThread) void takeUpWeights(WEIGHTS).then(serveThread);
