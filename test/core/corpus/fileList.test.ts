import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { FileList } from '../../../src/core/corpus/fileList';

describe('the list of an export’s files', () => {
  it('gives back what was put in, in order, however much it is', () => {
    const list = new FileList();
    const entries = Array.from({ length: 300 }, (_, i) => ({
      path: `${(i * 7) % 300}/مقال.txt`,
      bytes: i ** 3,
      sha256: createHash('sha256').update(String(i)).digest('hex'),
    }));
    // Numbers that begin with zeros, and the largest.
    entries.push({ path: 'zero', bytes: 0, sha256: '0'.repeat(63) + '1' });
    entries.push({ path: 'most', bytes: 1, sha256: 'f'.repeat(64) });
    assert.equal(list.has('zero'), false);
    for (const entry of entries) list.add(entry);
    assert.equal(list.size, entries.length);
    assert.ok(list.has('zero') && !list.has('nowhere'));
    assert.deepEqual([...list], entries);
  });
});
