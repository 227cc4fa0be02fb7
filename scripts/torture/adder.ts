// A process that adds annotations to a sidecar, one after the other, as a window does: it reads what stands
// there, adds one, and puts the whole in its place. argv: sidecar, name of the process, how many.
import { readFile } from 'node:fs/promises';
import { compareAnnotations } from '../../src/core/model/order';
import { readSidecar } from '../../src/core/sidecar/read';
import { updateSidecar } from '../../src/core/sidecar/write';
import { exclusively } from '../../src/node/lock';
import { nodeFiles } from '../../src/node/nodeFiles';

async function add(path: string, id: string, start: number): Promise<void> {
  const read = readSidecar(await readFile(path, 'utf8'), path);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { data } = read.value;
  const one = { id, label: 'ORG', start, end: start + 1, quote: 'ا' };
  const annotations = [...data.annotations, one].sort(compareAnnotations);
  await nodeFiles.write(path, updateSidecar(read.value, { ...data, annotations }).source);
}

async function run([path = '', who = '', count = '']: readonly string[]): Promise<void> {
  for (let n = 0; n < Number(count); n += 1) {
    await exclusively(path, () => add(path, `${who}${n}`, n));
  }
}

void run(process.argv.slice(2));
