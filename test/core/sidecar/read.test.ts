import assert from 'node:assert/strict';
import { judgeSidecar, readSidecar } from '../../../src/core/sidecar/read';
import { formatIssue } from '../../../src/core/model/issue';

const GOOD = `hashiya: 1
article:
  file: embassy.txt
  unit: codepoint
status: todo
annotations:
  - id: k3v9q2
    label: GPE
    start: 5
    end: 11
    quote: العراق
  - id: c7d1aa
    label: CLAIM
    start: 20
    end: 40
    quote: كذا وكذا
    kind: statement
    mode: direct
    cue: {start: 12, end: 15, quote: قال}
rejected:
  - {label: ORG, start: 1, end: 4, quote: خلية}
`;

type Change = readonly [from: string | RegExp, to: string];

function changed([from, to]: Change): string {
  const source = GOOD.replace(from, to);
  assert.notEqual(source, GOOD, `nothing to replace: ${String(from)}`);
  return source;
}

/** What is wrong, and `code line:column` of the first issue. */
const ERRORS: readonly (readonly [string, Change | string, string])[] = [
  ['an empty file', '', 'sidecar-empty 1:1'],
  ['a file of blank lines', '\n\n', 'sidecar-empty 1:1'],
  ['a file of comments', '# ملاحظة\n', 'sidecar-empty 1:1'],
  ['a list', '- 1\n', 'sidecar-not-a-map 1:1'],
  ['a word', 'كلام', 'sidecar-not-a-map 1:1'],
  [
    'a merge conflict',
    ['status: todo\n', '<<<<<<< ours\nstatus: todo\n=======\nstatus: done\n>>>>>>> theirs\n'],
    'sidecar-merge-conflict 5:1',
  ],
  ['a stray conflict marker', ['status: todo\n', '=======\nstatus: todo\n'], 'sidecar-yaml 5:1'],
  ['an unclosed quotation', ['quote: العراق', 'quote: "العراق'], 'sidecar-yaml 11:12'],
  ['an unclosed map', ['quote: قال}', 'quote: قال'], 'sidecar-yaml 20:1'],
  ['a wrong indentation', ['    label: GPE', '   label: GPE'], 'sidecar-yaml 8:1'],
  ['a tab for indentation', ['    label: GPE', '\tlabel: GPE'], 'sidecar-tab 8:1'],
  ['an unknown escape', ['quote: العراق', 'quote: "\\q"'], 'sidecar-yaml 11:13'],
  ['two documents', ['rejected:', '---\nrejected:'], 'sidecar-multiple-documents 20:1'],
  ['an alias', [/rejected:[^]*/, 'a: &x [1]\nb: [*x, *x]\n'], 'sidecar-alias 21:5'],
  ['a newer version', ['hashiya: 1', 'hashiya: 2'], 'sidecar-newer-version 1:10'],
  ['an impossible version', ['hashiya: 1', 'hashiya: 0'], 'sidecar-version 1:10'],
  ['a version in quotes', ['hashiya: 1', 'hashiya: "1"'], 'sidecar-wrong-type 1:10'],
  ['no version', ['hashiya: 1\n', ''], 'sidecar-missing-key 1:1'],
  ['no article', [/article:\n.*\n.*\n/, ''], 'sidecar-missing-key 1:1'],
  ['an article that is a word', [/article:\n.*\n.*\n/, 'article: x\n'], 'sidecar-wrong-type 2:10'],
  ['no file name', ['  file: embassy.txt\n', ''], 'sidecar-missing-key 3:3'],
  ['no unit', ['  unit: codepoint\n', ''], 'sidecar-missing-key 3:3'],
  ['another unit', ['codepoint', 'utf16'], 'sidecar-unit 4:9'],
  ['an unknown status', ['todo', 'finished'], 'sidecar-status 5:9'],
  ['a status that is a list', ['todo', '[todo]'], 'sidecar-wrong-type 5:9'],
  [
    'annotations that are a map',
    [/annotations:[^]*/, 'annotations: {a: 1}\n'],
    'sidecar-wrong-type 6:14',
  ],
  ['an annotation that is a word', ['rejected:', '  - كلمة\nrejected:'], 'sidecar-wrong-type 20:5'],
  ['an empty annotation', ['rejected:', '  -\nrejected:'], 'sidecar-wrong-type 20:4'],
  ['no id', ['  - id: k3v9q2\n    label', '  - label'], 'sidecar-missing-key 7:5'],
  ['an empty id', ['id: k3v9q2', 'id: ""'], 'sidecar-empty-value 7:5'],
  ['an id that is a number', ['id: k3v9q2', 'id: 123456'], 'sidecar-wrong-type 7:9'],
  ['a duplicate id', ['c7d1aa', 'k3v9q2'], 'sidecar-duplicate-id 12:9'],
  ['no label', ['    label: GPE\n', ''], 'sidecar-missing-key 7:5'],
  ['a label without a value', ['label: GPE', 'label:'], 'sidecar-missing-key 8:5'],
  ['no start', ['    start: 5\n', ''], 'sidecar-missing-key 7:5'],
  ['a start in words', ['start: 5', 'start: خمسة'], 'sidecar-wrong-type 9:12'],
  ['a start in Arabic digits', ['start: 5', 'start: ٥'], 'sidecar-wrong-type 9:12'],
  ['a negative start', ['start: 5', 'start: -5'], 'sidecar-wrong-type 9:12'],
  ['a start with a fraction', ['start: 5', 'start: 5.5'], 'sidecar-wrong-type 9:12'],
  ['a start beyond all numbers', ['start: 5', 'start: 1e300'], 'sidecar-wrong-type 9:12'],
  ['an end before the start', ['end: 11', 'end: 3'], 'sidecar-offsets 10:5'],
  ['no quote', ['    quote: العراق\n', ''], 'sidecar-missing-key 7:5'],
  ['a quote that is a number', ['quote: العراق', 'quote: 2024'], 'sidecar-wrong-type 11:12'],
  [
    'a key that stands twice',
    ['    end: 11', '    start: 6\n    end: 11'],
    'sidecar-duplicate-key 10:5',
  ],
  ['a claim without a kind', ['    kind: statement\n', ''], 'sidecar-missing-key 12:5'],
  ['a claim without a mode', ['    mode: direct\n', ''], 'sidecar-missing-key 12:5'],
  [
    'a check-worthiness in words',
    ['mode: direct', 'mode: direct\n    checkworthy: yes'],
    'sidecar-wrong-type 19:18',
  ],
  ['a cue that is a word', [/cue: .*/, 'cue: قال'], 'sidecar-wrong-type 19:10'],
  ['a cue without an end', ['start: 12, end: 15', 'start: 12'], 'sidecar-missing-key 19:10'],
  ['a cue that ends before it starts', ['end: 15', 'end: 1'], 'sidecar-offsets 19:22'],
  [
    'a confidence in words',
    ['    end: 11', '    end: 11\n    confidence: high'],
    'sidecar-wrong-type 11:17',
  ],
  [
    'parts that are a map',
    ['    end: 11', '    end: 11\n    parts: {start: 1}'],
    'sidecar-wrong-type 11:12',
  ],
  ['a rejection without a label', ['label: ORG, ', ''], 'sidecar-missing-key 21:5'],
  [
    'a text of a million characters',
    ['العراق', 'ا'.repeat(1_000_001)],
    'sidecar-text-too-long 11:12',
  ],
];

