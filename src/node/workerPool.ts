import { Worker } from 'node:worker_threads';

/** What a thread is asked, and what it answers; `id` counts. */
export interface Request {
  readonly id: number;
  readonly input: unknown;
}
export type Answer =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: string };

/** What a thread is for: the name of a task and what holds for all of its inputs. */
export interface WorkerJob {
  readonly task: string;
  readonly job: unknown;
}

/** Small heaps: batches are short-lived, and threads that clean up late cost memory for nothing. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };
/** Inputs that a thread has before it, so that it never waits. */
const AHEAD = 2;

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

class Thread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();

  constructor(script: string, job: WorkerJob) {
    this.worker = new Worker(script, { workerData: job, resourceLimits: LIMITS });
    this.worker.on('message', (answer: Answer) => this.receive(answer));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', (code) => this.fail(new Error(`a thread ended with ${code}`)));
  }

  get load(): number {
    return this.waiting.size;
  }

  ask(id: number, input: unknown): Promise<unknown> {
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.worker.postMessage({ id, input } satisfies Request);
    return answer;
  }

  async end(): Promise<void> {
    this.waiting.clear();
    await this.worker.terminate();
  }

  private receive(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.output);
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/**
 * Puts every input through the job in `count` threads that run `script`; outputs come in the order of
 * the inputs, which are taken only as fast as outputs are. Rejects with the first error.
 */
export async function* mapInThreads<I, O>(
  script: string,
  count: number,
  job: WorkerJob,
  inputs: Iterable<I> | AsyncIterable<I>,
): AsyncGenerator<O> {
  const threads = Array.from({ length: count }, () => new Thread(script, job));
  const answers: Promise<unknown>[] = [];
  let id = 0;
  try {
    for await (const input of inputs) {
      const [freest] = [...threads].sort((a, b) => a.load - b.load);
      const answer = freest?.ask(id, input) ?? Promise.reject(new Error('no thread'));
      // Awaited in its turn; until then a failure is nobody's fault.
      answer.catch(() => undefined);
      answers.push(answer);
      id += 1;
      if (answers.length >= count * AHEAD) yield (await answers.shift()) as O;
    }
    for (let next = answers.shift(); next !== undefined; next = answers.shift()) {
      yield (await next) as O;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
