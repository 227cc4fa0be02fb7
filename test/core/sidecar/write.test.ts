import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/model/annotation';
import { readCanonical } from '../../../src/core/sidecar/canonical';
import { judgeSidecar, readSidecar } from '../../../src/core/sidecar/read';
import type { Sidecar, SidecarData } from '../../../src/core/sidecar/sidecar';
import { updateSidecar, writeSidecar } from '../../../src/core/sidecar/write';
import { random, rounds } from '../../support/random';
import { DataMaker } from '../../support/sidecars';

/** A file as people leave it: comments, unknown keys, other orders, other quotes, other styles. */
const HUMAN = `# حواشي المقال: لا تحذف هذا السطر
hashiya: 1   # version
reviewer: ليلى
status: in-progress # نراجعها غدا

article:
  unit: codepoint
  source-url: "https://example.org/1"   # kept
  file: 'embassy.txt'

rejected:
  - label: ORG   # not an organisation
    start: 1
    end: 4
    quote: خلية

annotations:   # by hand
  # the country
  - label: GPE
    id: k3v9q2   # first
    quote: 'العراق'
    start: 5
    end: 11
    reviewed-by: [ليلى, عمر]
    # a thought about it

  - id: c7d1aa
    label: CLAIM
    start: 20
    end: 40
    note: >-
      ملاحظة طويلة
      على سطرين
    quote: |
      قال كذا
    kind: statement
    mode: direct
    cue:
      start: 12   # the verb
      end: 15
      quote: قال
  -
    id: zz9999
    label: PERS
    start: 60
    end: 64
    quote: ليلى

# the end
extra: {a: 1, b: [2, 3]}
`;

const JSON_STYLE = `{
  "hashiya": 1, "article": {"file": "embassy.txt", "unit": "codepoint"}, # flow
  "annotations": [
    {"id": "k3v9q2", "label": "GPE", "start": 5, "end": 11, "quote": "العراق", "x": [1]}
  ]
}
`;

const ADDED: Annotation = { id: 'new001', label: 'LOC', start: 15, end: 18, quote: 'هنا' };

function read(source: string): Sidecar {
  const result = readSidecar(source, 'x.ann.yaml');
  assert.ok(result.ok, JSON.stringify(result.issues));
  return result.value;
}

function withAnnotations(data: SidecarData, annotations: readonly Annotation[]): SidecarData {
  return { ...data, annotations };
}

/** Lines that are not in both texts, each with the side it is on. */
function lineDifference(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const cell = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] = a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const difference: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j >= b.length || (i < a.length && cell(i + 1, j) >= cell(i, j + 1))) {
      difference.push(`-${a[i++]}`);
    } else difference.push(`+${b[j++]}`);
  }
  return difference;
}

