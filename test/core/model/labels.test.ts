import assert from 'node:assert/strict';
import { CLAIM } from '../../../src/core/model/annotation';
import {
  BUILTIN_LABELS,
  findClaimKind,
  findLabel,
  presetLabels,
} from '../../../src/core/model/labels';

describe('labels', () => {
  it('has the 21 entity labels and nine claim kinds', () => {
    assert.equal(BUILTIN_LABELS.entities.length, 21);
    assert.equal(BUILTIN_LABELS.claimKinds.length, 9);
    assert.equal(presetLabels('wojood'), BUILTIN_LABELS);
    assert.deepEqual(
      presetLabels('conll').entities.map((label) => label.name),
      ['PERS', 'ORG', 'LOC', 'MISC'],
    );
  });

  for (const set of [BUILTIN_LABELS, presetLabels('conll')]) {
    it(`names, keys and colours of ${set.name} are complete and do not repeat`, () => {
      for (const group of [set.entities, set.claimKinds]) {
        for (const field of ['name', 'ar', 'en', 'color', 'key'] as const) {
          const values = group.map((label) => label[field]);
          assert.equal(new Set(values).size, group.length, field);
          assert.ok(!values.includes(undefined), field);
        }
        for (const label of group) {
          assert.match(label.color, /^#[0-9a-f]{6}$/);
          assert.match(label.key ?? '', /^[a-z1-9]$/);
          assert.match(label.ar, /^[\p{Script=Arabic} ]+$/u);
        }
      }
    });
  }

  it('finds labels by name, CLAIM in every set', () => {
    assert.equal(findLabel(BUILTIN_LABELS, 'GPE')?.en, 'Country or city');
    assert.equal(findLabel(BUILTIN_LABELS, 'gpe'), undefined);
    assert.equal(findLabel(presetLabels('conll'), CLAIM)?.name, CLAIM);
    assert.equal(findClaimKind(BUILTIN_LABELS, 'denial')?.ar, 'نفي');
    assert.equal(findClaimKind(BUILTIN_LABELS, 'PERS'), undefined);
  });
});
