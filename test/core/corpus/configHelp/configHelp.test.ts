import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ConfigHelp } from '../../../../src/core/corpus/configHelp/configHelp';
import { CONFIG_KEYS } from '../../../../src/core/corpus/config';
import { configTemplate } from '../../../../src/core/corpus/template';
import { random } from '../../../support/random';

const help = new ConfigHelp(JSON.parse(readFileSync('media/schema/hashiya-1.json', 'utf8')));

/** What is offered at the bar. */
function offered(marked: string): string[] {
  const at = marked.indexOf('|');
  return help.completions(marked.replace('|', ''), at).map(({ text }) => text);
}

/** The text with the completion of this name at the bar taken. */
function taken(marked: string, name: string): string {
  const at = marked.indexOf('|');
  const source = marked.replace('|', '');
  const one = help.completions(source, at).find(({ text }) => text === name);
  assert.ok(one, `${name} is not offered`);
  return source.slice(0, one.span.start) + one.insert + source.slice(one.span.end);
}

describe('help in a hashiya.yaml', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['an empty file', '|', [...CONFIG_KEYS]],
    [
      'keys that are not there yet',
      'labels: conll\nrtl: off\nsplit: {}\nexport: {}\n|\ninclude: []',
      ['claimKinds', 'exclude', 'annotator', 'detectors'],
    ],
    ['a key half written', 'rtl: off\nla|', CONFIG_KEYS.filter((key) => key !== 'rtl')],
    ['a preset', 'labels: |', ['wojood', 'conll']],
    ['a word of a choice', 'rtl: |\nannotator: x', ['auto', 'off']],
    ['keys further in', 'split:\n  ratios: 1/1\n  |', ['seed', 'groupBy']],
    ['keys in braces', 'split: {ratios: 1/1, |', ['seed', 'groupBy']],
    ['keys of a map that begins', 'split:\n  |', ['ratios', 'seed', 'groupBy']],
    ['keys of a label', 'labels:\n  - name: X\n    |', ['names', 'color', 'key', 'guideline']],
    ['languages of a name', 'labels: [{name: X, names: {|}}]', ['ar', 'en']],
    [
      'kinds of a claim',
      'claimKinds: [denial, |]',
      [
        'statement',
        'denial',
        'accusation',
        'condemnation',
        'demand',
        'warning',
        'prediction',
        'promise',
        'other',
      ],
    ],
    ['whether a detector suggests', 'detectors:\n  dates: |', ['true', 'false', 'on', 'off']],
    ['options of an export', 'export:\n  all:\n    format: conll\n    scheme: |', ['bio', 'bioes']],
    ['nothing in a comment', '# |\nrtl: off', []],
    ['nothing in a name of one’s own', 'annotator: |', []],
    ['nothing below a key that is not known', 'what:\n  |', []],
    ['nothing where a map stands behind its key', 'split: |', []],
  ];
  for (const [name, marked, expected] of cases) {
    it(`offers ${name}`, () => assert.deepEqual(offered(marked), expected));
  }

  it('offers the built-in labels and the keys of one’s own in a list of labels', () => {
    const words = offered('labels:\n  - |');
    assert.ok(['PERS', 'MISC', 'name', 'color'].every((word) => words.includes(word)));
    assert.ok(!offered('labels: [PERS, |]').includes('name'));
    assert.ok(offered('export:\n  a: {format: |}').includes('webanno-tsv3'));
  });

  it('writes a colon behind a key that has none, and takes the whole word', () => {
    assert.equal(taken('spl|', 'split'), 'split: ');
    assert.equal(taken('an|x: ليلى', 'annotator'), 'annotator: ليلى');
    assert.equal(
      taken('export: {a: {format: web|anno-x}}', 'webanno-tsv3'),
      'export: {a: {format: webanno-tsv3}}',
    );
    assert.equal(taken('export:\r\n  a:\r\n    |', 'format'), 'export:\r\n  a:\r\n    format: ');
  });

  it('describes keys and values in both languages, labels by their names', () => {
    for (const [source, at, pattern] of [
      ['labels: conll', 'labels', /preset/],
      ['labels: conll', 'conll', /ANERcorp/],
      ['labels: [PERS]', 'PERS', /^Person$/],
      ['labels:\n  - name: X\n    color: "#fff"', 'color', /quotes/],
      ['split: {ratios: 1/1, seed: 3}', 'seed', /number/],
      ['export:\n  tagger: {format: conll, scheme: bioes}', 'bioes', /tagged/],
      ['detectors: {dates: off}', 'dates', /Dates/],
    ] as const) {
      const found = help.hover(source, source.indexOf(at) + 1);
      assert.match(found?.about.en ?? '', pattern, at);
      assert.match(found?.about.ar ?? '', /[\u0621-\u064a]/, at);
      assert.equal(source.slice(found?.span.start, found?.span.end), at);
    }
    for (const source of ['what: 1', 'annotator: ليلى', '# labels', 'labels: [X]']) {
      assert.equal(help.hover(source, source.length - 1), undefined, source);
    }
  });

  it('answers every place of the file that a corpus begins with', () => {
    for (const language of ['en', 'ar'] as const) {
      const source = configTemplate({ language, labels: 'wojood' });
      for (let at = 0; at <= source.length; at += 7) {
        for (const { span, insert } of help.completions(source, at)) {
          assert.ok(span.start <= at && at <= span.end && insert !== '');
        }
        help.hover(source, at);
      }
    }
  });

  it('never throws, and is quick, on files that are broken or hostile', () => {
    const hostile = [
      '[',
      '{{{{',
      '"',
      '\t|',
      '? ',
      '&a [*a]',
      '*a',
      '!!js/function x',
      '__proto__: ',
      'constructor:\n  ',
      'labels:\n  - {name: ',
      '[['.repeat(20_000),
      '- '.repeat(5000),
      'a: '.repeat(300),
      'x'.repeat(300_000),
      '\uE000: \uE000',
      '---\nrtl: off\n---\n',
      '<<<<<<< ours\nrtl: off\n=======\n>>>>>>> theirs\n',
    ];
    for (const source of hostile) {
      for (const at of [0, Math.floor(source.length / 2), source.length]) {
        help.completions(source, at);
        help.hover(source, at);
      }
    }
    assert.deepEqual(offered('__proto__:\n  |'), []);
    assert.deepEqual(offered('constructor:\n  |'), []);
    const next = random(7);
    const template = configTemplate({ language: 'ar', labels: 'conll' });
    for (let round = 0; round < 100; round += 1) {
      const at = Math.floor(next() * template.length);
      const cut =
        template.slice(0, at) +
        '{[]}:-"\'#\n&*!'[Math.floor(next() * 13)] +
        template.slice(at + Math.floor(next() * 9));
      help.completions(cut, at);
      help.hover(cut, at);
    }
  });
});
