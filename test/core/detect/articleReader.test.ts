import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ArticleReader } from '../../../src/core/detect/articleReader';
import { stretches } from '../../../src/core/detect/stretches';
import { applyChange } from '../../../src/core/text/edits';
import type { Span } from '../../../src/core/text/span';
import { random, rounds } from '../../support/random';
import { engine } from './support';

/** Sentences that name each other's people and places, and speakers who go on. */
const SENTENCES = [
  'التقى الوفد يوسف الهاشمي في بغداد.',
  'ثم غادر الهاشمي القاعة.',
  'وقع الزلزال في بلدة كرمسود صباح الثلاثاء.',
  'عاد الهدوء إلى كرمسود، وفق السكان.',
  'نشرت وكالة الأنباء الدرنية (ودنا) الخبر.',
  'وأشارت ودنا إلى أن 14 شخصا أصيبوا.',
  'قال وزير الصحة سامي الدرني إن المستشفيات تعمل.',
  'وأضاف: «لن نغلق أي مستشفى. هذا وعد».',
  'ورحب الدرني بالقرار.',
  'وقالت الشركة إنها دفعت 3 ملايين دولار.',
  'The end.',
];

function settle(reader: ArticleReader, first: readonly Span[] = []): void {
  for (const work = reader.work(first); work.next().done !== true;);
}

/** A reader with the texts of the stretches that it read, and those that it completed. */
function watched() {
  const read: string[] = [];
  const completed: string[] = [];
  const reader = new ArticleReader({
    analyse: (text) => engine.analyse(text),
    read: (text) => (read.push(text), engine.read(text)),
    complete: (reading, known) => (
      completed.push(reading.analysis.text),
      engine.complete(reading, known)
    ),
  });
  return { reader, read, completed };
}

function article(next: () => number): string {
  let text = '';
  const count = Math.floor(next() * 14);
  for (let i = 0; i < count; i++) {
    text += SENTENCES[Math.floor(next() * SENTENCES.length)] ?? '';
    text += next() < 0.3 ? '\n' : next() < 0.1 ? '\n\n' : ' ';
  }
  return text;
}

/** Letters typed, words and lines taken out, moved and put in. */
function edited(text: string, next: () => number): string {
  const start = Math.floor(next() * (text.length + 1));
  const end = Math.min(text.length, start + Math.floor(next() ** 3 * 120));
  const pasted = article(next);
  const inserts = [
    '',
    'و',
    '\n',
    ' ',
    SENTENCES[Math.floor(next() * SENTENCES.length)] ?? '',
    '\n\n',
    '\r\n',
    pasted,
    // The same lines once more: where they begin and end can be told in several ways.
    text.slice(text.indexOf('\n') + 1),
  ];
  if (next() < 0.06) return '';
  return applyChange(text, {
    start,
    end,
    text: inserts[Math.floor(next() * inserts.length)] ?? '',
  });
}

