import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/model/annotation';
import { apply } from '../../../src/core/model/operations';
import { conflictOf, settleConflict } from '../../../src/core/model/conflicts';
import { mergeSidecars } from '../../../src/core/sidecar/merge';
import { readSidecar } from '../../../src/core/sidecar/read';
import type { Sidecar, SidecarData } from '../../../src/core/sidecar/sidecar';
import { updateSidecar, writeSidecar } from '../../../src/core/sidecar/write';
import { mergeOnce } from '../../../scripts/torture/branches';

const GPE: Annotation = { id: 'aaaaa1', label: 'GPE', start: 4, end: 7, quote: 'تعز' };
const PERS: Annotation = { id: 'bbbbb2', label: 'PERS', start: 20, end: 24, quote: 'سمير' };
const ORG: Annotation = { id: 'ccccc3', label: 'ORG', start: 30, end: 35, quote: 'الهلال' };

const DATA: SidecarData = {
  article: { file: 'a.txt', sha256: 'ab'.repeat(32), unit: 'codepoint' },
  status: 'in-progress',
  annotations: [GPE, PERS],
  rejected: [{ label: 'DATE', start: 40, end: 43, quote: 'أمس' }],
};

function parse(source: string): Sidecar {
  const read = readSidecar(source, 'a.txt.ann.yaml');
  assert.ok(read.ok, JSON.stringify(read.issues));
  return read.value;
}

const BASE = parse(writeSidecar(undefined, DATA));
const changed = (data: Partial<SidecarData>): Sidecar =>
  parse(updateSidecar(BASE, { ...DATA, ...data }).source);
const merge = (ours: Sidecar, theirs: Sidecar) => mergeSidecars(BASE, ours, theirs);

