import assert from 'node:assert/strict';
import { resolveOptions } from '../../../src/core/format/format';
import { decodeName, encodeName } from '../../../src/core/format/labelCode';
import { articlePath, safePath } from '../../../src/core/format/paths';
import { FORMATS, findFormat } from '../../../src/core/format/registry';

describe('safePath', () => {
  for (const [path, wanted] of [
    ['a.txt', 'a.txt'],
    ['./a/./b.txt', 'a/b.txt'],
    ['a\\b.txt', 'a/b.txt'],
    ['أخبار/خبر 1.txt', 'أخبار/خبر 1.txt'],
    ['..foo/a', '..foo/a'],
    ['', undefined],
    ['.', undefined],
    ['..', undefined],
    ['a/../b', undefined],
    ['..\\b', undefined],
    ['/a', undefined],
    ['\\a', undefined],
    ['C:\\a', undefined],
    ['c:a', undefined],
    ['a\u0000', undefined],
    ['a\nb', undefined],
    ['NUL.txt', undefined],
    ['a/com1', undefined],
    ['a.', undefined],
    ['a?b', undefined],
    ['x'.repeat(201), undefined],
  ] as const) {
    it(`${JSON.stringify(path.slice(0, 20))} → ${wanted ?? 'refused'}`, () =>
      assert.equal(safePath(path), wanted));
  }

  it('gives names without an extension one', () => {
    assert.equal(articlePath('a/b'), 'a/b.txt');
    assert.equal(articlePath('b.md'), 'b.md');
  });
});

describe('names in ASCII', () => {
  for (const name of ['PERS', 'A_B-c', 'شخص', 'a b', '_u0041_', '_', '__u00e9', '😀', '']) {
    it(`${JSON.stringify(name)} comes back`, () => {
      assert.match(encodeName(name), /^[A-Za-z0-9_-]*$/);
      assert.equal(decodeName(encodeName(name)), name);
    });
  }
});

describe('the registry', () => {
  it('finds formats by id, in the order in which they are offered', () => {
    assert.deepEqual(
      FORMATS.map(({ id }) => id),
      'jsonl conll brat w3c doccano webanno-tsv3 label-studio cas-json cas-xmi prodigy csv spacy hf parquet claimreview html'.split(
        ' ',
      ),
    );
    assert.equal(findFormat('brat')?.id, 'brat');
    assert.equal(findFormat('none'), undefined);
  });

  it('names everything in both languages, and gives options a value that they allow', () => {
    for (const { name, options } of FORMATS) {
      assert.ok(name.en !== '' && /[\u0600-\u06ff]/.test(name.ar));
      for (const { values, default: preset, description } of options) {
        assert.ok(values?.includes(preset) ?? true);
        assert.ok(description.en !== '' && /[\u0600-\u06ff]/.test(description.ar));
      }
    }
  });

  it('fills options in and names wrong ones', () => {
    const conll = findFormat('conll');
    assert.ok(conll !== undefined);
    assert.deepEqual(resolveOptions(conll, { scheme: 'bioes' }), {
      values: { scheme: 'bioes', proclitics: 'whole', levels: 'all' },
      problems: [],
    });
    assert.equal(resolveOptions(conll, { scheme: 'x', color: 'y' }).problems.length, 2);
  });
});
