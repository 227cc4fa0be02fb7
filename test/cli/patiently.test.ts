// On Windows a file that somebody has open cannot be replaced at once. Here another system plays Windows, and
// the file system answers as it does there.
import assert from 'node:assert/strict';
import promises from 'node:fs/promises';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { lockName } from '../../src/core/corpus/files';
import { exclusively } from '../../src/node/lock';
import { patiently } from '../../src/node/patiently';
import { writeAtomically } from '../../src/node/replace';
import { Scratch } from '../support/cli';

function refusal(code: string): Error {
  return Object.assign(new Error(`${code}: not now`), { code });
}

describe('files that others have open', () => {
  const { platform } = process;
  const { open, rename, rm } = promises;
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => {
    Object.assign(promises, { open, rename, rm });
    Object.defineProperty(process, 'platform', { value: platform });
    scratch.remove();
  });
  const be = (value: NodeJS.Platform): void => {
    Object.defineProperty(process, 'platform', { value });
  };

  /** The function, refused with each of the codes in turn before it is done. */
  function refused<T extends unknown[], R>(codes: string[], task: (...given: T) => Promise<R>) {
    return async (...given: T): Promise<R> => {
      const code = codes.shift();
      if (code !== undefined) throw refusal(code);
      return task(...given);
    };
  }

  it('are replaced when they are let go of', async () => {
    be('win32');
    const path = scratch.at('a');
    await writeFile(path, 'old');
    const codes = ['EPERM', 'EACCES', 'EBUSY'];
    promises.rename = refused(codes, rename);
    await writeAtomically(path, 'new');
    assert.equal(await readFile(path, 'utf8'), 'new');
    assert.deepEqual(codes, []);
    assert.deepEqual(await readdir(scratch.path), ['a']);
  });

  it('are given up where that does not come', async () => {
    be('win32');
    let tries = 0;
    const task = (): Promise<never> => {
      tries++;
      return Promise.reject(refusal('EPERM'));
    };
    await assert.rejects(patiently(task, 10), /not now/);
    assert.ok(tries > 1);
  });

  it('are locked by one at a time: a lock on its way out is waited for', async () => {
    be('win32');
    const codes = ['EPERM', 'EPERM', 'EBUSY'];
    promises.open = refused(codes, open) as typeof open;
    promises.rm = refused(['EBUSY'], rm);
    const names = await exclusively(scratch.at('a'), () => readdir(scratch.path));
    assert.deepEqual(names, [lockName('a')]);
    assert.deepEqual(await readdir(scratch.path), []);
  });

  const atOnce: readonly [NodeJS.Platform, string][] = [
    ['linux', 'EPERM'],
    ['darwin', 'EBUSY'],
    ['win32', 'ENOSPC'],
    ['win32', 'EEXIST'],
  ];
  for (const [system, code] of atOnce) {
    it(`are not waited for on ${system} after ${code}`, async () => {
      be(system);
      let tries = 0;
      const task = (): Promise<never> => {
        tries++;
        return Promise.reject(refusal(code));
      };
      await assert.rejects(patiently(task), /not now/);
      assert.equal(tries, 1);
    });
  }
});
