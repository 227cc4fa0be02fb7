// docs/formats/conformance.md, held against what the importers make of every case; HASHIYA_GOLDEN=write
// writes the table anew.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceCases, type Case } from '../../support/conformance';
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

sharedSuite('the table of conformance', ['conformance'], (path) => {
  it('says of every case what the importers make of it', () => {
    const page = readFileSync(PAGE, 'utf8');
    const [before = '', after = ''] = [page.split(BEGIN)[0], page.split(END)[1]];
    const made = `${before}${BEGIN}\n${tables(conformanceCases(path))}\n${END}${after}`;
    if (process.env['HASHIYA_GOLDEN'] === 'write') writeFileSync(PAGE, made);
    assert.deepEqual(readFileSync(PAGE, 'utf8').split('\n'), made.split('\n'));
  });
});
