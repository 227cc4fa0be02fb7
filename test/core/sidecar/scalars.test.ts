import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { isPlain, isPlainHash, quoted, scalar, word } from '../../../src/core/sidecar/scalars';
import { TRICKY } from '../../support/sidecars';

/** What YAML 1.1 readers resolve to something else than text, by the patterns of its type repository. */
const RESOLVES_IN_1_1 = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|y|Y|n|N)$/,
  /^(?:~|null|Null|NULL|)$/,
  /^[-+]?(?:0b[0-1_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/,
  /^[-+]?(?:[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/,
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)?$/,
  /^(?:=|<<)$/,
];

describe('scalars', () => {
  it('come back from both versions of YAML as the same text', () => {
    for (const text of TRICKY) {
      const written = word(text);
      assert.equal(parse(written), text, written);
      assert.equal(parse(written, { version: '1.1' }), text, written);
      assert.equal(parse(`{a: ${written}, b: 1}`, { version: '1.1' }).a, text, written);
      if (isPlain(text)) {
        assert.ok(!RESOLVES_IN_1_1.some((pattern) => pattern.test(text)), text);
      }
    }
  });

  const plain: readonly (readonly [string, boolean])[] = [
    ['GPE', true],
    ['annotator-1', true],
    ['wikidata:Q796', true],
    ['https://example.org/a', true],
    ['مقال 1.txt', true],
    ['مُحرِّر', true],
    ['no', false],
    ['On', false],
    ['y', false],
    ['NULL', false],
    ['12:30', false],
    ['2024-01-01', false],
    ['a: b', false],
    ['a:', false],
    ['a #b', false],
    ['a, b', false],
    [' a', false],
    ['a ', false],
    ['-', false],
    ['', false],
    ['ا\u200f', false],
  ];
  for (const [text, expected] of plain) {
    it(`${expected ? 'leaves' : 'puts'} ${JSON.stringify(text)} ${expected ? 'plain' : 'in quotes'}`, () => {
      assert.equal(isPlain(text), expected);
    });
  }

  it('writes quotations on one line, with what cannot be seen escaped', () => {
    assert.equal(quoted('«نعم» قال'), '"«نعم» قال"');
    assert.equal(quoted('قال "لا"\\'), '"قال \\"لا\\"\\\\"');
    assert.equal(quoted('أ\n\tب\r'), '"أ\\n\\tب\\r"');
    assert.equal(quoted('\u0000\u007f\u0085\u2028'), '"\\u0000\\u007f\\u0085\\u2028"');
    assert.equal(quoted('\u200f\u202e\u2067\u061c'), '"\\u200f\\u202e\\u2067\\u061c"');
    assert.equal(quoted('\ud83d😀\ude00'), '"\\ud83d😀\\ude00"');
    assert.equal(quoted('ک\u200cه'), '"ک\u200cه"');
  });

  it('writes numbers that both versions of YAML read as numbers', () => {
    for (const value of [0, -1.5, 0.1, 1e21, 5e-7, -2.5e-10, Number.NaN, -Infinity]) {
      assert.deepEqual(parse(scalar(value)), value);
      assert.deepEqual(parse(scalar(value), { version: '1.1' }), value);
    }
    assert.equal(scalar(1e21), '1.0e+21');
    assert.equal(scalar('12'), '"12"');
    assert.equal(scalar(true), 'true');
  });

  it('takes a hash for a word unless it reads as a number', () => {
    assert.ok(isPlainHash('ab12'.repeat(16)));
    assert.ok(!isPlainHash('1'.repeat(64)));
    assert.ok(!isPlainHash(`${'1'.repeat(30)}e${'2'.repeat(33)}`));
    assert.ok(!isPlainHash('ab'));
  });
});
