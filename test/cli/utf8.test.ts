import { strict as assert } from 'node:assert';
import { STANDARD_UTF8 } from '../../src/core/text/utf8';
import { nodeUtf8 } from '../../src/node/utf8';
import { random } from '../support/random';

const PIECES = ['خبر ', 'abc', '😀', '\ufeff', '\ud800', '\udc00', '\u0000', 'ّ', '٣', '\n'];

describe("Node's conversions of UTF-8", () => {
  it('give what the standard gives, whatever the text', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const next = random(seed);
      const count = Math.floor(next() * 400);
      const text = Array.from({ length: count }, () => PIECES[Math.floor(next() * PIECES.length)]);
      const bytes = STANDARD_UTF8.encode(text.join(''));
      assert.deepEqual([...nodeUtf8.encode(text.join(''))], [...bytes], `seed ${seed}`);
      assert.equal(nodeUtf8.decode(bytes), STANDARD_UTF8.decode(bytes), `seed ${seed}`);
    }
  });

  it('give long well-formed text back, which is where they differ in speed', () => {
    const text = '\ufeffأعلنت وزارة الصحة 😀 اليوم.\n'.repeat(100);
    assert.equal(nodeUtf8.decode(nodeUtf8.encode(text)), text);
  });

  it('refuse bytes that are not UTF-8', () => {
    const broken = Uint8Array.from({ length: 400 }, (_, at) => (at === 300 ? 0xd8 : 0x61));
    assert.throws(() => nodeUtf8.decode(broken), TypeError);
  });
});
