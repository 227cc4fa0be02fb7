import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { STATUSES, MODES } from '../../../src/core/model/annotation';
import { CONFIG_KEYS, RTL_MODES } from '../../../src/core/corpus/config';
import { CHECK_ATTRIBUTES, VERDICTS } from '../../../src/core/model/verdict';
import { CONFLICT } from '../../../src/core/model/conflicts';
import { ANNOTATION_KEYS } from '../../../src/core/sidecar/serialize';
import { SCHEMA_LINE, SIDECAR_VERSION } from '../../../src/core/sidecar/sidecar';

interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly examples?: readonly unknown[];
  readonly definitions?: Readonly<Record<string, Schema>>;
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
    assert.deepEqual(config.properties?.['rtl']?.enum, [...RTL_MODES]);
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
