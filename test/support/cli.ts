import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io, Output } from '../../src/cli/io';
import { nodeFiles } from '../../src/node/nodeFiles';
import { run } from '../../src/cli/run';
import { random } from './random';

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function sink(pieces: string[]): Output {
  return { isTerminal: false, write: async (text) => void pieces.push(text) };
}

async function* chunks(input: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of input) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Runs the command line in this process, with a clock that stands still and replayable ids. */
export async function cli(
  argv: readonly string[],
  input: readonly (string | Uint8Array)[] = [],
  more: Partial<Io> = {},
): Promise<CliResult> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    stdin: chunks(input),
    stdout: sink(out),
    stderr: sink(err),
    env: {},
    files: nodeFiles,
    now: () => new Date('2026-11-23T10:00:00Z'),
    random: random(1),
    catchInterrupt: () => ({ aborted: false }),
    ...more,
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** A folder of its own for each test, on the real file system. */
export class Scratch {
  readonly path = mkdtempSync(join(tmpdir(), 'hashiya-test-'));

  at(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  async put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(this.at(path)), { recursive: true });
      await writeFile(this.at(path), content);
    }
  }

  text(...parts: string[]): Promise<string> {
    return readFile(this.at(...parts), 'utf8');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
