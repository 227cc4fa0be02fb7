// I/O errors at every call that replacing a file makes: the file is the state before or after.
import assert from 'node:assert/strict';
import plain, { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import promised, { type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../src/node/nodeFiles';

const CODES = ['ENOSPC', 'EIO', 'EACCES'];
const CALLS = ['open', 'rename'];
const PLAIN_CALLS = ['accessSync', 'lstatSync', 'realpathSync', 'statSync'];
const HANDLE_CALLS: ReadonlySet<PropertyKey> = new Set(['writeFile', 'sync', 'close']);

/** Lets the n-th call fail, before it did anything or, where it writes, after half of it. */
class Fault {
  calls = 0;
  constructor(
    private readonly n: number,
    private readonly code: string,
  ) {}

  get happened(): boolean {
    return this.calls >= this.n;
  }

  /** Counts a call; throws where it is the one that fails. */
  private count(): void {
    this.calls += 1;
    if (this.calls !== this.n) return;
    throw Object.assign(new Error(`${this.code}: injected`), { code: this.code });
  }

  pass<T>(call: () => T): T {
    this.count();
    return call();
  }

  async passLater<T>(call: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> {
    if (this.calls + 1 === this.n) await half?.();
    this.count();
    return call();
  }

  handle(handle: FileHandle): FileHandle {
    return new Proxy(handle, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const method = (...args: unknown[]): Promise<unknown> =>
          Reflect.apply(value, target, args) as Promise<unknown>;
        if (!HANDLE_CALLS.has(name)) return method;
        return (...args: unknown[]) =>
          this.passLater(
            () => method(...args),
            name === 'writeFile' ? () => target.writeFile(String(args[0]).slice(0, 40)) : undefined,
          );
      },
    });
  }
}

type Calls = Record<string, (...args: unknown[]) => unknown>;

/** Puts the calls of a module through the fault; answers how to put them back. */
function through(
  module: object,
  names: readonly string[],
  wrap: (name: string, call: Calls[string]) => Calls[string],
): () => void {
  const calls = module as Calls;
  const real = names.map((name) => [name, calls[name]] as const);
  for (const [name, call] of real) if (call !== undefined) calls[name] = wrap(name, call);
  return () => {
    for (const [name, call] of real) if (call !== undefined) calls[name] = call;
  };
}

/** Whether the run ended without the fault being told. */
async function withFault(fault: Fault, run: () => Promise<void>): Promise<boolean> {
  const restore = [
    through(
      plain,
      PLAIN_CALLS,
      (_, call) =>
        (...args) =>
          fault.pass(() => call(...args)),
    ),
    through(promised, CALLS, (name, call) => async (...args) => {
      const result = await fault.passLater(() => call(...args) as Promise<unknown>);
      return name === 'open' ? fault.handle(result as FileHandle) : result;
    }),
  ];
  try {
    await run();
    return true;
  } catch (error) {
    assert.match(String(error), /injected/);
    return false;
  } finally {
    restore.forEach((back) => back());
  }
}

/** Fails every call in turn, with every error; answers how many failures there were. */
export async function failEverywhere(): Promise<number> {
  let count = 0;
  for (const code of CODES) {
    for (let n = 1; ; n += 1) {
      const fault = new Fault(n, code);
      await failOnce(fault, `${code} at call ${n}`);
      if (!fault.happened) break;
      count += 1;
    }
  }
  return count;
}

async function failOnce(fault: Fault, where: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fault-'));
  try {
    const path = join(folder, 'a.txt.ann.yaml');
    const [before, after] = ['before\n'.repeat(50), 'after\n'.repeat(60)];
    writeFileSync(path, before);
    const done = await withFault(fault, () => nodeFiles.write(path, after));
    const now = readFileSync(path, 'utf8');
    assert.ok(now === before || now === after, `${where}: neither before nor after`);
    if (done) assert.equal(now, after, `${where}: told as written and is not`);
    assert.deepEqual(readdirSync(folder), ['a.txt.ann.yaml'], `${where}: something is left behind`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