const FILES: readonly (readonly [string, string])[] = [
  ['a file edited by hand', HUMAN],
  ['the same with CRLF', HUMAN.replace(/\n/g, '\r\n')],
  ['the same without a last line end', HUMAN.trimEnd()],
  ['the same with a byte order mark', `\ufeff${HUMAN}`],
  ['the same between document markers', `%YAML 1.2\n---\n${HUMAN}...\n`],
  ['a file in flow style', JSON_STYLE],
  ['lists without indentation', HUMAN.replace(/^ {2}(?=[-# ] )|^ {2}(?=- |-$| {2})/gm, '')],
];

describe('the sidecar writer', () => {
  for (const [name, source] of FILES) {
    describe(`on ${name}`, () => {
      it('gives the same bytes for the same data', () => {
        const sidecar = read(source);
        assert.equal(sidecar.layout === undefined, source === JSON_STYLE);
        assert.equal(writeSidecar(sidecar, sidecar.data), source);
        assert.equal(writeSidecar(sidecar, structuredClone(sidecar.data)), source);
      });

      it('adds an annotation, and nothing else changes', () => {
        const sidecar = read(source);
        const after = writeSidecar(
          sidecar,
          withAnnotations(sidecar.data, [...sidecar.data.annotations, ADDED]),
        );
        const again = read(after).data;
        assert.deepEqual(
          again.annotations.filter((item) => item.id !== ADDED.id),
          sidecar.data.annotations,
        );
        assert.deepEqual(
          again.annotations.find((item) => item.id === ADDED.id),
          ADDED,
        );
        if (sidecar.layout === undefined) return;
        const changed = lineDifference(source, after).map((line) => line.trimEnd());
        assert.ok(
          changed.every((line) => line.startsWith('+')),
          changed.join('\n'),
        );
        assert.equal(changed.length, 5);
      });

      it('removes each annotation, and the others keep their lines', () => {
        const sidecar = read(source);
        for (const gone of sidecar.data.annotations) {
          const rest = sidecar.data.annotations.filter((item) => item !== gone);
          const after = writeSidecar(sidecar, withAnnotations(sidecar.data, rest));
          assert.deepEqual(read(after).data, withAnnotations(sidecar.data, rest));
          const changed = lineDifference(source, after);
          const added = changed.filter((line) => line.startsWith('+'));
          if (rest.length > 0 && sidecar.layout !== undefined) assert.deepEqual(added, []);
          for (const kept of ['extra', 'reviewer', 'the end', 'version']) {
            assert.equal(after.includes(kept), source.includes(kept), kept);
          }
        }
      });

      it('changes an annotation and keeps its comments and unknown keys', () => {
        const sidecar = read(source);
        const annotations = sidecar.data.annotations.map((item) =>
          item.id === 'k3v9q2' ? { ...item, end: 12, by: 'ليلى' } : item,
        );
        const after = writeSidecar(sidecar, withAnnotations(sidecar.data, annotations));
        assert.deepEqual(read(after).data, withAnnotations(sidecar.data, annotations));
        for (const kept of ['reviewed-by', '# first', '# a thought', '# the country', '"x"']) {
          assert.equal(after.includes(kept), source.includes(kept), kept);
        }
        if (sidecar.layout !== undefined) assert.equal(lineDifference(source, after).length, 3);
      });

      it('empties the lists and fills them again', () => {
        const sidecar = read(source);
        const empty = updateSidecar(sidecar, { ...sidecar.data, annotations: [], rejected: [] });
        assert.deepEqual(read(empty.source).data, {
          ...sidecar.data,
          annotations: [],
          rejected: [],
        });
        const full = updateSidecar(empty, sidecar.data);
        assert.deepEqual(
          [...read(full.source).data.annotations].sort((a, b) => a.start - b.start),
          [...sidecar.data.annotations].sort((a, b) => a.start - b.start),
        );
        assert.deepEqual(read(full.source).data.rejected, sidecar.data.rejected);
      });

      it('changes the head', () => {
        const sidecar = read(source);
        const data: SidecarData = {
          ...sidecar.data,
          article: { file: 'مقال.txt', sha256: 'ab12'.repeat(16), unit: 'codepoint' },
          status: 'done',
        };
        const after = updateSidecar(sidecar, data);
        assert.deepEqual(read(after.source).data, data);
        assert.deepEqual(read(after.source), after);
        assert.equal(after.source.includes('reviewer'), source.includes('reviewer'));
        const back = updateSidecar(after, sidecar.data);
        assert.deepEqual(read(back.source).data, sidecar.data);
      });
    });
  }

  it('keeps the form of what it changes in a hand-written claim', () => {
    const sidecar = read(HUMAN);
    const annotations = sidecar.data.annotations.map((item): Annotation => {
      if (item.claim === undefined) return item;
      const cue = { start: 13, end: 16, quote: 'يقول' };
      return { ...item, note: 'أخرى', quote: 'سطر\n', claim: { ...item.claim, cue } };
    });
    const after = writeSidecar(sidecar, withAnnotations(sidecar.data, annotations));
    assert.deepEqual(read(after).data.annotations, annotations);
    assert.ok(after.includes('      start: 13   # the verb\n      end: 16\n      quote: "يقول"\n'));
    assert.ok(after.includes('    note: "أخرى"\n    quote: "سطر\\n"\n    kind:'));
  });

  it('retags an entity as a claim and back', () => {
    const sidecar = read(HUMAN);
    const change = (
      data: SidecarData,
      id: string,
      to: (item: Annotation) => Annotation,
    ): SidecarData =>
      withAnnotations(
        data,
        data.annotations.map((item) => (item.id === id ? to(item) : item)),
      );
    const claim = { kind: 'denial', mode: 'indirect', cue: { start: 1, end: 4, quote: 'نفى' } };
    const data = change(sidecar.data, 'k3v9q2', (item) => ({ ...item, label: 'CLAIM', claim }));
    const tagged = updateSidecar(sidecar, data);
    assert.deepEqual(read(tagged.source).data, data);
    assert.equal(writeSidecar(tagged, sidecar.data), HUMAN);
  });

  it('follows random acts on any file with a layout that a fresh reading would give', () => {
    for (let seed = 1; seed <= rounds(12); seed += 1) {
      const make = new DataMaker(random(seed));
      const start = make.chance(0.5) ? HUMAN : writeSidecar(undefined, make.data());
      let sidecar = read(make.chance(0.3) ? start.replace(/\n/g, '\r\n') : start);
      for (let act = 0; act < 6; act += 1) {
        const data = randomAct(make, sidecar.data, act);
        sidecar = updateSidecar(sidecar, data);
        const judged = judgeSidecar(sidecar.source, 'x');
        assert.ok(judged.ok, `seed ${seed}: ${JSON.stringify(judged.issues)}\n${sidecar.source}`);
        assert.deepEqual(byId(judged.value.data), byId(data), `seed ${seed} act ${act}`);
        assert.deepEqual(sidecar, judged.value, `seed ${seed} act ${act}`);
      }
    }
  });

  it('writes a file that nobody touched so that only the lines of the change differ', () => {
    for (let seed = 1; seed <= rounds(15); seed += 1) {
      const make = new DataMaker(random(seed));
      const data = make.data();
      const sidecar = read(writeSidecar(undefined, data));
      const added = make.annotation('new001');
      const all = [...data.annotations, added];
      const after = writeSidecar(sidecar, withAnnotations(data, all));
      const fresh = writeSidecar(undefined, withAnnotations(data, all));
      assert.equal(after, fresh, `seed ${seed}`);
      if (data.annotations.length === 0) continue;
      const difference = lineDifference(sidecar.source, after);
      assert.ok(
        difference.every((line) => line.startsWith('+')),
        difference.join('\n'),
      );
    }
  });

  it('keeps canonical files canonical', () => {
    const data: SidecarData = {
      article: { file: 'a.txt', unit: 'codepoint' },
      status: 'todo',
      annotations: [],
      rejected: [],
    };
    const empty = updateSidecar(undefined, data);
    assert.ok(empty.source.endsWith('annotations: []\n'));
    const full = updateSidecar(empty, {
      ...data,
      annotations: [ADDED],
      rejected: [{ label: 'ORG', start: 1, end: 2, quote: 'س' }],
    });
    assert.deepEqual(readCanonical(full.source), full);
    assert.equal(updateSidecar(full, data).source, empty.source);
  });

  it('does nothing by halves: two annotations with one id are refused', () => {
    const sidecar = read(HUMAN);
    const twice = [...sidecar.data.annotations, ADDED, ADDED];
    assert.throws(() => writeSidecar(sidecar, withAnnotations(sidecar.data, twice)), RangeError);
  });
});

function byId(data: SidecarData): unknown {
  const sort = <T extends { readonly id?: string }>(items: readonly T[]): T[] =>
    [...items].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  return { ...data, annotations: sort(data.annotations), rejected: data.rejected.length };
}

function randomAct(make: DataMaker, data: SidecarData, act: number): SidecarData {
  const { annotations } = data;
  const victim = annotations.length === 0 ? undefined : make.pick(annotations);
  switch (make.int(6)) {
    case 0:
      return withAnnotations(data, [...annotations, make.annotation(`n${act}`)]);
    case 1:
      return withAnnotations(
        data,
        annotations.filter((item) => item !== victim),
      );
    case 2:
      return withAnnotations(
        data,
        annotations.map((item) => (item === victim ? make.annotation(item.id) : item)),
      );
    case 3:
      return { ...data, rejected: [...data.rejected, make.rejection()] };
    case 4:
      return { ...data, rejected: data.rejected.slice(1) };
    default:
      return { ...data, status: make.pick(['todo', 'in-progress', 'done'] as const) };
  }
}
