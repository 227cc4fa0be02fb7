import assert from 'node:assert/strict';
import { createEngine, type Engine } from '../../../src/core/detect/suggest';
import { presetLabels } from '../../../src/core/model/labels';
import { random } from '../../support/random';
import { LESSONS, model } from './modelLessons';

const [GPE] = presetLabels('wojood').entities.filter(({ name }) => name === 'GPE');
assert.ok(GPE);

function quotes(engine: Engine, text: string): string[] {
  return engine
    .suggest(text)
    .flatMap((s) => (s.kind === 'entity' ? [`${s.label}:${s.quote}`] : []));
}

describe('the label set conll', () => {
  const labels = presetLabels('conll');
  const news = createEngine({ model: model(), labels });

  it('has the names that the model reads, in its classes, proclitics left out', () => {
    assert.deepEqual(quotes(news, 'وصل دنقوش سمرقين إلى كرنوشة. أعلنت طرنوبكس الأرباح أمس'), [
      'PERS:دنقوش سمرقين',
      'LOC:كرنوشة',
      'ORG:طرنوبكس',
    ]);
    assert.ok(quotes(news, 'وصل دنقوش لكرنوشة').includes('LOC:كرنوشة'));
  });

  it('knows names again in other paragraphs', () => {
    const text = 'وصل دنقوش سمرقين إلى كرنوشة\nثم رحبت كرنوشة بالضيف دنقوش سمرقين';
    assert.equal(quotes(news, text).filter((name) => name === 'LOC:كرنوشة').length, 2);
  });

  it('finds the claims that the built-in set has', () => {
    const text = 'قال وزير الصحة إن المستشفى الجديد يستقبل المرضى منذ شهر.';
    const claims = (engine: Engine) => engine.suggest(text).filter(({ kind }) => kind === 'claim');
    assert.equal(claims(news).length, 1);
    assert.deepEqual(claims(news), claims(createEngine({ model: model() })));
  });

  it('maps the proposals of the rules where there is no model, and leaves out numbers', () => {
    assert.deepEqual(quotes(createEngine({ labels }), 'زار العراق ومطار بغداد الدولي في 3 مايو'), [
      'LOC:العراق',
      'LOC:مطار بغداد الدولي',
    ]);
  });
});

describe('the engine with a model', () => {
  const engine = createEngine({ model: model() });
  const found = (text: string): string[] => quotes(engine, text);

  it('finds what no rule does', () => {
    assert.deepEqual(createEngine().suggest('وصل دنقوش سمرقين إلى كرنوشة'), []);
    assert.deepEqual(found('وصل دنقوش سمرقين إلى كرنوشة'), ['PERS:دنقوش سمرقين', 'GPE:كرنوشة']);
  });

  it('keeps what the rules find, and their labels', () => {
    assert.deepEqual(found('وصل دنقوش سمرقين إلى جبل شمسان في 3 مايو'), [
      'PERS:دنقوش سمرقين',
      'LOC:جبل شمسان',
      'DATE:3 مايو',
    ]);
  });

  it('leaves out proclitics', () => {
    assert.ok(found('وصل دنقوش سمرقين لكرنوشة').includes('GPE:كرنوشة'));
  });

  it('is off by its id, and is listed', () => {
    const off = createEngine({ model: model(), off: ['entities'] });
    assert.deepEqual(off.suggest('وصل دنقوش سمرقين إلى كرنوشة'), []);
    assert.ok(engine.detectors.some(({ id }) => id === 'entities'));
    assert.ok(!createEngine().detectors.some(({ id }) => id === 'entities'));
  });

  it('proposes the labels of the set in force only', () => {
    const labels = { ...presetLabels('wojood'), entities: [{ ...GPE, name: 'GPE' }] };
    const some = createEngine({ model: model(), labels });
    const text = 'وصل دنقوش سمرقين إلى كرنوشة في 3 مايو';
    assert.deepEqual(quotes(some, text), ['GPE:كرنوشة']);
  });

  it('gives scores from 0 to 1, spans without edges of space, no overlaps', () => {
    const next = random(21);
    const words = [
      ...LESSONS.flat().map(([word]) => word),
      'العراق',
      'وزير',
      '«',
      '»',
      '،',
      '(',
      ')',
      '7',
    ];
    for (let i = 0; i < 200; i++) {
      const text = Array.from({ length: 12 }, () => words[Math.floor(next() * words.length)]).join(
        ' ',
      );
      const all = engine.suggest(text).filter((s) => s.kind === 'entity');
      let end = 0;
      for (const s of all) {
        assert.equal(s.quote, text.slice(s.start, s.end));
        assert.equal(s.quote, s.quote.trim());
        assert.ok(s.start >= end && s.end > s.start && s.score > 0 && s.score <= 1, text);
        end = s.end;
      }
    }
  });

  const NONSENSE: Readonly<Record<string, string>> = {
    'Latin only': 'The quick brown fox jumps over the lazy dog. '.repeat(50),
    'digits only': '1234567890 '.repeat(500),
    'a megabyte without a space': 'سم'.repeat(500_000),
    'tashkeel only': '\u064b\u0651\u064e'.repeat(3000),
    'lone surrogates': '\ud83d \udc00 س\ud83d'.repeat(500),
    'tatweel only': 'ـ'.repeat(5000),
    'one long sentence': 'كلام طويل جدا '.repeat(20_000),
    nothing: '',
  };
  for (const [what, text] of Object.entries(NONSENSE)) {
    it(`is quick and nearly silent on ${what}`, function () {
      this.timeout(4000);
      const started = performance.now();
      assert.ok(engine.suggest(text).length <= 3);
      assert.ok(performance.now() - started < 3000);
    });
  }
});
