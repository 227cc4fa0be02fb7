import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MESSAGES } from '../../../src/extension/l10n/messages';
import { NOUNS } from '../../../src/extension/l10n/nouns';
import { TEXTS } from '../../../src/webview/dashboard/texts';

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

  /** What a newsroom's desk strikes out, see docs/translating.md. */
  const SLIPS: readonly (readonly [what: string, slip: RegExp])[] = [
    ['a Latin comma, semicolon or question mark', /[\u0621-\u064A»]\u2069?[,;?](?:\s|$)/u],
    ['a space before a mark', /\s[،؛؟.:](?:\s|$)/u],
    ['a calque', /بواسطة|القيام ب|قام ب|(?:^|\s)ي?تم\s/u],
    ['the imperative سِمْ', /سِمْ/u],
    ['letters of Persian', /[یکگپچ]/u],
  ];
  const sentences: readonly (readonly [key: string, ar: string])[] = [
    ...Object.entries(arabic),
    ...Object.entries(MESSAGES).map(([key, { ar }]) => [key, ar] as const),
    ...Object.entries(TEXTS).map(([key, { ar }]) => [key, ar] as const),
  ];
  for (const [what, slip] of SLIPS) {
    it(`has no ${what} in Arabic`, () => {
      for (const [key, ar] of sentences) assert.ok(!slip.test(ar), `${key}: ${ar}`);
    });
  }

  it('sets lines of Arabic with Latin letters apart where VS Code reads them by itself', () => {
    const names = ['extension.displayName', 'submenu.context', 'category'];
    for (const [key, text] of Object.entries(arabic)) {
      const mixed = text
        .split('\n')
        .filter((line) => ARABIC.test(line) && /[A-Za-z0-9]/.test(line) && !line.startsWith('['));
      if (names.includes(key)) continue;
      for (const line of mixed) assert.match(line, /^\u2067.*\u2069$/u, key);
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
