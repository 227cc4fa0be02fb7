// What the extension takes from the machine where it runs in a browser: no disk and no threads, so all
// goes through the file systems of the workspace; see machine.ts.
import { exportCorpus } from '../../core/corpus/exportCorpus';
import { articleHtml } from '../../core/format/reading/article';
import { pageStyle } from '../../core/format/reading/style';
import { FORMATS } from '../../core/format/registry';
import type { Exporting, LocalDisk, ReadForIndex } from './parts';

export const localDisk: LocalDisk | undefined = undefined;
export const readForIndex: ReadForIndex | undefined = undefined;

const { port1: next, port2: wake } = new MessageChannel();
const waiting: (() => void)[] = [];
next.onmessage = () => waiting.shift()?.();

/** A message to oneself comes behind all that waits, and without the delay of a timer. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    wake.postMessage(undefined);
  });
}

export async function loadExporting(): Promise<Exporting> {
  return { exportCorpus, formats: FORMATS, articleHtml, pageStyle };
}
