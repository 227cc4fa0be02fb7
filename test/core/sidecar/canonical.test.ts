import assert from 'node:assert/strict';
import { readCanonical } from '../../../src/core/sidecar/canonical';
import { judgeSidecar } from '../../../src/core/sidecar/read';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { random, rounds } from '../../support/random';
import { DataMaker } from '../../support/sidecars';

const SAMPLE = writeSidecar(undefined, {
  article: { file: 'embassy.txt', sha256: 'ab12'.repeat(16), unit: 'codepoint' },
  status: 'in-progress',
  annotations: [
    { id: 'k3v9q2', label: 'GPE', start: 5, end: 11, quote: 'العراق', prefix: 'في ', suffix: '\n' },
    {
      id: 'c7d1aa',
      label: 'CLAIM',
      start: 20,
      end: 40,
      quote: 'قال "كذا"',
      parts: [{ start: 50, end: 52, quote: 'ثم' }],
      claim: {
        kind: 'statement',
        mode: 'direct',
        checkworthy: true,
        cue: { start: 12, end: 15, quote: 'قال' },
      },
      by: 'annotator-1',
      at: '2026-11-20T10:00:00Z',
      confidence: 0.5,
      attributes: { topic: 'حرب', sure: true, weight: 2 },
    },
  ],
  rejected: [{ label: 'ORG', start: 1, end: 4, quote: 'خلية' }],
});

/** The canonical reader may decline; where it does not, the judge must say the same and nothing more. */
function assertAgrees(source: string, seed: number | string): boolean {
  const fast = readCanonical(source);
  if (fast === undefined) return false;
  const judged = judgeSidecar(source, 'x');
  assert.ok(judged.ok, `${seed}: the judge refuses ${JSON.stringify(source)}`);
  assert.deepEqual(judged.issues, [], `${seed}: the judge finds issues`);
  assert.deepEqual(fast, judged.value, `${seed}: they differ on ${JSON.stringify(source)}`);
  return true;
}

describe('the canonical reader', () => {
  it('agrees with the YAML parser on random data, and data survive', () => {
    let fast = 0;
    const last = rounds(25);
    for (let seed = 1; seed <= last; seed += 1) {
      const data = new DataMaker(random(seed)).data();
      const source = writeSidecar(undefined, data);
      const judged = judgeSidecar(source, 'x');
      assert.ok(judged.ok, `${seed}: ${JSON.stringify(judged.issues)}`);
      assert.deepEqual(judged.value.data, data, `seed ${seed}`);
      if (assertAgrees(source, seed)) fast += 1;
      assertAgrees(source.replace(/\n/g, '\r\n'), seed);
    }
    assert.ok(fast > last / 3, `only ${fast} of ${last} were read the fast way`);
  });

  it('reads what we write', () => assert.ok(assertAgrees(SAMPLE, 'sample')));

  it('never disagrees on files that somebody damaged', () => {
    const pieces = [
      '\n',
      ' ',
      '  ',
      '"',
      ':',
      '#',
      '- ',
      '\\',
      '\t',
      '\r',
      '0',
      'no',
      '[]',
      '{',
      '~',
    ];
    const lines = SAMPLE.split('\n');
    for (let seed = 1; seed <= rounds(200); seed += 1) {
      const make = new DataMaker(random(seed));
      const at = make.int(SAMPLE.length);
      const line = make.int(lines.length);
      const mutants = [
        () => SAMPLE.slice(0, at) + make.pick(pieces) + SAMPLE.slice(at),
        () => SAMPLE.slice(0, at) + SAMPLE.slice(at + 1 + make.int(3)),
        () => lines.toSpliced(line, 1).join('\n'),
        () => lines.toSpliced(line, 0, make.pick(lines)).join('\n'),
        () => SAMPLE.slice(0, at),
      ];
      assertAgrees(make.pick(mutants)(), seed);
    }
  });

  const declined: readonly (readonly [string, (source: string) => string])[] = [
    ['a comment inside', (s) => s.replace('status:', '# note\nstatus:')],
    ['a byte order mark', (s) => `\ufeff${s}`],
    ['mixed line ends', (s) => s.replace('\n', '\r\n')],
    ['no line end at the end', (s) => s.trimEnd()],
    ['keys in another order', (s) => s.replace(/( {4}start: 5\n)( {4}end: 11\n)/, '$2$1')],
    ['a duplicate id', (s) => s.replace('c7d1aa', 'k3v9q2')],
    ['a word YAML reads as a truth value', (s) => s.replace('GPE', 'no')],
    ['a number as a name', (s) => s.replace('k3v9q2', '123456')],
    ['an offset in octal', (s) => s.replace('start: 5', 'start: 05')],
    ['an end before the start', (s) => s.replace('end: 11', 'end: 1')],
    ['a claim without a kind', (s) => s.replace('    kind: statement\n', '')],
    ['an entity with a cue', (s) => s.replace('label: CLAIM', 'label: ORG')],
    ['a newer version', (s) => s.replace('hashiya: 1', 'hashiya: 2')],
    ['__proto__ as an attribute', (s) => s.replace('topic:', '__proto__:')],
    ['an attribute that stands twice', (s) => s.replace('sure:', 'topic:')],
    ['another unit', (s) => s.replace('codepoint', 'utf16')],
  ];
  for (const [name, change] of declined) {
    it(`leaves ${name} to the parser`, () => {
      const source = change(SAMPLE);
      assert.notEqual(source, SAMPLE);
      assert.equal(readCanonical(source), undefined);
    });
  }
});
