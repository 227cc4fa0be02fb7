// Foreign files, damaged: whatever they hold, an import gives annotations that agree with their text, that
// a sidecar can hold, and names that stay in the folder; or it says what is wrong.
import assert from 'node:assert/strict';
import type { ImportFile } from '../../src/core/format/format';
import { safePath } from '../../src/core/format/paths';
import { IMPORT_FORMATS } from '../../src/core/format/registry';
import { toSidecarData } from '../../src/core/sidecar/bind';
import { readSidecar } from '../../src/core/sidecar/read';
import { writeSidecar } from '../../src/core/sidecar/write';
import { pick, randomArticle } from '../../test/support/annotated';
import { exportOne, importAll } from '../../test/support/exchange';
import { random } from '../../test/support/random';

const DEBRIS = [
  ...['', '9', '\t', '\n', '"', '}', 'T1', '🙂', '\u0000', '-', 'E1\tCLAIM:T1', '&', '<', '[['],
  ...[
    '../',
    '/etc/',
    'C:\\',
    '..\\',
    '__proto__',
    'constructor',
    '&#x41;',
    '1e309',
    '-1',
    '\ud83d',
  ],
  '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
];
const MOST_MILLISECONDS = 1000;

function damaged({ path, content }: ImportFile, next: () => number): ImportFile {
  let text = content;
  for (let n = 0; n < 3; n += 1) {
    const at = Math.floor(next() * text.length);
    text = text.slice(0, at) + pick(next, DEBRIS) + text.slice(at + Math.floor(next() * 6));
  }
  return { path, content: text };
}

/** One random article through one of the formats, damaged on the way. */
export function importOnce(seed: number): void {
  const format = IMPORT_FORMATS[seed % IMPORT_FORMATS.length];
  assert.ok(format !== undefined);
  const where = `${format.id}, seed ${seed}`;
  const next = random(seed);
  const { files } = exportOne(format, randomArticle(next));
  const broken = files.map((file) => damaged(file, next));
  const began = performance.now();
  const { articles } = importAll(format, broken);
  for (const { path, text, record } of articles) {
    assert.equal(safePath(path), path, `${where}: a path outside`);
    for (const { start, end, quote } of record.annotations) {
      assert.equal(text.slice(start, end), quote, where);
    }
    const source = writeSidecar(undefined, toSidecarData(text, 'a.txt', record));
    assert.ok(readSidecar(source, 'a').ok, `${where}: no sidecar holds it`);
  }
  const took = performance.now() - began;
  assert.ok(took < MOST_MILLISECONDS, `${where}: ${Math.round(took)} ms`);
}
