import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { Output, Threads } from './io';
import { useUtf8 } from '../core/text/utf8';
import { BrokenPipe } from './io';
import { nodeFiles } from '../node/nodeFiles';
import { renderInThreads } from '../node/renderInThreads';
import { nodeUtf8 } from '../node/utf8';
import { mapInThreads } from '../node/workerPool';
import { renderTask, serveThread, takeUpWeights } from '../node/workerTasks';
import { detectTask } from './detectTask';
import { importTask } from './importTask';
import { statsTask } from './statsTask';
import { run } from './run';

function output(stream: NodeJS.WriteStream): Output {
  // Every failure reaches the write that met it; without a listener it would end the process as well.
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
          if (error === null || error === undefined) resolve();
          else
            reject(
              ['EPIPE', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '')
                ? new BrokenPipe()
                : error,
            );
        });
      }),
  };
}

/** The first interrupt is caught; the second ends the process. */
function catchInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

function git(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('git', args, { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

const threads: Threads = {
  count: availableParallelism(),
  render: renderInThreads(__filename),
  map: (task, job, count, inputs) => mapInThreads(__filename, count, { task, job }, inputs),
};

const procliticsFile = join(__dirname, '..', 'models', 'proclitics-1.bin');

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    files: nodeFiles,
    modelFile: join(__dirname, '..', 'models', 'entities-1.bin'),
    procliticsFile,
    now: () => new Date(),
    random: Math.random,
    git,
    threads,
    catchInterrupt,
  });
  // Standard input may still be open after a reader has gone; nothing is to be read from it any more.
  process.stdin.destroy();
}

useUtf8(nodeUtf8);
if (isMainThread) void main();
else {
  void takeUpWeights(procliticsFile).then(() =>
    serveThread({
      export: renderTask,
      detect: detectTask,
      stats: statsTask,
      import: importTask,
    }),
  );
}
