import assert from 'node:assert/strict';
import {
  adjustSpan,
  paragraphAt,
  type Direction,
  type Edge,
  type Step,
} from '../../../src/core/text/adjust';

const TEXT = 'قال الوزيرُ في بيانٍ\nوأضاف مديرُ المكتب';

function spanOf(quote: string) {
  const start = TEXT.indexOf(quote);
  assert.notEqual(start, -1);
  return { start, end: start + quote.length };
}

describe('adjustSpan', () => {
  const cases: [string, Edge, Direction, Step, string][] = [
    ['الوزيرُ', 'end', 'later', 'word', 'الوزيرُ في'],
    ['الوزيرُ في', 'end', 'earlier', 'word', 'الوزيرُ'],
    ['الوزيرُ', 'start', 'earlier', 'word', 'قال الوزيرُ'],
    ['الوزيرُ في', 'start', 'later', 'word', 'في'],
    ['الوزيرُ', 'start', 'later', 'letter', 'لوزيرُ'],
    ['لوزيرُ', 'start', 'earlier', 'letter', 'الوزيرُ'],
    // A letter goes together with its vowel mark.
    ['الوزيرُ', 'end', 'earlier', 'letter', 'الوزي'],
    ['الوزيرُ', 'end', 'later', 'letter', 'الوزيرُ '],
    // Never empty, never beyond the paragraph.
    ['قال', 'start', 'later', 'word', 'قال'],
    ['في', 'end', 'earlier', 'word', 'في'],
    ['بيانٍ', 'end', 'later', 'word', 'بيانٍ'],
    ['وأضاف', 'start', 'earlier', 'word', 'وأضاف'],
  ];
  for (const [from, edge, direction, step, to] of cases) {
    it(`${edge} ${direction} by ${step}: «${from}» → «${to}»`, () => {
      const adjusted = adjustSpan(TEXT, spanOf(from), edge, direction, step);
      assert.equal(TEXT.slice(adjusted.start, adjusted.end), to);
    });
  }

  it('gives back the same span where nothing can move', () => {
    const whole = spanOf('وأضاف مديرُ المكتب');
    assert.deepEqual(adjustSpan(TEXT, whole, 'end', 'later', 'letter'), whole);
  });
});

describe('paragraphAt', () => {
  it('gives the line, the first and the last too, and both lines of a span over two', () => {
    const first = { start: 0, end: TEXT.indexOf('\n') };
    const second = { start: first.end + 1, end: TEXT.length };
    assert.deepEqual(paragraphAt(TEXT, { start: 0, end: 0 }), first);
    assert.deepEqual(paragraphAt(TEXT, { start: first.end, end: first.end }), first);
    assert.deepEqual(paragraphAt(TEXT, { start: second.start, end: second.start }), second);
    assert.deepEqual(paragraphAt(TEXT, { start: 2, end: second.start + 2 }), {
      start: 0,
      end: TEXT.length,
    });
    assert.deepEqual(paragraphAt('', { start: 0, end: 0 }), { start: 0, end: 0 });
  });
});
