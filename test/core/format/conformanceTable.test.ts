// docs/formats/conformance.md, held against what the importers make of every case; HASHIYA_GOLDEN=write
// writes the table anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceCases, conformanceFiles, type Case } from '../../support/conformance';
import { sharedSuite } from '../../support/shared';

const PAGE = join('docs', 'formats', 'conformance.md');
const [BEGIN, END] = ['<!-- cases -->', '<!-- /cases -->'];

/** Why something of a case is not in the record, by the code under which the import tells it. */
const REASONS: Readonly<Record<string, string>> = {
  'relation-not-carried': 'relations between spans have no place in a record',
  'event-not-carried': 'events with arguments have no place in a record; their triggers are spans',
  'slot-not-carried': 'links between spans have no place in a record',
  'chain-not-carried': 'coreference chains have no place in a record; their mentions are spans',
  'structure-not-carried': 'links and chains have no place in a record; their spans are read',
  'result-not-carried': 'choices, ratings and other regions of a task are no spans of a text',
  'row-unreadable': 'rows without a text in the column that the tool uses by default',
  'line-unreadable':
    'a line without a tag, as the case means it to be; the token stays in the text',
  'no-text': 'the file holds no text that spans could stand in',
};
/** Files that are no input of an importer, and what becomes of them. */
const OTHERS: readonly (readonly [files: string, pattern: RegExp, reason: string])[] = [
  [
    'label-studio/span-to-bio.json',
    /span-to-bio\.json$/,
    'passes: five texts whose spans become the tokens and tags of `conll`, token by token, in a test of its own',
  ],
  [
    'label-studio/…/csv_test2_result.csv',
    /_result\.csv$/,
    'not read: answers about songs that Label Studio wrote as a table, no spans of a text; `csv` is export only',
  ],
  [
    'label-studio/…/label_config*',
    /label_config[^/]*$/,
    'not read: what the screen of a project looks like; labels come with the spans that have them, and an export writes a configuration of its own',
  ],
  [
    'brat/…/*.conf',
    /\.conf$/,
    'not read: types, colours, keys and tools of a server; labels come with the spans that have them, and an export writes `annotation.conf` and `visual.conf` of its own',
  ],
  [
    'uima-cas/…/*typesystem.xml, webanno-tsv3/…/typesystem.xml',
    /typesystem\.xml$/,
    'not read: declares the types of the XMI beside it; that a span has a place is seen by its `begin` and `end`',
  ],
  [
    'webanno-tsv3/…/reference-explained*.txt',
    /reference-explained2?\.txt$/,
    'not read: remarks for people on the TSV beside it',
  ],
  ['LICENSE*, README.md', /(^|\/)(LICENSE[^/]*|README\.md)$/, 'words about the files'],
];

/** A span without a value gets the name of its layer as label: nothing is lost by that. */
const NO_LABEL = /no-label$/;

function row({ name, format, articles, spans, issues }: Case): string {
  const told = Object.keys(issues).filter((code) => !NO_LABEL.test(code));
  const reasons = told.map((code) => {
    const reason = Object.entries(REASONS).find(([end]) => code.endsWith(end))?.[1];
    assert.ok(reason !== undefined, `${name}: ${code} has no reason`);
    return `${reason} (\`${code}\` ${issues[code] ?? 0})`;
  });
  const result = articles === 0 ? 'not read' : told.length === 0 ? 'passes' : 'spans pass';
  return `| ${name} | \`${format}\` | ${spans} | ${[result, ...reasons].join('; ').replace('; ', ': ')} |`;
}

function tables(cases: readonly Case[]): string {
  const suites = [...new Set(cases.map(({ suite }) => suite))];
  return suites
    .map((suite) => {
      const rows = cases.filter((one) => one.suite === suite).map(row);
      return [
        `## ${suite}`,
        '',
        '| case | read as | spans | result |',
        '|---|---|---|---|',
        ...rows,
      ];
    })
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** Every file that belongs to no case stands under exactly one of the reasons. */
function otherFiles(cases: readonly Case[], files: readonly string[]): string {
  const known = new Set(cases.flatMap(({ paths }) => paths));
  const rest = files.filter((file) => !known.has(file));
  for (const file of rest) {
    assert.equal(OTHERS.filter(([, pattern]) => pattern.test(file)).length, 1, file);
  }
  const rows = OTHERS.map(([names, pattern, reason]) => {
    const count = rest.filter((file) => pattern.test(file)).length;
    return `| ${names} | ${count} | ${reason} |`;
  });
  return ['## Other files', '', '| files | how many | result |', '|---|---|---|', ...rows].join(
    '\n',
  );
}

sharedSuite('the table of conformance', ['conformance'], (path) => {
  it('says of every case what the importers make of it', () => {
    const page = readFileSync(PAGE, 'utf8');
    const [before = '', after = ''] = [page.split(BEGIN)[0], page.split(END)[1]];
    const cases = conformanceCases(path);
    const all = `${tables(cases)}\n\n${otherFiles(cases, conformanceFiles(path))}`;
    const made = `${before}${BEGIN}\n${all}\n${END}${after}`;
    if (process.env['HASHIYA_GOLDEN'] === 'write') writeFileSync(PAGE, made);
    assert.deepEqual(readFileSync(PAGE, 'utf8').split('\n'), made.split('\n'));
  });
});
