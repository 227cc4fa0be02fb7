import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

describe('line index', () => {
  const index = new LineIndex('أول\n\nثالث');

  it('knows lines', () => {
    assert.equal(index.lineCount, 3);
    assert.deepEqual(
      [0, 1, 2].map((line) => index.lineText(line)),
      ['أول', '', 'ثالث'],
    );
    assert.deepEqual(
      [0, 3, 4, 5, 9].map((at) => index.lineAt(at)),
      [0, 0, 1, 2, 2],
    );
  });

  it('clamps what is out of range', () => {
    assert.deepEqual(index.positionAt(-3), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(99), { line: 2, character: 4 });
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 3);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 9);
    assert.equal(index.offsetAt({ line: -1, character: 2 }), 0);
    assert.equal(index.offsetAt({ line: 1, character: -2 }), 4);
    assert.equal(index.endOf(-1), 0);
    assert.equal(index.startOf(9), 9);
  });

  it('the empty text has one line, a final line feed makes one more', () => {
    assert.equal(new LineIndex('').lineCount, 1);
    assert.deepEqual(new LineIndex('').positionAt(0), { line: 0, character: 0 });
    assert.equal(new LineIndex('أ\n').lineCount, 2);
  });

  it('offset and position are inverses, on random text', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const text = randomText(random(seed), 40);
      const lines = new LineIndex(text);
      for (let at = 0; at <= text.length; at++) {
        const position = lines.positionAt(at);
        assert.equal(lines.offsetAt(position), at, `seed ${seed}`);
        assert.equal(position.line, text.slice(0, at).split('\n').length - 1);
      }
      const all = Array.from({ length: lines.lineCount }, (_, line) => lines.lineText(line));
      assert.equal(all.join('\n'), text);
    }
  });
});
