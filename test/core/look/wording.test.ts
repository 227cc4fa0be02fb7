import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MESSAGES } from '../../../src/extension/l10n/messages';
import { NOUNS } from '../../../src/extension/l10n/nouns';

type Table = Record<string, string>;
const table = (path: string): Table => JSON.parse(readFileSync(path, 'utf8')) as Table;

/** Numbers of the places in a message, `{0}` or `{0:noun}`, each once. */
const places = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\d)/g), ([, index]) => index ?? ''))].sort();

const ARABIC = /[\u0621-\u064A]/u;

describe('wording', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const english = table('package.nls.json');
  const arabic = table('package.nls.ar.json');

  it('has every string of package.json in both languages, and no other', () => {
    const named = Array.from(manifest.matchAll(/"%([^%"]+)%"/g), ([, key]) => key ?? '');
    const expected = [...new Set(named)].sort();
    assert.deepEqual(Object.keys(english).sort(), expected);
    assert.deepEqual(Object.keys(arabic).sort(), expected);
  });

  it('leaves no Arabic string of package.json in English', () => {
    for (const [key, text] of Object.entries(arabic)) {
      assert.ok(ARABIC.test(text) || /^[\d٠-٩]+$/u.test(text), `${key}: ${text}`);
    }
  });

  it('links to the same commands in both languages', () => {
    const links = (text = ''): string[] =>
      Array.from(text.matchAll(/\(command:[^)]+\)/g), ([link]) => link).sort();
    for (const key of Object.keys(english)) {
      assert.deepEqual(links(arabic[key]), links(english[key]), key);
    }
  });

  for (const [key, { en, ar }] of Object.entries(MESSAGES)) {
    it(`says ${key} in both languages`, () => {
      assert.deepEqual(places(ar), places(en), 'the same places');
      assert.ok(ARABIC.test(ar.replace(/\{[^}]*\}/g, '')) || places(ar).length > 0, ar);
      assert.ok(!ARABIC.test(en), en);
      for (const text of [en, ar]) {
        const bare = text.replace(/\{\d(?::[a-z]+\+?)?\}/g, '');
        assert.ok(!/[{}]/.test(bare), `a place that is not understood: ${text}`);
        for (const [, noun] of text.matchAll(/\{\d:([a-z]+)/g)) assert.ok((noun ?? '') in NOUNS);
      }
    });
  }
});
