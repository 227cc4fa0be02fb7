// Texts that no newsroom writes: half a million characters without a blank, of quotation marks, of brackets.
import assert from 'node:assert/strict';
import { createEngine } from '../../../src/core/detect/suggest';
import { segmentLine } from '../../../src/core/text/proclitics';
import { tokenize } from '../../../src/core/text/tokens';

const LENGTH = 500_000;
const TEXTS: readonly (readonly [name: string, piece: string])[] = [
  ['no blank', 'والسفارة'],
  ['one letter', 'و'],
  ['quotation marks', '"'],
  ['opening quotation marks', '«'],
  ['brackets that open', '('],
  ['brackets of all kinds', '([{}])'],
  ['digits', '7'],
  ['colons', ':'],
  ['marks on no letter', '\u064e'],
  ['line ends', '\n'],
];

describe('half a million characters of one thing', () => {
  const engine = createEngine();
  for (const [name, piece] of TEXTS) {
    it(`${name}: ends with suggestions that are of the text`, () => {
      const text = piece.repeat(LENGTH / piece.length);
      const suggestions = engine.suggest(text);
      assert.ok(suggestions.length <= text.length / 2);
      assert.ok(tokenize(text).length <= text.length);
      assert.equal(segmentLine(text).replaceAll('+', '').length, text.length);
    });
  }
});
