import assert from 'node:assert/strict';
import { EMPTY_RECORD, type ArticleRecord } from '../../../src/core/model/annotation';
import { withoutDecided } from '../../../src/core/detect/decided';
import { createEngine } from '../../../src/core/detect/suggest';
import type { Suggestion } from '../../../src/core/detect/detector';
import { random, rounds } from '../../support/random';
import { engine } from './support';

const PIECES = [
  ...[
    'قال',
    'وأضاف',
    'إن',
    'أن',
    'بأنها',
    'وزير',
    'رئيس',
    'وزارة',
    'حركة',
    'مؤكدا',
    'بحسب',
    'وفقا',
  ],
  ...['محمد', 'أبو', 'بن', 'عبد', 'الله', 'العراق', 'وللعراقيين', 'بالسفارة', 'الأمريكية', 'جبل'],
  ...[
    '3',
    '٤٥',
    '10:40',
    '%',
    'دولار',
    'مليون',
    'وعشرون',
    'يناير',
    'كانون',
    'الثاني',
    'يوم',
    'عام',
  ],
  ...[
    '«',
    '»',
    '"',
    '“',
    '”',
    '(',
    ')',
    '،',
    ':',
    '.',
    '؟',
    '\n',
    '\t',
    '-',
    '/',
    '…',
    'F-16',
    'www.a.org',
  ],
  ...[
    '\ud83d',
    '\udc00',
    '👩‍👩‍👧',
    '\u200f',
    '\u0651',
    'ـ',
    'مُـحَمَّد',
    'ﷲ',
    'ﻻ',
    'x',
    '\u00a0',
    '\u2067',
  ],
];

function randomText(next: () => number): string {
  const length = Math.floor(next() * 60);
  let text = '';
  for (let i = 0; i < length; i++) {
    text += PIECES[Math.floor(next() * PIECES.length)] ?? '';
    if (next() < 0.8) text += ' ';
  }
  return text;
}

function parts(suggestion: Suggestion) {
  if (suggestion.kind === 'entity') return [suggestion];
  return [suggestion, suggestion.cue, ...(suggestion.source === null ? [] : [suggestion.source])];
}

describe('the engine, on any text', () => {
  it('keeps its laws', function () {
    this.timeout(30_000);
    for (let seed = 1; seed <= rounds(120); seed++) {
      const text = randomText(random(seed));
      const found = engine.suggest(text);
      let reached = 0;
      for (const suggestion of found) {
        for (const part of parts(suggestion)) {
          assert.ok(
            part.start >= 0 && part.start < part.end && part.end <= text.length,
            `seed ${seed}`,
          );
          assert.equal(part.quote, text.slice(part.start, part.end), `seed ${seed}`);
          assert.equal(part.quote, part.quote.trim(), `seed ${seed}`);
        }
        assert.ok(suggestion.score > 0 && suggestion.score <= 1);
        assert.ok(suggestion.why.every((reason) => reason.en !== '' && reason.ar !== ''));
        if (suggestion.kind === 'claim') continue;
        assert.ok(
          suggestion.start >= reached,
          `seed ${seed}: entities overlap or are out of order`,
        );
        reached = suggestion.end;
      }
      assert.deepEqual(createdAgain.suggest(text), found, `seed ${seed}`);
    }
  });
  const createdAgain = createEngine();

  it('reads a line as the whole article does', () => {
    const lines = ['قال رئيس الوزراء إن 3 أشخاص أصيبوا.', '', 'وأضاف: «عادوا إلى بغداد».'];
    const offset = (lines[0]?.length ?? 0) + 2;
    const last = engine.paragraph(lines[2] ?? '').map((s) => s.start + offset);
    const all = engine.suggest(lines.join('\n'));
    assert.deepEqual(
      all.slice(-last.length).map((s) => s.start),
      last,
    );
  });
});

describe('what is decided already', () => {
  const text = 'قالت مصر إن السفينة عبرت قناة السويس.';
  const all = engine.suggest(text);
  const egypt = all.find((s) => s.quote === 'مصر');
  const claim = all.find((s) => s.kind === 'claim');
  assert.ok(egypt && claim?.kind === 'claim');
  const left = (record: Partial<ArticleRecord>): string[] =>
    withoutDecided(all, { ...EMPTY_RECORD, ...record }).map((s) => s.label);

  it('leaves all where nothing is', () => assert.equal(left({}).length, all.length));

  it('leaves out what overlaps a saved entity', () => {
    const saved = {
      id: 'a1',
      label: 'ORG',
      start: egypt.start,
      end: egypt.end + 3,
      quote: 'مصر إن',
    };
    assert.deepEqual(left({ annotations: [saved] }), ['CLAIM', 'LOC']);
  });

  it('leaves out a claim with the cue of a saved one, and no entity', () => {
    const details = { kind: 'denial', mode: 'indirect', cue: claim.cue };
    const saved = { id: 'a1', label: 'CLAIM', start: 20, end: 22, quote: 'x', claim: details };
    assert.deepEqual(left({ annotations: [saved] }), ['GPE', 'LOC']);
  });

  it('leaves out what was rejected at the same place', () => {
    const rejected = [{ label: 'GPE', start: egypt.start, end: egypt.end, quote: 'مصر' }];
    assert.deepEqual(left({ rejected }), ['CLAIM', 'LOC']);
    assert.equal(left({ rejected: [{ ...rejected[0]!, start: 0 }] }).length, 3);
  });

  it('doubts what was rejected once elsewhere, and says why', () => {
    const rejected = [{ label: 'GPE', start: 900, end: 903, quote: 'مصر' }];
    const [first] = withoutDecided(all, { ...EMPTY_RECORD, rejected });
    assert.equal(first?.quote, 'مصر');
    assert.ok(first.score < egypt.score);
    assert.match(first.why[0]?.en ?? '', /rejected elsewhere/);
    assert.match(first.why[0]?.ar ?? '', /موضع آخر/);
  });

  it('leaves out what was rejected twice elsewhere, but not under another label', () => {
    const twice = (label: string) =>
      [900, 950].map((start) => ({ label, start, end: start + 3, quote: 'مصر' }));
    assert.deepEqual(left({ rejected: twice('GPE') }), ['CLAIM', 'LOC']);
    assert.equal(left({ rejected: twice('ORG') }).length, 3);
  });

  it('turns detectors off by id', () => {
    const quiet = createEngine({ off: ['claims'] });
    assert.deepEqual(
      quiet.suggest(text).map((s) => s.label),
      ['GPE', 'LOC'],
    );
  });
});
