// `detect` in threads, on the bundle that ships; skipped without it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Scratch } from '../support/cli';

const CLI = resolve('dist', 'cli.js');
/** Named once in full, then again: its reasons are worded late. */
const TEXT = 'وصل الوزير سامي الحداد إلى بغداد.\n\nومنزل الحداد قريب من هنا.\n';
/** So many that threads are worth it. */
const ARTICLES = 260;

function detect(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'detect', ...argv], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('detect in threads', function () {
  this.timeout(60_000);
  let scratch: Scratch;

  before(async function () {
    if (!existsSync(CLI)) return this.skip();
    scratch = new Scratch();
    for (let at = 0; at < ARTICLES; at += 1) {
      await scratch.put({ [`c/${at}.txt`]: `${TEXT}الخبر رقم ${at}.\n` });
    }
    await scratch.put({ 'c/note.txt': 'A note in English.\n', 'c/bad.txt.ann.yaml': 'hashiya: [' });
    await scratch.put({ 'c/bad.txt': TEXT });
  });

  after(() => scratch?.remove());

  it('says the same in the same order, however many there are', () => {
    const [alone, ...others] = ['1', '2', '3'].map((jobs) =>
      detect(scratch.at('c'), '--jobs', jobs),
    );
    assert.equal(alone?.status, 3);
    assert.match(alone.stdout, /named elsewhere in the article/);
    assert.equal(alone.stdout.split('\n').length, ARTICLES + 1);
    for (const other of others) assert.deepEqual(other, alone);
  });

  it('writes sidecars for all articles', async () => {
    const { status, stdout } = detect(scratch.at('c'), '--jobs', '2', '--accept');
    assert.equal(status, 3);
    assert.equal(stdout.split('\n').length, ARTICLES + 1);
    assert.match(await scratch.text('c/69.txt.ann.yaml'), /quote: .*بغداد/);
    assert.equal(await scratch.text('c/bad.txt.ann.yaml'), 'hashiya: [');
  });
});
