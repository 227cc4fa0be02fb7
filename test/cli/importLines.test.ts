// Files with an article a line are read in pieces, and give what they gave when they were read whole.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../src/core/corpus/files';
import { nodeFiles } from '../../src/node/nodeFiles';
import type { CliResult } from '../support/cli';
import { Scratch, cli } from '../support/cli';

const TEXT = 'قال الوزير في بغداد إن الميزانية جاهزة.\r\n'.repeat(900);
const START = TEXT.indexOf('بغداد');
const PLACE = { label: 'GPE', start: START, end: START + 5 };

/** A row of a format; without a path, so that names come from the numbers of lines. */
const ROWS: Readonly<Record<string, (at: number) => object>> = {
  jsonl: (at) => ({ text: `${TEXT}${at}`, annotations: [PLACE] }),
  doccano: (at) => ({ text: `${TEXT}${at}`, label: [[PLACE.start, PLACE.end, PLACE.label]] }),
  prodigy: (at) => ({ text: `${TEXT}${at}`, spans: [PLACE] }),
};

/** Some megabytes, with lines among them that hold nothing or no row. */
function linesOf(format: string): string[] {
  const row = ROWS[format] ?? (() => ({}));
  return Array.from({ length: 60 }, (_, at) =>
    at % 11 === 3
      ? ' \r'
      : at % 13 === 5
        ? '[1]'
        : at === 50
          ? '{"text": '
          : JSON.stringify(row(at)),
  );
}

