import assert from 'node:assert/strict';
import { BUILTIN_LABELS, presetLabels } from '../../../src/core/model/labels';
import { checkLabels } from '../../../src/core/sidecar/checkLabels';
import { readSidecar } from '../../../src/core/sidecar/read';

const SOURCE = `hashiya: 1
article: {file: a.txt, unit: codepoint}
annotations:
  - {id: a1, label: GPE, start: 0, end: 1, quote: ا}
  # a comment
  - id: a2
    label: CLAIM
    start: 2
    end: 3
    quote: ب
    kind: rumour
    mode: direct
`;

describe('checkLabels', () => {
  const result = readSidecar(SOURCE, 'a.txt.ann.yaml');
  assert.ok(result.ok);
  const { value } = result;
  const found = (set: typeof BUILTIN_LABELS): unknown[] =>
    checkLabels(value, set, 'a.txt.ann.yaml').map((issue) => [
      issue.code,
      issue.severity,
      issue.annotation,
    ]);

  it('warns of labels and claim kinds that the set does not have', () => {
    assert.deepEqual(found(presetLabels('conll')), [
      ['unknown-label', 'warning', 'a1'],
      ['unknown-claim-kind', 'warning', 'a2'],
    ]);
    assert.deepEqual(found(BUILTIN_LABELS), [['unknown-claim-kind', 'warning', 'a2']]);
  });

  it('says where, if each annotation has lines of its own', () => {
    const block = SOURCE.replace(
      '{file: a.txt, unit: codepoint}',
      '\n  file: a.txt\n  unit: codepoint',
    );
    const read = readSidecar(block, 'x');
    assert.ok(read.ok);
    assert.deepEqual(
      checkLabels(read.value, presetLabels('conll'), 'x').map((issue) => issue.line),
      [6, 8],
    );
  });
});
