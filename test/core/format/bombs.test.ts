// Files to import that are made to exhaust: nested without end, one giant value, entities of entities.
import assert from 'node:assert/strict';
import { IMPORT_FORMATS } from '../../../src/core/format/registry';
import { importAll } from '../../support/exchange';

const DEEP = 100_000;
const GIANT = 'ا'.repeat(1_000_000);
const ENTITIES = [
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ههههههههههههههههههه">',
  ...Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`),
  ']><a>&a29;</a>',
].join('');

const BOMBS: readonly (readonly [name: string, content: string])[] = [
  ['lists in lists', '['.repeat(DEEP) + ']'.repeat(DEEP)],
  ['maps in maps', '{"text":'.repeat(DEEP) + '1' + '}'.repeat(DEEP)],
  ['pages in pages', '{"items":['.repeat(DEEP) + ']}'.repeat(DEEP)],
  [
    'selectors in selectors',
    `[{"target":{"source":"x.txt","selector":${'{"refinedBy":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}}]`,
  ],
  ['elements in elements', '<a>'.repeat(DEEP) + '</a>'.repeat(DEEP)],
  ['elements that do not end', '<a '.repeat(DEEP)],
  ['a giant string', JSON.stringify({ path: 'a.txt', text: GIANT, annotations: [] })],
  [
    'a giant number',
    `{"path":"a.txt","text":"ا","annotations":[{"start":${'9'.repeat(1_000_000)}}]}`,
  ],
  ['a giant line', GIANT],
  ['tabs alone', '\t'.repeat(1_000_000)],
  ['entities of entities', ENTITIES],
];

/** Longer than that no answer is, whatever the file. */
const MOST_CHARACTERS = 4_000_000;
const MOST_ISSUES = 200_000;

describe('import of files made to exhaust', () => {
  for (const [name, content] of BOMBS) {
    it(`${name} end in every format, and grow into nothing`, () => {
      for (const format of IMPORT_FORMATS) {
        const files = ['json', 'jsonl', 'xmi', 'tsv', 'conll', 'ann', 'txt'].map((extension) => ({
          path: `x.${extension}`,
          content,
        }));
        const { articles, issues } = importAll(format, files);
        const length = articles.reduce((sum, { text }) => sum + text.length, 0);
        assert.ok(length <= MOST_CHARACTERS * files.length, `${format.id}: ${length} characters`);
        assert.ok(issues.length <= MOST_ISSUES, `${format.id}: ${issues.length} issues`);
      }
    });
  }
});
