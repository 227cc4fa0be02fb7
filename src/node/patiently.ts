/** What Windows says of a file that another program reads, or has just let go of. */
const NOT_YET: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** A file that may not be touched at all answers the same: then it is an error, a second later. */
const PATIENCE_MS = 1000;
const FIRST_PAUSE_MS = 4;

/**
 * Does the task, on Windows again and again for a second: a file that anybody has open, a virus scanner or
 * another window, cannot be replaced, removed or made anew there until they are done with it. `patience` is in
 * milliseconds.
 */
export async function patiently<T>(task: () => Promise<T>, patience = PATIENCE_MS): Promise<T> {
  const since = Date.now();
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    try {
      return await task();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const mayPass = process.platform === 'win32' && NOT_YET.has(code);
      if (!mayPass || Date.now() - since > patience) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
