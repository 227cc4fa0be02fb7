import * as assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/model/annotation';
import { actorsOf } from '../../../src/core/model/actors';
import { fold } from '../../../src/core/text/normalize';

const mentions = (...rows: readonly (readonly [label: string, quote: string])[]): Annotation[] =>
  rows.map(([label, quote], at) => ({
    id: `a${at}`,
    label,
    start: at * 100,
    end: at * 100 + quote.length,
    quote,
  }));

const shown = (annotations: readonly Annotation[]): readonly (readonly [string, number])[] =>
  actorsOf(annotations, fold).map(({ name, mentions: all }) => [name, all.length]);

describe('actorsOf', () => {
  const cases: readonly (readonly [
    string,
    Annotation[],
    readonly (readonly [string, number])[],
  ])[] = [
    ['nobody', [], []],
    ['places and claims are no actors', mentions(['GPE', 'بغداد'], ['CLAIM', 'قال']), []],
    ['one name in two spellings', mentions(['PERS', 'أحمد'], ['PERS', 'احمد']), [['أحمد', 2]]],
    [
      'a later, shorter mention',
      mentions(['PERS', 'سامي حداد'], ['ORG', 'حداد'], ['PERS', 'حداد']),
      [
        ['سامي حداد', 2],
        ['حداد', 1],
      ],
    ],
    [
      'a short mention before the full name',
      mentions(['PERS', 'حداد'], ['ORG', 'البلدية'], ['PERS', 'سامي حداد']),
      [
        ['سامي حداد', 2],
        ['البلدية', 1],
      ],
    ],
    [
      'a family name of two people stays by itself',
      mentions(['PERS', 'سامي حداد'], ['PERS', 'ليلى حداد'], ['PERS', 'حداد']),
      [
        ['سامي حداد', 1],
        ['ليلى حداد', 1],
        ['حداد', 1],
      ],
    ],
    [
      'part of a word is no part of a name',
      mentions(['PERS', 'عبد الكريم'], ['PERS', 'كريم']),
      [
        ['عبد الكريم', 1],
        ['كريم', 1],
      ],
    ],
  ];
  for (const [title, annotations, expected] of cases) {
    it(title, () => assert.deepEqual(shown(annotations), expected));
  }
});
