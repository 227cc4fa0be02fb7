import type { RenderAll } from '../core/corpus/exportCorpus';
import type { Files } from '../core/corpus/files';

/** Where text goes. `write` resolves when the receiver can take more, so that nothing piles up. */
export interface Output {
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
}

/** Work in other threads. */
export interface Threads {
  /** As many as the machine runs at once. */
  readonly count: number;
  render(format: string, count: number): RenderAll;
  /** Puts inputs through a task, which is known by its name; outputs come in the order of the inputs. */
  map<I, O>(
    task: string,
    job: unknown,
    count: number,
    inputs: Iterable<I> | AsyncIterable<I>,
  ): AsyncIterable<O>;
}

/** Everything that a command touches outside the core. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  /** Path of the trained model for names; without it the rules stand alone. */
  readonly modelFile?: string;
  /** Path of the trained weights for proclitics; without it the rules stand alone. */
  readonly procliticsFile?: string;
  readonly now: () => Date;
  readonly random: () => number;
  /** Runs Git; whether it did what it was told. Absent where no program can be run. */
  readonly git?: (args: readonly string[]) => Promise<boolean>;
  /** Absent where all is to be done in this thread. */
  readonly threads?: Threads;
  /** From here on an interrupt from the keyboard does not end the process but shows in what is returned. */
  readonly catchInterrupt: () => { readonly aborted: boolean };
}

/** The reader of our output has gone: there is nobody left to write for. */
export class BrokenPipe extends Error {}

/** A line of bytes without its line feed, and whether it had one. */
export interface InputLine {
  readonly bytes: Uint8Array;
  readonly ended: boolean;
}

/** Lines of a stream of bytes, one at a time; the last one may lack its line feed. */
export async function* inputLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine> {
  let pieces: Uint8Array[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let feed = chunk.indexOf(10); feed !== -1; feed = chunk.indexOf(10, start)) {
      pieces.push(chunk.subarray(start, feed));
      yield { bytes: Buffer.concat(pieces), ended: true };
      pieces = [];
      start = feed + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  }
  if (pieces.length > 0) yield { bytes: Buffer.concat(pieces), ended: false };
}
