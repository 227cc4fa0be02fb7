import assert from 'node:assert/strict';
import {
  EMPTY_RECORD,
  type Annotation,
  type ArticleRecord,
} from '../../../src/core/model/annotation';
import { mapRecord } from '../../../src/core/model/mapping';
import { openSidecar, recoverOrphans, toSidecarData } from '../../../src/core/sidecar/bind';
import { sha256 } from '../../../src/core/sidecar/hash';
import { readSidecar } from '../../../src/core/sidecar/read';
import type { Sidecar } from '../../../src/core/sidecar/sidecar';
import { writeSidecar } from '../../../src/core/sidecar/write';
import { applyChange } from '../../../src/core/text/edits';

/** With an emoji in front, so that code points and UTF-16 differ everywhere. */
const TEXT = '😀 زار الوزير بغداد أمس.\nوقالت الوزارة إنّ الزيارة إلى بغداد ناجحة.\n';

function at(quote: string, occurrence: number = 0): { start: number; end: number; quote: string } {
  let start = TEXT.indexOf(quote);
  for (let n = 0; n < occurrence; n += 1) start = TEXT.indexOf(quote, start + 1);
  assert.notEqual(start, -1);
  return { start, end: start + quote.length, quote };
}

const RECORD: ArticleRecord = {
  ...EMPTY_RECORD,
  status: 'in-progress',
  annotations: [
    { id: 'a1', label: 'GPE', ...at('بغداد') },
    {
      id: 'c1',
      label: 'CLAIM',
      ...at('الزيارة إلى بغداد ناجحة'),
      claim: { kind: 'statement', mode: 'indirect', cue: at('قالت'), source: at('الوزارة') },
    },
    { id: 'a2', label: 'GPE', ...at('بغداد', 1) },
  ],
  rejected: [{ label: 'OCC', ...at('الوزير') }],
};

function save(record: ArticleRecord, text: string = TEXT, previous?: Sidecar): Sidecar {
  const data = toSidecarData(text, 'a.txt', record, previous?.data);
  const result = readSidecar(writeSidecar(previous, data), 'a.txt.ann.yaml');
  assert.ok(result.ok, JSON.stringify(result.issues));
  return result.value;
}

function plain(record: ArticleRecord): ArticleRecord {
  const strip = ({ prefix: _prefix, suffix: _suffix, ...rest }: Annotation): Annotation => rest;
  return { ...record, annotations: record.annotations.map(strip) };
}

