import { createHash, randomInt } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { temporaryName } from '../core/corpus/files';

/**
 * Among which processes a number stands for one: this start of this machine, this container. Undefined
 * where that cannot be told; the folder may be shared with other machines.
 */
export const HERE = processSpace();

function processSpace(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

/** Whether a process runs here; a number may have been given to another one by now. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Whether the file was last changed so many milliseconds ago; one that is not there never was. */
export async function isOlder(path: string, age: number): Promise<boolean> {
  const made = await stat(path).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs > age;
}

/** Four digits that stand for `HERE`. */
const HERE_DIGITS =
  HERE === undefined ? undefined : createHash('sha256').update(HERE).digest('hex').slice(0, 4);
/** Process numbers have 22 bits at most on Linux. */
const PID_DIGITS = hex(process.pid % 2 ** 24, 6);

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** Tells apart the files that this process writes for one name at the same time. */
let last = randomInt(256);

/** A new temporary file beside the one at `path`. Its name says whose it is: where, which process, which file. */
export function temporaryFor(path: string): string {
  last = (last + 1) % 256;
  const whose = `${HERE_DIGITS ?? hex(randomInt(2 ** 16), 4)}${PID_DIGITS}${hex(last, 2)}`;
  return join(dirname(path), temporaryName(basename(path), whose));
}

/** Temporary files that nobody has touched for so long belong to nobody, where it cannot be known better. */
const LEFT_MS = 60_000;

/**
 * Whether whoever was writing the temporary file is no more. Of a process that ran here that is known at once;
 * a file of any other place is taken for left when it is old.
 */
export async function isAbandoned(path: string): Promise<boolean> {
  const [, place, pid = ''] = /\.([0-9a-f]{4})([0-9a-f]{6})[0-9a-f]{2}\.tmp$/.exec(path) ?? [];
  if (place === HERE_DIGITS && place !== undefined) return !isAlive(Number.parseInt(pid, 16));
  return isOlder(path, LEFT_MS);
}