const WARNINGS: readonly (readonly [string, Change, string])[] = [
  ['an unknown key of the file', ['status: todo', 'statsu: done'], 'sidecar-unknown-key 5:1'],
  ['an unknown key of the article', ['  unit', '  url: x\n  unit'], 'sidecar-unknown-key 4:3'],
  [
    'a list as an attribute',
    ['    end: 11', '    end: 11\n    tags: [a]'],
    'sidecar-unknown-key 11:5',
  ],
  [
    'a claim key on an entity',
    ['    end: 11', '    end: 11\n    mode: direct'],
    'sidecar-unknown-key 11:5',
  ],
  [
    'an unknown key of a rejection',
    ['label: ORG,', 'label: ORG, why: x,'],
    'sidecar-unknown-key 21:18',
  ],
  [
    '__proto__',
    ['    end: 11', '    end: 11\n    __proto__: {polluted: 1}'],
    'sidecar-unknown-key 11:5',
  ],
  [
    '__proto__ with a word',
    ['    end: 11', '    end: 11\n    __proto__: x'],
    'sidecar-unknown-key 11:5',
  ],
  ['an empty span', ['end: 11', 'end: 5'], 'sidecar-empty-span 10:5'],
  ['an unknown mode', ['mode: direct', 'mode: quoted'], 'sidecar-unknown-value 18:11'],
  [
    'a confidence over one',
    ['    end: 11', '    end: 11\n    confidence: 95'],
    'sidecar-confidence 11:17',
  ],
];

function places(source: string): string[] {
  return judgeSidecar(source, 'a.ann.yaml').issues.map(
    (issue) => `${issue.code} ${issue.line}:${issue.column}`,
  );
}