describe('merging sidecars', () => {
  it('brings together what both added, changed and removed', () => {
    const ours = changed({ annotations: [{ ...GPE, note: 'مدينة' }, PERS, ORG] });
    const theirs = changed({ annotations: [GPE], rejected: [], status: 'done' });
    const { data, conflicts } = merge(ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(data.annotations, [{ ...GPE, note: 'مدينة' }, ORG]);
    assert.deepEqual([data.rejected, data.status], [[], 'done']);
  });

  it('merges one annotation field by field', () => {
    const ours = changed({ annotations: [{ ...GPE, label: 'LOC' }, PERS] });
    const theirs = changed({
      annotations: [{ ...GPE, link: 'wikidata:Q1', start: 9, end: 12, prefix: 'في ' }, PERS],
    });
    const { data, conflicts } = merge(ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(data.annotations[0], {
      ...GPE,
      label: 'LOC',
      link: 'wikidata:Q1',
      start: 9,
      end: 12,
      prefix: 'في ',
    });
  });

  it('tells an attribute that is called like something of every object from none', () => {
    const named = { ...GPE, attributes: { constructor: 0 } };
    const merged = merge(
      changed({ annotations: [{ ...GPE, attributes: { era: 'حديث' } }, PERS] }),
      changed({ annotations: [named, PERS] }),
    );
    assert.match(merged.source, /constructor: 0/);
    assert.deepEqual(parse(merged.source).data, merged.data);
  });

  it('takes the same words at two places for no conflict: the article moved under both', () => {
    const ours = changed({
      annotations: [{ ...GPE, start: 5, end: 8 }, PERS],
      article: { ...DATA.article, sha256: '01'.repeat(32) },
    });
    const theirs = changed({
      annotations: [{ ...GPE, start: 6, end: 9 }, PERS],
      article: { ...DATA.article, sha256: '02'.repeat(32) },
    });
    const { data, conflicts } = merge(ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.equal(data.annotations.length, 2);
    assert.equal(data.article.sha256, undefined);
  });

  it('keeps both versions where the sides disagree, each naming the other, in valid YAML', () => {
    const ours = changed({ annotations: [{ ...GPE, label: 'LOC' }, PERS] });
    const theirs = changed({ annotations: [{ ...GPE, label: 'FAC' }, PERS] });
    const { source, conflicts } = merge(ours, theirs);
    const [conflict] = conflicts;
    assert.equal(conflict?.id, 'aaaaa1');
    const { annotations } = parse(source).data;
    const versions = annotations.filter((one) => conflictOf(one) !== undefined);
    assert.deepEqual(
      versions.map((one) => [one.id, one.label, conflictOf(one)]).sort(),
      [
        ['aaaaa1', 'LOC', conflict?.other],
        [conflict?.other, 'FAC', 'aaaaa1'],
      ].sort(),
    );
  });

  it('keeps what one side changed and the other removed, marked', () => {
    const ours = changed({ annotations: [{ ...GPE, label: 'LOC' }, PERS] });
    const theirs = changed({ annotations: [PERS] });
    for (const { data, conflicts } of [merge(ours, theirs), merge(theirs, ours)]) {
      assert.deepEqual(conflicts, [{ id: 'aaaaa1', other: 'deleted' }]);
      assert.equal(data.annotations[0]?.attributes?.['conflict'], 'deleted');
    }
  });

  it('removes what one side removed and the other only moved along', () => {
    const ours = changed({ annotations: [{ ...GPE, start: 9, end: 12 }, PERS] });
    const theirs = changed({ annotations: [PERS] });
    assert.deepEqual(merge(ours, theirs).data.annotations, [PERS]);
  });

  it('gives a conflict to two files that have nothing in common but an id', () => {
    const ours = changed({ annotations: [GPE] });
    const theirs = changed({ annotations: [{ ...ORG, id: GPE.id }, PERS] });
    const { data, conflicts } = mergeSidecars(undefined, ours, theirs);
    assert.equal(conflicts.length, 1);
    assert.equal(data.annotations.length, 3);
  });

  it('keeps comments and unknown keys of both sides', () => {
    const ours = parse(
      BASE.source
        .replace('status:', '# راجعه سمير\nstatus:')
        .replace('  - id: bbbbb2', '  # ours\n  - id: bbbbb2'),
    );
    const added = changed({ annotations: [GPE, PERS, ORG] });
    const theirs = parse(
      added.source
        .replace('  - id: ccccc3', '  # يحتاج مراجعة\n  - id: ccccc3')
        .replace('label: ORG', 'label: ORG # نادٍ')
        .replace('label: GPE', 'label: GPE # مدينة'),
    );
    const { source } = merge(ours, theirs);
    for (const comment of ['# راجعه سمير', '# ours', '# يحتاج مراجعة', '# نادٍ', '# مدينة']) {
      assert.ok(source.includes(comment), `${comment}\n${source}`);
    }
    assert.deepEqual(parse(source).data.annotations, [GPE, PERS, ORG]);
  });

  it('is ours where theirs changed nothing, byte for byte, and theirs where ours did not', () => {
    const other = changed({ annotations: [GPE, PERS, ORG], status: 'done' });
    assert.equal(merge(other, BASE).source, other.source);
    assert.equal(merge(BASE, other).source, other.source);
  });

  it('random branches: valid, symmetric, nothing lost', () => {
    for (let seed = 1; seed <= 20; seed++) mergeOnce(seed);
  });
});

describe('settling a conflict', () => {
  const ours = changed({ annotations: [{ ...GPE, label: 'LOC' }, PERS] });
  const theirs = changed({ annotations: [{ ...GPE, label: 'FAC' }, PERS] });
  const { data, conflicts } = merge(ours, theirs);
  const record = { ...data, orphans: [] };
  it('keeps one version and takes the other away, in one step that can be undone', () => {
    const op = settleConflict(record, conflicts[0]?.other ?? '');
    assert.ok(op);
    const settled = apply(record, op);
    assert.deepEqual(settled.record.annotations.map(({ label }) => label).sort(), ['FAC', 'PERS']);
    assert.ok(settled.record.annotations.every((one) => conflictOf(one) === undefined));
    assert.deepEqual(apply(settled.record, settled.inverse).record, record);
  });
  it('keeps both, or says that there is none', () => {
    const op = settleConflict(record, 'aaaaa1', true);
    assert.ok(op);
    assert.equal(apply(record, op).record.annotations.length, 3);
    assert.equal(settleConflict(record, 'bbbbb2'), undefined);
    assert.equal(settleConflict(record, 'nobody'), undefined);
  });
});
