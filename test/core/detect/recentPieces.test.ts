import assert from 'node:assert/strict';
import { RecentPieces } from '../../../src/core/detect/recentPieces';
import { random } from '../../support/random';

const value = (text: string) => ({ text });
const get = (pieces: RecentPieces<{ text: string }>, text: string) =>
  pieces.get(text, 0, text.length);

describe('recent pieces', () => {
  it('are found where their letters stand, and nowhere else', () => {
    const pieces = new RecentPieces(16);
    const [school, city] = [value('مدرسة'), value('مدينة')];
    pieces.set(school);
    pieces.set(city);
    const text = 'في مدرسة المدينة';
    assert.equal(pieces.get(text, 3, 8), school);
    assert.equal(pieces.get(text, 11, 16), city);
    assert.equal(pieces.get(text, 3, 7), undefined);
    assert.equal(pieces.get(text, 2, 8), undefined);
    assert.equal(pieces.get(text, 0, 0), undefined);
  });

  it('stay as long as somebody asks for them, and go when nobody does', () => {
    const pieces = new RecentPieces(16);
    const [asked, forgotten] = [value('مسؤول'), value('منسي')];
    pieces.set(asked);
    pieces.set(forgotten);
    for (let i = 0; i < 200; i++) {
      pieces.set(value(`كلمة${i}`));
      assert.equal(get(pieces, asked.text), asked, `after ${i}`);
    }
    assert.equal(get(pieces, forgotten.text), undefined);
  });

  it('never are those of other letters, whatever collides', () => {
    const next = random(17);
    const pieces = new RecentPieces<{ text: string }>(64);
    const letter = () => String.fromCharCode(0x0627 + Math.floor(next() * 3));
    let found = 0;
    for (let i = 0; i < 5000; i++) {
      const text = Array.from({ length: 1 + Math.floor(next() * 6) }, letter).join('');
      const known = get(pieces, text);
      if (known === undefined) pieces.set(value(text));
      else found++;
      assert.equal((known ?? get(pieces, text))?.text, text);
    }
    assert.ok(found > 1000);
  });
});
