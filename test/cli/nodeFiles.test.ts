import assert from 'node:assert/strict';
import { chmod, lstat, mkdir, readFile, readdir, stat, symlink } from 'node:fs/promises';
import { nodeFiles } from '../../src/node/nodeFiles';
import { Scratch } from '../support/cli';

describe('the file port of Node', () => {
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  it('writes with the folders above, replaces whole, and leaves no other file', async () => {
    await nodeFiles.write(scratch.at('أ/ب/c.txt'), 'أول');
    await nodeFiles.write(scratch.at('أ/ب/c.txt'), 'ثان');
    assert.equal(await scratch.text('أ/ب/c.txt'), 'ثان');
    assert.deepEqual(await readdir(scratch.at('أ/ب')), ['c.txt']);
  });

  it('keeps the permissions of what it replaces', async () => {
    await scratch.put({ 'a.txt': 'x' });
    await chmod(scratch.at('a.txt'), 0o640);
    await nodeFiles.write(scratch.at('a.txt'), 'y');
    assert.equal((await stat(scratch.at('a.txt'))).mode & 0o777, 0o640);
  });

  it('writes through a link and leaves it one', async function () {
    if (process.platform === 'win32') return this.skip();
    await scratch.put({ 'real/a.txt': 'x' });
    await symlink(scratch.at('real/a.txt'), scratch.at('link.txt'));
    await nodeFiles.write(scratch.at('link.txt'), 'y');
    assert.ok((await lstat(scratch.at('link.txt'))).isSymbolicLink());
    assert.equal(await scratch.text('real/a.txt'), 'y');
  });

  it('names kinds of entries, and rejects for what is no folder', async () => {
    await scratch.put({ 'a.txt': '' });
    await mkdir(scratch.at('d'));
    await symlink(scratch.at('d'), scratch.at('l'), 'junction');
    const entries = await nodeFiles.list(scratch.path);
    assert.deepEqual(entries.map(({ name, kind }) => `${name} ${kind}`).sort(), [
      'a.txt file',
      'd dir',
      'l link',
    ]);
    await assert.rejects(nodeFiles.list(scratch.at('a.txt')));
  });

  it('shows a stream under its name only after commit', async () => {
    const path = scratch.at('s.txt');
    const stream = await nodeFiles.openStream?.(path);
    assert.ok(stream !== undefined);
    const long = 'سطر\n'.repeat(50_000);
    await stream.write(Buffer.from(long));
    await stream.write(Buffer.from('آخر'));
    assert.equal(await nodeFiles.exists(path), false);
    await stream.commit();
    await stream.discard();
    assert.equal(await readFile(path, 'utf8'), `${long}آخر`);
    assert.deepEqual(await readdir(scratch.path), ['s.txt']);
  });

  it('leaves nothing of a discarded stream, and what stood there before', async () => {
    await scratch.put({ 's.txt': 'قديم' });
    const stream = await nodeFiles.openStream?.(scratch.at('s.txt'));
    await stream?.write(Buffer.from('x'.repeat(100_000)));
    await stream?.discard();
    assert.equal(await scratch.text('s.txt'), 'قديم');
    assert.deepEqual(await readdir(scratch.path), ['s.txt']);
  });

  it('removes files and empty folders, and nothing else', async () => {
    await scratch.put({ 'd/a.txt': '' });
    await nodeFiles.removeEmptyFolder?.(scratch.at('d'));
    assert.ok(await nodeFiles.exists(scratch.at('d/a.txt')));
    await nodeFiles.remove(scratch.at('d/a.txt'));
    await nodeFiles.remove(scratch.at('d/a.txt'));
    await nodeFiles.removeEmptyFolder?.(scratch.at('d'));
    assert.equal(await nodeFiles.exists(scratch.at('d')), false);
  });
});
