// Two people work on one sidecar, each on a branch; their work is merged.
import assert from 'node:assert/strict';
import type { Annotation } from '../../src/core/model/annotation';
import { conflictOf, withoutConflict } from '../../src/core/model/conflicts';
import { compareAnnotations, compareRejections } from '../../src/core/model/order';
import { mergeSidecars, type Merged } from '../../src/core/sidecar/merge';
import { readSidecar } from '../../src/core/sidecar/read';
import type { Sidecar, SidecarData } from '../../src/core/sidecar/sidecar';
import { rejectionKey } from '../../src/core/sidecar/serialize';
import { updateSidecar, writeSidecar } from '../../src/core/sidecar/write';
import { random } from '../../test/support/random';
import { DataMaker } from '../../test/support/sidecars';

function parse(source: string): Sidecar {
  const read = readSidecar(source, 'merged');
  assert.ok(read.ok, `${JSON.stringify(read.issues)}\n${source}`);
  return read.value;
}

/** What somebody does to a sidecar in a few acts. */
export function worked(from: SidecarData, made: DataMaker, who: string): SidecarData {
  let { annotations, rejected, status, article } = from;
  for (let acts = made.int(5); acts > 0; acts -= 1) {
    const at = made.int(Math.max(1, annotations.length));
    const there = annotations[at];
    switch (made.int(7)) {
      case 0:
      case 1:
        annotations = [...annotations, made.annotation(`${who}${acts}`)];
        break;
      case 2:
        annotations = annotations.filter((_, index) => index !== at);
        break;
      case 3:
      case 4: {
        const changed = there && changedOne(there, made);
        annotations = annotations.map((one, index) => (index === at && changed ? changed : one));
        break;
      }
      case 5:
        rejected = made.chance(0.5) ? [...rejected, made.rejection()] : rejected.slice(1);
        break;
      case 6:
        status = made.pick(['todo', 'in-progress', 'done'] as const);
        article = { ...article, sha256: made.pick(['cd34'.repeat(16), 'ef56'.repeat(16)]) };
        break;
    }
  }
  return {
    article,
    status,
    annotations: [...annotations].sort(compareAnnotations),
    rejected: [...rejected].sort(compareRejections),
  };
}

function changedOne(one: Annotation, made: DataMaker): Annotation {
  switch (made.int(4)) {
    case 0:
      return { ...one, note: made.text() };
    case 1:
      return { ...one, link: made.pick(['wikidata:Q1', 'wikidata:Q2']) };
    case 2:
      return { ...one, ...made.span() };
    default:
      return { ...one, attributes: { ...one.attributes, ...made.attributes() } };
  }
}

/** Merges a random pair of branches, both ways, and checks the laws of merging. */
export function mergeOnce(seed: number): void {
  const made = new DataMaker(random(seed));
  const base = parse(writeSidecar(undefined, made.data()));
  const ours = parse(updateSidecar(base, worked(base.data, made, 'o')).source);
  const theirs = parse(updateSidecar(base, worked(base.data, made, 't')).source);
  const known = made.chance(0.1) ? undefined : base;
  const merged = mergeSidecars(known, ours, theirs);
  const back = mergeSidecars(known, theirs, ours);
  const read = parse(merged.source).data;
  assert.deepEqual(sides(read), sides(merged.data), `seed ${seed}: the text says something else`);
  assert.deepEqual(
    sides(merged.data),
    sides(back.data),
    `seed ${seed}: the order of sides matters`,
  );
  assert.equal(mergeSidecars(known, ours, theirs).source, merged.source);
  assert.deepEqual(mergeSidecars(base, ours, base).data, ours.data, `seed ${seed}: nothing to do`);
  assert.deepEqual(sides(mergeSidecars(base, base, theirs).data), sides(theirs.data));
  nothingLost(known?.data, ours.data, theirs.data, merged, seed);
}

/** What is said, without regard to which side's version of a conflict has the old id. */
function sides({ annotations, rejected, status, article }: SidecarData): unknown {
  const said = annotations.map((one) => {
    const other = conflictOf(one);
    const pair = annotations.some((mate) => mate.id === other && conflictOf(mate) === one.id);
    const { id, ...rest } = withoutConflict(one);
    return JSON.stringify([pair ? 'pair' : [id, other], sortKeys(rest)]);
  });
  return { said: said.sort(), rejected: rejected.map(rejectionKey).sort(), status, article };
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sortKeys);
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sortKeys(inner)]);
}

/** What either side has and did not have before is there, but for what is a moved place only. */
function nothingLost(
  base: SidecarData | undefined,
  ours: SidecarData,
  theirs: SidecarData,
  { data, conflicts }: Merged,
  seed: number,
): void {
  const old = new Map(base?.annotations.map((one) => [one.id, one]));
  const all = JSON.stringify(data.annotations);
  const has = (text: string | undefined): boolean =>
    text === undefined || all.includes(JSON.stringify(text).slice(1, -1));
  for (const [side, other] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    const there = new Set(other.annotations.map(({ id }) => id));
    for (const one of side.annotations) {
      const before = old.get(one.id);
      const changed = JSON.stringify(before) !== JSON.stringify(one);
      if (!changed && !there.has(one.id)) continue;
      const mine = changed
        ? [one.note, one.link].filter((text) => text !== before?.note && text !== before?.link)
        : [];
      assert.ok(mine.every(has), `seed ${seed}: ${one.id} lost its note or link`);
      if (before === undefined) {
        const kept = data.annotations.some(({ id }) => id === one.id);
        assert.ok(kept, `seed ${seed}: ${one.id} was added and is gone`);
      }
    }
    for (const one of side.rejected) {
      const key = rejectionKey(one);
      const wasThere = base?.rejected.some((rejection) => rejectionKey(rejection) === key);
      if (wasThere === true) continue;
      assert.ok(
        data.rejected.some((rejection) => rejectionKey(rejection) === key),
        `seed ${seed}`,
      );
    }
  }
  for (const { id } of conflicts) {
    assert.ok(data.annotations.some((one) => one.id === id && conflictOf(one) !== undefined));
  }
}
