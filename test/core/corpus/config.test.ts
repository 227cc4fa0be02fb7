import assert from 'node:assert/strict';
import { DEFAULT_CONFIG, readConfig, type CorpusConfig } from '../../../src/core/corpus/config';
import { BUILTIN_LABELS, presetLabels } from '../../../src/core/model/labels';

function places(source: string): string[] {
  return readConfig(source, 'hashiya.yaml').issues.map(
    (issue) => `${issue.severity} ${issue.code} ${issue.line}:${issue.column}`,
  );
}

function clean(source: string): CorpusConfig {
  const { config, issues } = readConfig(source, 'hashiya.yaml');
  assert.deepEqual(issues, []);
  return config;
}

describe('hashiya.yaml', () => {
  it('may be empty, absent, or only comments', () => {
    for (const source of ['', '\n', '# ملاحظة\n', '---\n', '~']) {
      assert.deepEqual(clean(source), DEFAULT_CONFIG);
    }
    assert.equal(DEFAULT_CONFIG.labels, BUILTIN_LABELS);
    assert.deepEqual(DEFAULT_CONFIG.include, ['**/*.txt', '**/*.md']);
  });

  it('holds what a corpus needs', () => {
    const config = clean(`
annotator: ليلى
labels: conll
include: "*.txt"
exclude: [drafts, "**/old/**"]
detectors:
  dates: off
  numbers: false
  claims: {minimum: 0.6, passive: true}
  names: {enabled: false}
  places: on
rtl: off
split: {ratios: 80/10/10, seed: 7, groupBy: folder}
export:
  train: {format: conll, out: out/conll, scheme: bioes}
  all: {format: jsonl}
`);
    assert.deepEqual(config, {
      annotator: 'ليلى',
      labels: presetLabels('conll'),
      include: ['*.txt'],
      exclude: ['drafts', '**/old/**'],
      detectors: {
        off: ['dates', 'numbers', 'names'],
        options: { claims: { minimum: 0.6, passive: true }, names: {} },
      },
      rtl: 'off',
      split: { ratios: [80, 10, 10], seed: 7, groupBy: 'folder' },
      export: {
        train: { format: 'conll', out: 'out/conll', options: { scheme: 'bioes' } },
        all: { format: 'jsonl', options: {} },
      },
    });
  });

  for (const ratios of ['80/10/10', '[80, 10, 10]', '{train: 80, dev: 10, test: 10}']) {
    it(`takes ratios as ${ratios}`, () => {
      assert.deepEqual(clean(`split:\n  ratios: ${ratios}\n`).split, {
        ratios: [80, 10, 10],
        seed: 0,
      });
    });
  }

  it('takes labels as names and as maps, built-in ones keep what is not said', () => {
    const { labels } = clean(`
labels:
  - PERS
  - name: ORG
    names: {ar: هيئة}
  - name: سلاح_جديد
    names: {ar: سلاح, en: Weapon type}
    color: "#A1F"
    key: 9
    guideline: أنواع الأسلحة
  - VIRUS
claimKinds: [denial, خبر]
`);
    const [pers, org, weapon, virus] = labels.entities;
    assert.equal(pers, BUILTIN_LABELS.entities[0]);
    assert.deepEqual([org?.ar, org?.en, org?.key], ['هيئة', 'Organisation', 'o']);
    assert.deepEqual(weapon, {
      name: 'سلاح_جديد',
      ar: 'سلاح',
      en: 'Weapon type',
      color: '#aa11ff',
      key: '9',
      guideline: 'أنواع الأسلحة',
    });
    assert.equal(virus?.ar, 'VIRUS');
    assert.match(virus.color, /^#[0-9a-f]{6}$/);
    assert.deepEqual(
      labels.claimKinds.map((kind) => kind.ar),
      ['نفي', 'خبر'],
    );
    assert.equal(labels.name, 'custom');
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['an unknown key', 'anotator: x\n', 'warning config-unknown-key 1:1'],
    [
      'an unknown key further in',
      'split: {ratios: 1/1, sead: 3}',
      'warning config-unknown-key 1:22',
    ],
    ['a name that is a list', 'annotator: [a]', 'error config-wrong-type 1:12'],
    ['a name that is a number', '\nannotator: 12', 'error config-wrong-type 2:12'],
    ['an unknown preset', 'labels: ontonotes', 'error config-unknown-value 1:9'],
    ['labels that are a map', 'labels: {a: 1}', 'error config-wrong-type 1:9'],
    ['a label that is a number', 'labels: [PERS, 5]', 'error config-wrong-type 1:16'],
    ['a label without a name', 'labels:\n  - color: "#fff"', 'error config-missing-key 2:5'],
    ['a label that stands twice', 'labels: [PERS, PERS]', 'error config-duplicate-label 1:16'],
    ['CLAIM as a label', 'labels: [CLAIM]', 'error config-label-name 1:10'],
    ['a label of two words', 'labels: [two words]', 'error config-label-name 1:10'],
    [
      'an unknown key of a label',
      'labels: [{name: X, colour: red}]',
      'warning config-unknown-key 1:20',
    ],
    ['a colour by name', 'labels: [{name: X, color: red}]', 'error config-color 1:27'],
    ['a key of two letters', 'labels: [{name: X, key: ab}]', 'error config-key 1:25'],
    ['patterns that are a map', 'include: {a: b}', 'error config-wrong-type 1:10'],
    ['a pattern that is a number', 'include: [1]', 'error config-wrong-type 1:11'],
    [
      'braces that stand for a billion patterns',
      `include: "${'{a,b}'.repeat(30)}"`,
      'error config-patterns-too-many 1:10',
    ],
    [
      'patterns without end',
      `exclude: [${'"*a", '.repeat(5000)}]`,
      'error config-patterns-too-many 1:10',
    ],
    ['an unknown direction', 'rtl: sometimes', 'error config-unknown-value 1:6'],
    ['a detector that is maybe on', 'detectors: {dates: maybe}', 'error config-wrong-type 1:20'],
    ['ratios that are words', 'split: {ratios: most/rest}', 'error config-split 1:17'],
    ['a single ratio', 'split: {ratios: [1]}', 'error config-split 1:17'],
    ['ratios of nothing', 'split: {ratios: 0/0}', 'error config-split 1:17'],
    ['a split without ratios', 'split: {seed: 1}', 'error config-missing-key 1:8'],
    [
      'a group that is no field',
      'split: {ratios: 1/1, groupBy: source}',
      'error config-unknown-value 1:31',
    ],
    ['a seed with a fraction', 'split: {ratios: 1/1, seed: .5}', 'error config-wrong-type 1:28'],
    ['a target without a format', 'export: {a: {out: x}}', 'error config-missing-key 1:13'],
    ['a target that is a word', 'export: {a: conll}', 'error config-wrong-type 1:13'],
    ['a key that stands twice', 'rtl: auto\nrtl: off', 'error config-duplicate-key 2:1'],
    ['a list', '- 1', 'error config-wrong-type 1:1'],
    ['broken YAML', 'labels: [PERS', 'error config-yaml 1:14'],
    ['a tab', 'split:\n\tratios: 1/1', 'error config-tab 2:1'],
    ['an alias', 'include: &a [x]\nexclude: *a', 'error config-alias 2:10'],
  ];
  for (const [name, source, expected] of wrong) {
    it(`reports ${name} at its place and uses the default`, () => {
      assert.equal(places(source)[0], expected);
      const { config, issues } = readConfig(source, 'hashiya.yaml');
      assert.ok(issues.every((issue) => /[\u0621-\u064a]/.test(issue.message.ar)));
      for (const key of Object.keys(DEFAULT_CONFIG)) assert.ok(key in config, key);
    });
  }

  it('keeps the rest of a file in which something is wrong', () => {
    const { config } = readConfig('rtl: 5\nannotator: عمر\nsplit: {ratios: x}\n', 'hashiya.yaml');
    assert.equal(config.rtl, 'auto');
    assert.equal(config.annotator, 'عمر');
    assert.equal(config.split, undefined);
  });

  it('does not let keys reach the prototype of anything', () => {
    readConfig('detectors: {__proto__: {polluted: 1}}\nexport: {__proto__: {format: x}}', 'x');
    assert.equal('polluted' in {}, false);
    assert.equal('format' in {}, false);
  });
});
