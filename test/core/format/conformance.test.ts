// Files of other tools, from a folder beside the project. They are not part of it: without the folder
// these tests are skipped and say so.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brat } from '../../../src/core/format/brat';
import { conll } from '../../../src/core/format/conll';
import { doccano } from '../../../src/core/format/doccano';
import type { ImportFile } from '../../../src/core/format/format';
import { w3c } from '../../../src/core/format/w3c';
import { BUILTIN_LABELS } from '../../../src/core/model/labels';
import { codes, exportOne, importAll } from '../../support/exchange';
import { sharedSuite } from '../../support/shared';

function filesIn(path: string): ImportFile[] {
  return readdirSync(path).map((name) => ({
    path: name,
    content: readFileSync(join(path, name), 'utf8'),
  }));
}

sharedSuite('brat tutorial files', ['conformance', 'brat', 'tutorials-bio'], (path) => {
  it('are read with every span in its place, and what is left out is named', () => {
    const { articles, issues } = importAll(brat, filesIn(path));
    const kinds = codes(issues);
    assert.deepEqual(Object.keys(kinds).sort(), [
      'brat-event-not-carried',
      'brat-relation-not-carried',
    ]);
    assert.ok(articles.length >= 10);
    for (const { record, text } of articles) {
      assert.deepEqual(record.orphans, []);
      for (const { start, end, quote } of record.annotations) {
        assert.equal(text.slice(start, end), quote);
      }
    }
    const lines = filesIn(path)
      .filter(({ path: name }) => name.endsWith('.ann'))
      .flatMap(({ content }) => content.split('\n'));
    const spans = lines.filter((line) => line.startsWith('T')).length;
    assert.equal(articles.flatMap(({ record }) => record.annotations).length, spans);
    const events = lines.filter((line) => line.startsWith('E')).length;
    assert.equal(kinds['brat-event-not-carried'], events);
  });

  it('come back the same after an export', () => {
    for (const article of importAll(brat, filesIn(path)).articles) {
      const { files, losses } = exportOne(brat, { ...article, labels: BUILTIN_LABELS });
      assert.deepEqual(losses, []);
      assert.deepEqual(importAll(brat, files).articles[0]?.record, article.record);
    }
  });
});

sharedSuite('a W3C annotation by another tool', ['conformance', 'w3c'], (path) => {
  const json = () => filesIn(path).filter((file) => file.path.endsWith('.json'));

  it('is named as having no text beside it', () => {
    assert.deepEqual(codes(importAll(w3c, json()).issues), { 'w3c-no-text': 1 });
  });

  it('is placed by its quote in a text that it fits', () => {
    const text = { path: 'annotation.txt', content: 'At that time when But as years Then Mine' };
    const files = json().map((file) => ({
      ...file,
      content: file.content.replace('/source/1', '/annotation.txt'),
    }));
    const { articles } = importAll(w3c, [...files, text]);
    const [annotation] = articles[0]?.record.annotations ?? [];
    assert.equal(annotation?.quote, 'But as years');
    assert.equal(annotation?.by, 'Annotator');
    assert.equal(annotation?.at, '2023-01-28T12:00:00Z');
  });
});

sharedSuite('nested columns of Wojood', ['data', 'wojood'], (path) => {
  it('are read without a complaint', () => {
    const content = readFileSync(join(path, 'val.txt'), 'utf8');
    const { articles, issues } = importAll(conll, [{ path: 'val.txt', content }]);
    assert.deepEqual(issues, []);
    const begun = content.match(/ B-/g)?.length ?? 0;
    assert.equal(articles[0]?.record.annotations.length, begun);
  });
});

sharedSuite('doccano files', ['conformance', 'doccano'], (path) => {
  const load = (folder: string, name = 'example.jsonl') =>
    importAll(doccano, [
      {
        path: name,
        content: readFileSync(join(path, folder, name), 'utf8').replace(/\r\n/g, '\n'),
      },
    ]);
  const quotes = ({ articles }: ReturnType<typeof load>): string[] =>
    articles.flatMap(({ record }) =>
      record.annotations.map(({ label, quote }) => `${label} ${quote}`),
    );
  const google = [
    'ORG Google',
    'DATE September 4, 1998',
    'PERSON Larry Page',
    'PERSON Sergey Brin',
  ];

  for (const folder of [
    'export-relations-examples',
    'import-relations-examples',
    'import-relations-tests',
  ]) {
    it(`${folder}: every span, and the relations named`, () => {
      const result = load(folder);
      assert.deepEqual(quotes(result), google);
      assert.deepEqual(codes(result.issues), { 'doccano-relation-not-carried': 1 });
    });
  }

  it('export-spans-examples: every span', () => {
    assert.deepEqual(quotes(load('export-spans-examples')), [
      'ORG EU',
      'MISC German',
      'PERSON Peter Blackburn',
      'PERSON Obama',
    ]);
  });

  it('import-spans-tests: a row without a text is named, twins are kept', () => {
    const result = load('import-spans-tests');
    assert.deepEqual(quotes(result), ['LOC e']);
    assert.deepEqual(
      result.issues.map(({ code, line }) => `${line ?? 0} ${code}`),
      ['3 doccano-row-unreadable'],
    );
    assert.deepEqual(quotes(load('import-spans-tests', 'example_overlapping.jsonl')), [
      'LOC e',
      'LOC e',
    ]);
  });

  it('import-spans-examples: other column names are said to hold no text', () => {
    assert.deepEqual(codes(load('import-spans-examples').issues), { 'doccano-row-unreadable': 3 });
  });
});
