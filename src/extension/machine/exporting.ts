import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { exportCorpus } from '../../core/corpus/exportCorpus';
import { articleHtml } from '../../core/format/reading/article';
import { pageStyle } from '../../core/format/reading/style';
import { FORMATS } from '../../core/format/registry';
import { renderInThreads } from '../../node/renderInThreads';
import { indexTask, renderTask, serveThread, takeUpWeights } from '../../node/workerTasks';
import type { Exporting } from './parts';

/** This bundle cuts words for itself: it has the weights of its own, as each of its threads has. */
const weights = takeUpWeights(join(__dirname, '..', 'models', 'proclitics-1.bin'));

export async function exportingHere(): Promise<Exporting> {
  await weights;
  return {
    ...{ exportCorpus, formats: FORMATS, articleHtml, pageStyle },
    renderInThreads: renderInThreads(__filename),
  };
}

if (!isMainThread) void weights.then(() => serveThread({ export: renderTask, index: indexTask }));
