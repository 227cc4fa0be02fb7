import assert from 'node:assert/strict';
import { segmentLine } from '../../../src/core/text/proclitics';
import { NONSENSE } from '../../support/nonsense';
import { engine } from './support';

describe('the engine, on what is no news', () => {
  for (const [what, text, few] of NONSENSE) {
    it(`suggests little for ${what}`, function () {
      // A text that takes time in another proportion than its length takes minutes.
      this.timeout(20_000);
      const found = engine.suggest(text);
      const shown = found.slice(0, 5).map(({ label, quote }) => `${label}:${quote.slice(0, 40)}`);
      assert.ok(found.length <= few, `${found.length}: ${shown.join(' ')}`);
      for (const { start, end, quote } of found) assert.equal(text.slice(start, end), quote);
    });

    it(`cuts ${what} into pieces that join to it`, () => {
      assert.equal(segmentLine(text).replaceAll('+', ''), text.replaceAll('+', ''));
    });
  }
});
