// The bundle that ships, as the shell runs it. Built by `npm run build`; without it these are skipped.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { VERSION } from '../../src/core/corpus/version';

const CLI = resolve('dist', 'cli.js');

function shell(command: string) {
  const hashiya = `"${process.execPath}" "${CLI}"`;
  return spawnSync('bash', ['-c', command.replaceAll('hashiya', hashiya)], {
    encoding: 'utf8',
    timeout: 15_000,
  });
}

describe('dist/cli.js', function () {
  before(function () {
    if (!existsSync(CLI) || process.platform === 'win32') this.skip();
  });

  it('says its version', () => {
    assert.equal(shell('hashiya --version').stdout, `hashiya ${VERSION}\n`);
  });

  it('ends quietly when the reader goes away', () => {
    const { stdout, stderr } = shell(
      `yes 'وبالسفارة' | hashiya segment | head -2; echo "\${PIPESTATUS[1]}"`,
    );
    assert.equal(stdout, 'و+ب+السفارة\nو+ب+السفارة\n0\n');
    assert.equal(stderr, '');
  });

  it('tells a full disk in one line', function () {
    if (!existsSync('/dev/full')) return this.skip();
    const { stderr, status } = shell(
      `echo '{"id":1,"text":"نص"}' | hashiya detect --stdin > /dev/full`,
    );
    assert.match(stderr, /^hashiya: the disk is full \(ENOSPC\); .*\n$/);
    assert.equal(status, 1);
  });

  it('ends where the system lets no folder be made', function () {
    if (!existsSync('/proc/self')) return this.skip();
    const { stderr, status } = shell(
      'hashiya export samples --format jsonl --out /proc/absent/out',
    );
    assert.match(stderr, /^hashiya: \/proc\/absent.*ENOENT.*\n$/m);
    assert.equal(status, 1);
  });
});
