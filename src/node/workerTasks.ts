import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { RenderInput, RenderJob, RenderedBatch } from '../core/corpus/renderBatch';
import { renderBatch } from '../core/corpus/renderBatch';
import { findFormat } from '../core/format/registry';
import { loadCutModel } from '../core/text/cutModel';
import { useCutModel } from '../core/text/proclitics';
import { blockingFiles } from './nodeFiles';
import type { Answer, Request, WorkerJob } from './workerPool';

/** What threads can be asked to do, by name: a job gives the work on each of its inputs. */
const TASKS = { export: renderTask } as const;

export type TaskName = keyof typeof TASKS;

export interface RenderTask {
  readonly format: string;
  readonly job: RenderJob;
}

function renderTask({ format: id, job }: RenderTask) {
  const format = findFormat(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return (input: RenderInput): Promise<RenderedBatch> =>
    renderBatch(blockingFiles, format, job, input);
}

/**
 * Takes up the trained weights for proclitics, as every thread of a program has to. Where they are missing or
 * damaged the rules stand alone; the program itself tells of that.
 */
export async function takeUpWeights(file: string): Promise<void> {
  const bytes = await readFile(file).catch(() => undefined);
  const loaded = bytes && loadCutModel(bytes);
  if (loaded?.ok) useCutModel(loaded.model);
}

/** Serves the thread that started this one; of no use elsewhere. */
export function serveThread(): void {
  const { task, job } = workerData as WorkerJob;
  if (!(task in TASKS)) throw new Error(`no task ${task}`);
  const work = TASKS[task as TaskName](job as RenderTask);
  parentPort?.on('message', ({ id, input }: Request) => {
    void work(input as RenderInput).then(
      (output) => send({ id, output }, transferable(output)),
      (error: unknown) => send({ id, error: error instanceof Error ? error.message : `${error}` }),
    );
  });
}

function send(answer: Answer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, moved);
}

/** Bytes that go over without a copy: those that fill a buffer of their own. */
function transferable({ pieces }: RenderedBatch): ArrayBuffer[] {
  return pieces.flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
}
