// Files of other tools, from a folder beside the project. They are not part of it: without the folder
// these tests are skipped and say so.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brat } from '../../../src/core/format/brat';
import { conll } from '../../../src/core/format/conll';
import { doccano } from '../../../src/core/format/doccano';
import type { ImportFile } from '../../../src/core/format/format';
import { labelStudio } from '../../../src/core/format/labelStudio';
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

sharedSuite('Label Studio spans as BIO tags', ['conformance', 'label-studio'], (path) => {
  interface Case {
    text: string;
    spans: { start: number; end: number; labels: string[] }[];
    tokens: string[];
    tags: string[];
  }
  const cases = JSON.parse(readFileSync(join(path, 'span-to-bio.json'), 'utf8')) as Case[];

  for (const [at, { text, spans, tokens, tags }] of cases.entries()) {
    it(`case ${at + 1}`, () => {
      const result = spans.map((value) => ({ type: 'labels', value }));
      const content = JSON.stringify([{ data: { text }, annotations: [{ result }] }]);
      const { articles, issues } = importAll(labelStudio, [{ path: 'tasks.json', content }]);
      assert.deepEqual(issues, []);
      assert.ok(articles[0] !== undefined);
      const { files } = exportOne(conll, { ...articles[0], labels: BUILTIN_LABELS });
      const rows = (files[0]?.content ?? '')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('-DOCSTART-'))
        .map((line) => line.split(' '));
      assert.deepEqual(
        rows.map(([token]) => token),
        tokens,
      );
      assert.deepEqual(
        rows.map((row) => row.at(-1)),
        tags,
      );
    });
  }

  it('tasks of other kinds are read for their text, and what is left out is named', () => {
    const folder = join(path, 'test_export_csv');
    const content = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const load = (name: string) => importAll(labelStudio, [{ path: name, content: content(name) }]);
    assert.deepEqual(codes(load('csv_test_colliding_keys_mixed.json').issues), {
      'label-studio-result-not-carried': 1,
    });
    const history = load('csv_test_history.json');
    assert.ok(history.articles[0]?.text.startsWith('Calif. wildfires'));
    assert.deepEqual(codes(load('csv_test.json').issues), { 'label-studio-result-not-carried': 2 });
    assert.deepEqual(codes(load('csv_test2.json').issues), { 'label-studio-row-unreadable': 1 });
  });
});
