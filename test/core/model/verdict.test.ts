import * as assert from 'node:assert/strict';
import { evidenceLinks, isWebAddress, pageOf, verdictOf } from '../../../src/core/model/verdict';
import type { Annotation, Scalar } from '../../../src/core/model/annotation';

const claim = (attributes?: Record<string, Scalar>): Annotation => ({
  id: 'c1',
  label: 'CLAIM',
  start: 0,
  end: 1,
  quote: 'و',
  ...(attributes === undefined ? {} : { attributes }),
});

describe('a verdict', () => {
  it('is one of ours, a word of the annotator’s own, or none', () => {
    assert.equal(verdictOf(claim({ verdict: 'inaccurate' }))?.rating, 1);
    assert.equal(verdictOf(claim({ verdict: ' unproven ' }))?.rating, undefined);
    assert.equal(verdictOf(claim({ verdict: true }))?.ar, 'true');
    for (const none of [undefined, {}, { verdict: '' }, { constructor: 'x' }])
      assert.equal(verdictOf(claim(none)), undefined);
  });

  it('rests on web addresses only', () => {
    const evidence = 'https://example.org/x\n ftp://example.org  javascript:alert(1) كتاب';
    assert.deepEqual(evidenceLinks(claim({ evidence })), ['https://example.org/x']);
    assert.deepEqual(evidenceLinks(claim()), []);
  });
});

describe('isWebAddress', () => {
  for (const good of ['http://a', 'https://example.org/خبر?ن=1#x', 'HTTPS://EXAMPLE.ORG/'])
    it(`takes ${good}`, () => assert.ok(isWebAddress(good)));
  for (const bad of [
    '',
    'https://',
    'https:///x',
    'javascript:1',
    'data:x',
    ' https://a',
    'https://a/"x',
  ])
    it(`refuses ${JSON.stringify(bad)}`, () => assert.ok(!isWebAddress(bad)));
});

describe('pageOf', () => {
  it('leads to Wikidata and to pages, and nowhere else', () => {
    assert.equal(pageOf('wikidata:Q796'), 'https://www.wikidata.org/entity/Q796');
    assert.equal(pageOf('https://example.org/a'), 'https://example.org/a');
    for (const other of [undefined, 'wikidata:796', 'Q796', 'javascript:alert(1)'])
      assert.equal(pageOf(other), undefined);
  });
});
