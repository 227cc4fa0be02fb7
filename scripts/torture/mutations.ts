// Hostile and broken files: sidecars, configurations and imports with pieces cut, doubled and swapped.
import assert from 'node:assert/strict';
import { readConfig } from '../../src/core/corpus/config';
import { openSidecar } from '../../src/core/sidecar/bind';
import { readSidecar } from '../../src/core/sidecar/read';
import { writeSidecar } from '../../src/core/sidecar/write';
import { random } from '../../test/support/random';
import { DataMaker } from '../../test/support/sidecars';

const PIECES = [
  '\n',
  '  ',
  '- ',
  ': ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '!!str ',
  '|',
  '>-',
  '#',
  '\t',
  '\0',
  '\ud83d',
  '\u2028',
  '<<: ',
  '? ',
  '---\n',
  '...\n',
  '1e999',
  '-1',
  '0x10',
  'null',
  '__proto__: ',
  '\r',
  '[[[[[[[[[[',
  '{a: {a: {a: ',
  'constructor: ',
  '%YAML 9\n',
  '٣',
  '\u202e',
];
const CONFIG =
  'annotator: سالم\nlabels:\n  - name: PARTY\n    names: {ar: حزب, en: Party}\n    color: "#7a3fb0"\n' +
  'claimKinds: [statement, denial]\ninclude: ["**/*.txt"]\nexclude: ["x/**"]\nrtl: true\n';
/** No input of some kilobytes may take longer. */
const MOST_MILLISECONDS = 1000;

function mutated(text: string, next: () => number): string {
  let result = text;
  for (let edits = 1 + Math.floor(next() * 4); edits > 0; edits -= 1) {
    const at = Math.floor(next() * (result.length + 1));
    const length = next() < 0.5 ? 0 : Math.floor(next() * (next() < 0.1 ? 200 : 12));
    const piece =
      next() < 0.3
        ? result.slice(at, at + Math.floor(next() * 80))
        : (PIECES[Math.floor(next() * PIECES.length)] ?? '');
    result = result.slice(0, at) + piece + result.slice(at + length);
  }
  return result;
}

/** One mutated sidecar and one mutated configuration: read, bound, written, read again. */
export function mutateOnce(seed: number): void {
  const next = random(seed);
  const source = mutated(writeSidecar(undefined, new DataMaker(next).data(4)), next);
  const began = performance.now();
  const read = readSidecar(source, 'a');
  if (read.ok) {
    const text = 'قال الناطق إن الوفد غادر المدينة قبل الظهر.\n';
    const { record } = openSidecar(text, read.value);
    const kept = record.annotations.length + record.orphans.length;
    assert.equal(kept, read.value.data.annotations.length, `seed ${seed}: an annotation is gone`);
    assert.equal(
      writeSidecar(read.value, read.value.data),
      source,
      `seed ${seed}: touched in vain`,
    );
  } else {
    assert.ok(
      read.issues.some(({ severity }) => severity === 'error'),
      `seed ${seed}: no reason given`,
    );
  }
  readConfig(mutated(CONFIG, next), 'hashiya.yaml');
  const took = performance.now() - began;
  assert.ok(took < MOST_MILLISECONDS, `seed ${seed}: ${Math.round(took)} ms`);
  assert.equal(Object.keys({}.constructor.prototype as object).length, 0, `seed ${seed}: polluted`);
}
