// Several processes work on one sidecar at once: none undoes what another did.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSidecar } from '../../src/core/sidecar/read';
import { writeSidecar } from '../../src/core/sidecar/write';
import { random } from '../../test/support/random';
import { DataMaker } from '../../test/support/sidecars';

/** Two or three processes, with so many acts each as the seed says. */
export async function shareOnce(adder: string, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'windows-'));
  try {
    const path = join(folder, 'a.txt.ann.yaml');
    const next = random(seed);
    const data = new DataMaker(next).data(1 + Math.floor(next() * 60));
    writeFileSync(path, writeSidecar(undefined, data));
    const names = ['x', 'y', 'z'].slice(0, 2 + Math.floor(next() * 2));
    const count = 5 + Math.floor(next() * 20);
    const codes = await Promise.all(names.map((who) => ended(adder, path, who, count)));
    assert.deepEqual(new Set(codes), new Set([0]), `seed ${seed}: a process failed`);
    const read = readSidecar(readFileSync(path, 'utf8'), path);
    assert.ok(read.ok, `seed ${seed}: not valid`);
    const there = new Set(read.value.data.annotations.map(({ id }) => id));
    const wanted = [
      ...data.annotations.map(({ id }) => id),
      ...names.flatMap((who) => Array.from({ length: count }, (_, n) => `${who}${n}`)),
    ];
    const lost = wanted.filter((id) => !there.has(id));
    assert.deepEqual(lost, [], `seed ${seed}: lost`);
    assert.deepEqual(readdirSync(folder), ['a.txt.ann.yaml'], `seed ${seed}: something is left`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ended(adder: string, path: string, who: string, count: number): Promise<number | null> {
  const child = spawn(process.execPath, [adder, path, who, String(count)], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
