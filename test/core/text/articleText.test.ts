import assert from 'node:assert/strict';
import { decodeArticle, toLfText } from '../../../src/core/text/articleText';
import { random } from '../../support/random';
import { randomText } from '../../support/arabicText';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const codes = (bytes: Uint8Array): string[] =>
  decodeArticle(bytes).issues.map((issue) => issue.code);

describe('article text', () => {
  it('drops one BOM and makes every line end LF', () => {
    assert.equal(toLfText('\uFEFFأ\r\nب\rج\n'), 'أ\nب\nج\n');
    assert.equal(toLfText('\uFEFF\uFEFFأ'), '\uFEFFأ');
    assert.equal(toLfText('\r\r\n\n'), '\n\n\n');
    assert.equal(toLfText(''), '');
  });

  it('reads clean UTF-8 without a word', () => {
    const text = 'قال الوزير 😀 «نعم»\nثم café';
    assert.deepEqual(decodeArticle(utf8(text)), { text, encoding: 'utf-8', issues: [] });
    assert.equal(decodeArticle(utf8('\uFEFF' + text)).text, text);
    assert.deepEqual(decodeArticle(new Uint8Array()), { text: '', encoding: 'utf-8', issues: [] });
  });

  it('replaces broken UTF-8 as browsers do, and says where', () => {
    const decoder = new TextDecoder('utf-8');
    const cases = [
      [0xd9],
      [0xd9, 0x41],
      [0xe2, 0x80],
      [0xe2, 0x80, 0x41],
      [0xf0, 0x9f, 0x98],
      [0xc0, 0xaf],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xff],
      [0x80],
      [0xf0, 0x80, 0x80, 0x80],
      [0xf5, 0x80],
    ];
    for (const broken of cases) {
      const bytes = new Uint8Array([...utf8('قال الرجل '), ...broken, ...utf8(' نعم')]);
      const decoded = decodeArticle(bytes);
      assert.equal(decoded.text, decoder.decode(bytes), broken.toString());
      assert.equal(decoded.encoding, 'utf-8');
      assert.deepEqual(decoded.issues, [
        { code: 'invalid-utf-8', offset: utf8('قال الرجل ').length },
      ]);
    }
  });

  it('agrees with the platform decoder on random bytes that are mostly UTF-8', () => {
    const decoder = new TextDecoder('utf-8');
    for (let seed = 1; seed <= 200; seed++) {
      const next = random(seed);
      const bytes = utf8(randomText(next, 60).replaceAll('\0', ''));
      bytes[Math.floor(next() * bytes.length)] = 0x80 + Math.floor(next() * 0x80);
      const decoded = decodeArticle(bytes);
      if (decoded.encoding !== 'utf-8') continue;
      assert.equal(decoded.text, toLfText(decoder.decode(bytes)), `seed ${seed}`);
    }
  });

  it('reads windows-1256', () => {
    const bytes = new Uint8Array([
      0xde, 0xc7, 0xe1, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1, 0xa1, 0x0d, 0x0a, 0xe4, 0xda,
      0xe3,
    ]);
    assert.deepEqual(decodeArticle(bytes), {
      text: 'قال الوزير،\nنعم',
      encoding: 'windows-1256',
      issues: [{ code: 'decoded-as-windows-1256', offset: 0 }],
    });
  });

  it('reads ISO 8859-6', () => {
    const bytes = new Uint8Array([0xe2, 0xc7, 0xe4, 0x20, 0xc7, 0xe4, 0xe8, 0xd2, 0xea, 0xd1]);
    assert.equal(decodeArticle(bytes).text, 'قال الوزير');
    assert.equal(decodeArticle(bytes).encoding, 'iso-8859-6');
  });

  it('leaves Latin-1 bytes as broken UTF-8', () => {
    const decoded = decodeArticle(new Uint8Array([0x63, 0x61, 0x66, 0xa9, 0x20, 0xa9]));
    assert.equal(decoded.encoding, 'utf-8');
    assert.equal(decoded.text, 'caf\uFFFD \uFFFD');
  });

  it('reads UTF-16 with and without a BOM', () => {
    const text = 'قال الوزير نعم 😀\nثم';
    const little = new Uint8Array(Buffer.from(text, 'utf16le'));
    const big = little.slice();
    for (let i = 0; i < big.length; i += 2)
      [big[i], big[i + 1]] = [little[i + 1] ?? 0, little[i] ?? 0];
    assert.deepEqual(decodeArticle(new Uint8Array([0xff, 0xfe, ...little])), {
      text,
      encoding: 'utf-16le',
      issues: [],
    });
    assert.deepEqual(decodeArticle(new Uint8Array([0xfe, 0xff, ...big])), {
      text,
      encoding: 'utf-16be',
      issues: [],
    });
    assert.equal(decodeArticle(little).text, text);
    assert.equal(decodeArticle(big).text, text);
    assert.deepEqual(codes(little), ['decoded-as-utf-16']);
    assert.deepEqual(codes(new Uint8Array([0xff, 0xfe, ...little, 0x20])), ['truncated-utf-16']);
  });

  it('names NUL characters', () => {
    assert.deepEqual(codes(utf8('قال\0الوزير نعم')), ['nul-character']);
  });
});
