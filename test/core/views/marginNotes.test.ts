import assert from 'node:assert/strict';
import type { ClaimSuggestion, EntitySuggestion } from '../../../src/core/detect/detector';
import type { Annotation } from '../../../src/core/model/annotation';
import { BUILTIN_LABELS } from '../../../src/core/model/labels';
import { stripBidiControls } from '../../../src/core/text/bidi';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { marginOf, type Margin } from '../../../src/extension/views/marginNotes';
import { entity, spanOf } from '../../support/article';

const TEXT = 'عنوان الخبر\n\nقال الوزير علي حداد إن الأسعار ثابتة.\nوأضاف حداد أن العام صعب.\n';

const saved: Annotation = {
  id: 'c1',
  label: 'CLAIM',
  ...spanOf(TEXT, 'الأسعار ثابتة'),
  claim: {
    kind: 'statement',
    mode: 'indirect',
    checkworthy: true,
    source: spanOf(TEXT, 'الوزير علي حداد'),
  },
  by: 'ليلى',
  note: 'راجع',
  attributes: { verdict: 'misleading', evidence: 'https://example.org/a ليس-رابطا' },
};
const suggested: ClaimSuggestion = {
  kind: 'claim',
  label: 'CLAIM',
  ...spanOf(TEXT, 'العام صعب'),
  cue: spanOf(TEXT, 'وأضاف'),
  source: null,
  implicitSource: spanOf(TEXT, 'الوزير علي حداد'),
  claimKind: 'statement',
  mode: 'indirect',
  checkworthy: false,
  score: 0.834,
  detector: 'claims',
  why: [{ en: 'an opinion', ar: 'رأي' }],
};
const short: EntitySuggestion = {
  kind: 'entity',
  label: 'PERS',
  start: TEXT.lastIndexOf('حداد'),
  end: TEXT.lastIndexOf('حداد') + 4,
  quote: 'حداد',
  score: 0.7,
  detector: 'persons',
  why: [],
};

const made = (text = TEXT, language: 'ar' | 'en' = 'en'): Margin => {
  const by = text.length - TEXT.length;
  const moved = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: one.start + by,
    end: one.end + by,
  });
  return marginOf({
    text,
    lines: new LineIndex(text),
    annotations: [moved(saved), moved(entity(TEXT, 'PERS', 'علي حداد'))],
    suggestions: [moved(suggested), moved(short)],
    labels: BUILTIN_LABELS,
    voice: { language, digits: 'arabic-indic' },
  });
};

describe('the notes of the margin', () => {
  it('tell source, content, kind, worth, state, and what checking came to', () => {
    const [first, second] = made().notes;
    assert.deepEqual(
      {
        ...first,
        place: stripBidiControls(first?.place ?? ''),
        state: stripBidiControls(first?.state ?? ''),
      },
      {
        key: 'c1',
        saved: true,
        place: 'Line 3',
        state: 'saved by ليلى',
        source: 'الوزير علي حداد',
        named: true,
        content: 'الأسعار ثابتة',
        kind: 'Statement · indirect',
        worth: 'worth checking',
        why: '',
        note: 'راجع',
        verdict: 'misleading',
        verdictShown: 'Misleading',
        evidence: 'https://example.org/a ليس-رابطا',
        links: ['https://example.org/a'],
      },
    );
    assert.equal(second?.saved, false);
    assert.equal(stripBidiControls(second?.source ?? ''), 'الوزير علي حداد (implied)');
    assert.equal(second?.named, false);
    assert.equal(second?.why, 'an opinion');
    assert.equal(second?.worth, 'not worth checking');
    assert.equal(stripBidiControls(second?.state ?? ''), 'suggestion, 83 %');
  });

  it('speak Arabic with the digits chosen', () => {
    const [first] = made(TEXT, 'ar').notes;
    assert.equal(stripBidiControls(first?.place ?? ''), 'السطر ٣');
    assert.equal(first?.verdictShown, 'مضلل');
  });

  it('keep their keys, and all that they say but the line, when text is put before them', () => {
    const [before, after] = [made(), made(`سطر جديد\n${TEXT}`)];
    const bare = ({ notes }: Margin): unknown => notes.map(({ place: _, ...note }) => note);
    assert.deepEqual(bare(before), bare(after));
    assert.deepEqual([...before.behind.keys()], [...after.behind.keys()]);
  });

  it('have saved and suggested mentions under one name', () => {
    const [actor, ...others] = made().actors;
    assert.deepEqual(others, []);
    assert.equal(actor?.name, 'علي حداد');
    assert.equal(actor?.count, '2');
    assert.deepEqual(
      actor?.mentions.map(({ saved: isSaved, before, quote, after }) => [
        isSaved,
        before,
        quote,
        after,
      ]),
      [
        [true, 'قال الوزير ', 'علي حداد', ' إن الأسعار ثابتة.'],
        [false, 'وأضاف ', 'حداد', ' أن العام صعب.'],
      ],
    );
  });

  it('know what stands behind every key', () => {
    const { notes, actors, behind } = made();
    const keys = [...notes, ...actors.flatMap(({ mentions }) => mentions)].map(({ key }) => key);
    assert.deepEqual([...behind.keys()].sort(), [...keys].sort());
    assert.equal(new Set(keys).size, keys.length);
  });
});
