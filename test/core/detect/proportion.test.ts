import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/detect/analysis';
import type { Detector, DetectorInfo, Suggestion } from '../../../src/core/detect/detector';
import { engine } from './support';

/** What could lead a detector to look at the same tokens again and again. */
const HEAVY: readonly (readonly [string, string])[] = [
  ['ordinary news', 'قال الوزير إن الحكومة العراقية صرفت 3 ملايين دولار، وأضاف أن '],
  ['cues', 'قال '],
  ['open quotations', 'قال « '],
  ['attributions', 'وفقا لوكالة '],
  ['kunyas', 'أبو '],
  ['offices', 'رئيس '],
  ['months', 'يناير/'],
];
/** Tokens, and so many times as many; looks may grow by a little more, for what is at the ends. */
const TOKENS = 1_500;
const TIMES = 4;
const SLACK = 1.1;

const isDetector = (info: DetectorInfo): info is Detector => 'detect' in info;

/** How often the detectors look at a token of the text, all of it as one stretch. */
function looksAt(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let looks = 0;
  const analysis = analyse(text);
  const tokens = new Proxy(analysis.tokens, {
    get(target, key): unknown {
      looks++;
      return Reflect.get(target, key);
    },
  });
  const found: Suggestion[] = [];
  for (const detector of engine.detectors.filter(isDetector)) {
    looks = 0;
    found.push(...detector.detect({ ...analysis, tokens }, found));
    counts.set(detector.id, looks);
  }
  return counts;
}

describe('the work of the detectors', () => {
  it('is counted for all of them', () => {
    assert.ok([...looksAt('قالت مصر').values()].every((looks) => looks > 0));
    assert.ok(looksAt('').size >= 8);
  });

  for (const [what, piece] of HEAVY) {
    it(`grows in proportion to ${what}`, () => {
      const count = Math.ceil(TOKENS / analyse(piece).tokens.length);
      const less = looksAt(piece.repeat(count));
      for (const [detector, looks] of looksAt(piece.repeat(count * TIMES))) {
        const most = TIMES * SLACK * (less.get(detector) ?? 0);
        assert.ok(looks <= most, `${detector}: ${looks} looks, ${most} at most`);
      }
    });
  }
});
