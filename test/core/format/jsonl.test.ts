import assert from 'node:assert/strict';
import { jsonl } from '../../../src/core/format/jsonl';
import { articleOf, entity } from '../../support/article';
import { codes, exportOne, importAll } from '../../support/exchange';

const read = (content: string) => importAll(jsonl, [{ path: 'corpus.jsonl', content }]);

describe('jsonl', () => {
  it('writes one line with the keys of a sidecar', () => {
    const text = '🙂 في دبي';
    const { files } = exportOne(jsonl, articleOf(text, [entity(text, 'GPE', 'دبي')]));
    assert.equal(
      files[0]?.content,
      '{"hashiya":1,"path":"خبر.txt","unit":"codepoint","status":"in-progress","text":"🙂 في دبي",' +
        '"annotations":[{"id":"egpe0","label":"GPE","start":5,"end":8,"quote":"دبي"}],' +
        '"rejected":[],"orphans":[]}\n',
    );
  });

  it('carries half characters as escapes', () => {
    const text = 'أ\ud800ب';
    const { files } = exportOne(jsonl, articleOf(text, [entity(text, 'GPE', 'ب')]));
    assert.ok(files[0]?.content.includes('\\ud800'));
    assert.equal(importAll(jsonl, files).articles[0]?.text, text);
  });

  it('reads the lines that are right and names those that are not', () => {
    const { articles, issues } = read(
      [
        '{"path":"a.txt","text":"نص"}',
        '{"path":',
        '',
        '[1]',
        '{"path":"../b.txt","text":"نص"}',
        '{"text":"نص","annotations":[{"label":"X","start":"0","end":1},5,{"label":"X","start":0,"end":1}]}',
      ].join('\n'),
    );
    assert.deepEqual(
      issues.map(({ code, line }) => `${line ?? 0} ${code}`),
      [
        '2 jsonl-line-unreadable',
        '4 jsonl-line-unreadable',
        '5 unsafe-path',
        '6 annotation-unreadable',
        '6 annotation-unreadable',
      ],
    );
    assert.deepEqual(
      articles.map(({ path }) => path),
      ['a.txt', 'corpus-6.txt'],
    );
    assert.equal(articles[1]?.record.annotations[0]?.quote, 'ن');
  });

  it('keeps offsets right in a text with carriage returns', () => {
    const { articles, issues } = read(
      JSON.stringify({
        path: 'a.txt',
        text: 'علي\r\nدبي',
        annotations: [{ id: 'x', label: 'GPE', start: 5, end: 8, quote: 'دبي' }],
      }),
    );
    assert.deepEqual(issues, []);
    assert.equal(articles[0]?.text, 'علي\nدبي');
    assert.equal(articles[0]?.record.annotations[0]?.start, 4);
  });

  it('gives ids that occur twice a number', () => {
    const annotation = { id: 'x', label: 'GPE', start: 0, end: 1, quote: 'ن' };
    const { articles } = read(
      JSON.stringify({ text: 'نص', annotations: [annotation, annotation] }),
    );
    assert.deepEqual(
      articles[0]?.record.annotations.map(({ id }) => id),
      ['x', 'x-2'],
    );
  });

  it('keeps what does not match the text as an orphan', () => {
    const annotation = { id: 'x', label: 'GPE', start: 0, end: 3, quote: 'دبي' };
    const { articles, issues } = read(JSON.stringify({ text: 'علي', annotations: [annotation] }));
    assert.deepEqual(codes(issues), { 'quote-mismatch': 1 });
    assert.deepEqual(articles[0]?.record.orphans, [annotation]);
  });
});