describe('importing an article a line', function () {
  this.timeout(20_000);
  let scratch: Scratch;
  beforeEach(() => (scratch = new Scratch()));
  afterEach(() => scratch.remove());

  const { readPieces: _, ...whole } = nodeFiles;
  const pieces: Files = {
    ...nodeFiles,
    read: (path) =>
      path.endsWith('.jsonl') ? Promise.reject(new Error('read whole')) : nodeFiles.read(path),
  };

  const importTo = (files: Files, format: string, out: string): Promise<CliResult> =>
    cli(['import', scratch.at('in'), '--format', format, '--out', scratch.at(out)], [], { files });
  const filesOf = (folder: string): Map<string, string> =>
    new Map(
      readdirSync(scratch.at(folder))
        .sort()
        .map((name) => [name, readFileSync(join(scratch.at(folder), name), 'utf8')]),
    );

  for (const format of Object.keys(ROWS)) {
    it(`${format}: the same articles and the same errors at their lines`, async () => {
      const content = `\uFEFF\n${linesOf(format).join('\n')}`;
      assert.ok(Buffer.byteLength(content) > 3e6);
      await scratch.put({ 'in/a.jsonl': content });
      const once = await importTo(whole, format, 'whole');
      const piecewise = await importTo(pieces, format, 'pieces');
      assert.deepEqual({ ...piecewise, out: '' }, { ...once, out: '' });
      assert.match(piecewise.err, /a\.jsonl:52: .*not valid JSON/);
      assert.match(piecewise.err, /a\.jsonl:7: .*not an object/);
      const files = filesOf('pieces');
      assert.deepEqual(files, filesOf('whole'));
      assert.ok(files.has('a-61.txt') && files.has('a-2.txt.ann.yaml'), [...files.keys()].join());
      assert.equal(files.size, 2 * (60 - 6 - 5 - 1));
    });
  }

  it('tells of lines that are not UTF-8, and takes the others', async () => {
    const lines = linesOf('jsonl').map((line) => Buffer.from(`${line}\n`));
    await scratch.put({ 'in/a.jsonl': '' });
    for (const at of [1, 40])
      lines[at] = Buffer.from([...Buffer.from('{"text": "'), 0xc7, 34, 125, 10]);
    writeFileSync(scratch.at('in', 'a.jsonl'), Buffer.concat(lines));
    const { code, err } = await importTo(pieces, 'jsonl', 'out');
    assert.equal(code, 3);
    assert.match(err, /a\.jsonl:2: .*not UTF-8/);
    assert.match(err, /a\.jsonl:41: .*not UTF-8/);
    const files = filesOf('out');
    assert.ok(!files.has('a-2.txt') && files.has('a-3.txt') && files.has('a-42.txt'));
  });

  it('reads whole what is one list, or does not begin with a row', async () => {
    const rows = [1, 2].map((at) => ROWS['doccano']?.(at));
    await scratch.put({
      'in/list.jsonl': JSON.stringify(rows),
      'in/object.json': JSON.stringify(rows[0], undefined, 2),
    });
    const { code, err } = await importTo(nodeFiles, 'doccano', 'out');
    assert.equal(code, 0, err);
    const names = [...filesOf('out').keys()].filter((name) => name.endsWith('.txt'));
    assert.deepEqual(names, ['list-1.txt', 'list-2.txt', 'object-1.txt']);
  });

  /** Some megabytes of documents, some empty or without a name, with lines among them that have no tag. */
  function conllOf(columns: string): string {
    const rows = [
      'قال O',
      'الوزير B-OCC',
      'في O',
      'بغداد B-GPE',
      '',
      `${'ممم'.repeat(10_000)} O`,
      '',
    ];
    const body = rows.map((row) => row.replace(' ', columns)).join('\r\n');
    return Array.from({ length: 60 }, (_, at) => {
      const start = `-DOCSTART- ${at % 3 === 0 ? '-X-' : `news-${at}`} O\n\n`;
      if (at % 11 === 3) return start;
      const wrong = at % 20 === 7 ? `كلمة${columns}سيئ\n` : '';
      return `${start}${body}\n${wrong}`;
    }).join('\n');
  }

  for (const [name, content, taken] of [
    ['two columns', conllOf(' '), 'B-GPE'],
    ['four columns', conllOf(' -X- -X- '), 'B-GPE'],
    ['a last line that is narrower than all', `${conllOf(' -X- -X- ')}\nكلمة _ O\n`, '-X-'],
    ['no name for its only document', conllOf(' ').replace(/^-DOC.*\n/gm, ''), 'B-GPE'],
  ] as const) {
    it(`conll, ${name}: the same articles and the same errors at their lines`, async () => {
      await scratch.put({ 'in/a.conll': `\uFEFF${content}` });
      const mostRead: number[] = [];
      const watched: Files = {
        ...nodeFiles,
        read: async (path) => {
          const bytes = await nodeFiles.read(path);
          if (path.endsWith('.conll')) mostRead.push(bytes.length);
          return bytes;
        },
      };
      const once = await importTo(whole, 'conll', 'whole');
      const piecewise = await importTo(watched, 'conll', 'pieces');
      assert.deepEqual({ ...piecewise, out: '' }, { ...once, out: '' });
      assert.deepEqual(filesOf('pieces'), filesOf('whole'));
      assert.deepEqual(mostRead, [], 'nothing is read whole');
      assert.ok(filesOf('whole').size >= 1 && (taken === '-X-' || once.err.includes('سيئ')));
    });
  }

  it('conll: one that is not UTF-8 is told of as a whole', async () => {
    await scratch.put({ 'in/a.conll': '' });
    const broken = [Buffer.from(conllOf(' ')), Buffer.from([0xc7, 0x20, 0x4f, 10])];
    writeFileSync(scratch.at('in', 'a.conll'), Buffer.concat(broken));
    const once = await importTo(whole, 'conll', 'whole');
    assert.equal(once.code, 3);
    assert.deepEqual(await importTo(nodeFiles, 'conll', 'pieces'), {
      ...once,
      out: once.out.replace('whole', 'pieces'),
    });
  });

  for (const [lang, unit] of [
    ['en', /^(\d+\.\d)\/(\d+\.\d) MB · \d+ % · \d+\.\d MB a second · about \d+:\d\d left$/],
    ['ar', /^(\d+\.\d)\/(\d+\.\d) م\.ب · \d+ % · \d+\.\d م\.ب في الثانية · بقي نحو \d+:\d\d$/],
  ] as const) {
    it(`tells how much of one large file was read, and how long the rest takes (${lang})`, async () => {
      const content = linesOf('jsonl').join('\n');
      await scratch.put({ 'in/a.jsonl': content });
      const told: string[] = [];
      let now = 0;
      await cli(
        ['import', scratch.at('in'), '--format', 'jsonl', '--out', scratch.at('o'), '--lang', lang],
        [],
        {
          files: pieces,
          now: () => new Date((now += 3000)),
          stderr: { isTerminal: true, write: async (text) => void told.push(text) },
        },
      );
      const lines = told.flatMap((text) => {
        const line = /^\r(.*)\u001b\[K$/.exec(text)?.[1];
        return line === undefined || line === '' ? [] : [unit.exec(line) ?? assert.fail(line)];
      });
      const whole = (Buffer.byteLength(content) / 1e6).toFixed(1);
      assert.ok(lines.length >= 3 && lines.every(([, , total]) => total === whole), told.join());
      const done = lines.map(([, read]) => Number(read));
      assert.deepEqual(
        done,
        [...new Set(done)].sort((a, b) => a - b),
        'it grows with each piece',
      );
    });
  }
});
