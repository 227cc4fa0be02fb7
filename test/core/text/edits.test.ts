import assert from 'node:assert/strict';
import {
  applyChange,
  applyChanges,
  differenceOf,
  followedBy,
  mapPosition,
  mapSpan,
  mapSpanThrough,
  type TextChange,
} from '../../../src/core/text/edits';
import { random } from '../../support/random';

/** `[` and `]` mark the span; `{old|new}` marks the change. */
function parse(source: string): {
  text: string;
  s: { start: number; end: number };
  change: TextChange;
} {
  let text = '';
  const at: Record<string, number> = {};
  let inserted = '';
  let inNew = false;
  for (const char of source) {
    if (inNew && char !== '}') inserted += char;
    else if (char === '|') inNew = true;
    else if (char === '}') {
      inNew = false;
      at['}'] ??= text.length;
    } else if ('[]{'.includes(char)) at[char] = text.length;
    else text += char;
    if (char === '|') at['}'] = text.length;
  }
  const change = { start: at['{'] ?? 0, end: at['}'] ?? 0, text: inserted };
  return { text, s: { start: at['['] ?? 0, end: at[']'] ?? 0 }, change };
}

describe('map a span through a change', () => {
  const cases: [string, string, string | undefined][] = [
    ['before', '{|new }old [word] end', 'word'],
    ['after', 'old [word] end{| new}', 'word'],
    ['typed at its start stays out', 'old {|x}[word] end', 'word'],
    ['typed at its end stays out', 'old [word]{|x} end', 'word'],
    ['typed inside belongs to it', 'old [wo{|x}rd] end', 'woxrd'],
    ['deleted inside', 'old [w{or|}d] end', 'wd'],
    ['replaced whole', 'old [{word|text}] end', 'text'],
    ['deleted whole', 'old [{word|}] end', undefined],
    ['deleted with its surroundings', 'ol{d [word] e|}nd', undefined],
    ['replaced with its surroundings', 'ol{d [word] e|x}nd', undefined],
    ['start cut off', 'ol{d [wo|}rd] end', 'rd'],
    ['start replaced', 'ol{d [wo|xx}rd] end', 'rd'],
    ['end cut off', 'old [wo{rd] e|}nd', 'wo'],
    ['end replaced', 'old [wo{rd] e|xx}nd', 'wo'],
    ['first letters mended', 'old [{wo|xyz}rd] end', 'xyzrd'],
    ['last letters mended', 'old [wo{rd|xyz}] end', 'woxyz'],
    ['deleted up to its start', '{old |}[word] end', 'word'],
    ['deleted from its end', 'old [word]{ end|}', 'word'],
  ];
  for (const [name, source, expected] of cases) {
    it(name, () => {
      const { text, s, change } = parse(source);
      const mapped = mapSpan(s, change);
      const after = applyChange(text, change);
      assert.equal(mapped && after.slice(mapped.start, mapped.end), expected);
    });
  }

  it('an empty span survives an insertion at its place', () => {
    assert.deepEqual(mapSpan({ start: 3, end: 3 }, { start: 3, end: 3, text: 'x' }), {
      start: 3,
      end: 3,
    });
  });

  it('letters that no change touches stay inside or outside, on random changes', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const next = random(seed);
      const text = Array.from({ length: 30 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
      const pick = (low: number): number => low + Math.floor(next() * (text.length - low + 1));
      const start = Math.min(pick(0), text.length - 1);
      const s = { start, end: Math.min(text.length, start + 1 + Math.floor(next() * 9)) };
      const from = pick(0);
      const change = {
        start: from,
        end: Math.min(text.length, from + Math.floor(next() * 9)),
        text: next() < 0.5 ? '' : 'abc',
      };
      const after = applyChange(text, change);
      const kept = new Set([...after].filter((char) => text.includes(char)));
      const mapped = mapSpan(s, change);
      const inside = mapped === undefined ? '' : after.slice(mapped.start, mapped.end);
      for (const char of kept) {
        assert.equal(
          inside.includes(char),
          text.slice(s.start, s.end).includes(char),
          `seed ${seed}`,
        );
      }
      if (mapped)
        assert.ok(mapped.start < mapped.end && mapped.end <= after.length, `seed ${seed}`);
    }
  });

  it('several changes, each on the result of the one before', () => {
    const changes = [
      { start: 0, end: 0, text: 'aa' },
      { start: 0, end: 1, text: '' },
    ];
    assert.equal(applyChanges('word', changes), 'aword');
    assert.deepEqual(mapSpanThrough({ start: 0, end: 4 }, changes), { start: 1, end: 5 });
    const gone = [
      { start: 0, end: 4, text: '' },
      { start: 0, end: 0, text: 'word' },
    ];
    assert.equal(mapSpanThrough({ start: 0, end: 4 }, gone), undefined);
  });
});

