import assert from 'node:assert/strict';
import { describe as describeSpan } from '../../../src/core/anchor/describe';
import { type Anchor, resolve, resolveAll } from '../../../src/core/anchor/resolve';
import { applyChange, mapSpan } from '../../../src/core/text/edits';
import { wordSpans } from '../../../src/core/text/words';
import { random } from '../../support/random';

const TEXT =
  'أعلن وزير المالية اليوم أن الموازنة ستعرض على البرلمان الأسبوع المقبل.\n' +
  'وقال الوزير إن العجز تراجع، وأضاف أن البرلمان سيناقش القانون.\n' +
  'وحضر الاجتماع عمر ناجي رئيس لجنة الخدمات في البرلمان.\n';

function anchor(text: string, quote: string, nth = 0): Anchor {
  let start = text.indexOf(quote);
  for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1);
  assert.notEqual(start, -1);
  const end = start + quote.length;
  return { start, end, ...describeSpan(text, { start, end }) };
}

function landsOn(text: string, found: ReturnType<typeof resolve>): string {
  return found.status === 'orphan'
    ? 'orphan'
    : `${found.status} ${text.slice(found.span.start, found.span.end)}`;
}

describe('resolve', () => {
  it('finds an unchanged place exactly', () => {
    const found = resolve(TEXT, anchor(TEXT, 'البرلمان', 1));
    assert.deepEqual(found, {
      status: 'exact',
      span: { start: anchor(TEXT, 'البرلمان', 1).start, end: anchor(TEXT, 'البرلمان', 1).end },
      score: 1,
    });
  });

  it('follows text put before it', () => {
    const text = 'عاجل: خبر جديد\n' + TEXT;
    const found = resolve(text, anchor(TEXT, 'البرلمان', 1));
    assert.equal(landsOn(text, found), 'moved البرلمان');
    assert.equal(found.status !== 'orphan' && found.span.start, anchor(text, 'البرلمان', 1).start);
  });

  it('tells equal words apart by what stands around them', () => {
    const [first = '', second = '', third = ''] = TEXT.split('\n');
    const text = [third, first, second].join('\n');
    const found = resolve(text, anchor(TEXT, 'البرلمان', 2));
    assert.equal(found.status !== 'orphan' && found.span.start, anchor(text, 'البرلمان', 0).start);
  });

  it('stays when one side is rewritten', () => {
    const text = TEXT.replace('وأضاف أن البرلمان', 'بينما البرلمان');
    assert.equal(landsOn(text, resolve(text, anchor(TEXT, 'البرلمان', 1))), 'moved البرلمان');
  });

  it('is an orphan when its sentence is gone, though the word stands elsewhere', () => {
    const text = TEXT.split('\n')
      .filter((_, i) => i !== 1)
      .join('\n');
    const found = resolve(text, anchor(TEXT, 'البرلمان', 1));
    assert.equal(found.status, 'orphan');
    assert.equal(found.status === 'orphan' && found.candidates.length, 2);
  });

  it('is an orphan between two places that are alike', () => {
    const text = 'قال عمر نعم.\nقال عمر نعم.\n';
    const lost: Anchor = { start: 200, end: 203, quote: 'عمر', prefix: 'قال ', suffix: ' نعم.\n' };
    assert.equal(resolve(text, lost).status, 'orphan');
  });

  it('never lands inside a longer word', () => {
    const text = TEXT.replace('عمر ناجي', 'عمران ناجي');
    assert.equal(resolve(text, anchor(TEXT, 'عمر')).status, 'orphan');
    assert.equal(resolve('وصل لبنان', { start: 90, end: 92, quote: 'بن' }).status, 'orphan');
  });

  it('finds a word that got a proclitic or tashkeel at its end', () => {
    for (const changed of ['وعمر', 'عمرُ']) {
      const text = TEXT.replace('الاجتماع عمر', `الاجتماع ${changed}`);
      assert.match(landsOn(text, resolve(text, anchor(TEXT, 'عمر'))), /^(?:moved|exact) عمر$/);
    }
  });

  it('keeps a span that cuts a word as the annotator cut it', () => {
    const start = TEXT.indexOf('وزير') + 1;
    const cut: Anchor = { start, end: start + 2, ...describeSpan(TEXT, { start, end: start + 2 }) };
    assert.equal(resolve(TEXT, cut).status, 'exact');
    assert.equal(landsOn(`خبر\n${TEXT}`, resolve(`خبر\n${TEXT}`, cut)), `moved ${cut.quote}`);
  });

  it('an anchor without context takes a place only when it is the only one', () => {
    assert.equal(landsOn(TEXT, resolve(TEXT, { start: 0, end: 3, quote: 'عمر' })), 'moved عمر');
    assert.equal(resolve(TEXT, { start: 900, end: 908, quote: 'البرلمان' }).status, 'orphan');
  });

  it('prefers the place with the recorded context to the same word at the old position', () => {
    const old = 'سافر سامي اليوم. ثم عاد سامي مساء إلى بيته القديم';
    const mark = anchor(old, 'سامي', 0);
    const text = `غاب  سامي منذ مدة. ${old}`;
    assert.equal(text.slice(mark.start, mark.end), 'سامي');
    const found = resolve(text, mark);
    assert.equal(
      found.status !== 'orphan' && text.slice(found.span.start - 5, found.span.end),
      'سافر سامي',
    );
  });

  it('offers the same words with other tashkeel, without taking them', () => {
    const text = TEXT.replace('عمر ناجي', 'عُمَر ناجي');
    const found = resolve(text, anchor(TEXT, 'عمر ناجي'));
    assert.equal(found.status, 'orphan');
    const [first] = found.status === 'orphan' ? found.candidates : [];
    assert.equal(text.slice(first?.span.start, first?.span.end), 'عُمَر ناجي');
  });

  it('bad anchors are orphans, not errors', () => {
    const bad: Anchor[] = [
      { start: 0, end: 0, quote: '' },
      { start: -5, end: -1, quote: 'قديم' },
      { start: 9e9, end: 9e9 + 4, quote: 'قديم' },
      { start: 5, end: 2, quote: 'قديم' },
      { start: 0, end: 4, quote: 'لا يوجد' },
    ];
    for (const each of bad)
      assert.deepEqual(resolve(TEXT, each), { status: 'orphan', candidates: [] });
    assert.deepEqual(resolve('', { start: 0, end: 3, quote: 'عمر' }), {
      status: 'orphan',
      candidates: [],
    });
  });

  it('asks the fuzzy matcher only where the words stand nowhere, and judges its answer the same way', () => {
    const span = { start: 5, end: 9 };
    const lost: Anchor = { start: 0, end: 7, quote: 'لا يوجد' };
    const answer = (...scores: number[]) => ({
      find: () => scores.map((score) => ({ span, score })),
    });
    assert.deepEqual(resolve(TEXT, lost, answer(0.9)), { status: 'moved', span, score: 0.9 });
    assert.equal(resolve(TEXT, lost, answer(0.3)).status, 'orphan');
    assert.equal(resolve(TEXT, lost, answer(0.8, 0.75)).status, 'orphan');
    const never = { find: () => assert.fail('asked') };
    assert.equal(resolve(TEXT, anchor(TEXT, 'عمر'), never).status, 'exact');
  });
});

