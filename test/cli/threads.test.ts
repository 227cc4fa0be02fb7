// Commands in threads, on the bundle that ships; skipped without it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Scratch } from '../support/cli';

const CLI = resolve('dist', 'cli.js');
/** Named once in full, then again: its reasons are worded late. */
const TEXT = 'وصل الوزير سامي الحداد إلى بغداد.\n\nومنزل الحداد قريب من هنا.\n';
/** So many that every thread gets some. */
const ARTICLES = 260;

function hashiya(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...argv], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const detect = (...argv: string[]) => hashiya('detect', ...argv);

describe('threads', function () {
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

  it('detect the same in the same order, however many there are', () => {
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

  it('count the same', () => {
    const [alone, ...others] = ['1', '2', '3'].map((jobs) =>
      hashiya('stats', scratch.at('c'), '--json', '--jobs', jobs),
    );
    assert.equal(alone?.status, 3);
    assert.match(alone.stdout, new RegExp(`"articles":${ARTICLES + 2}`));
    for (const other of others) assert.deepEqual(other, alone);
  });

  it('import the same, and name the same problems in the same order', async () => {
    const ann = 'T1\tPERS 11 22\tسامي الحداد\nR1\tknows Arg1:T1 Arg2:T1\n';
    for (let at = 0; at < 300; at += 1) {
      await scratch.put({ [`brat/${at}.txt`]: TEXT, [`brat/${at}.ann`]: ann });
    }
    await scratch.put({ 'brat/150.txt': Buffer.from([0xff]) });
    const [alone, ...others] = ['1', '2', '3'].map((jobs) => {
      const out = scratch.at(`from-${jobs}`);
      const made = hashiya(
        'import',
        scratch.at('brat'),
        '--format',
        'brat',
        '--out',
        out,
        '--jobs',
        jobs,
      );
      const stdout = made.stdout.replaceAll(out, 'OUT');
      const stderr = made.stderr.replaceAll(out, 'OUT');
      return { status: made.status, stdout, stderr };
    });
    assert.equal(alone?.status, 3);
    assert.match(alone.stdout, /^299 articles, 299 annotations/);
    for (const other of others) assert.deepEqual(other, alone);
    for (const name of ['0.txt', '299.txt.ann.yaml']) {
      assert.equal(await scratch.text(`from-2/${name}`), await scratch.text(`from-1/${name}`));
    }
  });
});
