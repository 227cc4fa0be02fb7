import assert from 'node:assert/strict';
import { Agreement, type AgreementReport } from '../../../../src/core/corpus/agree/agreement';
import { CLAIM, type Annotation } from '../../../../src/core/model/annotation';
import { random } from '../../../support/random';
import { spanOf } from '../../../support/article';

const TEXT = 'و1 و2 و3 و4 و5 و6 و7 و8 و9 و0';

/** `GPE 5`, `ORG 1-2`: a label on the words with these numbers, counted from 0 as the text shows them. */
function marks(...lines: readonly string[]): Annotation[] {
  return lines.map((line, at): Annotation => {
    const [label = '', words = ''] = line.split(' ');
    const [first = '', last = first] = words.split('-');
    const start = spanOf(TEXT, `و${first}`).start;
    const { end } = spanOf(TEXT, `و${last}`);
    return { id: `a${at}`, label, start, end, quote: TEXT.slice(start, end) };
  });
}

function compare(
  ...articles: readonly Readonly<Record<string, readonly Annotation[]>>[]
): AgreementReport {
  const agreement = new Agreement();
  for (const article of articles) agreement.add(TEXT, new Map(Object.entries(article)));
  return agreement.report();
}

function rounded<T extends object>(value: T): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === 'number' ? Number(one.toFixed(4)) : one,
    ),
  );
}

describe('agreement between annotators', () => {
  const left = marks('ORG 2-3', 'GPE 6', 'GPE 9');
  const right = marks('ORG 3', 'GPE 6', 'LOC 9');

  it('has the figures that a hand computes', () => {
    // Of ten words two differ. κ: (0.8 − 0.46) / 0.54. α: 1 − 19·4 / (13·7 + 3·17 + 3·17 + 1·19).
    const { entities, labels, annotators, articles } = compare({ layla: left, omar: right });
    assert.deepEqual(annotators, ['layla', 'omar']);
    assert.equal(articles, 1);
    assert.deepEqual(rounded(entities), {
      spans: 6,
      exact: 0.3333,
      overlapping: 0.6667,
      kappa: 0.6296,
      alpha: 0.6415,
    });
    assert.deepEqual(rounded(labels), [
      // Both 1, one of them 2: κ (0.9 − 0.74) / 0.26, α 1 − 19·2 / (2·3·17).
      { label: 'GPE', spans: 3, exact: 0.6667, overlapping: 0.6667, kappa: 0.6154, alpha: 0.6275 },
      { label: 'LOC', spans: 1, exact: 0, overlapping: 0, kappa: 0, alpha: 0 },
      { label: 'ORG', spans: 2, exact: 0, overlapping: 1, kappa: 0.6154, alpha: 0.6275 },
    ]);
  });

  it('names labels that are taken for each other', () => {
    assert.deepEqual(compare({ a: left, b: right }).confused, [
      { labels: ['GPE', 'LOC'], count: 1 },
    ]);
  });

  it('is the same whoever comes first', () => {
    const { pairs: _, ...one } = compare({ a: left, b: right });
    const { pairs: __, ...other } = compare({ b: left, a: right });
    assert.deepEqual(rounded(one), rounded(other));
  });

  it('pairs each span once', () => {
    const { entities } = compare({ a: marks('ORG 1-4'), b: marks('ORG 1-2', 'ORG 3-4') });
    assert.equal(entities.overlapping, 2 / 3);
    assert.equal(entities.exact, 0);
  });

  it('counts words of articles in which a label is not used', () => {
    const apart = compare({ a: left, b: right }, { a: marks('PERS 1'), b: marks('PERS 1') });
    // GPE: of twenty words both 1, one of them 2: (0.95 − (2·1 + 18·19)/400) / (1 − (2·1 + 18·19)/400).
    const gpe = apart.labels.find(({ label }) => label === 'GPE');
    assert.equal(gpe?.kappa?.toFixed(4), '0.6429');
    assert.equal(apart.pairs[0]?.articles, 2);
  });

  it('takes pairs of three together, α of all at once', () => {
    const { entities, pairs } = compare({
      a: marks('ORG 1'),
      b: marks('ORG 1'),
      c: marks('ORG 2'),
    });
    assert.deepEqual(
      pairs.map(({ annotators, exact }) => [annotators.join(), exact]),
      [
        ['a,b', 1],
        ['a,c', 0],
        ['b,c', 0],
      ],
    );
    // κ: 1, −1/9 and −1/9. α: two units with 2 : 1, 30 judgements, 3 of them ORG.
    assert.deepEqual(rounded(entities), {
      spans: 3,
      exact: 0.3333,
      overlapping: 0.3333,
      kappa: 0.2593,
      alpha: 0.284,
    });
  });

  it('holds parts of a discontinuous span and spans without length to the letter', () => {
    const [whole] = marks('ORG 1');
    const parts = marks('X 5');
    const empty = { id: 'e', label: 'GPE', start: 4, end: 4, quote: '' };
    assert.ok(whole);
    const cut = { ...whole, parts };
    assert.equal(compare({ a: [cut, empty], b: [cut, empty] }).entities.exact, 1);
    const { entities } = compare({ a: [cut], b: [whole] });
    assert.deepEqual([entities.exact, entities.overlapping], [0, 1]);
  });

  it('compares what is said of claims whose contents overlap', () => {
    const claim = (words: string, kind: string, source?: string): Annotation => {
      const [one] = marks(`${CLAIM} ${words}`);
      assert.ok(one);
      const place = source === undefined ? {} : { source: spanOf(TEXT, source) };
      return { ...one, claim: { kind, mode: 'direct', ...place } };
    };
    const { claims, labels, entities } = compare({
      a: [claim('1-3', 'denial', 'و4'), claim('6-8', 'statement')],
      b: [claim('1-2', 'denial', 'و5'), claim('6-8', 'demand')],
    });
    assert.deepEqual(claims.kind, { claims: 2, observed: 0.5, kappa: 1 / 3 });
    assert.deepEqual(claims.mode, { claims: 2, observed: 1, kappa: undefined });
    assert.deepEqual(
      labels.map(({ label, exact, overlapping }) => [label, exact, overlapping]),
      [
        [CLAIM, 0.5, 1],
        [`${CLAIM}.source`, 0, 0],
      ],
    );
    assert.equal(entities.spans, 0);
  });

  it('says nothing of articles with one annotator', () => {
    const { articles, entities, annotators } = compare({ a: left }, {});
    assert.deepEqual([articles, entities.spans, entities.exact, annotators], [0, 0, undefined, []]);
  });

  it('is 1 with oneself, and never more, over random articles', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const next = random(seed);
      const some = (): Annotation[] =>
        marks(
          ...Array.from({ length: 1 + Math.floor(next() * 5) }, () => {
            const first = 1 + Math.floor(next() * 8);
            const label = ['ORG', 'GPE', 'PERS'][Math.floor(next() * 3)] ?? '';
            return `${label} ${first}-${Math.min(9, first + Math.floor(next() * 3))}`;
          }),
        );
      const [a, b] = [some(), some()];
      const self = compare({ a, b: a }).entities;
      assert.deepEqual([self.exact, self.overlapping, self.kappa, self.alpha], [1, 1, 1, 1]);
      const { exact = 0, overlapping = 0, kappa = 0, alpha = 0 } = compare({ a, b }).entities;
      assert.ok(
        exact <= overlapping && overlapping <= 1 && kappa <= 1 && alpha <= 1,
        `seed ${seed}`,
      );
    }
  });
});