describe('reading a sidecar', () => {
  it('reads a good file without a word', () => {
    const result = readSidecar(GOOD, 'a.ann.yaml');
    assert.ok(result.ok);
    assert.deepEqual(result.issues, []);
    assert.equal(result.value.data.annotations.length, 2);
    assert.deepEqual(result.value.data.annotations[1]?.claim, {
      kind: 'statement',
      mode: 'direct',
      cue: { start: 12, end: 15, quote: 'قال' },
    });
  });

  for (const [name, change, expected] of ERRORS) {
    it(`refuses ${name}`, () => {
      const source = typeof change === 'string' ? change : changed(change);
      const result = readSidecar(source, 'a.ann.yaml');
      assert.equal(result.ok, false);
      assert.equal(
        places(source)[0],
        expected,
        result.issues.map((i) => formatIssue(i)).join('\n'),
      );
      const errors = result.issues.filter((issue) => issue.severity === 'error');
      assert.ok(errors.length > 0);
    });
  }

  for (const [name, change, expected] of WARNINGS) {
    it(`warns of ${name} and reads on`, () => {
      const source = changed(change);
      const result = readSidecar(source, 'a.ann.yaml');
      assert.ok(result.ok, result.issues.map((issue) => formatIssue(issue)).join('\n'));
      assert.deepEqual(places(source), [expected]);
      assert.ok(result.issues.every((issue) => issue.severity === 'warning'));
      assert.equal('polluted' in {}, false);
    });
  }

  it('says everything in both languages, with the file and the annotation', () => {
    for (const [, change] of [...ERRORS, ...WARNINGS]) {
      const source = typeof change === 'string' ? change : changed(change);
      for (const issue of readSidecar(source, 'a.ann.yaml').issues) {
        assert.match(issue.message.ar, /[\u0621-\u064a]/);
        assert.doesNotMatch(issue.message.en, /undefined|\[object/);
        assert.doesNotMatch(issue.message.ar, /undefined|\[object/);
        assert.equal(issue.file, 'a.ann.yaml');
      }
    }
    const [issue] = readSidecar(changed(['end: 11', 'end: 3']), 'a.ann.yaml').issues;
    assert.equal(issue?.annotation, 'k3v9q2');
    assert.ok(
      issue && formatIssue(issue).startsWith('a.ann.yaml:10:5: error: The end 3 is before'),
    );
  });

  it('reports all that is wrong, in the order of the file, but not without end', () => {
    const source = changed([/start: \d+/g, 'start: x']);
    assert.deepEqual(places(source), [
      'sidecar-wrong-type 9:12',
      'sidecar-wrong-type 14:12',
      'sidecar-wrong-type 19:18',
      'sidecar-wrong-type 21:25',
    ]);
    const many = `${GOOD.split('annotations')[0]}annotations:\n${'  - x\n'.repeat(5000)}`;
    assert.equal(readSidecar(many, 'x').issues.length, 200);
  });

  const deep: readonly (readonly [string, (depth: number) => string])[] = [
    ['lists', (depth) => '['.repeat(depth)],
    ['closed lists', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
    ['maps', (depth) => '{a: '.repeat(depth)],
    ['lines', (depth) => `\n  ${'- '.repeat(depth)}`],
  ];
  for (const [name, nest] of deep) {
    it(`refuses ${name} nested so deeply that the parser would fail`, () => {
      const result = readSidecar(changed(['todo', nest(3_000)]), 'x');
      assert.deepEqual(
        result.issues.map((issue) => `${issue.code} ${issue.message.en}`),
        ['sidecar-yaml Not valid here: the nesting is too deep'],
      );
    });
  }

  it('finds the line in a file with CRLF and a byte order mark', () => {
    const source = changed(['end: 11', 'end: 3']).replace(/\n/g, '\r\n');
    assert.deepEqual(places(`\ufeff${source}`), ['sidecar-offsets 10:5']);
  });

  it('reads attributes, and only simple ones', () => {
    const extra =
      'label: GPE\n    gender: m\n    count: 3\n    sure: true\n    none:\n    list: [1]';
    const result = readSidecar(changed(['label: GPE', extra]), 'x');
    assert.ok(result.ok);
    const [first] = result.value.data.annotations;
    assert.deepEqual(first?.attributes, { gender: 'm', count: 3, sure: true });
  });

  it('takes keys without a value as absent, and a missing status as todo', () => {
    const source = changed([
      /status: todo\n[^]*/,
      'status: done\nannotations:\n  - {id: a, label: GPE, start: 1, end: 2, quote: ا, note: , source: ~}\nrejected:\n',
    ]);
    const result = readSidecar(source, 'x');
    assert.ok(result.ok);
    assert.deepEqual(result.value.data.rejected, []);
    assert.deepEqual(result.value.data.annotations, [
      { id: 'a', label: 'GPE', start: 1, end: 2, quote: 'ا' },
    ]);
    const without = readSidecar(changed(['status: todo\n', '']), 'x');
    assert.equal(without.ok && without.value.data.status, 'todo');
  });

  it('reads a map of very many keys in good time', () => {
    const keys = Array.from({ length: 3_000 }, (_, index) => `key${index}: ${index}`).join('\n');
    const started = performance.now();
    readSidecar(`${GOOD}extra:\n  ${keys.replace(/\n/g, '\n  ')}\n`, 'x');
    assert.ok(performance.now() - started < 3000);
  });
});
