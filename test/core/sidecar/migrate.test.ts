import assert from 'node:assert/strict';
import { isMap, isScalar } from 'yaml';
import { FORMAT, type Format } from '../../../src/core/sidecar/migrate';
import { judgeSidecar, readNewer } from '../../../src/core/sidecar/read';
import { SIDECAR_VERSION } from '../../../src/core/sidecar/sidecar';
import { writeSidecar } from '../../../src/core/sidecar/write';

/** A made-up version 3: `text` became `file` in 2, `state: open` became `status: todo` in 3. */
const THIRD: Format = {
  version: 3,
  steps: [
    {
      from: 2,
      change: (root) => {
        const state = root.items.find(({ key }) => isScalar(key) && key.value === 'state');
        if (state === undefined || !isScalar(state.key) || !isScalar(state.value)) return;
        state.key.value = 'status';
        if (state.value.value === 'open') state.value.value = 'todo';
      },
    },
    {
      from: 1,
      change: (root) => {
        const article = root.get('article', true);
        if (!isMap(article)) return;
        const text = article.items.find(({ key }) => isScalar(key) && key.value === 'text');
        if (text !== undefined && isScalar(text.key)) text.key.value = 'file';
      },
    },
  ],
};

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

const FIRST = lines(
  '# كتبها محرر',
  'hashiya: 1',
  'article:',
  '  text: خبر.txt # المقال',
  '  unit: codepoint',
  'state: open',
  'desk: "الشؤون العربية"',
  'annotations:',
  '  - id: aaa111 # أول حاشية',
  '    label: GPE',
  '    start: 0',
  '    end: 4',
  '    quote: إربد',
  '    reviewed: true',
);

const UNDERSTOOD = FIRST.replace('text:', 'file:').replace('state: open', 'status: todo');

describe('versions of the sidecar', () => {
  it('takes an old file to the newest version step by step, with its comments and unknown keys', () => {
    const read = judgeSidecar(FIRST, 'خبر.txt.ann.yaml', THIRD);
    assert.ok(read.ok, JSON.stringify(read.issues));
    assert.equal(read.value.data.article.file, 'خبر.txt');
    assert.equal(read.value.data.status, 'todo');
    assert.deepEqual(
      read.value.data.annotations.map(({ id, quote }) => [id, quote]),
      [['aaa111', 'إربد']],
    );
    assert.equal(read.value.source, UNDERSTOOD.replace('hashiya: 1', 'hashiya: 3'));
  });

  it('begins where the file is', () => {
    const second = FIRST.replace('hashiya: 1', 'hashiya: 2').replace('text:', 'file:');
    const read = judgeSidecar(second, '', THIRD);
    assert.ok(read.ok && read.value.data.article.file === 'خبر.txt');
  });

  it('writes what it made of the file with the next act, and nothing without one', () => {
    const one: Format = { version: SIDECAR_VERSION, steps: THIRD.steps.map(from(-2)) };
    const read = judgeSidecar(FIRST.replace('hashiya: 1', 'hashiya: -1'), '', one);
    assert.ok(read.ok);
    const { data } = read.value;
    assert.equal(writeSidecar(read.value, data), read.value.source);
    const done = writeSidecar(read.value, { ...data, status: 'done' });
    assert.equal(done, UNDERSTOOD.replace('status: todo', 'status: done'));
  });

  for (const [what, version, code] of [
    ['without a way', 0, 'sidecar-version'],
    ['between two versions', 1.5, 'sidecar-version'],
    ['newer than the newest', 4, 'sidecar-newer-version'],
  ] as const) {
    it(`leaves a file of a version ${what} as it is, and says so at its line`, () => {
      const read = judgeSidecar(FIRST.replace('hashiya: 1', `hashiya: ${version}`), '', THIRD);
      const [first] = read.issues;
      assert.deepEqual([read.ok, first?.code, first?.line], [false, code, 2]);
    });
  }

  it('has a step from every version to the next', () => {
    const froms = FORMAT.steps.map((step) => step.from).sort();
    assert.equal(FORMAT.version, SIDECAR_VERSION);
    assert.deepEqual(
      froms,
      Array.from({ length: FORMAT.version - 1 }, (_, index) => index + 1),
    );
  });

  describe('a newer one', () => {
    const newer = UNDERSTOOD.replace('hashiya: 1', 'hashiya: 9');

    it('shows what it understands', () => {
      const strange = `${newer}  - id: bbb222\n    labels: [GPE, LOC]\n`;
      const data = readNewer(strange);
      assert.deepEqual(
        data?.annotations.map(({ id }) => id),
        ['aaa111'],
      );
    });

    for (const [what, source] of [
      ['of this version', UNDERSTOOD],
      ['that is not YAML', newer.replace('annotations:', 'annotations: "')],
      ['without an article', newer.replace(/article:\n.*\n.*\n/, '')],
    ] as const) {
      it(`is not a file ${what}`, () => assert.equal(readNewer(source), undefined));
    }
  });
});

/** The same step at other numbers. */
function from(shift: number): (step: Format['steps'][number]) => Format['steps'][number] {
  return (step) => ({ ...step, from: step.from + shift });
}
