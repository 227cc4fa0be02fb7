import assert from 'node:assert/strict';
import { facts } from '../../../src/core/detect/knownNames';
import { createEngine } from '../../../src/core/detect/suggest';
import { engine, entitiesOf } from './support';

/** Article → its entities of the second line. */
const CASES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'the family name of a person': [
    'التقى الوفد يوسف الهاشمي.\nثم غادر الهاشمي القاعة.',
    'PERS:الهاشمي',
  ],
  'with a proclitic': ['التقى الوفد يوسف الهاشمي.\nورحب الحاضرون بالهاشمي.', 'PERS:الهاشمي'],
  'before its first mention': [
    'التقى الوفد.\nغادر الهاشمي، وهو يوسف الهاشمي.',
    'PERS:الهاشمي',
    'PERS:يوسف الهاشمي',
  ],
  'the short name in brackets': [
    'نشرت وكالة الأنباء الدرنية (ودنا) الخبر.\nوأشارت ودنا إلى ذلك.',
    'ORG:ودنا',
  ],
  'a town named with its class word': [
    'وقع الزلزال في بلدة كرمسود.\nعاد الهدوء إلى كرمسود.',
    'GPE:كرمسود',
  ],
  'no common word': ['التقى الوفد يوسف الرئيس.\nقال إنه في البلاد.'],
  'no part of a compound name': ['عاد صلاح عبد الله.\nالحمد لله على السلامة.'],
};

describe('names found elsewhere in the article', () => {
  for (const [what, [text, ...expected]] of Object.entries(CASES)) {
    it(what, () => {
      const line = text.split('\n')[1] ?? '';
      const known = facts(text.split('\n').map((each) => engine.paragraph(each)));
      const found = engine
        .paragraph(line, known)
        .flatMap((s) => (s.kind === 'entity' ? [`${s.label}:${s.quote}`] : []));
      assert.deepEqual(found, expected);
      for (const entity of expected) assert.ok(entitiesOf(text).includes(entity));
    });
  }

  it('says where the name is in full', () => {
    const all = engine.suggest('التقى الوفد يوسف الهاشمي.\nثم غادر الهاشمي القاعة.');
    assert.match(all.at(-1)?.why[0]?.ar ?? '', /يوسف الهاشمي/u);
  });

  it('paragraph by paragraph is the same as the whole article', () => {
    const text = 'التقى الوفد يوسف الهاشمي.\n\nثم غادر الهاشمي كرمسود.\nوقع ذلك في بلدة كرمسود.';
    const lines = text.split('\n');
    const known = facts(lines.map((line) => engine.paragraph(line)));
    const parts = lines.flatMap((line) => engine.paragraph(line, known).map((s) => s.quote));
    assert.deepEqual(
      engine.suggest(text).map((s) => s.quote),
      parts,
    );
  });

  it('facts of what was found with facts are the same facts', () => {
    const lines = ['التقى الوفد يوسف الهاشمي.', 'ثم غادر الهاشمي القاعة.', 'عاد الهاشمي.'];
    const known = facts(lines.map((line) => engine.paragraph(line)));
    assert.deepEqual(facts(lines.map((line) => engine.paragraph(line, known))), known);
  });

  it('can be turned off', () => {
    const quiet = createEngine({ off: ['again'] });
    const text = 'التقى الوفد يوسف الهاشمي.\nثم غادر الهاشمي القاعة.';
    assert.deepEqual(
      quiet.suggest(text).map((s) => s.quote),
      ['يوسف الهاشمي'],
    );
  });
});