describe('resolveAll', () => {
  it('uses how far the neighbours moved where paragraphs are alike', () => {
    const row = 'قال عمر نعم اليوم في المدينة القديمة أمام الناس جميعا.\n';
    const text = 'بداية المقال الأول\n' + row.repeat(6) + 'نهاية المقال الأخيرة\n';
    const marks = [
      anchor(text, 'بداية المقال'),
      ...[0, 1, 2, 3, 4, 5].map((n) => anchor(text, 'عمر', n)),
      anchor(text, 'نهاية المقال'),
    ];
    const edited = 'سطر جديد طويل بعض الشيء فوق كل شيء آخر هنا\n' + text;
    const shift = edited.length - text.length;
    resolveAll(edited, marks).forEach((found, i) => {
      const start = (marks[i]?.start ?? 0) + shift;
      assert.equal(found.status !== 'orphan' && found.span.start, start, `mark ${i}`);
    });
  });

  it('agrees with resolve for each anchor that resolve is sure of', () => {
    const marks = wordSpans(TEXT).map((s): Anchor => ({ ...s, ...describeSpan(TEXT, s) }));
    const edited = TEXT.replace('وقال الوزير', 'وقال وزير الدولة').replace('اليوم ', '');
    const together = resolveAll(edited, marks);
    marks.forEach((mark, i) => {
      const alone = resolve(edited, mark);
      const both = together[i];
      if (alone.status === 'orphan' || both === undefined) return;
      assert.deepEqual(both.status !== 'orphan' && both.span, alone.span);
    });
  });

  it('never lands on other words: random edits, checked against the mapped position', () => {
    const vocabulary = [
      'قال',
      'الوزير',
      'عمر',
      'في',
      'بغداد',
      'أمس',
      'البرلمان',
      'و',
      'نعم',
      'ثم',
      'عمران',
      'الناس.',
      '\n',
    ];
    let placed = 0;
    let wrong = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const next = random(seed);
      const pick = (): string => vocabulary[Math.floor(next() * vocabulary.length)] ?? '';
      const text = Array.from({ length: 80 }, pick).join(' ');
      const marks = wordSpans(text).map((s): Anchor => ({ ...s, ...describeSpan(text, s) }));
      const start = Math.floor(next() * text.length);
      const change = {
        start,
        end: Math.min(text.length, start + Math.floor(next() * 20)),
        text: ` ${pick()} ${pick()} `,
      };
      const edited = applyChange(text, change);
      resolveAll(edited, marks).forEach((found, i) => {
        const mark = marks[i];
        if (found.status === 'orphan' || mark === undefined) return;
        placed++;
        assert.equal(edited.slice(found.span.start, found.span.end), mark.quote, `seed ${seed}`);
        if (mapSpan(mark, change)?.start !== found.span.start) wrong++;
      });
    }
    // What an edit deleted may have been typed again by it; that is the only way to differ.
    assert.ok(placed > 3000, `placed ${placed}`);
    assert.ok(wrong <= placed * 0.005, `${wrong} of ${placed} elsewhere`);
  });

  it('is quick where one word stands at thousands of places', () => {
    const words = Array.from({ length: 20_000 }, (_, i) =>
      i % 4 === 0 ? 'في' : `كلمة${i % 977}`,
    ).join(' ');
    const marks = wordSpans(words)
      .filter((_, i) => i % 200 === 0)
      .map((s): Anchor => ({ ...s, ...describeSpan(words, s) }));
    const edited = 'سطر جديد\n' + words;
    const began = performance.now();
    const found = resolveAll(edited, marks);
    assert.ok(performance.now() - began < 2500);
    assert.ok(
      found.every(
        (each, i) => each.status !== 'orphan' && each.span.start === (marks[i]?.start ?? 0) + 9,
      ),
    );
  });

  it('places 2,000 moved anchors of a long article quickly', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `كلمة${i % 977}`).join(' ');
    const marks = wordSpans(words)
      .filter((_, i) => i % 10 === 0)
      .map((s): Anchor => ({ ...s, ...describeSpan(words, s) }));
    const edited = 'سطر جديد\n' + words;
    const began = performance.now();
    const found = resolveAll(edited, marks);
    assert.ok(performance.now() - began < 1500);
    assert.ok(
      found.every(
        (each, i) => each.status !== 'orphan' && each.span.start === (marks[i]?.start ?? 0) + 9,
      ),
    );
  });
});
