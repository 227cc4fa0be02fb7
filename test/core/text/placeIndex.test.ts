import assert from 'node:assert/strict';
import { PlaceIndex } from '../../../src/core/text/placeIndex';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

describe('place index', () => {
  it('finds what a walk over the text finds, before and after it is built', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const next = random(seed);
      const text = randomText(next, 120);
      const index = new PlaceIndex(text);
      for (let i = 0; i < 20; i++) {
        const start = Math.floor(next() * text.length);
        const quote = text.slice(start, start + 1 + Math.floor(next() * 12));
        const expected = Array.from({ length: text.length }, (_, at) => at).filter(
          (at) => quote !== '' && text.startsWith(quote, at),
        );
        assert.deepEqual(index.find(quote), expected, `seed ${seed}: ${JSON.stringify(quote)}`);
      }
    }
  });

  it('knows overlapping places, the last place, and nothing', () => {
    const index = new PlaceIndex('لالالالالالا نعم');
    for (let i = 0; i < 8; i++) {
      assert.deepEqual(index.find('لالالالا'), [0, 2, 4]);
      assert.deepEqual(index.find('لالا نعم'), [8]);
      assert.deepEqual(index.find('ليس هنا أبدا'), []);
      assert.deepEqual(index.find(''), []);
    }
    assert.deepEqual(new PlaceIndex('').find('نعم'), []);
  });
});