describe('binding a sidecar to its text', () => {
  it('stores code points that Python reads, quotes and contexts of the text', () => {
    const { data } = save(RECORD);
    const points = [...TEXT];
    const slice = (s: { start: number; end: number }): string =>
      points.slice(s.start, s.end).join('');
    for (const annotation of data.annotations) {
      assert.equal(slice(annotation), annotation.quote);
      const { cue, source } = annotation.claim ?? {};
      if (cue) assert.equal(slice(cue), cue.quote);
      if (source) assert.equal(slice(source), source.quote);
      assert.ok(TEXT.includes(`${annotation.prefix}${annotation.quote}${annotation.suffix}`));
    }
    assert.equal(slice(data.rejected[0] ?? { start: 0, end: 0 }), 'الوزير');
    assert.equal(data.article.sha256, sha256(TEXT));
    assert.notEqual(data.annotations[0]?.start, RECORD.annotations[0]?.start);
  });

  it('gives back what was stored, and the same sidecar again', () => {
    const sidecar = save(RECORD);
    const opened = openSidecar(TEXT, sidecar);
    assert.deepEqual(plain(opened.record), RECORD);
    assert.deepEqual([opened.issues, opened.moved], [[], []]);
    assert.deepEqual(toSidecarData(TEXT, 'a.txt', opened.record, sidecar.data), sidecar.data);
  });

  it('follows a text that was changed outside', () => {
    const sidecar = save(RECORD);
    const changed = `خبر جديد 😀\n${TEXT}`;
    const opened = openSidecar(changed, sidecar);
    const shift = changed.length - TEXT.length;
    assert.deepEqual(
      opened.record.annotations.map((item) => [
        item.id,
        item.start - shift,
        item.claim?.cue?.quote,
      ]),
      RECORD.annotations.map((item) => [item.id, item.start, item.claim?.cue?.quote]),
    );
    assert.equal(opened.record.annotations[1]?.claim?.cue?.start, at('قالت').start + shift);
    assert.equal(opened.record.rejected[0]?.start, at('الوزير').start + shift);
    assert.deepEqual(opened.moved, ['a1', 'c1', 'a2']);
    assert.deepEqual(
      opened.issues.map((issue) => [issue.code, issue.severity, issue.line]),
      [
        ['anchor-moved', 'info', 9],
        ['anchor-moved', 'info', 16],
        ['anchor-moved', 'info', 27],
      ],
    );
  });

  it('keeps what it cannot find as it was stored, through the next write', () => {
    const sidecar = save(RECORD);
    const changed = TEXT.replace('وقالت الوزارة إنّ', 'ورأت الوزارة أن');
    const opened = openSidecar(changed, sidecar);
    const stored = sidecar.data.annotations.find((item) => item.id === 'c1');
    assert.deepEqual(opened.record.orphans, [stored]);
    assert.deepEqual(
      opened.issues
        .filter((issue) => issue.code === 'anchor-orphan')
        .map((issue) => issue.annotation),
      ['c1'],
    );
    const again = save(opened.record, changed, sidecar);
    assert.deepEqual(
      again.data.annotations.find((item) => item.id === 'c1'),
      stored,
    );
  });

  it('takes offsets that fit nowhere for a hint', () => {
    const sidecar = save(RECORD);
    for (const [from, to] of [
      [/start: \d+/, 'start: 900'],
      [/end: \d+/, 'end: 99999'],
    ] as const) {
      const result = readSidecar(sidecar.source.replace(from, to), 'x');
      if (!result.ok) continue;
      const opened = openSidecar(TEXT, result.value);
      const all = [...opened.record.annotations, ...opened.record.orphans].map((item) => item.id);
      assert.deepEqual(all.sort(), ['a1', 'a2', 'c1']);
    }
  });

  it('says that a quote does not match', () => {
    const sidecar = save(RECORD);
    const result = readSidecar(sidecar.source.replace('quote: "بغداد"', 'quote: "دمشق"'), 'x');
    assert.ok(result.ok);
    const opened = openSidecar(TEXT, result.value);
    assert.equal(opened.record.orphans[0]?.quote, 'دمشق');
    assert.match(opened.issues[0]?.message.en ?? '', /no longer found/);
    assert.match(opened.issues[0]?.message.ar ?? '', /دمشق/);
  });

  const first = 'وقال الوزير أمس في خطوة هي الأولى من نوعها في البلاد منذ عشرين عاما.\n';
  const same = 'الأولى من نوعها في هذه البلاد كلها.\n';
  for (const [what, text, edit] of [
    [
      'the like sentence elsewhere when its own was changed',
      `${first}${'سار الناس إلى السوق. '.repeat(9)}\n${first}`,
      (old: string) => old.replace('هي الأولى من', 'تعد الأولى بحسب'),
    ],
    [
      'the paragraph that follows now what its own followed',
      `أعلن المدير الخطة.\n${same}انتهى العمل في السد.\n${same}`,
      () => `انتهى العمل في السد.\n${same}أعلن المدير الخطة.\n${same}`,
    ],
  ] as const) {
    it(`does not go to ${what}`, () => {
      const annotations = [text.indexOf('الأولى'), text.lastIndexOf('الأولى')].map(
        (start, n): Annotation => ({
          id: `o${n}`,
          label: 'ORDINAL',
          start,
          end: start + 6,
          quote: 'الأولى',
        }),
      );
      const now = edit(text);
      const { record } = openSidecar(now, save({ ...EMPTY_RECORD, annotations }, text));
      assert.deepEqual(
        record.annotations.map(({ id, start }) => `${id} ${start}`),
        [`o1 ${now.lastIndexOf('الأولى')}`],
      );
    });
  }

  it('survives an empty article', () => {
    const opened = openSidecar('', save(RECORD));
    assert.equal(opened.record.orphans.length, 3);
    assert.equal(opened.record.rejected.length, 1);
    const again = toSidecarData('', 'a.txt', opened.record);
    assert.deepEqual(again.annotations, save(RECORD).data.annotations);
    assert.deepEqual(again.rejected, save(RECORD).data.rejected);
  });

  it('leaves contexts alone that people left out, and describes new annotations', () => {
    const source = save(RECORD).source.replace(/ {4}(?:prefix|suffix): .*\n/g, '');
    const result = readSidecar(source, 'x');
    assert.ok(result.ok);
    const { record } = openSidecar(TEXT, result.value);
    assert.equal(save(record, TEXT, result.value).source, source);
    const added: Annotation = { id: 'n1', label: 'OCC', ...at('الوزير') };
    const more = { ...record, annotations: [added, ...record.annotations] };
    const written = save(more, TEXT, result.value);
    assert.equal(written.data.annotations[0]?.prefix, '😀 زار ');
    assert.equal(
      written.source.length - source.length,
      written.source.indexOf('  - id: a1') - source.indexOf('  - id: a1'),
    );
  });

  it('writes contexts anew where the text around has changed', () => {
    const sidecar = save(RECORD);
    const { record } = openSidecar(TEXT, sidecar);
    const start = TEXT.indexOf('أمس');
    const change = { start, end: start + 3, text: 'اليوم' };
    const text = applyChange(TEXT, change);
    const again = save(mapRecord(record, text, [change]), text, sidecar);
    assert.equal(again.data.annotations[0]?.suffix?.startsWith(' اليوم.'), true);
    assert.deepEqual(openSidecar(text, again).issues, []);
  });

  it('finds orphans again when their words come back', () => {
    const { record } = openSidecar(TEXT, save(RECORD));
    const { start, end, quote } = at('بغداد');
    const gone = { start, end, text: '' };
    const without = applyChange(TEXT, gone);
    const mapped = mapRecord(record, without, [gone]);
    assert.deepEqual(
      mapped.orphans.map((item) => item.id),
      ['a1'],
    );
    const back = { start, end: start, text: quote };
    const restored = mapRecord(mapped, TEXT, [back]);
    assert.deepEqual(plain(recoverOrphans(TEXT, restored)), RECORD);
    assert.equal(recoverOrphans(TEXT, RECORD), RECORD);
  });

  it('hashes the UTF-8 form of the text', () => {
    assert.equal(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    assert.equal(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.match(sha256('خبر \ud83d'), /^[0-9a-f]{64}$/);
  });
});