describe('map a position through a change', () => {
  const insertion = { start: 3, end: 3, text: 'xx' };
  const replacement = { start: 3, end: 6, text: 'x' };
  const cases: [TextChange, number, number, number][] = [
    // change, offset, before, after
    [insertion, 2, 2, 2],
    [insertion, 3, 3, 5],
    [insertion, 4, 6, 6],
    [replacement, 3, 3, 4],
    [replacement, 4, 3, 4],
    [replacement, 6, 4, 4],
    [replacement, 7, 5, 5],
  ];
  for (const [change, offset, before, after] of cases) {
    it(`${offset} through [${change.start}, ${change.end}) → ${JSON.stringify(change.text)}`, () => {
      assert.equal(mapPosition(offset, change, 'before'), before);
      assert.equal(mapPosition(offset, change, 'after'), after);
    });
  }
});

describe('join changes', () => {
  it('makes one change of letters typed one after the other', () => {
    const typed = [...'كلمة'].map((letter, at) => ({ start: 5 + at, end: 5 + at, text: letter }));
    assert.deepEqual(typed.reduce(followedBy, [] as readonly TextChange[]), [
      { start: 5, end: 5, text: 'كلمة' },
    ]);
  });

  it('keeps apart what is typed elsewhere, replaced or taken away', () => {
    const changes = [
      { start: 5, end: 5, text: 'ا' },
      { start: 5, end: 5, text: 'ب' },
      { start: 7, end: 8, text: 'ت' },
      { start: 7, end: 8, text: '' },
    ];
    assert.deepEqual(changes.reduce(followedBy, [] as readonly TextChange[]), changes);
  });

  it('gives the same text and the same spans as the changes in turn', () => {
    const next = random(20);
    const below = (limit: number): number => Math.floor(next() * limit);
    for (let round = 0; round < 400; round += 1) {
      const text = 'abcdefgh';
      const changes: TextChange[] = [];
      let [size, caret] = [text.length, below(text.length)];
      for (let count = 0; count < 5; count += 1) {
        const start = next() < 0.7 ? caret : below(size);
        const end = next() < 0.8 ? start : Math.min(size, start + below(3));
        const typed = 'xyz'.slice(0, below(3));
        changes.push({ start, end, text: typed });
        size += typed.length - (end - start);
        caret = start + typed.length;
      }
      const joined = changes.reduce(followedBy, [] as readonly TextChange[]);
      assert.equal(applyChanges(text, joined), applyChanges(text, changes), `round ${round}`);
      for (let start = 0; start <= text.length; start += 1) {
        for (let end = start; end <= text.length; end += 1) {
          const s = { start, end };
          const expected = mapSpanThrough(s, changes);
          assert.deepEqual(mapSpanThrough(s, joined), expected, `round ${round}: ${start}-${end}`);
        }
      }
    }
  });
});

describe('the difference of two texts', () => {
  it('makes one of the other, and no unit at its ends is the same', () => {
    const next = random(31);
    for (let round = 0; round < 200; round++) {
      const before =
        'ab'.repeat(Math.floor(next() ** 3 * 9000)) + 'c'.repeat(Math.floor(next() * 9));
      const start = Math.floor(next() * before.length);
      const end = start + Math.floor(next() ** 4 * (before.length - start));
      const after = applyChange(before, { start, end, text: 'abc'.slice(Math.floor(next() * 4)) });
      const change = differenceOf(before, after);
      assert.equal(applyChange(before, change), after);
      if (change.end > change.start && change.text !== '') {
        assert.notEqual(change.text.charAt(0), before.charAt(change.start));
        assert.notEqual(change.text.at(-1), before.charAt(change.end - 1));
      }
      assert.ok(change.end - change.start <= end - start);
    }
  });
});
