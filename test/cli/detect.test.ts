import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { BrokenPipe } from '../../src/cli/io';
import { readSidecar } from '../../src/core/sidecar/read';
import { entity } from '../support/article';
import { cli, Scratch } from '../support/cli';
import { annotated } from '../support/corpus';

const TEXT = '🙂 زار الوزير بغداد وبيروت، ثم عاد إلى القاهرة في 3 مايو 2025.\n';

interface Place {
  start: number;
  end: number;
  quote: string;
}

interface Line {
  path?: string;
  id?: unknown;
  error?: string;
  suggestions: { kind: string; start: number; end: number; quote: string }[];
}

const lines = (out: string): Line[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** Checks the law: the quote is what Python cuts out of the text. */
function assertOffsets(text: string, line: Line): void {
  const characters = Array.from(text);
  assert.ok(line.suggestions.length > 0);
  for (const { start, end, quote } of line.suggestions.filter(({ kind }) => kind === 'entity')) {
    assert.equal(characters.slice(start, end).join(''), quote);
  }
}

describe('hashiya detect', () => {
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  it('prints an object a line for each Arabic article, in order', async () => {
    await scratch.put({
      'c/ب.txt': TEXT,
      'c/a.txt': `\ufeff${TEXT}`,
      'c/README.md': 'In English.',
    });
    const { code, out, err } = await cli(['detect', scratch.at('c')]);
    assert.deepEqual([code, err], [0, '']);
    const found = lines(out);
    assert.deepEqual(
      found.map(({ path }) => path),
      [scratch.at('c', 'a.txt'), scratch.at('c', 'ب.txt')],
    );
    for (const line of found) assertOffsets(TEXT, line);
  });

  it('takes files by name, whatever they are called, and goes on after one that is not there', async () => {
    await scratch.put({ 'a.html': TEXT });
    const { code, out, err } = await cli(['detect', scratch.at('none'), scratch.at('a.html')]);
    assert.equal(code, 3);
    assert.equal(lines(out).length, 1);
    assert.match(err, /none: error/);
  });

  it('prints a claim with its content, cue and source, each with code points', async () => {
    const text = '🙂 خبر.\nقال وزير الصحة إن المستشفى الجديد يستقبل المرضى منذ شهر.\n';
    await scratch.put({ 'a.txt': text });
    const { out } = await cli(['detect', scratch.at('a.txt')]);
    const [claim] = lines(out)[0]?.suggestions.filter(({ kind }) => kind === 'claim') ?? [];
    const { content, cue, source, claimKind, mode, why } = (claim ?? {}) as unknown as {
      content: Place;
      cue: Place;
      source: Place | null;
      claimKind: string;
      mode: string;
      why: string[];
    };
    for (const place of [content, cue, source]) {
      assert.ok(place !== null);
      assert.equal(Array.from(text).slice(place.start, place.end).join(''), place.quote);
    }
    assert.equal(cue.quote, 'قال');
    assert.deepEqual([claimKind, mode], ['statement', 'indirect']);
    assert.ok(why.length > 0 && why.every((reason) => typeof reason === 'string'));
  });

  it('leaves out what is annotated or rejected', async () => {
    await scratch.put(annotated('a.txt', TEXT, [entity(TEXT, 'GPE', 'بغداد')]));
    const [line] = lines((await cli(['detect', scratch.at('a.txt')])).out);
    assert.ok(!line?.suggestions.some(({ quote }) => quote === 'بغداد'));
    assert.ok(line?.suggestions.some(({ quote }) => quote === 'القاهرة'));
  });

  describe('the label set in force', () => {
    const labelsOf = (out: string): string[] =>
      lines(out).flatMap(({ suggestions }) =>
        suggestions.map((s) => (s as { label?: string }).label ?? ''),
      );

    it('is that of hashiya.yaml, and --labels goes before it', async () => {
      await scratch.put({ 'c/a.txt': TEXT, 'c/hashiya.yaml': 'labels: conll\n' });
      const { out } = await cli(['detect', scratch.at('c')]);
      assert.deepEqual(labelsOf(out), ['LOC', 'LOC', 'LOC']);
      const other = await cli(['detect', scratch.at('c'), '--labels', 'wojood']);
      assert.ok(labelsOf(other.out).includes('GPE') && labelsOf(other.out).includes('DATE'));
    });

    it('holds for --stdin, and an unknown one is wrong use', async () => {
      const input = [`${JSON.stringify({ id: 1, text: TEXT })}\n`];
      const { out } = await cli(['detect', '--stdin', '--labels', 'conll'], input);
      assert.deepEqual(labelsOf(out), ['LOC', 'LOC', 'LOC']);
      const wrong = await cli(['detect', '--stdin', '--labels', 'bio'], input);
      assert.equal(wrong.code, 2);
      assert.match(wrong.err, /wojood, conll/);
    });
  });

  describe('without the trained model', () => {
    const modelFile = join(process.cwd(), 'models', 'entities-1.bin');
    const detectors = (out: string): string[] =>
      lines(out).flatMap(({ suggestions }) =>
        suggestions.map((s) => (s as { detector?: string }).detector ?? ''),
      );
    const NEWS = 'واعتبر اليخاندرو بودوزكي أن الفريق لعب جيدا أمام خصمه في المباراة.\n';

    for (const [how, files, argv] of [
      ['--model off', {}, ['--model', 'off']],
      [
        'detectors of hashiya.yaml',
        { 'c/hashiya.yaml': 'detectors: {entities: {model: off}}' },
        [],
      ],
    ] as const) {
      it(`by ${how} says what is lost`, async () => {
        await scratch.put({ 'c/a.txt': NEWS, ...files });
        const { code, out, err } = await cli(['detect', scratch.at('c'), ...argv], [], {
          modelFile,
        });
        assert.equal(code, 0);
        assert.match(err, /model is off: .*missed/);
        assert.ok(!detectors(out).includes('entities'));
        const on = await cli(['detect', scratch.at('c'), '--model', 'on'], [], { modelFile });
        assert.ok(detectors(on.out).includes('entities') && on.err === '');
      });
    }
  });

  describe('--accept', () => {
    it('writes sidecars that hold what was suggested', async () => {
      await scratch.put({ 'c/a.txt': TEXT, 'c/hashiya.yaml': 'annotator: hala\n' });
      const [line] = lines((await cli(['detect', scratch.at('c')])).out);
      const { code, out } = await cli(['detect', scratch.at('c'), '--accept', '--json']);
      assert.equal(code, 0);
      assert.equal((JSON.parse(out) as { accepted: number }).accepted, line?.suggestions.length);
      const read = readSidecar(await scratch.text('c/a.txt.ann.yaml'), 'a');
      assert.ok(read.ok);
      const { annotations, status } = read.value.data;
      assert.equal(status, 'in-progress');
      assert.deepEqual(
        annotations.map(({ quote }) => quote).sort(),
        line?.suggestions.map(({ quote }) => quote).sort(),
      );
      assert.ok(annotations.every(({ by, at }) => by === 'hala' && at === '2026-11-23T10:00:00Z'));
    });

    it('is done after once: a second run changes no byte', async () => {
      await scratch.put({ 'a.txt': TEXT });
      await cli(['detect', scratch.at('a.txt'), '--accept']);
      const first = await scratch.text('a.txt.ann.yaml');
      await cli(['detect', scratch.at('a.txt'), '--accept']);
      assert.equal(await scratch.text('a.txt.ann.yaml'), first);
    });

    it('keeps what was there, with its comments', async () => {
      const files = annotated('a.txt', TEXT, [entity(TEXT, 'LOC', 'بغداد')]);
      const sidecar = `${files['a.txt.ann.yaml'] ?? ''}# ملاحظة المراجع\n`;
      await scratch.put({ ...files, 'a.txt.ann.yaml': sidecar });
      await cli(['detect', scratch.at('a.txt'), '--accept']);
      const after = await scratch.text('a.txt.ann.yaml');
      assert.ok(after.includes('label: LOC') && after.includes('# ملاحظة المراجع'));
      assert.ok(after.length > sidecar.length);
    });

    for (const [name, content] of [
      ['broken YAML', 'hashiya: 1\narticle: {'],
      [
        'wrong types',
        'hashiya: 1\narticle: {file: a.txt, unit: codepoint}\nstatus: todo\nannotations: 5\n',
      ],
      ['bytes that are no UTF-8', Buffer.from([0x68, 0xff, 0xfe, 0x0a])],
      ['a later version', 'hashiya: 2\narticle: {file: a.txt, unit: codepoint}\nstatus: todo\n'],
    ] as const) {
      it(`never touches a sidecar with ${name}`, async () => {
        await scratch.put({ 'c/a.txt': TEXT, 'c/a.txt.ann.yaml': content, 'c/b.txt': TEXT });
        const { code, err, out } = await cli(['detect', scratch.at('c'), '--accept']);
        assert.equal(code, 3);
        assert.match(err, /a\.txt\.ann\.yaml/);
        assert.match(out, /b\.txt: \d+/);
        assert.equal(await scratch.text('c/a.txt.ann.yaml'), Buffer.from(content).toString());
      });
    }

    it('does not write over a sidecar that is read-only', async function () {
      if (process.getuid?.() === 0) return this.skip();
      const files = annotated('a.txt', TEXT, []);
      await scratch.put(files);
      await chmod(scratch.at('a.txt.ann.yaml'), 0o444);
      const { code, err } = await cli(['detect', scratch.at('a.txt'), '--accept']);
      assert.equal(code, 1);
      assert.match(err, /EACCES/);
      assert.equal(await scratch.text('a.txt.ann.yaml'), files['a.txt.ann.yaml']);
    });
  });

  describe('--stdin', () => {
    const ask = (id: unknown, text: string) => `${JSON.stringify({ id, text })}\n`;

    it('answers in order, with offsets that hold in what was sent', async () => {
      const texts = [TEXT, TEXT.replaceAll(' ', '\r\n'), `\ufeff${TEXT}`];
      const { code, out } = await cli(
        ['detect', '--stdin'],
        texts.map((text, n) => ask(n, text)),
      );
      assert.equal(code, 0);
      const found = lines(out);
      assert.deepEqual(
        found.map(({ id }) => id),
        [0, 1, 2],
      );
      for (const [n, line] of found.entries()) assertOffsets(texts[n] ?? '', line);
    });

    it('answers an error for a line that is wrong, goes on, and ends with 3', async () => {
      const { code, out } = await cli(
        ['detect', '--stdin'],
        [
          ask('a', TEXT),
          '{"id":\n',
          '\n',
          '5\n',
          '{"id":"d"}\n',
          Buffer.from([0xff, 0x0a]),
          ask({ n: 1 }, TEXT).trim(),
        ],
      );
      assert.equal(code, 3);
      const found = lines(out);
      assert.deepEqual(
        found.map(({ id, error }) => [id ?? null, error?.replace(/:.*/, '') ?? null]),
        [
          ['a', null],
          [null, 'line 2'],
          [null, 'line 4'],
          ['d', 'line 5'],
          [null, 'line 6'],
          [{ n: 1 }, null],
        ],
      );
    });

    it('holds one line at a time', async () => {
      let asked = 0;
      let answered = 0;
      let ahead = 0;
      async function* endless(): AsyncGenerator<Uint8Array> {
        for (; asked < 200; asked += 1) {
          ahead = Math.max(ahead, asked - answered);
          yield Buffer.from(ask(asked, 'نص'));
        }
      }
      const stdout = { isTerminal: false, write: async () => void (answered += 1) };
      assert.equal((await cli(['detect', '--stdin'], [], { stdin: endless(), stdout })).code, 0);
      assert.equal(answered, 200);
      assert.ok(ahead <= 1);
    });

    it('ends quietly when nobody reads any more', async () => {
      const stdout = { isTerminal: false, write: () => Promise.reject(new BrokenPipe()) };
      const { code, err } = await cli(['detect', '--stdin'], [ask(1, TEXT)], { stdout });
      assert.deepEqual([code, err], [0, '']);
    });
  });
});
