// `kill -9` of a process that is writing a sidecar: what is on disk is the state before or after.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSidecar } from '../../src/core/sidecar/read';
import { writeSidecar } from '../../src/core/sidecar/write';
import { random } from '../../test/support/random';
import { DataMaker } from '../../test/support/sidecars';

/** Longest time, in milliseconds, that the process is left alone after its first act. */
const MOST_PATIENCE = 30;

/** Kills one writer at a moment that the seed chooses. */
export async function killOnce(writer: string, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  try {
    const path = join(folder, 'a.txt.ann.yaml');
    const next = random(seed);
    const data = new DataMaker(next).data(1 + Math.floor(next() * 400));
    writeFileSync(path, writeSidecar(undefined, data));
    const told = await killed(writer, path, next() * MOST_PATIENCE);
    const read = readSidecar(readFileSync(path, 'utf8'), path);
    assert.ok(read.ok, `seed ${seed}: not valid after the crash`);
    const { annotations } = read.value.data;
    assert.equal(annotations.length, data.annotations.length, `seed ${seed}: annotations are gone`);
    const notes = new Set(annotations.map(({ note }) => note));
    const states = [told, told + 1].map((act) => `act ${act}`);
    assert.ok(
      annotations.length === 0 || (notes.size === 1 && states.includes([...notes][0] ?? '')),
      `seed ${seed}: act ${told} was done, the file says ${[...notes].join(', ')}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The last act that the process told of before it was killed. */
function killed(writer: string, path: string, patience: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), patience);
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', () => {
      const acts = output.split('\n').slice(0, -1);
      if (acts.length === 0) reject(new Error('the writer did nothing'));
      else resolve(Number(acts.at(-1)));
    });
  });
}
