// What the extension takes from the machine where it runs in Node. In browsers machine.web.ts stands in
// its place, with the same names; nothing else in the extension knows Node.
import { join } from 'node:path';
import { indexInThread } from '../../node/indexInThread';
import { clearLeftovers, exclusively } from '../../node/lock';
import { nodeFiles, statFile } from '../../node/nodeFiles';
import { writeAtomically } from '../../node/replace';
import type { Exporting, LocalDisk, ReadForIndex } from './parts';

/** Files of the scheme `file`. */
export const localDisk: LocalDisk | undefined = {
  files: nodeFiles,
  stat: statFile,
  replace: writeAtomically,
  exclusively,
  clearLeftovers,
};

const THREADS = join(__dirname, 'exporting.js');

/** Where there are threads; the folder is one of the scheme `file`. */
export const readForIndex: ReadForIndex | undefined = (root, { include, exclude }) =>
  indexInThread(THREADS, { root, include, exclude });

/** Lets everything that waits have its turn: keys, commands, other extensions. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** All formats: a bundle of their own, loaded when they are first needed. */
export async function loadExporting(): Promise<Exporting> {
  const { exportingHere } = await import('./exporting');
  return exportingHere();
}
