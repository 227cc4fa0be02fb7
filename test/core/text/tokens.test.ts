import assert from 'node:assert/strict';
import { isBlank } from '../../../src/core/text/chars';
import { tokenize } from '../../../src/core/text/tokens';
import { wordSpans } from '../../../src/core/text/words';
import { covers } from '../../../src/core/text/span';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

const INITIALS = { word: 'w', number: 'n', punctuation: 'p', symbol: 's' };
const show = (text: string): string =>
  tokenize(text)
    .map((token) => `${INITIALS[token.kind]}:${token.text}`)
    .join(' ');

describe('tokenize', () => {
  const cases: [string, string, string][] = [
    ['words and Arabic punctuation', 'قال، ثم؛ هل؟', 'w:قال p:، w:ثم p:؛ w:هل p:؟'],
    ['quotation marks, one token each', '«“نعم”»', 'p:« p:“ w:نعم p:” p:»'],
    ['tashkeel and tatweel', 'وَصَلَـ الوفـدُ', 'w:وَصَلَـ w:الوفـدُ'],
    ['numbers', '3.5 ٣٫٥ 1,000 10:40 ½ ١٢', 'n:3.5 n:٣٫٥ n:1,000 n:10:40 n:½ n:١٢'],
    ['a number with a proclitic is a word', 'بـ15 و20', 'w:بـ15 w:و20'],
    ['signs around numbers', '-5% $3', 'p:- n:5 p:% s:$ n:3'],
    ['weapons', 'F-16 وإف-16', 'w:F-16 w:وإف-16'],
    ['address', 'https://example.org/a?b=1. ثم', 'w:https://example.org/a?b=1 p:. w:ثم'],
    [
      'bare address and mail',
      'www.example.org a.b@c.org example.com،',
      'w:www.example.org w:a.b@c.org w:example.com p:،',
    ],
    ['address in Arabic quotation marks', '«https://example.org»', 'p:« w:https://example.org p:»'],
    ['names and tags', '@user #غزة_الآن #', 'w:@user w:#غزة_الآن p:#'],
    ['dots', 'نعم... لا.', 'w:نعم p:... w:لا p:.'],
    ['emoji', '😀👩‍👩‍👧🏽🇮🇶🇱🇧❤️', 's:😀 s:👩‍👩‍👧🏽 s:🇮🇶 s:🇱🇧 s:❤️'],
    ['keycap', '1️⃣', 's:1️⃣'],
    ['ligature', 'ﷺ ﻻ', 'w:ﷺ w:ﻻ'],
    ['bidi controls are in no token', '\u2067قال\u2069 \u200Fنعم', 'w:قال w:نعم'],
    ['lone surrogate', 'أ\uD83D', 'w:أ s:\uD83D'],
    ['stray mark', '" \u064B', 'p:" s:\u064B'],
    ['CRLF', 'أ\r\nب', 'w:أ w:ب'],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.equal(show(text), expected));
  }

  it('covers every drawn code unit exactly once, in order, on random text', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const text = randomText(random(seed), 40);
      const covered = new Uint8Array(text.length);
      let last = 0;
      for (const token of tokenize(text)) {
        assert.ok(token.start >= last && token.end > token.start, `seed ${seed}`);
        assert.equal(token.text, text.slice(token.start, token.end));
        covered.fill(1, token.start, token.end);
        last = token.end;
      }
      for (let i = 0; i < text.length; i++) {
        if (covered[i] === 0)
          assert.ok(isBlank(text.charCodeAt(i)), `seed ${seed} at ${i}: ${JSON.stringify(text)}`);
      }
    }
  });

  it('never cuts a word', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const text = randomText(random(seed), 40);
      const tokens = tokenize(text);
      for (const word of wordSpans(text)) {
        assert.ok(
          tokens.some((token) => covers(token, word)),
          `seed ${seed}: ${text.slice(word.start, word.end)} in ${JSON.stringify(text)}`,
        );
      }
    }
  });

  it('takes linear time on hostile runs', () => {
    const runs = [
      'a'.repeat(60_000),
      'a.'.repeat(30_000),
      '1:'.repeat(30_000),
      '\u200C'.repeat(60_000),
      'أ_'.repeat(30_000),
      'a@'.repeat(30_000),
      '👩‍'.repeat(20_000),
    ];
    const began = performance.now();
    for (const run of runs) tokenize(run);
    assert.ok(performance.now() - began < 1000);
  });
});
