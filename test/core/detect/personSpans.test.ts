import assert from 'node:assert/strict';
import { Analyser } from '../../../src/core/detect/analysis';
import { personSpans } from '../../../src/core/detect/model/personSpans';
import { createVocabulary } from '../../../src/core/detect/vocabulary';

const vocabulary = createVocabulary();
const analyser = new Analyser();

/** What becomes of a span of the model that is the whole text, as names. */
function namesIn(text: string): string[] {
  const analysis = analyser.analyse(text);
  const { tokens } = analysis;
  const span = { name: 'PERS' as const, from: 0, to: tokens.length, probability: 0.9 };
  return personSpans(analysis, [span], vocabulary).map(({ from, to, cut = 0 }) =>
    text.slice((tokens[from]?.start ?? 0) + cut, tokens[to - 1]?.end),
  );
}

describe("the model's spans of persons", () => {
  for (const [text, ...expected] of [
    ['جان كرم وبريان أكتون', 'جان كرم', 'بريان أكتون'],
    ['سمير كامل ويوسف نصر وماريا عون', 'سمير كامل', 'يوسف نصر', 'ماريا عون'],
    ['كيت يرزقان', 'كيت'],
    ['كريستيانو اجتهد', 'كريستيانو'],
    ['هوغو حضورا', 'هوغو'],
    ['سمير نائبا', 'سمير'],
    ['سمير كامل', 'سمير كامل'],
    ['يعقوب يعقوبيان', 'يعقوب يعقوبيان'],
    ['ماريا ديانا', 'ماريا ديانا'],
  ] as const) {
    it(text, () => assert.deepEqual(namesIn(text), expected));
  }
});
