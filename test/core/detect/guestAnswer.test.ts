import assert from 'node:assert/strict';
import type { Suggestion } from '../../../src/core/detect/detector';
import { readGuestAnswer } from '../../../src/core/detect/guestAnswer';
import { withGuests } from '../../../src/core/detect/guests';

const TEXT = '🌍 قالت الوزارة إن بغداد آمنة. زار الوزير بغداد.';
const UTF16 = { detector: 'guest', unit: 'utf16' } as const;
const CODE_POINTS = { detector: 'guest', unit: 'codepoint' } as const;
const first = TEXT.indexOf('بغداد');
const second = TEXT.indexOf('بغداد', first + 1);

function read(...items: unknown[]) {
  return readGuestAnswer(TEXT, items, UTF16);
}

describe('an answer of a guest', () => {
  it('tells places by UTF-16 offsets, by code points, or by quote and occurrence', () => {
    const expected = { start: second, end: second + 5, quote: 'بغداد' };
    const answers = [
      readGuestAnswer(TEXT, [{ label: 'GPE', start: second, end: second + 5 }], UTF16),
      readGuestAnswer(TEXT, [{ label: 'GPE', start: second - 1, end: second + 4 }], CODE_POINTS),
      readGuestAnswer(TEXT, [{ label: 'GPE', quote: 'بغداد', occurrence: 1 }], UTF16),
    ];
    for (const { suggestions, problems } of answers) {
      assert.deepEqual(problems, []);
      const [{ start, end, quote } = expected] = suggestions;
      assert.deepEqual({ start, end, quote }, expected);
    }
  });

  it('reads a claim', () => {
    const claim = {
      kind: 'claim',
      content: { quote: 'بغداد آمنة' },
      cue: { quote: 'قالت' },
      source: { quote: 'الوزارة' },
      claimKind: 'statement',
      mode: 'indirect',
      checkworthy: true,
      why: 'سبب',
    };
    const { suggestions, problems } = read(claim);
    assert.deepEqual(problems, []);
    const [found] = suggestions;
    assert.ok(found?.kind === 'claim');
    assert.equal(found.quote, 'بغداد آمنة');
    assert.equal(found.source?.quote, 'الوزارة');
    assert.equal(found.detector, 'guest');
    assert.deepEqual(found.why, [{ en: 'سبب', ar: 'سبب' }]);
  });

  it('leaves blanks outside', () => {
    const { suggestions } = read({ label: 'GPE', start: first - 1, end: first + 6 });
    assert.equal(suggestions[0]?.quote, 'بغداد');
  });

  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ['null', null, /not an object/],
    ['a list', [], /not an object/],
    ['an unknown kind', { kind: 'x' }, /"kind"/],
    ['no label', { start: 0, end: 1 }, /"label"/],
    ['markup as label', { label: '<b>', start: 0, end: 4 }, /"label"/],
    ['a claim as entity', { label: 'CLAIM', start: 0, end: 4 }, /"label"/],
    ['offsets beyond the text', { label: 'GPE', start: 0, end: 999 }, /inside the text/],
    ['negative offsets', { label: 'GPE', start: -1, end: 4 }, /inside the text/],
    ['reversed offsets', { label: 'GPE', start: 4, end: 2 }, /inside the text/],
    ['broken numbers', { label: 'GPE', start: 0.5, end: 4 }, /whole numbers/],
    ['another quote', { label: 'GPE', start: 3, end: 7, quote: 'بغداد' }, /does not hold/],
    ['a quote that is not there', { label: 'GPE', quote: 'دمشق' }, /does not stand/],
    ['too many occurrences', { label: 'GPE', quote: 'بغداد', occurrence: 2 }, /does not stand/],
    ['a negative occurrence', { label: 'GPE', quote: 'بغداد', occurrence: -1 }, /negative/],
    ['blank words', { label: 'GPE', start: 2, end: 3 }, /empty/],
    ['a score over 1', { label: 'GPE', quote: 'بغداد', score: 7 }, /"score"/],
    ['a claim without a cue', { kind: 'claim', content: { quote: 'بغداد' } }, /"cue"/],
  ];
  for (const [title, item, problem] of refused) {
    it(`refuses ${title} and keeps the rest`, () => {
      const { suggestions, problems } = read(item, { label: 'GPE', quote: 'بغداد' });
      assert.equal(suggestions.length, 1);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
    });
  }

  it('takes no more than can be read, and tells a few problems only', () => {
    const many = Array.from({ length: 6000 }, () => ({ label: 'GPE', quote: 'بغداد' }));
    assert.equal(readGuestAnswer(TEXT, many, UTF16).suggestions.length, 5000);
    const wrong = Array.from({ length: 6000 }, () => null);
    assert.ok(readGuestAnswer(TEXT, wrong, UTF16).problems.length < 30);
    assert.equal(readGuestAnswer(TEXT, { length: 3 }, UTF16).problems.length, 1);
  });
});

describe('suggestions of guests', () => {
  const entity = (quote: string, label: string, start = TEXT.indexOf(quote)): Suggestion => ({
    kind: 'entity',
    label,
    start,
    end: start + quote.length,
    quote,
    score: 0.5,
    detector: 'x',
    why: [],
  });

  it('fill what ours leave free, in text order', () => {
    const own = [entity('بغداد', 'GPE')];
    const guests = [entity('الوزارة', 'ORG'), entity('بغداد آمنة', 'ORG'), entity('آمنة', 'PERS')];
    const labels = withGuests(own, guests).map(({ quote }) => quote);
    assert.deepEqual(labels, ['الوزارة', 'بغداد', 'آمنة']);
  });

  it('are flat among themselves', () => {
    const guests = [entity('بغداد', 'GPE'), entity('بغداد آمنة', 'ORG')];
    assert.deepEqual(
      withGuests([], guests).map(({ label }) => label),
      ['ORG'],
    );
  });
});