describe('an article that is being edited', () => {
  it('gets the suggestions of its text, whatever the edits that led to it', function () {
    this.timeout(30_000);
    for (let seed = 1; seed <= rounds(25); seed++) {
      const next = random(seed);
      const reader = new ArticleReader(engine);
      let text = article(next);
      for (let step = 0; step < 12; step++) {
        reader.update(text);
        const at = Math.floor(next() * text.length);
        const inView = next() < 0.5 ? [] : [{ start: at, end: at + 40 }];
        // Some work is cut short by the next edit.
        if (next() < 0.3) {
          const work = reader.work(inView);
          for (let i = Math.floor(next() * 6); i > 0; i--) work.next();
        } else {
          settle(reader, inView);
          assert.deepEqual(
            reader.suggestions(),
            engine.suggest(text),
            `seed ${seed}, step ${step}`,
          );
        }
        text = edited(text, next);
      }
    }
  });

  it('the same in one long paragraph', () => {
    const next = random(7);
    const reader = new ArticleReader(engine);
    let text = SENTENCES.join(' ').repeat(12);
    for (let step = 0; step < 20; step++) {
      reader.update(text);
      settle(reader);
      assert.deepEqual(reader.suggestions(), engine.suggest(text), `step ${step}`);
      text = edited(text, next);
    }
  });

  it('reads again only what an edit changed and what names it', () => {
    const { reader, read, completed } = watched();
    const lines = ['التقى الوفد يوسف الهاشمي.', 'عاد الهدوء.', 'ثم غادر الهاشمي القاعة.'];
    reader.update(lines.join('\n'));
    settle(reader);
    assert.deepEqual(read, lines);
    read.length = completed.length = 0;
    const first = 'التقى الوفد يوسف الراشدي.';
    reader.update([first, ...lines.slice(1)].join('\n'));
    settle(reader);
    assert.deepEqual(read, [first]);
    assert.deepEqual(completed.sort(), [first, lines[2]]);
    assert.deepEqual(
      reader.suggestions().map(({ quote }) => quote),
      ['يوسف الراشدي'],
    );
  });

  it('leaves alone where the word is part of another, and names that are sure anyway', () => {
    const { reader, completed } = watched();
    const often = 'وصل يوسف الهاشمي.';
    const lines = [...Array.from({ length: 8 }, (_, at) => `${often} ${at}`), 'كرمسودية الطبع.'];
    reader.update(lines.join('\n'));
    settle(reader);
    completed.length = 0;
    const added = ['وقع الزلزال في بلدة كرمسود.', often];
    reader.update([...lines, ...added].join('\n'));
    settle(reader);
    assert.deepEqual(completed, added);
  });

  it('leaves alone where a part of the name stands that does not stand for it', () => {
    const { reader, completed } = watched();
    const lines = ['ثم غادر يوسف القاعة.', 'عاد الهاشمي.', 'تحدث يوسف مع الهاشمي.'];
    reader.update(lines.join('\n'));
    settle(reader);
    completed.length = 0;
    const added = 'التقى الوفد يوسف الهاشمي.';
    reader.update([...lines, added].join('\n'));
    settle(reader);
    assert.deepEqual(completed.sort(), [added, ...lines.slice(1)].sort());
  });

  it('knows the names of what was not in view at first', () => {
    const text = 'ثم غادر الهاشمي القاعة.\nعاد الهدوء.\nالتقى الوفد يوسف الهاشمي.';
    const reader = new ArticleReader(engine);
    reader.update(text);
    settle(reader, [{ start: 0, end: 1 }]);
    assert.deepEqual(
      reader.suggestions().map(({ quote }) => quote),
      ['الهاشمي', 'يوسف الهاشمي'],
    );
  });

  it('forgets a name when its only full mention goes, and all when all text goes', () => {
    const reader = new ArticleReader(engine);
    const again = 'ثم غادر الهاشمي القاعة.';
    const quotes = (text: string): readonly string[] => {
      reader.update(text);
      settle(reader);
      return reader.suggestions().map(({ quote }) => quote);
    };
    const full = 'التقى الوفد يوسف الهاشمي.';
    assert.deepEqual(quotes(`${full}\n${again}`), ['يوسف الهاشمي', 'الهاشمي']);
    assert.deepEqual(quotes(again), []);
    assert.deepEqual(quotes(`${again} ${full}`), ['الهاشمي', 'يوسف الهاشمي']);
    assert.deepEqual(quotes(''), []);
    assert.deepEqual(quotes(again), []);
  });

  it('keeps the suggestions before an edit the same objects, with who speaks on in them', () => {
    const reader = new ArticleReader(engine);
    const lines = ['قال وزير الصحة سامي الدرني إن المستشفيات تعمل.', 'وأضاف: «لن نغلق أي مستشفى».'];
    const text = [...lines, 'عاد الهدوء إلى بغداد.'].join('\n');
    reader.update(text);
    settle(reader);
    const before = reader.suggestions();
    assert.ok(before.some((s) => s.kind === 'claim' && s.implicitSource !== undefined));
    reader.update(`${text} ثم`);
    settle(reader);
    const after = reader.suggestions();
    const end = lines.join('\n').length;
    const kept = before.filter((suggestion) => suggestion.end <= end);
    assert.ok(kept.every((suggestion, at) => suggestion === after[at]));
  });

  it('keeps nothing of the texts before', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const lines = Array.from({ length: 150 }, (_, at) => `${at} ${'كلمة '.repeat(400)}`);
    // As an editor hands it over: a string of its own, not one that is put together.
    const text = (): string => Buffer.from(lines.join('\n'), 'utf16le').toString('utf16le');
    const reader = new ArticleReader({
      analyse: (line) => engine.analyse(line),
      read: () => undefined,
      complete: () => [],
    });
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let at = 0; at < lines.length; at++) {
      lines[at] += 'و';
      reader.update(text());
      settle(reader);
    }
    collect();
    const grown = process.memoryUsage().heapUsed - before;
    assert.ok(grown < 10 * 2 * text().length, `${grown} bytes`);
  });

  it('shows what is asked for first before it reads the rest', () => {
    const reader = new ArticleReader(engine);
    const text = SENTENCES.join('\n');
    const at = text.indexOf('وقع');
    reader.update(text);
    let steps = 0;
    for (const step of reader.work([{ start: at, end: at + 3 }])) {
      if (step === 'first') break;
      steps++;
    }
    assert.equal(steps, 2);
    assert.deepEqual(
      reader.suggestions().map(({ quote }) => quote),
      ['كرمسود', 'صباح الثلاثاء'],
    );
  });
});

describe('stretches', () => {
  const sentence = 'قال الوزير إن الحكومة صرفت ثلاثة ملايين دولار. ';

  it('an ordinary paragraph is one', () => {
    const text = sentence.repeat(20);
    assert.deepEqual(stretches(text), [{ start: 0, end: text.length }]);
    assert.deepEqual(stretches(''), [{ start: 0, end: 0 }]);
  });

  const LONG: readonly (readonly [string, string])[] = [
    ['sentences', sentence.repeat(400)],
    ['one quotation of many sentences', `قال: «${sentence.repeat(300)}».`],
    ['a sentence that does not end', 'قال الوزير '.repeat(2_000)],
    ['no blank', 'ب'.repeat(20_000)],
  ];
  for (const [what, text] of LONG) {
    it(`cover a long line of ${what}, none of them too long`, () => {
      const found = stretches(text);
      assert.equal(found.map(({ start, end }) => text.slice(start, end)).join(''), text);
      const longest = Math.max(...found.map(({ start, end }) => end - start));
      assert.ok(longest <= 2_500 || !text.includes(' '), `${longest}`);
    });
  }

  it('do not part a quotation of ordinary length', () => {
    const quotation = `قال: «${sentence.repeat(10)}». `;
    const text = sentence.repeat(22) + quotation + sentence.repeat(40);
    assert.ok(
      stretches(text).some(({ start, end }) => text.slice(start, end).includes(quotation.trim())),
    );
  });

  it('a letter typed leaves all but one of them as they were', () => {
    const text = sentence.repeat(400);
    const before = new Set(stretches(text).map(({ start, end }) => text.slice(start, end)));
    const typed = text.slice(0, 5000) + 'و' + text.slice(5000);
    const changed = stretches(typed)
      .map(({ start, end }) => typed.slice(start, end))
      .filter((stretch) => !before.has(stretch));
    assert.equal(changed.length, 1);
  });
});
