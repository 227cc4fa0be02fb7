import assert from 'node:assert/strict';
import { describe as describeSpan, CONTEXT_LENGTH } from '../../../src/core/anchor/describe';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

describe('describe', () => {
  it('gives the quote and what stands around it', () => {
    const text = 'قال وزير الخارجية العراقي إن الوفد وصل إلى بغداد صباح اليوم';
    const start = text.indexOf('الوفد');
    assert.deepEqual(describeSpan(text, { start, end: start + 5 }), {
      quote: 'الوفد',
      prefix: text.slice(start - 24, start),
      suffix: text.slice(start + 5, start + 29),
    });
  });

  it('stops at the article’s edges', () => {
    assert.deepEqual(describeSpan('بغداد', { start: 0, end: 5 }), {
      quote: 'بغداد',
      prefix: '',
      suffix: '',
    });
  });

  it('never cuts a surrogate pair and fits the text, on random text', () => {
    const broken = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/;
    for (let seed = 1; seed <= 300; seed++) {
      const next = random(seed);
      const text = randomText(next, 30).replaceAll(
        /\uD83D(?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])\uDE00/g,
        '😀😀😀',
      );
      let start = Math.floor(next() * text.length);
      if (/[\uDC00-\uDFFF]/.test(text[start] ?? '')) start--;
      let end = Math.min(text.length, start + 1 + Math.floor(next() * 10));
      if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end++;
      const { quote, prefix, suffix } = describeSpan(text, { start, end });
      assert.ok(text.startsWith(prefix + quote + suffix, start - prefix.length), `seed ${seed}`);
      assert.ok(prefix.length <= CONTEXT_LENGTH && suffix.length <= CONTEXT_LENGTH);
      assert.doesNotMatch(prefix, broken, `seed ${seed}`);
      assert.doesNotMatch(suffix, broken, `seed ${seed}`);
    }
  });
});
