import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { STATUSES, MODES } from '../../../src/core/model/annotation';
import { CONFIG_KEYS, RTL_MODES } from '../../../src/core/corpus/config';
import { CHECK_ATTRIBUTES, VERDICTS } from '../../../src/core/model/verdict';
import { CONFLICT } from '../../../src/core/model/conflicts';
import { ANNOTATION_KEYS } from '../../../src/core/sidecar/serialize';
import { createEngine } from '../../../src/core/detect/suggest';
import { ENTITIES } from '../../../src/core/detect/model/entities';
import { FORMATS } from '../../../src/core/format/registry';
import { BUILTIN_LABELS, PRESETS, presetLabels } from '../../../src/core/model/labels';
import { SCHEMA_LINE, SIDECAR_VERSION } from '../../../src/core/sidecar/sidecar';

interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly description?: string;
  readonly descriptionAr?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly examples?: readonly unknown[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

function words(schema: Schema | undefined): unknown[] {
  return (schema?.oneOf ?? []).flatMap((one) => (one.const === undefined ? [] : [one.const]));
}

function load(name: string): Schema {
  return JSON.parse(readFileSync(`media/schema/${name}.json`, 'utf8')) as Schema;
}

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : references(inner),
  );
}

describe('the JSON schemas', () => {
  const sidecar = load('sidecar-1');
  const config = load('hashiya-1');

  it('name the keys and values that the readers know', () => {
    const { properties = {}, definitions = {} } = sidecar;
    assert.deepEqual(Object.keys(definitions['annotation']?.properties ?? {}), [
      ...ANNOTATION_KEYS,
      ...CHECK_ATTRIBUTES,
      CONFLICT,
    ]);
    assert.deepEqual(
      definitions['annotation']?.properties?.['verdict']?.examples,
      VERDICTS.map(({ name }) => name),
    );
    assert.deepEqual(definitions['annotation']?.properties?.['mode']?.enum, [...MODES]);
    assert.deepEqual(properties['status']?.enum, [...STATUSES]);
    assert.equal(properties['hashiya']?.const, SIDECAR_VERSION);
    assert.deepEqual(Object.keys(config.properties ?? {}), [...CONFIG_KEYS]);
    assert.deepEqual(words(config.properties?.['rtl']), [...RTL_MODES]);
  });

  it('name the labels, kinds, detectors, formats and options that there are', () => {
    const { definitions = {}, properties = {} } = config;
    const examples = (name: string) => definitions[name]?.oneOf?.[0]?.examples;
    const conll = presetLabels('conll').entities.map(({ name }) => name);
    const labels = BUILTIN_LABELS.entities.map(({ name }) => name);
    assert.deepEqual(examples('label'), [...new Set([...labels, ...conll])]);
    const kinds = BUILTIN_LABELS.claimKinds.map(({ name }) => name);
    assert.deepEqual(examples('claimKind'), kinds);
    assert.deepEqual(words(properties['labels']), [...PRESETS]);
    const detectors = Object.keys(properties['detectors']?.properties ?? {});
    const known = createEngine().detectors.map(({ id }) => id);
    assert.deepEqual(detectors.toSorted(), [...known, ENTITIES.id].toSorted());
    const target = definitions['target']?.properties ?? {};
    assert.deepEqual(
      words(target['format']),
      FORMATS.map(({ id }) => id),
    );
    const options = FORMATS.flatMap((format) => format.options);
    const { format: _, out: __, ...others } = target;
    assert.deepEqual(Object.keys(others), [...new Set(options.map(({ id }) => id))]);
    for (const { id, values = [] } of options) {
      assert.deepEqual([...new Set(target[id]?.enum?.map(String))], values, id);
    }
  });

  it('say in both languages what each key of a configuration is for', () => {
    const silent = (schema: Schema, path: string): string[] =>
      Object.entries(schema.properties ?? {})
        .filter(([, { description, descriptionAr }]) => !description || !descriptionAr)
        .map(([key]) => `${path}.${key}`);
    const maps = [config, ...Object.values(config.properties ?? {})];
    const named = Object.values(config.definitions ?? {});
    assert.deepEqual(
      [...maps, ...named, ...named.flatMap(({ oneOf = [] }) => oneOf)].flatMap((schema) =>
        silent(schema, schema.description ?? ''),
      ),
      [],
    );
  });

  it('stand where the first line of a sidecar says', () => {
    assert.ok(SCHEMA_LINE.endsWith(`$schema=${sidecar.$id}`));
  });

  it('refer to definitions that exist', () => {
    for (const schema of [sidecar, config]) {
      for (const reference of references(schema)) {
        const name = reference.replace('#/definitions/', '');
        assert.ok(schema.definitions?.[name], reference);
      }
    }
  });
});
