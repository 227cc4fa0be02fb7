import assert from 'node:assert/strict';
import { readConfig } from '../../src/core/corpus/config';
import { configTemplate } from '../../src/core/corpus/template';
import { PRESETS, presetLabels } from '../../src/core/model/labels';
import { cli, Scratch } from '../support/cli';

/** The file with every key that a comment shows put in force. */
function uncommented(template: string): string {
  return template.replace(/^# (?=(?:exclude|annotator|detectors|split): )/gm, '');
}

describe('the start of a corpus', () => {
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  for (const language of ['en', 'ar'] as const) {
    for (const labels of PRESETS) {
      it(`writes a file that says what the defaults say (${language}, ${labels})`, () => {
        const template = configTemplate({ language, labels });
        const { config, issues } = readConfig(template, 'hashiya.yaml');
        assert.deepEqual(issues, []);
        assert.deepEqual(config, {
          ...readConfig('', 'hashiya.yaml').config,
          labels: presetLabels(labels),
        });
        assert.match(template, /^# yaml-language-server: \$schema=/);
      });
    }

    it(`shows keys in its comments that can be used as they are (${language})`, () => {
      const source = uncommented(configTemplate({ language, labels: 'wojood' }));
      const { config, issues } = readConfig(source, 'hashiya.yaml');
      assert.deepEqual(issues, []);
      assert.ok(config.exclude.length > 0 && config.annotator !== undefined);
      assert.ok(config.detectors.off.length > 0 && config.split !== undefined);
    });
  }

  for (const annotator of ['ليلى', 'a: "b"', '#x', "O'Neil", 'سطر\nآخر']) {
    it(`writes the annotator ${JSON.stringify(annotator)} so that it is read again`, () => {
      const source = configTemplate({ language: 'en', labels: 'conll', annotator });
      assert.equal(readConfig(source, 'hashiya.yaml').config.annotator, annotator);
    });
  }

  it('init writes it once, and leaves one that is there as it is', async () => {
    const argv = ['init', scratch.path, '--labels', 'conll', '--annotator', 'عمر'];
    const first = await cli(argv);
    assert.equal(first.code, 0, first.err);
    const source = await scratch.text('hashiya.yaml');
    const { config } = readConfig(source, 'hashiya.yaml');
    assert.deepEqual([config.labels.name, config.annotator], ['conll', 'عمر']);
    await scratch.put({ 'hashiya.yaml': 'rtl: off\n' });
    const again = await cli(argv);
    assert.equal(again.code, 1);
    assert.match(again.err, /is there already/);
    assert.equal(await scratch.text('hashiya.yaml'), 'rtl: off\n');
  });

  it('other label sets are wrong use', async () => {
    assert.equal((await cli(['init', scratch.path, '--labels', 'x'])).code, 2);
  });
});
