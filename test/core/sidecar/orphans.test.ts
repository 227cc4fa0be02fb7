import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/model/annotation';
import { apply } from '../../../src/core/model/operations';
import { openSidecar, toSidecarData } from '../../../src/core/sidecar/bind';
import { orphanPlaces, placedOrphan } from '../../../src/core/sidecar/orphans';
import { EMPTY_RECORD } from '../../../src/core/model/annotation';
import { entity, spanOf } from '../../support/article';

const BEFORE =
  '😀 افتتح الوزير مكتبة النخيل في حي الجزائر صباح الأحد.\n' +
  'وقالت هدى سلمان إن المكتبة تضم ألف كتاب.\n';

const CLAIM: Annotation = {
  id: 'c1',
  label: 'CLAIM',
  ...spanOf(BEFORE, 'المكتبة تضم ألف كتاب'),
  claim: {
    kind: 'statement',
    mode: 'indirect',
    cue: spanOf(BEFORE, 'قالت'),
    source: spanOf(BEFORE, 'هدى سلمان'),
  },
};

/** The record of the annotations after their article was replaced by another text. */
function opened(annotations: readonly Annotation[], after: string) {
  const data = toSidecarData(BEFORE, 'a.txt', { ...EMPTY_RECORD, annotations });
  return openSidecar(after, { data, source: '' }).record;
}

describe('orphans', () => {
  it('come with the places that may be meant, the likeliest first', () => {
    const after = '😀 زرت النخيل. ثم النخيل. ثم النخيل.\n';
    const { orphans } = opened([entity(BEFORE, 'FAC', 'النخيل')], after);
    const [places] = orphanPlaces(after, orphans);
    assert.equal(places?.orphan.label, 'FAC');
    assert.equal(places.candidates.length, 3);
    for (const { span } of places.candidates) {
      assert.equal(after.slice(span.start, span.end), 'النخيل');
    }
  });

  it('come with none where nothing is like them, and within the text', () => {
    const after = 'خبر آخر.\n';
    const { orphans } = opened([entity(BEFORE, 'DATE', 'صباح الأحد')], after);
    const [places] = orphanPlaces(after, orphans);
    assert.deepEqual(places?.candidates, []);
    assert.equal(places.stood, after.length);
  });

  it('are annotations again where a person places them, with the parts that stand near', () => {
    const after = BEFORE.replace('المكتبة تضم ألف كتاب', 'الرفوف امتلأت');
    const { orphans } = opened([CLAIM], after);
    assert.equal(orphans.length, 1);
    const place = spanOf(after, 'الرفوف امتلأت');
    const placed = placedOrphan(after, orphans[0] ?? CLAIM, place);
    assert.deepEqual(
      { start: placed.start, end: placed.end, quote: placed.quote, id: placed.id },
      { ...place, id: 'c1' },
    );
    assert.deepEqual(placed.claim?.cue, spanOf(after, 'قالت'));
    assert.deepEqual(placed.claim.source, spanOf(after, 'هدى سلمان'));
    assert.equal(placed.prefix, undefined);
    const record = { ...EMPTY_RECORD, orphans };
    const done = apply(record, { type: 'replace', annotation: placed });
    assert.deepEqual(done.record.orphans, []);
    assert.deepEqual(apply(done.record, done.inverse).record, record);
  });

  it('lose by that only the cue or source that is nowhere near', () => {
    const after = 'نشرت الصحف أن الرفوف امتلأت.\n';
    const { orphans } = opened([CLAIM], after);
    const placed = placedOrphan(after, orphans[0] ?? CLAIM, spanOf(after, 'الرفوف امتلأت'));
    assert.deepEqual(placed.claim, { kind: 'statement', mode: 'indirect' });
  });
});
