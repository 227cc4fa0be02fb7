import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { BusyError } from '../../src/core/corpus/exclusive';
import { lockName, removeLeftovers, temporaryName } from '../../src/core/corpus/files';
import { clearLeftovers, exclusively } from '../../src/node/lock';
import { nodeFiles } from '../../src/node/nodeFiles';
import { temporaryFor } from '../../src/node/temporary';
import { Scratch } from '../support/cli';

const LONG_AGO = new Date(Date.now() - 3_600_000);

describe('one writer at a time', () => {
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  it('lets nothing be lost of what is read, changed and written', async () => {
    const path = scratch.at('count');
    await writeFile(path, '0');
    const add = (): Promise<void> =>
      exclusively(path, async () => {
        const now = Number(await readFile(path, 'utf8'));
        await writeFile(path, String(now + 1));
      });
    await Promise.all(Array.from({ length: 40 }, add));
    assert.equal(await readFile(path, 'utf8'), '40');
    assert.deepEqual(await readdir(scratch.path), ['count']);
  });

  it('goes on after a task that fails, and past the lock of a process that was killed', async () => {
    const path = scratch.at('a');
    await assert.rejects(
      exclusively(path, () => Promise.reject(new Error('full'))),
      /full/,
    );
    const lock = scratch.at(lockName('a'));
    await writeFile(lock, '');
    await utimes(lock, LONG_AGO, LONG_AGO);
    assert.equal(await exclusively(path, async () => 'done'), 'done');
    assert.deepEqual(await readdir(scratch.path), []);
  });

  it('lets one in at a time where many find the same stale lock, and tells one of them', async () => {
    const path = scratch.at('a');
    const lock = scratch.at(lockName('a'));
    await writeFile(lock, '');
    await utimes(lock, LONG_AGO, LONG_AGO);
    let inside = 0;
    const news = await Promise.all(
      Array.from({ length: 20 }, () =>
        exclusively(path, async (brokeLock) => {
          assert.equal((inside += 1), 1);
          await new Promise((resolve) => setTimeout(resolve, 2));
          inside -= 1;
          return brokeLock;
        }),
      ),
    );
    assert.equal(news.filter((brokeLock) => brokeLock).length, 1);
    assert.deepEqual(await readdir(scratch.path), []);
  });

  const placed = existsSync('/proc/self/ns/pid') ? it : it.skip;
  /** The lock that a process which is no more had, as `of` changes it. */
  async function leaveLock(of: (text: string) => string): Promise<string> {
    const path = scratch.at('a');
    const lock = scratch.at(lockName('a'));
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const text = await exclusively(path, () => readFile(lock, 'utf8'));
    assert.match(text, new RegExp(`^${process.pid} \\S`));
    await writeFile(lock, of(text.replace(/^\d+/, String(pid))));
    return path;
  }

  placed('knows at once that the process of a lock is no more', async () => {
    const path = await leaveLock((text) => text);
    assert.equal(await exclusively(path, async (brokeLock) => brokeLock, 20), true);
    assert.deepEqual(await readdir(scratch.path), []);
  });

  const others: readonly (readonly [string, (text: string) => string])[] = [
    ['of a process that runs', (text) => text.replace(/^\d+/, String(process.pid))],
    ['of another machine', (text) => `${text} elsewhere`],
    ['that says not whose it is', () => ''],
    ['whose words are cut', (text) => text.slice(0, 4)],
  ];
  for (const [whose, of] of others) {
    placed(`waits for a lock ${whose}`, async () => {
      const path = await leaveLock(of);
      await assert.rejects(
        exclusively(path, () => Promise.resolve(), 20),
        BusyError,
      );
    });
  }

  it('gives up on a lock that does not become free, and leaves it', async () => {
    const path = scratch.at('a');
    const held = exclusively(path, async () => {
      await assert.rejects(
        exclusively(path, () => Promise.resolve(), 20),
        (error) => error instanceof BusyError && error.path === path,
      );
      return readdir(scratch.path);
    });
    assert.deepEqual(await held, [lockName('a')]);
  });

  it('leaves the lock of another that took its own for stale', async () => {
    const path = scratch.at('a');
    await exclusively(path, async () => {
      await rm(scratch.at(lockName('a')));
      await writeFile(scratch.at(lockName('a')), '');
    });
    assert.deepEqual(await readdir(scratch.path), [lockName('a')]);
  });

  it('does the task where no lock can be made', async () => {
    assert.equal(await exclusively(scratch.at('no/such/folder/a'), async () => 1), 1);
  });

  it('clears away what killed processes left of a file, and nothing else', async () => {
    const left = temporaryName('a.yaml', '0123456789ab');
    const others = [
      temporaryName('b.yaml', '0123456789ab'),
      temporaryName('a.yaml', 'fedcba987654'),
      '.a.yaml.tmp',
      'a.yaml',
    ];
    for (const name of [left, ...others]) await writeFile(scratch.at(name), '');
    for (const name of [left, others[0] ?? '', 'a.yaml', '.a.yaml.tmp']) {
      await utimes(scratch.at(name), LONG_AGO, LONG_AGO);
    }
    await clearLeftovers(scratch.at('a.yaml'));
    assert.deepEqual((await readdir(scratch.path)).sort(), [...others].sort());
    await clearLeftovers(scratch.at('no/such/folder/a'));
  });

  it('leaves alone what a process that runs is writing, and takes at once what a dead one left', async function () {
    if (process.platform !== 'linux') this.skip();
    await scratch.put({ 'c/a.txt': 'قال.\n', 'out/keep': '' });
    const mine = temporaryFor(scratch.at('out', 'corpus.jsonl'));
    // No process has the greatest number that there can be.
    const dead = mine.replace(/[0-9a-f]{8}(?=\.tmp$)/, 'ffffff00');
    const foreign = temporaryName('corpus.jsonl', '0'.repeat(11) + '1');
    for (const path of [mine, dead, scratch.at('out', foreign)]) await writeFile(path, '');
    await utimes(mine, LONG_AGO, LONG_AGO);
    await removeLeftovers(nodeFiles, scratch.at('out'));
    assert.deepEqual(
      (await readdir(scratch.at('out'))).sort(),
      [basename(mine), foreign, 'keep'].sort(),
    );
  });
});
