import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { RenderInput, RenderJob, RenderedBatch } from '../core/corpus/renderBatch';
import { renderBatch } from '../core/corpus/renderBatch';
import { readForIndex, type IndexBatch } from '../core/corpus/search/handover';
import type { WalkOptions } from '../core/corpus/walk';
import { findFormat } from '../core/format/registry';
import { takeUpCutModel } from '../core/text/takeUpCutModel';
import { blockingFiles } from './nodeFiles';
import type { Answer, Request, WorkerJob } from './workerPool';

/** What a thread does: from the job, which holds for all inputs, the work on each of them. */
export type Task = (job: unknown) => (input: unknown) => Promise<Done>;

/** An output, and the buffers in it that go over without a copy. */
export interface Done {
  readonly output: unknown;
  readonly moved?: readonly ArrayBuffer[];
}

export interface RenderTask {
  readonly format: string;
  readonly job: RenderJob;
}

export interface IndexJob extends WalkOptions {
  readonly root: string;
}

/** Renders a batch of an export. */
export function renderTask(given: unknown): ReturnType<Task> {
  const { format: id, job } = given as RenderTask;
  const format = findFormat(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return async (input) => {
    const output = await renderBatch(blockingFiles, format, job, input as RenderInput);
    return { output, moved: buffersOf(output) };
  };
}

/** Reads a folder for the index; asked again and again, it gives batch after batch, and then none. */
export function indexTask(given: unknown): ReturnType<Task> {
  const { root, include, exclude } = given as IndexJob;
  const batches = readForIndex(blockingFiles, root, { include, exclude });
  return async () => {
    const { value } = (await batches.next()) as { value: IndexBatch | undefined };
    return { output: value, moved: value === undefined ? [] : [value.numbers.buffer] };
  };
}

/**
 * Takes up the trained weights for proclitics, as every thread of a program has to. Where they are missing or
 * damaged the rules stand alone; the program itself tells of that.
 */
export async function takeUpWeights(file: string): Promise<void> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes !== undefined) takeUpCutModel(bytes);
}

/** Serves the thread that started this one, which asks for one of these tasks; of no use elsewhere. */
export function serveThread(tasks: Readonly<Record<string, Task>>): void {
  const { task: name, job } = workerData as WorkerJob;
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (task === undefined) throw new Error(`no task ${name}`);
  const work = task(job);
  parentPort?.on('message', ({ id, input }: Request) => {
    void work(input).then(
      ({ output, moved }) => send({ id, output }, moved),
      (error: unknown) => send({ id, error: error instanceof Error ? error.message : `${error}` }),
    );
  });
}

function send(answer: Answer, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, moved);
}

/** Those that are filled by the bytes of one piece. */
function buffersOf({ pieces }: RenderedBatch): ArrayBuffer[] {
  return pieces.flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
}
