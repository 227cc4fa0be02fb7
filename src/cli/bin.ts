import { once } from 'node:events';
import type { Output } from './io';
import { BrokenPipe } from './io';
import { nodeFiles } from '../node/nodeFiles';
import { run } from './run';

function output(stream: NodeJS.WriteStream): Output {
  let broken = false;
  // A closed pipe is told to the next write, not thrown at the process.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    broken = true;
  });
  return {
    isTerminal: stream.isTTY === true,
    async write(text) {
      if (broken) throw new BrokenPipe();
      if (stream.write(text)) return;
      // Without this race a pipe that closes before it drains would be waited for without end.
      await Promise.race([
        once(stream, 'drain'),
        once(stream, 'close'),
        once(stream, 'error'),
      ]).catch(() => undefined);
      if (broken) throw new BrokenPipe();
    },
  };
}

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());

void run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  env: process.env,
  files: nodeFiles,
  now: () => new Date(),
  random: Math.random,
  signal: interrupt.signal,
}).then((code) => {
  process.exitCode = code;
  // Standard input may still be open after a reader has gone; nothing is to be read from it any more.
  process.stdin.destroy();
});
