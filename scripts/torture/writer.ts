// A process that annotates without end, to be killed: it does one act after the other on the sidecar that
// is named, says how far it is, and never stops by itself.
import { readFile } from 'node:fs/promises';
import { readSidecar } from '../../src/core/sidecar/read';
import type { Sidecar } from '../../src/core/sidecar/sidecar';
import { updateSidecar } from '../../src/core/sidecar/write';
import { nodeFiles } from '../../src/node/nodeFiles';

/** The sidecar with the note of every annotation set to the number of the act. */
function acted({ data, ...rest }: Sidecar, act: number): Sidecar {
  const annotations = data.annotations.map((one) => ({ ...one, note: `act ${act}` }));
  return updateSidecar({ data, ...rest }, { ...data, annotations });
}

async function run(path: string): Promise<void> {
  const read = readSidecar(await readFile(path, 'utf8'), path);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  let sidecar = read.value;
  for (let act = 1; ; act += 1) {
    sidecar = acted(sidecar, act);
    await nodeFiles.write(path, sidecar.source);
    process.stdout.write(`${act}\n`);
  }
}

void run(process.argv[2] ?? '');
