import { turn } from '../machine/machine';

/** Work for at most this long before giving the host's other work a turn. */
const SLICE_MS = 8;

/** Tells when it is time to let others have a turn. */
export class Slice {
  private until = performance.now() + SLICE_MS;

  async rest(): Promise<void> {
    if (performance.now() < this.until) return;
    await turn();
    this.until = performance.now() + SLICE_MS;
  }
}

/** Runs a generator to its end, in slices. Gives undefined when `wanted` says that nobody wants it any more. */
export async function inSlices<T>(
  work: Generator<unknown, T>,
  wanted: () => boolean = () => true,
): Promise<T | undefined> {
  const slice = new Slice();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await slice.rest();
    if (!wanted()) return undefined;
  }
}

/** Runs a generator to its end at once. */
export function finished<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
